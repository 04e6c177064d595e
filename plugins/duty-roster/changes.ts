import type { Day, Json } from "../../app/engine/plugin/api";
import { groups, text, type Roster, type Row } from "./roster";
import { isGroup } from "./settings";
import { findKind, readLine, writeShift, type Shift } from "./shifts";

/** Two people exchange their days, as both wrote down what stood there. */
export interface Swap {
  asker: string;
  askerDay: Day;
  askerShift: string;
  other: string;
  otherDay: Day;
  otherShift: string;
}

/** Somebody is away, and maybe somebody else takes the shifts. */
export interface Leave {
  who: string;
  fromDay: Day;
  toDay: Day;
  /** What stood on these days, one word a day. */
  shifts: string;
  substitute: string;
}

export function readSwap(value: Json | undefined): Swap | undefined {
  if (!isGroup(value)) return undefined;
  return {
    asker: text(value["asker"]),
    askerDay: text(value["askerDay"]),
    askerShift: text(value["askerShift"]),
    other: text(value["other"]),
    otherDay: text(value["otherDay"]),
    otherShift: text(value["otherShift"]),
  };
}

export function readLeave(value: Json | undefined): Leave | undefined {
  if (!isGroup(value)) return undefined;
  return {
    who: text(value["who"]),
    fromDay: text(value["fromDay"]),
    toDay: text(value["toDay"]),
    shifts: text(value["shifts"]),
    substitute: text(value["substitute"]),
  };
}

/** How two people's exchange stands to the roster. */
export interface SwapFit {
  /** Both are on it, are two people, and may do the same work. */
  known: boolean;
  /** The days are on it, and what was written down stands there. */
  asWritten: boolean;
}

export function fitSwap(roster: Roster, swap: Swap): SwapFit {
  const [asker, other] = [findRow(roster, swap.asker), findRow(roster, swap.other)];
  const isSameWork = (asker?.post === "auxiliary") === (other?.post === "auxiliary");
  const known = asker !== undefined && other !== undefined && asker !== other && isSameWork;
  return {
    known,
    asWritten:
      known &&
      standsThere(roster, asker, swap.askerDay, swap.askerShift) &&
      standsThere(roster, other, swap.otherDay, swap.otherShift),
  };
}

/** The roster after an exchange; as it was where what was written down does not stand there any more. */
export function applySwap(roster: Roster, swap: Swap): Roster {
  if (!fitSwap(roster, swap).asWritten) return roster;
  const [asker, other] = [findRow(roster, swap.asker), findRow(roster, swap.other)];
  if (asker === undefined || other === undefined) return roster;
  const days = new Set([swap.askerDay, swap.otherDay].map((day) => roster.days.indexOf(day)));
  const exchange = (row: Row, from: Row): Row => ({
    ...row,
    shifts: row.shifts.map((shift, index) =>
      days.has(index) ? (from.shifts[index] ?? null) : shift,
    ),
  });
  return replaceRows(roster, [exchange(asker, other), exchange(other, asker)]);
}

/** How somebody's leave stands to the roster; without a substitute nobody is looked for. */
export function fitLeave(roster: Roster, leave: Leave): SwapFit {
  const who = findRow(roster, leave.who);
  const substitute = findRow(roster, leave.substitute);
  const isSameWork = (who?.post === "auxiliary") === (substitute?.post === "auxiliary");
  const known =
    who !== undefined &&
    (leave.substitute === "" || (substitute !== undefined && substitute !== who && isSameWork));
  const days = leaveDays(roster, leave);
  const written = readLine(leave.shifts);
  const asWritten =
    known &&
    days.length > 0 &&
    written.length === days.length &&
    days.every((index, at) => sameShift(who.shifts[index] ?? null, written[at] ?? null));
  return { known, asWritten };
}

/** The roster with somebody away: the shifts go to the substitute where that person is free. */
export function applyLeave(roster: Roster, leave: Leave): Roster {
  if (!fitLeave(roster, leave).asWritten) return roster;
  const who = findRow(roster, leave.who);
  const substitute = findRow(roster, leave.substitute);
  const kind = findKind("请假");
  if (who === undefined || kind === undefined) return roster;
  const days = new Set(leaveDays(roster, leave));
  const absent: Shift = { kind, places: [] };
  const rows: Row[] = [
    { ...who, shifts: who.shifts.map((shift, index) => (days.has(index) ? absent : shift)) },
  ];
  if (substitute !== undefined) {
    const shifts = substitute.shifts.map((shift, index) => {
      const taken = who.shifts[index] ?? null;
      return days.has(index) && taken?.kind.serves && !shift?.kind.time ? taken : shift;
    });
    rows.push({ ...substitute, shifts });
  }
  return replaceRows(roster, rows);
}

/** The roster as it stands after every exchange and leave that was approved, and how many they were. */
export function applyApproved(
  roster: Roster,
  links: Json | undefined,
): { roster: Roster; applied: number } {
  const approved = (name: string) =>
    groups(isGroup(links) ? links[name] : undefined)
      .filter((child) => text(child["state"]) === "approved")
      .map((child) => child["exported"]);
  let [now, applied] = [roster, 0];
  const take = (next: Roster): void => {
    if (next !== now) applied += 1;
    now = next;
  };
  for (const swap of approved("swap").map(readSwap)) if (swap) take(applySwap(now, swap));
  for (const leave of approved("leave").map(readLeave)) if (leave) take(applyLeave(now, leave));
  return { roster: now, applied };
}

/** The days of a leave that lie on the roster, by their numbers. */
export function leaveDays(roster: Roster, { fromDay, toDay }: Leave): number[] {
  return roster.days.flatMap((day, index) => (fromDay <= day && day <= toDay ? [index] : []));
}

/** A person's line, by name; undefined for the empty name too. */
export function findRow(roster: Roster, name: string): Row | undefined {
  return name === "" ? undefined : roster.rows.find((row) => row.name === name);
}

function standsThere(roster: Roster, row: Row, day: Day, written: string): boolean {
  const index = roster.days.indexOf(day);
  return index >= 0 && writeShift(row.shifts[index] ?? null) === written;
}

function sameShift(a: Shift | null, b: Shift | null): boolean {
  return writeShift(a) === writeShift(b);
}

function replaceRows(roster: Roster, changed: readonly Row[]): Roster {
  const rows = roster.rows.map((row) => changed.find((one) => one.id === row.id) ?? row);
  return { ...roster, rows };
}
