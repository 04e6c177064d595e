import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { replay } from "../../../app/engine/replay";
import { calendarOf } from "../../../app/engine/workflow";
import { createDutyBoard } from "../../../app/runtime/duty/duty-board";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { beginRoster, openStation, publishRoster, STATION } from "../../support/make-roster-story";
import { accepted, SHIQIAO, take, type TestCases } from "../../support/open-test-cases";

const SHUIJING = "991021200206";

async function alarm(cases: TestCases) {
  const answer = await cases.part.start(cases.as("yangxiulan"), {
    package: "dispute-mediation",
    place: SHIQIAO,
    commandId: uuidv7(cases.clock.time),
    expectedSeq: 0,
    form: { reporter: "石小军", where: "四组", what: "打起来了", urgency: "normal", hurt: "yes" },
  });
  const { caseId } = accepted(answer);
  const { cases: read } = await cases.parts.store.read({
    ...{ cases: [caseId], commands: [], sequences: [] },
  });
  const [task] = read.get(caseId)?.tasks ?? [];
  return { caseId, task };
}

test("on duty are who is in the village, then who keeps the watch, through the night too", async () => {
  const cases = await openStation();
  await publishRoster(cases, await beginRoster(cases));
  const board = createDutyBoard(cases.parts);
  const on = (moment: string, place = SHIQIAO) => board.onDuty(place, instantOf(moment));
  // Monday: gaoyuan keeps the watch from 8:30, the auxiliary is in 石桥村 and not in another village.
  expect(await on("2026-11-23T10:00")).toEqual(["yangxiulan", "gaoyuan"]);
  expect(await on("2026-11-23T10:00", SHUIJING)).toEqual(["gaoyuan"]);
  expect(await on("2026-11-23T08:00")).toEqual([]);
  expect(await on("2026-11-24T03:00")).toEqual(["gaoyuan"]);
  // Wednesday: gaoyuan is in 石桥村; nobody keeps the watch by day.
  expect(await on("2026-11-25T10:00")).toEqual(["gaoyuan", "yangxiulan"]);
  expect(await on("2026-11-25T10:00", SHUIJING)).toEqual([]);
  expect(await on("2026-11-25T10:00", "991023200201")).toEqual([]);
});

test("an emergency goes to the officer on duty; before a roster is published, to the chief", async () => {
  const cases = await openStation();
  const roster = await beginRoster(cases);
  const before = await alarm(cases);
  expect(before.task).toMatchObject({
    assignee: null,
    roles: ["stationChief"],
    handedTo: "stationChief",
  });
  // Published through the service, so that the board reads the roster anew.
  await publishRoster(cases, roster);
  const { caseId, task } = await alarm(cases);
  expect(task).toMatchObject({ assignee: "gaoyuan", roles: ["officer", "stationChief"] });
  expect(task?.firm).toBeUndefined();

  await cases.workers.runDue();
  const told = await cases.part.inbox(cases.as("gaoyuan"));
  expect(told.messages.map(({ text }) => text.zh)).toContainEqual(
    expect.stringContaining("您在值班，这一件交给您"),
  );

  // What the roster said then is in the history, so that replay needs no roster.
  const history = await cases.parts.store.history(caseId);
  expect(history[0]?.people?.onDuty?.["officer"]?.map(({ id }) => id)).toEqual(["gaoyuan"]);
  const { cases: read } = await cases.parts.store.read({
    ...{ cases: [caseId], commands: [], sequences: [] },
  });
  const workflow = await cases.definitions.get(read.get(caseId)?.hash ?? "");
  expect(replay(history, { workflow, calendar: calendarOf(workflow) })).toEqual({
    same: true,
    seq: history.length,
  });
});

test("a roster that is changed and published again is read anew", async () => {
  const cases = await openStation();
  const [gaoyuan] = cases.people.directory().users.filter(({ id }) => id === "gaoyuan");
  if (gaoyuan === undefined) throw new Error("nobody is called gaoyuan");
  const post = { role: "officer", unit: STATION, from: 0, to: null };
  await cases.people.save({
    users: [{ ...gaoyuan, id: "tanlei", login: "tanlei", name: "tanlei" }],
    assignments: [{ id: "tanlei.post", user: "tanlei", ...post }],
  });
  const roster = await beginRoster(cases);
  await publishRoster(cases, roster);
  expect((await alarm(cases)).task?.assignee).toBe("gaoyuan");
  const by = "ranxiaoyan";
  accepted(await take(cases, { by, caseId: roster, event: "amend", form: { reason: "生病" } }));
  const rows = [
    { id: "1-1", shifts: "休 休 下村：石桥村/柏树村 值班 休 休 值班" },
    { id: "1-2", shifts: "值班 休 夜班 休 备勤 值班 休" },
  ];
  accepted(await take(cases, { by, caseId: roster, event: "fillShifts", form: { rows } }));
  expect((await alarm(cases)).task?.assignee).toBe("gaoyuan");
  await publishRoster(cases, roster);
  expect((await alarm(cases)).task?.assignee).toBe("tanlei");
});
