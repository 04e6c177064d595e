import type { JsonObject } from "../../app/engine/json";
import { uuidv7 } from "../../app/runtime/cases/new-id";
import { accepted, openTestCases, take, type TestCases } from "./open-test-cases";

export const STATION = "991021200.station";
export const STATION_PLACE = "991021200000";

/** The product's packages, with a chief and a clerk at the station. */
export function openStation(clock?: string): Promise<TestCases> {
  return openTestCases({
    dir: ".",
    ...(clock === undefined ? {} : { clock }),
    posts: {
      luming: { role: "stationChief", unit: STATION },
      ranxiaoyan: { role: "stationClerk", unit: STATION },
    },
  });
}

const trained = { trained: "yes" };

/** What shows an auxiliary's training from before the platform. */
export const STATED = {
  ...{ priorPaper: "岗前培训合格证 云公训〔2024〕12号", priorOn: "2024-03-15" },
  priorWhy: "平台启用以前培训，原件存政工",
};

/** A week of the station of 青石 that keeps every rule. */
export const ROWS: JsonObject[] = [
  {
    ...{ ...trained, name: "gaoyuan", post: "officer" },
    shifts: "值班 休 下村：石桥村/柏树村 值班 休 休 值班",
  },
  { ...trained, name: "tanlei", post: "officer", shifts: "下村 警务室 夜班 休 备勤 值班 休" },
  { ...trained, name: "luming", post: "chief", shifts: "警务室 值班 休 下村 值班 休 备勤" },
  {
    ...{ ...trained, ...STATED, name: "yangxiulan", post: "auxiliary", room: "石桥村" },
    shifts: "警务室 警务室 警务室 警务室 警务室 休 休",
  },
];

/** Begins a roster for the week of Monday 2026-11-23 and gives its id. */
export async function beginRoster(
  cases: TestCases,
  {
    by = "ranxiaoyan",
    rows = ROWS,
    from = "2026-11-23",
  }: { by?: string; rows?: JsonObject[]; from?: string } = {},
): Promise<string> {
  const answer = await cases.part.start(cases.as(by), {
    package: "duty-rotation",
    place: STATION_PLACE,
    commandId: uuidv7(cases.clock.time),
    expectedSeq: 0,
    form: { from, days: 7, dutyPhone: "0000-6200110", rows },
  });
  return accepted(answer).caseId;
}

/** Takes a roster to its publication. */
export async function publishRoster(cases: TestCases, caseId: string): Promise<void> {
  accepted(await take(cases, { by: "ranxiaoyan", caseId, event: "check" }));
  accepted(await take(cases, { by: "ranxiaoyan", caseId, event: "submit" }));
  const form = { publishedOn: "2026-11-23" };
  accepted(await take(cases, { by: "luming", caseId, event: "publish", form }));
}
