import { isInForce, touches } from "../../engine/person";
import type { StepToStore } from "../../engine/ports";
import { DAY } from "../../engine/time/duration";
import type { Day, Instant } from "../../engine/time/types";
import { addDays, dayOf, instantOf } from "../../engine/time/zone";
import type { CaseParts } from "../cases/case-parts";
import { stationOver } from "./board-people";
import { ROSTER_PACKAGE, rosterOn } from "./find-rosters";
import { accountOn } from "./my-shift";

/** Who serves now, by the published rosters of all stations. */
export interface DutyBoard {
  /**
   * The accounts on duty for a place at a moment: first who is in that village by the roster, then who keeps the
   * station's watch, then who works there by day. Empty where no roster in force says so.
   */
  onDuty(place: string, at: Instant): Promise<string[]>;
  /** What was stored: rosters that may have changed are read anew. */
  noteSteps(steps: readonly StepToStore[]): void;
}

/** One person's shift with hours. */
interface Served {
  account: string | undefined;
  name: string;
  begins: Instant;
  ends: Instant;
  /** `night` keeps the watch, `day` works at the station, `out` is at the places. */
  look: string;
  places: readonly string[];
}

/** More days of more stations than this are not kept. */
const MOST_KEPT = 500;

/** Reads each roster day once and keeps it until a roster is written. */
export function createDutyBoard(parts: CaseParts): DutyBoard {
  const known = new Map<string, Promise<Served[]>>();

  function servedOn(station: string, day: Day): Promise<Served[]> {
    const key = `${station} ${day}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= MOST_KEPT) known.clear();
    const read = readServed(parts, { station, day });
    known.set(key, read);
    read.catch(() => known.delete(key));
    return read;
  }

  return {
    async onDuty(place, at) {
      const directory = parts.directory();
      const station = stationOver(directory, place);
      if (station === undefined) return [];
      const today = dayOf(at);
      const served = [
        ...(await servedOn(station.id, addDays(today, -1))),
        ...(await servedOn(station.id, today)),
      ].filter(({ begins, ends }) => begins <= at && at < ends);
      const village = directory.upFrom(place).find(({ kind }) => kind === "village")?.name;
      const ranked = served
        .map((one) => ({ one, rank: rankOf(one, village) }))
        .filter(({ rank }) => rank !== null)
        .sort((a, b) => Number(a.rank) - Number(b.rank));
      const users = ranked.flatMap(({ one }) => userOf(parts, { ...one, place, at }) ?? []);
      return [...new Set(users)];
    },
    noteSteps(steps) {
      const isRoster = ({ next }: StepToStore): boolean => next.workflow.startsWith(ROSTER_PACKAGE);
      if (steps.some(isRoster)) known.clear();
    },
  };
}

/** Nearest first; null for who serves elsewhere. */
function rankOf({ look, places }: Served, village: string | undefined): number | null {
  if (village !== undefined && places.includes(village)) return 0;
  if (look === "night") return 1;
  return look === "day" ? 2 : null;
}

async function readServed(
  parts: CaseParts,
  { station, day }: { station: string; day: Day },
): Promise<Served[]> {
  const roster = await rosterOn(parts, { station, day });
  if (roster === undefined) return [];
  const index = roster.facts.days.indexOf(day);
  return roster.facts.table
    .filter(({ row }) => row !== "")
    .flatMap((line): Served[] => {
      const [from = "", to = ""] = (line.spans[index] ?? "").split("-");
      if (from === "" || to === "") return [];
      const begins = instantOf(`${day}T${from}`);
      const sameDay = instantOf(`${day}T${to}`);
      const ends = sameDay > begins ? sameDay : sameDay + DAY;
      const [, written = ""] = (line.full[index] ?? "").split("：");
      const look = line.looks[index] ?? "";
      const room = look === "out" && written === "" && line.room !== "" ? [line.room] : [];
      const places = written === "" ? room : written.split("/");
      return look === "off" || look === "apart"
        ? []
        : [{ account: accountOn(roster, line.row), name: line.name, begins, ends, look, places }];
    });
}

/** By the account on the roster, else by a name that only one person has who serves there. */
function userOf(
  parts: CaseParts,
  { account, name, place, at }: Served & { place: string; at: Instant },
): string | undefined {
  const directory = parts.directory();
  if (account !== undefined) return directory.findLogin(account)?.id;
  const named = directory.users.filter((user) => {
    const held = directory.findPerson(user.id)?.assignments ?? [];
    return user.name === name && held.some((one) => isInForce(one, at) && touches(one.unit, place));
  });
  return named.length === 1 ? named[0]?.id : undefined;
}
