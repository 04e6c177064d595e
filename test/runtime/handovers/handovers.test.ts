import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { replay } from "../../../app/engine/replay";
import { instantOf } from "../../../app/engine/time/zone";
import { calendarOf } from "../../../app/engine/workflow";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import {
  accepted,
  BAISHU,
  openTestCases,
  SHIQIAO,
  take,
  type TestCases,
} from "../../support/open-test-cases";

const STATION = "991021200.station";

function open(): Promise<TestCases> {
  return openTestCases({
    dir: ".",
    posts: {
      luming: { role: "stationChief", unit: STATION },
      ranxiaoyan: { role: "stationClerk", unit: STATION },
      luoxiaodong: { role: "officer", unit: STATION },
      tanlei: { role: "officer", unit: "991021100.station" },
      zhoumin: { role: "countyHR", unit: "991021" },
    },
  });
}

async function begin(
  cases: TestCases,
  ask: { by: string; package: string; place: string; form: JsonObject },
): Promise<string> {
  const answer = await cases.part.start(cases.as(ask.by), {
    ...{ package: ask.package, place: ask.place, form: ask.form },
    ...{ commandId: uuidv7(cases.clock.time), expectedSeq: 0 },
  });
  return accepted(answer).caseId;
}

const dispute = (cases: TestCases, by: string, place: string) =>
  begin(cases, {
    ...{ by, place, package: "dispute-mediation" },
    form: { reporter: "李长顺", where: "三组", what: "排水沟堵了", urgency: "normal", hurt: "no" },
  });

const recusal = { name: "tanlei", relation: "relative" };

async function matterOf(cases: TestCases, id: string) {
  const { cases: read } = await cases.parts.store.read({
    ...{ cases: [id], commands: [], sequences: [] },
  });
  const matter = read.get(id);
  if (matter === undefined) throw new Error(`no matter ${id}`);
  return matter;
}

const withWhom = async (cases: TestCases, id: string) =>
  (await matterOf(cases, id)).tasks.map(({ assignee }) => assignee);

async function proves(cases: TestCases, id: string): Promise<void> {
  const history = await cases.parts.store.history(id);
  const workflow = await cases.definitions.get((await matterOf(cases, id)).hash);
  expect(replay(history, { workflow, calendar: calendarOf(workflow) })).toMatchObject({
    same: true,
  });
}

