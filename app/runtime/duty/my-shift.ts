import type { Person } from "../../engine/person";
import { at, isObject } from "../../engine/json";
import type { Text } from "../../engine/text";
import { addDays, dayOf } from "../../engine/time/zone";
import type { CaseParts } from "../cases/case-parts";
import type { MyShift } from "../api";
import { rosterOn, stationsOf, type RosterReading } from "./find-rosters";
import type { TableLine } from "./roster-facts";

/** How far ahead the next time on duty is looked for. */
const AHEAD = 7;

/**
 * What the published roster says of a person today, and their next time on duty; null where no roster names them.
 * A person is found by the account that stands on the roster, or else by name.
 */
export async function readMyShift(
  parts: CaseParts,
  person: Person,
  login: string,
): Promise<MyShift | null> {
  const now = parts.now();
  const today = dayOf(now);
  for (const station of stationsOf(parts.directory(), person, now)) {
    const roster = await rosterOn(parts, { station: station.id, day: today });
    const line = roster && findLine(roster, { name: person.name, login });
    if (!roster || !line) continue;
    const shift = shiftOn(roster, line, today);
    const days = Array.from({ length: AHEAD }, (_, index) => addDays(today, index + 1));
    const next = days.map((day) => shiftOn(roster, line, day)).find((found) => found?.serves);
    return {
      rosterId: roster.matter.id,
      stationName: station.name,
      today: shift ?? null,
      next: next ?? null,
    };
  }
  return null;
}

/** The line of a person: by account where the roster has one, else by name. */
export function findLine(
  roster: RosterReading,
  { name, login }: { name: string; login: string },
): TableLine | undefined {
  return roster.facts.table
    .filter(({ row }) => row !== "")
    .find(({ row, name: written }) => {
      const account = accountOn(roster, row);
      return account === undefined ? written === name : account === login;
    });
}

/** The login that stands on a line of a roster; undefined where there is only a name. */
export function accountOn({ matter }: RosterReading, row: string): string | undefined {
  const rows = at(matter.data, "rows");
  const line = (Array.isArray(rows) ? rows : []).filter(isObject).find((one) => one["id"] === row);
  const account = line?.["account"];
  return typeof account === "string" ? account : undefined;
}

function shiftOn(
  { facts }: RosterReading,
  line: TableLine,
  day: string,
): MyShift["today"] | undefined {
  const index = facts.days.indexOf(day);
  const full = line.full[index];
  const look = line.looks[index] ?? "";
  if (full === undefined || look === "open") return undefined;
  const [word = "", places = ""] = full.split("：");
  const span = line.spans[index] ?? "";
  return {
    day,
    word: wordText(facts.kinds, word),
    places: placesOf(word, places, line),
    span: span.replace("-", "—"),
    serves: look !== "off" && look !== "apart",
  };
}

/** Where the roster does not say which police room, it is the one that somebody keeps. */
function placesOf(word: string, places: string, { room }: TableLine): string[] {
  if (places !== "") return places.split("/");
  return word === "警务室" && room !== "" ? [room] : [];
}

function wordText(kinds: readonly { word: Text }[], word: string): Text {
  return kinds.find((kind) => kind.word.zh === word)?.word ?? { zh: word };
}
