import { activePaths } from "../../engine/machine/state-value";
import type { OperationOffer } from "../../engine/operations/operations-for";
import { showMoment } from "../../engine/time/zone";
import type {
  JumpAsked,
  OperationEntry,
  OperationKey,
  OperationsView,
  Result,
  Standing,
} from "../api";
import type { CaseParts, Reader } from "../cases/case-parts";
import { moveViews } from "../cases/view-offers";
import { openOperations, type OperationReading } from "./operation-reading";
import { holderLine, urgedLine } from "./task-lines";
import { undoOf } from "./undo";

/** 转交 退回 撤回 催办 请示: what stands in plain sight, in this order. */
const PLAIN: readonly OperationKey[] = ["handOver", "return", "withdraw", "urge", "consult"];

/** What stands beside the task that it is about. */
const BY_TASK: ReadonlySet<OperationKey> = new Set(["claim", "giveBack", "takeOver"]);
/** What stands beside the request, the question or what was sent. */
const ELSEWHERE: ReadonlySet<OperationKey> = new Set(["confirm", "decline", "seen", "reply"]);

/** What a reader may do with a matter beside its steps, and how its tasks stand. Refuses as `caseView` does. */
export async function readOperations(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<OperationsView>> {
  const opened = await openOperations(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const entries = entriesOf(reading);
  const undo = undoOf(reading, (await parts.store.history(caseId)).at(-1));
  const isUndo = ({ key, task }: OperationEntry): boolean =>
    key === undo?.entry.key && (task === undefined || task === undo.entry.task);
  const left = entries.filter((one) => !isUndo(one));
  return {
    ok: true,
    value: {
      plain: PLAIN.flatMap((key) => left.find((one) => one.key === key) ?? []),
      more: left.filter(({ key }) => !PLAIN.includes(key)),
      undo,
      standings: standingsOf(reading, parts).map((one) => ({
        ...one,
        acts: one.acts.filter((act) => !isUndo(act)),
      })),
      asked: askedOf(reading),
    },
  };
}

/** One entry an operation: where it could be about several tasks, its page asks which. */
function entriesOf(reading: OperationReading): OperationEntry[] {
  const operations = reading.operations.filter(
    ({ operation }) => !BY_TASK.has(operation) && !ELSEWHERE.has(operation),
  );
  const names = [...new Set(operations.map(({ operation }) => operation))];
  return [
    ...names.flatMap((name) => entryOf(operations.filter((one) => one.operation === name))),
    ...moveViews(reading).map(({ move, label }) => ({ key: move, label })),
  ];
}

/** The way to the page of these offers of one operation. */
export function entryOf(offers: readonly OperationOffer[]): OperationEntry[] {
  const [first, second] = offers;
  if (first === undefined) return [];
  const { operation: key, label, task, answers } = first;
  return [
    {
      ...{ key, label },
      ...(task === undefined || second !== undefined ? {} : { task }),
      ...(answers === undefined || second !== undefined ? {} : { answers: answers.id }),
    },
  ];
}

function standingsOf(reading: OperationReading, parts: CaseParts): Standing[] {
  const { matter, operations } = reading;
  if (matter.status !== "open") return [];
  const nameOf = (user: string) => parts.directory().findUser(user)?.name;
  const paths = activePaths(matter.state).filter((path) =>
    matter.tasks.some((task) => task.path === path),
  );
  return paths.flatMap((path) => {
    const tasks = matter.tasks.filter((task) => task.path === path);
    const urged = urgedLine({ matter }, path);
    const lines = tasks.flatMap((task) => holderLine({ ...reading, nameOf }, task) ?? []);
    const acts = [...BY_TASK].flatMap((key) =>
      entryOf(
        operations.filter(
          ({ operation, task }) => operation === key && tasks.some(({ id }) => id === task),
        ),
      ),
    );
    const all = urged === null ? lines : [...lines, urged];
    return all.length === 0 && acts.length === 0 ? [] : [{ path, lines: all, acts }];
  });
}

function askedOf({ workflow, matter, person, operations }: OperationReading): JumpAsked | null {
  const { asked } = matter;
  if (asked === undefined) return null;
  const { by, at, path, reason } = asked;
  const isOwn = by.id === person.id;
  const acts = operations
    .filter(({ operation }) => operation === "confirm" || operation === "decline")
    .flatMap((offer) => entryOf([offer]))
    .map((entry) => (isOwn ? { ...entry, label: TAKE_BACK } : entry));
  return {
    ...{ by: by.name, reason, acts },
    when: { zh: showMoment(at, "zh"), en: showMoment(at, "en") },
    to: workflow.machine.states.get(path)?.meta?.title ?? { zh: path },
  };
}

/** What people call undoing what they did themselves. */
export const TAKE_BACK = { zh: "撤销", en: "Take it back" };
