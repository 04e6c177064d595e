import type { Case } from "../../engine/case";
import { refuse } from "../../engine/errors";
import type {
  CaseStore,
  StepToStore,
  StoredResponse,
  StoreResult,
  WorkToStore,
} from "../../engine/ports";
import type { Result } from "../api";

/** A command on its way: what it is about, and how it is decided once the matter has been read. */
export interface Order {
  caseId: string;
  commandId: string;
  /** Hash of what was sent: the same id with another body is refused. */
  bodyHash: string;
  /** Gets the matter as stored, or null where there is none. May load a definition; writes nothing. */
  prepare(matter: Case | null): Promise<{ ok: true; value: Prepared } | Refused>;
}

/** A command that only lacks the numbers it may use. */
export interface Prepared {
  sequences: readonly string[];
  /** Takes the step. Pure. */
  decide(numbers: Readonly<Record<string, number>>): { ok: true; steps: StepToStore[] } | Refused;
  /** Stores what the accepted step refers to (a photo); not called for a refused one. */
  beforeCommit?: () => Promise<void>;
}

type Refused = Extract<Result<never>, { ok: false }>;

/** How an order came out; `steps` is empty where the command had been taken before. */
export type Receipt = { ok: true; response: StoredResponse; steps: StepToStore[] } | Refused;

export interface CommandQueue {
  /** Resolves after COMMIT; rejects only when the store itself fails. */
  submit(order: Order): Promise<Receipt>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

interface Waiting {
  order: Order;
  tries: number;
  settle(receipt: Receipt): void;
  fail(error: unknown): void;
}

const BATCH = 64;
/** A number taken by somebody else in the same moment is taken anew. */
const TRIES = 3;

/**
 * The one door to writing. What arrives together is read, decided and committed together (group commit);
 * commands on one matter keep their order and never share a batch.
 */
export function createCommandQueue(store: Pick<CaseStore, "read" | "commit">): CommandQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      waiting = waiting.filter((one) => !batch.includes(one));
      waiting.unshift(...(await settleOrSplit(batch, store)));
    }
    running = null;
  }

  return {
    submit(order) {
      return new Promise((settle, fail) => {
        waiting.push({ order, tries: 1, settle, fail });
        running ??= run();
      });
    },
    async idle() {
      while (running !== null) await running;
    },
  };
}

/** The first orders that touch different matters and carry different ids. */
function takeBatch(waiting: readonly Waiting[]): Waiting[] {
  const taken = new Set<string>();
  const batch: Waiting[] = [];
  for (const one of waiting) {
    const { caseId, commandId } = one.order;
    if (batch.length < BATCH && !taken.has(caseId) && !taken.has(commandId)) batch.push(one);
    // A later order of the same matter must not overtake the one that waits.
    taken.add(caseId).add(commandId);
  }
  return batch;
}

/** One matter that cannot be read stops a batch: then each order is settled by itself, and only its own fails. */
async function settleOrSplit(
  batch: readonly Waiting[],
  store: Pick<CaseStore, "read" | "commit">,
): Promise<Waiting[]> {
  try {
    return await settleBatch(batch, store);
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.fail(error);
    if (batch.length <= 1) return [];
  }
  const again: Waiting[] = [];
  for (const one of batch) again.push(...(await settleOrSplit([one], store)));
  return again;
}

/** Reads, decides and commits a batch; gives back the orders that have to be tried once more. */
async function settleBatch(
  batch: readonly Waiting[],
  store: Pick<CaseStore, "read" | "commit">,
): Promise<Waiting[]> {
  const { cases, commands } = await store.read({
    cases: batch.map(({ order }) => order.caseId),
    commands: batch.map(({ order }) => order.commandId),
    sequences: [],
  });
  const prepared: { one: Waiting; value: Prepared }[] = [];
  for (const one of batch) {
    const { caseId, commandId, bodyHash } = one.order;
    const known = commands.get(commandId);
    if (known !== undefined) {
      one.settle(repeated(known, bodyHash));
      continue;
    }
    try {
      const ready = await one.order.prepare(cases.get(caseId) ?? null);
      if (ready.ok) prepared.push({ one, value: ready.value });
      else one.settle(ready);
    } catch (error) {
      // One matter's broken definition must not stop the others of the batch.
      one.fail(error);
    }
  }

  const works = await decideAll(prepared, store);
  for (const { value } of works) await value.beforeCommit?.();
  const results = works.length === 0 ? [] : await store.commit(works.map(({ work }) => work));
  return works.flatMap(({ one, work }, i): Waiting[] => {
    const result = results[i];
    if (result === undefined) throw new Error("the store gave fewer results than it got works");
    if (!result.ok && result.refusal.code === "storage/sequence-moved" && one.tries < TRIES) {
      return [{ ...one, tries: one.tries + 1 }];
    }
    one.settle(toReceipt(result, work));
    return [];
  });
}

/** Decides one after the other, so that each gets the numbers after those of the one before. */
async function decideAll(
  prepared: readonly { one: Waiting; value: Prepared }[],
  store: Pick<CaseStore, "read">,
): Promise<{ one: Waiting; value: Prepared; work: WorkToStore }[]> {
  const keys = [...new Set(prepared.flatMap(({ value }) => value.sequences))];
  const last =
    keys.length === 0
      ? new Map<string, number>()
      : (await store.read({ cases: [], commands: [], sequences: keys })).sequences;
  const numbers = Object.fromEntries(keys.map((key) => [key, last.get(key) ?? 0]));
  return prepared.flatMap(({ one, value }) => {
    const decided = value.decide(numbers);
    if (!decided.ok) {
      one.settle(decided);
      return [];
    }
    const { steps } = decided;
    for (const used of steps.flatMap(({ entry }) => entry.outcome.numbers)) {
      numbers[used.key] = used.value;
    }
    const { commandId, bodyHash } = one.order;
    const own = steps.find(({ entry }) => entry.command.id === commandId);
    if (own === undefined) throw new Error("a work holds the step of its own command");
    const { caseId, seq } = own.entry;
    return [{ one, value, work: { steps, response: { commandId, bodyHash, caseId, seq } } }];
  });
}

function repeated(known: StoredResponse, bodyHash: string): Receipt {
  return known.bodyHash === bodyHash
    ? { ok: true, response: known, steps: [] }
    : { ok: false, refusal: refuse("case/command-id-reused") };
}

function toReceipt(result: StoreResult, work: WorkToStore): Receipt {
  if (!result.ok) return result;
  if (result.repeated !== undefined) return { ok: true, response: result.repeated, steps: [] };
  return { ok: true, response: work.response, steps: work.steps };
}
