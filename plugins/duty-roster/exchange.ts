import { daysBetween, type Day, type JsonObject } from "../../app/engine/plugin/api";
import { brought } from "./brought";
import { applySwap, findRow, fitSwap, type Swap } from "./changes";
import type { Conflict } from "./conflict";
import { sayDays } from "./days";
import type { Roster, Row } from "./roster";
import { writeShift, type Shift } from "./shifts";

/** A roster with what is wrong with it already, and the first day that may still change. */
export interface Standing {
  roster: Roster;
  conflicts: readonly Conflict[];
  today: Day;
}

/** One way to exchange: the other's day, what stands there, and what it would bring. */
interface Way {
  day: Day;
  shift: string;
  conflicts: Conflict[];
}

/** The other's days lie at most so far from one's own. */
const NEAR = 10;
/** So many ways are offered with one person: the best. */
const MOST_WAYS = 3;

/**
 * What an exchange would bring: everything that the grid would mark afterwards and does not mark now, and days that
 * have passed or that hold leave or training, which are nobody's to give.
 */
export function exchangeConflicts({ roster, conflicts, today }: Standing, swap: Swap): Conflict[] {
  const people = [swap.asker, swap.other].flatMap((name) => findRow(roster, name) ?? []);
  const days = [...new Set([swap.askerDay, swap.otherDay])];
  const passed = days.filter((day) => day < today);
  return [
    ...(passed.length === 0 ? [] : [passedConflict(passed)]),
    ...people.flatMap((row) => absentConflicts(roster, row, days)),
    ...brought(conflicts, applySwap(roster, swap)),
  ];
}

/** Whom somebody can ask for an exchange of one day, and for each what it would bring; who breaks least comes first. */
export function exchangeOptions(
  standing: Standing,
  { asker, askerDay }: Pick<Swap, "asker" | "askerDay">,
): JsonObject[] {
  const { roster } = standing;
  const own = findRow(roster, asker);
  const index = roster.days.indexOf(askerDay);
  const given = own?.shifts[index] ?? null;
  if (own === undefined || given === null) return [];
  const people = roster.rows.filter(({ name }) => isKnown(roster, own.name, name));
  return people
    .map((row) => ({ row, ways: waysWith(standing, { own, row, given, askerDay }) }))
    .filter(({ ways }) => ways.length > 0)
    .sort((a, b) => weigh(a.ways[0]) - weigh(b.ways[0]))
    .map(({ row, ways }) => ({
      ...{ row: row.id, name: row.name, post: row.post },
      that: writeShift(row.shifts[index] ?? null),
      ways: ways as unknown as JsonObject[],
    }));
}

function isKnown(roster: Roster, asker: string, other: string): boolean {
  const nothing = { askerDay: "", askerShift: "", otherDay: "", otherShift: "" };
  return fitSwap(roster, { asker, other, ...nothing }).known;
}

function waysWith(
  standing: Standing,
  { own, row, given, askerDay }: { own: Row; row: Row; given: Shift; askerDay: Day },
): Way[] {
  const { roster } = standing;
  const ways = roster.days.flatMap((day, index): Way[] => {
    const [mine, theirs] = [own.shifts[index] ?? null, row.shifts[index] ?? null];
    const isSameDay = day === askerDay;
    const isLike = theirs?.kind.serves === true && theirs.kind.night === given.kind.night;
    const isFar = Math.abs(daysBetween(day, askerDay)) > NEAR || day < standing.today;
    const isSame = writeShift(mine) === writeShift(theirs);
    if (theirs === null || isSame || isFar || !(isSameDay || isLike)) return [];
    const shift = writeShift(theirs);
    const swap = {
      ...{ asker: own.name, askerDay, askerShift: writeShift(given) },
      ...{ other: row.name, otherDay: day, otherShift: shift },
    };
    return [{ day, shift, conflicts: exchangeConflicts(standing, swap) }];
  });
  const away = ({ day }: Way): number => Math.abs(daysBetween(day, askerDay));
  return ways.sort((a, b) => weigh(a) - weigh(b) || away(a) - away(b)).slice(0, MOST_WAYS);
}

/** One that must be changed weighs more than any number that may stand with a reason. */
function weigh(way: Way | undefined): number {
  const conflicts = way?.conflicts ?? [];
  const hard = conflicts.filter(({ weight }) => weight === "hard").length;
  return hard * 100 + conflicts.length;
}

function passedConflict(days: Day[]): Conflict {
  return {
    ...{ key: "已经过去", kind: "passed", weight: "hard", people: [], names: [], days },
    title: { zh: "这个班已经过去", en: "The shift has passed" },
    when: sayDays(days),
    clauses: [{ holds: false, text: { zh: "今天以前的班不能换", en: "It lies before today" } }],
    ...{ found: days.length, limit: 0 },
    remedy: { zh: "选今天或以后的班。", en: "Choose a shift of today or later." },
    fixes: [],
  };
}

/** Leave and training are somebody's own. */
function absentConflicts(roster: Roster, row: Row, days: readonly Day[]): Conflict[] {
  return days.flatMap((day): Conflict[] => {
    const kind = row.shifts[roster.days.indexOf(day)]?.kind;
    if (kind?.word !== "请假" && kind?.word !== "培训") return [];
    const said = sayDays([day]);
    return [
      {
        ...{ key: `不在岗·${row.name}·${day}`, kind: "absent", weight: "hard" },
        ...{ people: [row.id], names: [row.name], days: [day] },
        title: { zh: `${row.name}这天${kind.word}`, en: `${row.name}: ${kind.en} on this day` },
        when: said,
        clauses: [
          {
            holds: false,
            text: { zh: "请假、培训的日子不能换班", en: "Leave and training are not exchanged" },
          },
        ],
        ...{ found: 1, limit: 0 },
        remedy: { zh: "换一天，或者换一个人。", en: "Choose another day or another person." },
        fixes: [],
      },
    ];
  });
}
