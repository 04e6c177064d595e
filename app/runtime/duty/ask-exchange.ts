import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import { HOUR } from "../../engine/time/duration";
import { instantOf } from "../../engine/time/zone";
import type { AskExchangeInput, ExchangePerson, ExchangeView, Result, Session } from "../api";
import type { StepAnswer } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { broughtOf, readAsked } from "./asked-change";
import type { EditParts } from "./edit-roster";
import type { RosterReading } from "./find-rosters";
import { openShift } from "./open-in-force";
import { groups, text } from "./roster-facts";
import { postTitle } from "./roster-view";

/** Whom somebody can ask for an exchange of one shift, and for each what it would bring. */
export async function readExchange(
  parts: CaseParts,
  session: Session,
  ask: { caseId: string; row: string | null; day: string },
): Promise<Result<ExchangeView>> {
  const opened = await openShift(parts, session, { ...ask, event: "askSwap" });
  if (!opened.ok) return opened;
  const { reading, shift } = opened.value;
  const { workflow, matter, facts } = reading;
  const now = parts.now();
  const swap = { asker: shift.name, askerDay: shift.day };
  const options = groups(readAsked({ workflow, matter, now }, { swap }).fact("swapOptions"));
  const late = lateness(reading, now);
  const people = options
    .map((option) => personOf(option, (day) => late([shift.day, day])))
    .sort((a, b) => Number(isPossible(b)) - Number(isPossible(a)));
  return {
    ok: true,
    value: {
      ...{ caseId: matter.id, from: facts.days[0] ?? "", to: facts.lastDay },
      ...{ stationName: matter.owner.name, kinds: facts.kinds, shift, people },
      hoursNeeded: numberOf(workflow.params, "swapHours"),
    },
  };
}

function isPossible({ ways }: ExchangePerson): boolean {
  return ways.some((way) => way.isPossible);
}

function personOf(option: JsonObject, isLate: (day: string) => boolean): ExchangePerson {
  return {
    row: text(option["row"]),
    name: text(option["name"]),
    post: postTitle(text(option["post"])),
    that: text(option["that"]),
    ways: groups(option["ways"]).map((way) => {
      const conflicts = broughtOf(way["conflicts"]);
      const day = text(way["day"]);
      return {
        ...{ day, stored: text(way["shift"]), conflicts, isLate: isLate(day) },
        isPossible: conflicts.every(({ weight }) => weight !== "hard"),
      };
    }),
  };
}

/** Whether the first of some days begins sooner than an exchange has to be asked for. */
function lateness({ workflow }: RosterReading, now: number): (days: string[]) => boolean {
  const begins = workflow.params["shiftBegins"];
  const needed = numberOf(workflow.params, "swapHours") * HOUR;
  return (days) => {
    const [first = ""] = [...days].sort();
    return instantOf(`${first}T${typeof begins === "string" ? begins : "00:00"}`) - now < needed;
  };
}

function numberOf(params: JsonObject, name: string): number {
  const value = params[name];
  return typeof value === "number" ? value : 0;
}

/** Asks somebody for an exchange, as one step of the roster's matter. */
export async function askExchange(
  parts: EditParts,
  session: Session,
  input: AskExchangeInput,
): Promise<Result<StepAnswer>> {
  const { caseId, row, day, other, otherDay } = input;
  const opened = await openShift(parts, session, { caseId, row, day, event: "askSwap" });
  if (!opened.ok) return opened;
  const { reading, shift } = opened.value;
  const { facts, matter } = reading;
  const theirs = facts.table.find((line) => line.row === other && line.row !== "");
  const now = theirs?.full[facts.days.indexOf(otherDay)];
  if (theirs === undefined || now === undefined) {
    return { ok: false, refusal: refuse("duty/unknown-cell") };
  }
  for (const [name, was, stored] of [
    [shift.name, input.was, shift.stored],
    [theirs.name, input.otherWas, now],
  ] as const) {
    if (was !== stored) {
      return { ok: false, refusal: refuse("duty/cell-changed", { name, now: stored }) };
    }
  }
  const reason = input.reason.trim();
  return parts.service.event(session.person, {
    ...{ caseId, commandId: input.commandId, expectedSeq: matter.seq, event: "askSwap" },
    form: {
      ...{ asker: shift.name, askerDay: day, askerShift: shift.stored },
      ...{ other: theirs.name, otherDay, otherShift: now },
      ...(reason === "" ? {} : { reason }),
    },
  });
}
