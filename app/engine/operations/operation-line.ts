import type { HistoryEntry } from "../case";
import type { OperationCommand } from "../command";
import type { Signer } from "../decision/decision";
import { own } from "../json";
import { SYSTEM } from "../person";
import { listOf, type Language, type Text } from "../text";
import { isDay, showDay } from "../time/zone";
import type { Workflow } from "../workflow";
import { OPERATION_TABLE } from "./table";

/** What an operation did, in one sentence, from its entry alone. */
export function operationLine(
  workflow: Workflow,
  entry: HistoryEntry & { command: OperationCommand },
): Text {
  const { command, by } = entry;
  const isMoved = command.operation === "takeOver" && by.user === SYSTEM.id;
  const { history: usual } = OPERATION_TABLE[command.operation];
  const history = takesBack(entry) ? TAKEN_BACK : isMoved ? MOVED : usual;
  const values: Record<string, Text> = {
    by: { zh: by.name, en: by.name },
    to: namesOf(entry),
    state: stateTitle(workflow, command.state ?? entry.outcome.arrived.at(-1)),
    holder: droppedName(workflow, entry),
    until: untilDay(command.until),
  };
  const fill = (language: Language): string =>
    (language === "en" ? (history.en ?? history.zh) : history.zh).replace(
      /\{(\w+)\}/g,
      (_, key: string) => own(values, key)?.[language] ?? own(values, key)?.zh ?? "",
    );
  return { zh: fill("zh"), en: fill("en") };
}

/** Work that leave or the end of a post moves. */
const MOVED: Text = { zh: "按交接清单转给{to}", en: "by the hand-over list it went to {to}" };

const TAKEN_BACK: Text = { zh: "{by}收回，自己接着办", en: "{by} took it back" };

/** A lender who does not wait for the helper takes the task back: then it is theirs, or the role's, again. */
function takesBack({
  command,
  by,
  outcome,
}: HistoryEntry & { command: OperationCommand }): boolean {
  if (command.operation !== "giveBack") return false;
  const task = outcome.tasks.find(({ id }) => id === command.task);
  return task?.assignee === by.user || (command.text ?? "").trim() === "";
}

function untilDay(until: string | undefined): Text {
  return isDay(until) ? { zh: showDay(until, "zh"), en: showDay(until, "en") } : { zh: "" };
}

function namesOf({ command, people, by }: HistoryEntry & { command: OperationCommand }): Text {
  const { to } = command;
  if (to === undefined || to.length === 0) {
    if (command.operation === "comment") return { zh: "大家", en: "everybody" };
    return command.operation === "appoint"
      ? { zh: "该环节的角色", en: "whoever has the role" }
      : { zh: by.name, en: by.name };
  }
  const names = to.map((id) => own(people?.found, id)?.name ?? "");
  return listOf(names.filter((name) => name !== "").map((zh) => ({ zh, en: zh })));
}

function stateTitle(workflow: Workflow, name: string | undefined): Text {
  const path = name === undefined ? undefined : workflow.machine.pathOf(name);
  const title = path === undefined ? undefined : workflow.machine.states.get(path)?.meta?.title;
  return title ?? { zh: name ?? "" };
}

function droppedName(workflow: Workflow, { outcome, seq }: HistoryEntry): Text {
  const signer = Object.values(outcome.decisions ?? {})
    .flatMap(({ signers }) => signers)
    .find(({ dropped }) => dropped?.seq === seq);
  return signer === undefined ? { zh: "" } : signerName(workflow, signer);
}

/** What people call a signature: whoever is asked, by name or by role. */
export function signerName(workflow: Workflow, { person, role }: Signer): Text {
  if (person !== null) return { zh: person.name, en: person.name };
  return role === null ? { zh: "" } : (workflow.roles[role]?.title ?? { zh: role });
}
