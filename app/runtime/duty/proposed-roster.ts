import { at, isObject, own, type Json, type JsonObject } from "../../engine/json";
import { isWeekend } from "../../engine/time/zone";
import type { RosterTotals } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { readingOf, type RosterReading } from "./find-rosters";
import type { TableLine } from "./roster-facts";

/** What the solver left in the matter's data, as it was stored. */
export interface StoredProposal {
  outcome: "found" | "clash" | "late" | null;
  best: boolean;
  gap: number;
  /** By row: what was proposed, and what stood there when it was asked for; one word a day. */
  rows: ReadonlyMap<string, { shifts: string[]; was: string[] }>;
  clash: { kind: string; text: { zh: string; en: string } }[];
}

/** The proposal of a roster; nothing where none was made. Total. */
export function readStored(data: JsonObject): StoredProposal {
  const found = own(data, "proposal");
  const proposal = isObject(found) ? found : {};
  const outcome = proposal["outcome"];
  return {
    outcome: outcome === "found" || outcome === "clash" || outcome === "late" ? outcome : null,
    best: proposal["best"] === true,
    gap: typeof proposal["gap"] === "number" ? proposal["gap"] : 0,
    rows: new Map(
      groups(proposal["rows"]).map((row) => {
        const [shifts = [], was = []] = ["shifts", "was"].map((key) => text(row[key]).split(" "));
        return [text(row["id"]), { shifts, was }] as const;
      }),
    ),
    clash: groups(proposal["clash"]).map((demand) => ({
      kind: text(demand["kind"]),
      text: { zh: text(demand["zh"]), en: text(demand["en"]) },
    })),
  };
}

/**
 * The roster as it would be with the proposal on it, judged by the same facts as the one that stands. A day that was
 * changed by hand since it was asked for stays as it is; `since` counts these.
 */
export async function readProposed(
  parts: CaseParts,
  { matter, facts }: RosterReading,
  proposed: StoredProposal["rows"],
): Promise<{ reading: RosterReading; since: number }> {
  let since = 0;
  const lines = new Map(
    facts.table.map(({ row, full }) => {
      const { shifts = [], was = [] } = proposed.get(row) ?? {};
      const line = full.map((now, day) => {
        const offered = shifts[day] ?? now;
        if (now === (was[day] ?? now) || now === offered) return offered;
        since += 1;
        return now;
      });
      return [row, line.join(" ")] as const;
    }),
  );
  const rows = groups(at(matter.data, "rows")).map((row): JsonObject => {
    const shifts = lines.get(text(row["id"]));
    return shifts === undefined ? row : { ...row, shifts };
  });
  const reading = await readingOf(parts, { ...matter, data: { ...matter.data, rows } });
  return { reading, since };
}

/** Days of the month that are locked, by row. */
export function readLocks(data: JsonObject): ReadonlyMap<string, ReadonlySet<number>> {
  return new Map(
    groups(at(data, "rows")).map((row) => {
      const days = text(row["locked"]).split(" ").filter(Boolean).map(Number);
      return [text(row["id"]), new Set(days)] as const;
    }),
  );
}

/** What a line of a roster comes to. */
export function totalsOf(line: TableLine, days: readonly string[]): RosterTotals {
  const served = (look: string): boolean => ["night", "out", "day"].includes(look);
  const weekends = days.filter((day, at) => isWeekend(day) && served(line.looks[at] ?? ""));
  return {
    nights: line.looks.filter((look) => look === "night").length,
    weekends: weekends.length,
    roomDays: line.cells.filter((word) => word === "警务室").length,
    hours: line.hours,
  };
}

function groups(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
