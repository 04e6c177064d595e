import type { Json, JsonObject } from "../../../app/engine/json";
import { readRoster, type Roster } from "../../../plugins/duty-roster/roster";

type Post = "chief" | "officer" | "auxiliary";

/** One line: name, post, and a week from Monday 2026-11-23. */
export function line(name: string, post: Post, shifts: string, more: JsonObject = {}): JsonObject {
  const certificate: JsonObject =
    post === "auxiliary" ? { training: "云公训结业〔2025〕008号" } : {};
  return { id: name, name, post, trained: "yes", ...certificate, shifts, ...more };
}

/** The station of 青石 in a week that keeps every rule. */
export const SOUND: JsonObject[] = [
  line("高原", "officer", "值班 休 下村：石桥村 值班 休 备勤 值班"),
  line("谭磊", "officer", "下村：柏树村 警务室 夜班 休 备勤 值班 休"),
  line("陆明", "chief", "警务室 值班 休 下村：岩湾村 值班 休 备勤"),
  line("杨秀兰", "auxiliary", "警务室 警务室 警务室 警务室 警务室 休 休", { room: "石桥村" }),
  line("罗建平", "auxiliary", "警务室 警务室 警务室 休 休 警务室 警务室"),
];

/** The scope that facts read. */
export function scopeOf(
  rows: readonly Json[] = SOUND,
  more: { data?: JsonObject; params?: JsonObject; links?: JsonObject } = {},
): { [part: string]: Json } {
  const data = { from: "2026-11-23", days: 7, rows: [...rows], ...more.data };
  return { data, params: more.params ?? {}, links: more.links ?? {}, case: {}, user: {} };
}

export function rosterOf(
  rows: readonly Json[] = SOUND,
  more?: Parameters<typeof scopeOf>[1],
): Roster {
  const roster = readRoster(scopeOf(rows, more));
  if (roster === undefined) throw new Error("a roster has a first day");
  return roster;
}

/** The same week with another line for one person. */
export function withLine(replaced: JsonObject, rows: readonly JsonObject[] = SOUND): JsonObject[] {
  return rows.map((row) => (row["name"] === replaced["name"] ? replaced : row));
}
