import type { Case } from "../engine/case";
import { refuse } from "../engine/errors";
import type { StoredResponse, StoreResult, StepToStore, WorkToStore } from "../engine/ports";
import type { Refusal } from "../engine/refusal";

/** What the database says at the beginning of a transaction about everything that the works touch. */
export interface Standing {
  /** Last sequence of each matter that exists. */
  versions: ReadonlyMap<string, number>;
  /** Command ids already used; a null hash marks a step that the system took within another command. */
  commands: ReadonlyMap<string, Omit<StoredResponse, "bodyHash"> & { bodyHash: string | null }>;
  /** Last value of each number sequence; absent = never used. */
  sequences: ReadonlyMap<string, number>;
}

/** A result for each work, in order, and those that are to be written. */
export interface Acceptance {
  results: StoreResult[];
  accepted: WorkToStore[];
}

/**
 * Decides, one work after the other, which can be written: each sees those accepted before it, and a refused one
 * leaves no trace. A repeat of a stored command gets the stored response and is not written again.
 * Refuses with `case/command-id-reused`, `case/stale`, `storage/sequence-moved` or `storage/malformed-work`.
 */
export function acceptWorks(works: readonly WorkToStore[], standing: Standing): Acceptance {
  const versions = new Map(standing.versions);
  const commands = new Map(standing.commands);
  const sequences = new Map(standing.sequences);
  const accepted: WorkToStore[] = [];

  const decide = (work: WorkToStore): StoreResult => {
    const { response, steps } = work;
    const repeated = commands.get(response.commandId);
    if (repeated) {
      const { bodyHash, ...rest } = repeated;
      return bodyHash === response.bodyHash
        ? { ok: true, repeated: { ...rest, bodyHash } }
        : { ok: false, refusal: refuse("case/command-id-reused") };
    }
    const refusal =
      checkShape(work) ?? checkCommands(steps, commands) ?? checkVersions(steps, versions);
    if (refusal) return { ok: false, refusal };
    const used = nextSequences(steps, sequences);
    if ("refusal" in used) return { ok: false, refusal: used.refusal };

    for (const { next, entry } of steps) {
      versions.set(next.id, next.seq);
      const { caseId, seq, command } = entry;
      const bodyHash = command.id === response.commandId ? response.bodyHash : null;
      commands.set(command.id, { commandId: command.id, bodyHash, caseId, seq });
    }
    for (const [key, value] of used.last) sequences.set(key, value);
    accepted.push(work);
    return { ok: true };
  };
  return { results: works.map(decide), accepted };
}

function checkShape({ steps, response }: WorkToStore): Refusal | undefined {
  const wrong = (what: string) => refuse("storage/malformed-work", { what });
  for (const { next, entry, previousSeq } of steps) {
    if (next.seq !== previousSeq + 1) return wrong(`${next.id}: ${previousSeq} → ${next.seq}`);
    if (!describes(entry, next)) return wrong(`${next.id}: ${entry.caseId} ${entry.seq}`);
  }
  const answered = steps.some(
    ({ entry }) =>
      entry.command.id === response.commandId &&
      entry.caseId === response.caseId &&
      entry.seq === response.seq,
  );
  return answered ? undefined : wrong(`response ${response.caseId} ${response.seq}`);
}

function describes(
  { caseId, seq, outcome }: StepToStore["entry"],
  { id, seq: now }: Case,
): boolean {
  return caseId === id && seq === now && outcome.seq === now;
}

function checkCommands(
  steps: readonly StepToStore[],
  commands: ReadonlyMap<string, unknown>,
): Refusal | undefined {
  const ids = steps.map(({ entry }) => entry.command.id);
  const reused = ids.some((id, index) => commands.has(id) || ids.indexOf(id) !== index);
  return reused ? refuse("case/command-id-reused") : undefined;
}

function checkVersions(
  steps: readonly StepToStore[],
  versions: ReadonlyMap<string, number>,
): Refusal | undefined {
  const own = new Map<string, number>();
  for (const { next, previousSeq } of steps) {
    const now = own.get(next.id) ?? versions.get(next.id) ?? 0;
    if (now !== previousSeq) return refuse("case/stale", { seen: previousSeq, now });
    own.set(next.id, next.seq);
  }
  return undefined;
}

/** Numbers have no gaps and no repeats: each must be the one after the last. */
function nextSequences(
  steps: readonly StepToStore[],
  sequences: ReadonlyMap<string, number>,
): { last: Map<string, number> } | { refusal: Refusal } {
  const last = new Map<string, number>();
  for (const { key, value } of steps.flatMap(({ entry }) => entry.outcome.numbers)) {
    const before = last.get(key) ?? sequences.get(key) ?? 0;
    if (value !== before + 1) return { refusal: refuse("storage/sequence-moved", { key }) };
    last.set(key, value);
  }
  return { last };
}