test("nobody leaves before who comes has signed for what is open; a relative's matter goes to the chief", async () => {
  const cases = await open();
  const first = await dispute(cases, "luoxiaodong", SHIQIAO);
  const cousin = await dispute(cases, "luoxiaodong", BAISHU);
  const other = await dispute(cases, "gaoyuan", SHIQIAO);
  const declare = { by: "luoxiaodong", caseId: cousin, event: "declareRecusal", form: recusal };
  accepted(await take(cases, declare));

  const move = await begin(cases, {
    ...{ by: "luming", package: "staff-move", place: SHIQIAO },
    form: { leaver: "luoxiaodong", kind: "transfer", plannedOn: "2026-12-10", post: "驻村民警" },
  });
  const step = (by: string, event: string, form: JsonObject) =>
    take(cases, { by, caseId: move, event, form });
  const came = { name: "tanlei", from: "平川派出所", dueOn: "2026-11-23" };
  accepted(await step("zhoumin", "nameReplacement", came));
  accepted(await step("luming", "recordArrival", { arrivedOn: "2026-11-23" }));
  // What is entered does not count: the list is what is really there.
  const invented = { number: "石桥 2026-9999", what: "无", recused: "no", to: "replacement" };
  accepted(await step("luoxiaodong", "makeList", { things: ["radio"], matters: [invented] }));
  const rowsNow = (await matterOf(cases, move)).data["matters"] as JsonObject[];
  const listed = rowsNow.filter(({ recused }) => recused === "no");
  listed.push(...rowsNow.filter(({ recused }) => recused === "yes"));
  expect(listed.map(({ number, recused, to }) => [number, recused, to])).toEqual([
    [(await matterOf(cases, first)).number, "no", "replacement"],
    [(await matterOf(cases, cousin)).number, "yes", "chief"],
  ]);

  // Not one of the station yet: the list can be signed, but the matters cannot go.
  const signedOn = "2026-11-23";
  accepted(await step("luoxiaodong", "leaverSign", { leaverSignedOn: signedOn }));
  await cases.people.save({
    assignments: [
      { id: "tanlei.here", user: "tanlei", role: "officer", unit: STATION, from: 0, to: null },
    ],
  });
  accepted(await step("tanlei", "replacementSign", { replacementSignedOn: signedOn }));
  await cases.handovers.idle();
  expect(await withWhom(cases, first)).toEqual(["tanlei"]);
  expect(await withWhom(cases, cousin)).toEqual(["luming"]);
  expect(await withWhom(cases, other)).toEqual(["gaoyuan"]);

  // One more came after the list.
  const late = await dispute(cases, "luoxiaodong", SHIQIAO);
  const leave = { leftOn: signedOn, accountClosed: "yes" };
  const refused = await step("luming", "leavePost", leave);
  expect(refused.ok ? null : refused.refusal).toMatchObject({
    code: "handover/open-matters",
    params: { count: 1, first: (await matterOf(cases, late)).number },
  });
  const task = (await matterOf(cases, late)).tasks[0]?.id ?? "";
  accepted(
    await cases.part.operate(cases.as("luming"), {
      ...{ caseId: late, commandId: uuidv7(cases.clock.time), operation: "handOver" },
      ...{ expectedSeq: (await matterOf(cases, late)).seq, task, to: ["tanlei"] },
    }),
  );
  accepted(await step("luming", "leavePost", leave));
  expect((await matterOf(cases, move)).state).toBe("left");
  // Who keeps out takes no step and gets nothing.
  const triage = { by: "tanlei", caseId: cousin, event: "declareRecusal", form: recusal };
  const kept = await take(cases, triage);
  expect(kept.ok ? "ok" : kept.refusal.code).toBe("case/must-avoid");
  for (const id of [first, cousin, move]) await proves(cases, id);
});

test("an approved leave names the substitute; what both signed for goes and comes back, except what stays", async () => {
  const cases = await open();
  const [goes, stays] = [
    await dispute(cases, "luoxiaodong", SHIQIAO),
    await dispute(cases, "luoxiaodong", BAISHU),
  ];
  const numbers = [(await matterOf(cases, goes)).number, (await matterOf(cases, stays)).number];
  const list = await begin(cases, {
    ...{ by: "luming", package: "staff-move.handover", place: "991021200000" },
    form: {
      ...{ giver: "luoxiaodong", taker: "gaoyuan", why: "leave" },
      ...{ fromDay: "2026-11-23", toDay: "2026-11-25" },
    },
  });
  const step = (by: string, event: string, form: JsonObject = {}) =>
    take(cases, { by, caseId: list, event, form });
  const rows = (await matterOf(cases, list)).data["matters"] as JsonObject[];
  expect(rows.map(({ number }) => number).sort()).toEqual([...numbers].sort());
  const matters = rows.map((row) =>
    row["number"] === numbers[1] ? { ...row, stays: "yes" } : row,
  );
  accepted(await step("luoxiaodong", "changeList", { matters }));
  accepted(await step("luoxiaodong", "giverSign", { giverSignedOn: "2026-11-23" }));
  expect(await withWhom(cases, goes)).toEqual(["luoxiaodong"]);
  accepted(await step("gaoyuan", "takerSign", { takerSignedOn: "2026-11-23" }));
  await cases.handovers.idle();
  expect([await withWhom(cases, goes), await withWhom(cases, stays)]).toEqual([
    ["gaoyuan"],
    ["gaoyuan"],
  ]);
  cases.clock.time = instantOf("2026-11-26T08:00");
  await cases.workers.runDue();
  await cases.handovers.idle();
  expect((await matterOf(cases, list)).state).toBe("returned");
  expect([await withWhom(cases, goes), await withWhom(cases, stays)]).toEqual([
    ["luoxiaodong"],
    ["gaoyuan"],
  ]);
  await proves(cases, goes);
});
