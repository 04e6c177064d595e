import { refuse } from "../../engine/errors";
import { at, isObject, own, type JsonObject } from "../../engine/json";
import type { Text } from "../../engine/text";
import { isDay } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type {
  AskLeaveInput,
  LeaveAsked,
  LeaveView,
  Result,
  Session,
  StepAnswer,
  SubstituteOption,
} from "../api";
import type { CaseParts } from "../cases/case-parts";
import { broughtOf, readAsked } from "./asked-change";
import type { EditParts } from "./edit-roster";
import { openShift } from "./open-in-force";
import { groups, number, text, words, type RosterFacts, type TableLine } from "./roster-facts";
import { postTitle } from "./roster-view";

/** A leave that is being asked for: what stands on its days, and who could stand in. */
export async function readLeave(
  parts: CaseParts,
  session: Session,
  ask: { caseId: string; row: string | null; day: string; asked: Partial<LeaveAsked> },
): Promise<Result<LeaveView>> {
  const opened = await openShift(parts, session, { ...ask, event: "askLeave" });
  if (!opened.ok) return opened;
  const { reading, line, shift } = opened.value;
  const { workflow, matter, facts } = reading;
  const leaveKinds = leaveKindsOf(workflow);
  const asked = {
    kind: leaveKinds.find(({ value }) => value === ask.asked.kind)?.value ?? "",
    ...spanOf(ask.asked, shift.day),
    workedDay: isDay(ask.asked.workedDay) ? ask.asked.workedDay : "",
  };
  const days = daysOf(line, { facts, ...asked });
  const leave = {
    ...{ who: shift.name, kind: asked.kind, fromDay: asked.from, toDay: asked.to },
    shifts: days.map(({ stored }) => stored).join(" "),
  };
  const found = readAsked({ workflow, matter, now: parts.now() }, { leave }).fact("leaveOptions");
  return {
    ok: true,
    value: {
      ...{ caseId: matter.id, from: facts.days[0] ?? "", to: facts.lastDay, days, asked },
      ...{ stationName: matter.owner.name, kinds: facts.kinds, shift, leaveKinds },
      options: days.length === 0 ? [] : groups(found).map(optionOf),
    },
  };
}

function spanOf(asked: Partial<LeaveAsked>, day: string): { from: string; to: string } {
  const from = isDay(asked.from) ? asked.from : day;
  return { from, to: isDay(asked.to) && asked.to >= from ? asked.to : from };
}

function daysOf(
  line: TableLine,
  { facts, from, to }: { facts: RosterFacts; from: string; to: string },
): LeaveView["days"] {
  return facts.days.flatMap((day, index) =>
    from <= day && day <= to ? [{ day, stored: line.full[index] ?? "" }] : [],
  );
}

function optionOf(option: JsonObject): SubstituteOption {
  return {
    ...{ row: text(option["row"]), name: text(option["name"]), takes: number(option["takes"]) },
    post: postTitle(text(option["post"])),
    conflicts: broughtOf(option["conflicts"]),
    blocks: broughtOf(option["blocks"]),
  };
}

/** The kinds of leave that the roster's package knows, in its words. */
export function leaveKindsOf({ document }: Workflow): { value: string; label: Text }[] {
  const kind = at(document.data, "properties.leave.properties.kind");
  const labels = isObject(kind) ? own(kind, "labels") : undefined;
  return Object.entries(isObject(labels) ? labels : {}).map(([value, label]) => ({
    value,
    label: words(label),
  }));
}

/** Asks for a leave, as one step of the roster's matter. */
export async function askLeave(
  parts: EditParts,
  session: Session,
  input: AskLeaveInput,
): Promise<Result<StepAnswer>> {
  const { caseId, commandId, row, kind, from, to, workedDay } = input;
  const opened = await openShift(parts, session, { caseId, row, day: from, event: "askLeave" });
  if (!opened.ok) return opened;
  const { reading, line, shift } = opened.value;
  const { facts, matter } = reading;
  const shifts = daysOf(line, { facts, from, to })
    .map(({ stored }) => stored)
    .join(" ");
  if (shifts !== input.was) {
    const changed = { name: shift.name, now: shifts };
    return { ok: false, refusal: refuse("duty/cell-changed", changed) };
  }
  const substitute = facts.table.find((one) => one.row === input.substitute && one.row !== "");
  if (input.substitute !== "" && substitute === undefined) {
    return { ok: false, refusal: refuse("duty/unknown-cell") };
  }
  return parts.service.event(session.person, {
    ...{ caseId, commandId, expectedSeq: matter.seq, event: "askLeave" },
    form: {
      ...{ who: shift.name, kind, fromDay: from, toDay: to, shifts },
      ...(substitute === undefined ? {} : { substitute: substitute.name }),
      ...(kind === "comp" ? { workedDay } : {}),
    },
  });
}
