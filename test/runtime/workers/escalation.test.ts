import { expect, test, vi } from "vitest";
import { definePlugin, type Plugin } from "../../../app/engine/plugin/api";
import { HOUR } from "../../../app/engine/time/duration";
import { instantOf } from "../../../app/engine/time/zone";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { exampleFile, partAt } from "../../support/guarded-tree";
import {
  accepted,
  loanForm,
  openTestCases,
  QINGYUAN,
  startLoan,
  take,
  type TestCases,
} from "../../support/open-test-cases";
import { makeExampleTree } from "../../support/temp-tree";

const FILE = "workflows/tool-lending/workflow.json";
const CHIEF = { luming: { role: "stationChief", unit: "991021200.station" } } as const;
const COUNTY = { hejing: { role: "countySec", unit: "991021" } } as const;

/** The example, whose decision is brought to the officer, the chief and the county when it is late. */
async function ladderTree(): Promise<string> {
  const workflow = await exampleFile(FILE);
  partAt(workflow, "deadlines.decision")["ladder"] = [
    { key: "officer", at: 1, tell: ["officer"] },
    { key: "chief", at: 2, tell: ["stationChief"] },
    { key: "county", at: 4, tell: ["countySec"] },
  ];
  workflow["quietHours"] = { from: "21:30", to: "07:30" };
  return makeExampleTree({ [FILE]: workflow });
}

const told = async (cases: TestCases, login: string): Promise<string[]> =>
  (await cases.part.inbox(cases.as(login))).messages.map(({ text }) => text.zh).reverse();

async function at(cases: TestCases, moment: string): Promise<void> {
  cases.clock.time = instantOf(moment);
  await cases.workers.runDue();
}

/** A loan in the other county. */
async function startThere(cases: TestCases): Promise<string> {
  const answer = await cases.part.start(cases.as("zhouzheng"), {
    ...{ package: "tool-lending", place: QINGYUAN, expectedSeq: 0, form: loanForm() },
    commandId: uuidv7(cases.clock.time),
  });
  return accepted(answer).caseId;
}

test("a matter that nobody decides goes up rung by rung, in the morning, across restarts", async () => {
  const cases = await openTestCases({ dir: await ladderTree(), posts: { ...CHIEF, ...COUNTY } });
  const caseId = await startLoan(cases);
  // The last day is the 24th; at midnight it is overdue, and nobody is woken.
  await at(cases, "2026-11-25T00:05");
  expect(await told(cases, "gaoyuan")).toEqual([]);
  await at(cases, "2026-11-25T07:30");
  expect(await told(cases, "gaoyuan")).toEqual(["石桥 2026-0001 答复期限已经超期，请先办。"]);
  await at(cases, "2026-11-25T08:00");
  expect(await told(cases, "gaoyuan")).toHaveLength(2);
  expect(await told(cases, "luming")).toEqual([]);

  // The server is off over the chief's rung and half of the weekend.
  cases.clock.time = instantOf("2026-11-28T09:00");
  const again = await cases.reopen();
  await Promise.all([again.workers.runDue(), again.workers.runDue()]);
  expect(await told(again, "luming")).toEqual([
    "石桥 2026-0001 答复期限超期 2 个工作日，还没有办，请过问。",
  ]);
  const third = await again.reopen();
  await at(third, "2026-11-30T08:00");
  expect(await told(third, "luming")).toHaveLength(1);
  expect(await told(third, "hejing")).toHaveLength(1);
  expect(await told(third, "gaoyuan")).toHaveLength(2);

  const [ladder] = accepted(await third.part.ladders(third.as("gaoyuan"), caseId));
  expect(ladder?.rungs.map(({ is, names, when }) => [is, names, when?.zh])).toEqual([
    ["told", ["gaoyuan"], "11月25日 08:00"],
    ["told", ["luming"], "11月28日 09:00"],
    ["told", ["hejing"], "11月30日 08:00"],
  ]);
  const titles = accepted(await third.part.caseView(third.as("gaoyuan"), caseId)).history;
  expect(titles[0]?.title.zh).toBe("答复期限：告知县局治安（法制）");
});

test("what is decided in time tells nobody; the preview says who would have been", async () => {
  const cases = await openTestCases({ dir: await ladderTree(), posts: { ...CHIEF, ...COUNTY } });
  const caseId = await startLoan(cases);
  const ladders = async () => accepted(await cases.part.ladders(cases.as("gaoyuan"), caseId));
  expect((await ladders())[0]?.rungs).toMatchObject([
    {
      is: "coming",
      when: { zh: "11月25日 08:00" },
      names: ["gaoyuan"],
      stage: { zh: "超期 1 个工作日" },
    },
    { is: "coming", when: { zh: "11月26日 08:00" }, names: ["luming"], instead: null },
    { is: "coming", when: { zh: "11月30日 08:00" }, names: ["hejing"] },
  ]);
  expect((await ladders())[0]?.quiet).toEqual({ from: "21:30", to: "07:30", restDays: false });
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve" }));
  await at(cases, "2026-12-15T10:00");
  expect(await told(cases, "luming")).toEqual([]);
  expect((await ladders()).length).toBe(0);
});

test("where nobody is chief, the next above is told and reads why", async () => {
  const cases = await openTestCases({ dir: await ladderTree(), posts: COUNTY });
  const caseId = await startLoan(cases);
  const [ladder] = accepted(await cases.part.ladders(cases.as("gaoyuan"), caseId));
  expect(ladder?.rungs[1]).toMatchObject({
    names: ["hejing"],
    instead: { zh: "县局治安（法制）" },
  });
  await at(cases, "2026-11-26T08:00");
  expect(await told(cases, "hejing")).toEqual([
    "石桥 2026-0001 答复期限超期 2 个工作日，还没有办，请过问。（这里没有人担任派出所所长，所以通知您。）",
  ]);
});

test("a rung that nobody can be told of is parked after five tries, and sent once somebody is appointed", async () => {
  const cases = await openTestCases({ dir: await ladderTree() });
  await startLoan(cases);
  cases.clock.time = instantOf("2026-11-26T08:00");
  for (let i = 0; i < 8; i += 1) {
    await cases.workers.runDue();
    cases.clock.time += 3 * HOUR;
  }
  const parked = cases.log.warn.mock.calls.filter(([event]) => event === "effect.parked");
  expect(parked).toHaveLength(1);
  const [row] = await cases.database.run<{ fault: string; county: string }>(
    "select fault, county from outbox where status = 'parked'",
  );
  expect(row).toEqual({ fault: "nobody", county: "991021" });
});

/** The example with an action of a plugin when a loan is registered. */
async function openOrdering(act: (county: string) => Promise<void>): Promise<TestCases> {
  const plugin: Plugin = definePlugin({
    ...{ name: "trial", version: "1.0.0", platform: "1" },
    actions: [
      {
        ...{ name: "act", title: { zh: "试验" } },
        params: { type: "object", additionalProperties: false, properties: {} },
        run: ({ matter }) => act(matter.id.slice(0, 6)),
      },
    ],
  });
  const workflow = await exampleFile(FILE);
  partAt(workflow, "plugins")["trial"] = "1";
  partAt(workflow, "machine.states.asked")["entry"] = [{ type: "trial.act", params: {} }];
  return openTestCases({ dir: await makeExampleTree({ [FILE]: workflow }), plugins: [plugin] });
}

test("a channel that hangs in one county holds up no other", async () => {
  const done: string[] = [];
  const cases = await openOrdering((county) => {
    if (county === "991021") return new Promise(() => undefined);
    done.push(county);
    return Promise.resolve();
  });
  await startLoan(cases);
  cases.workers.start();
  await vi.waitFor(() => {
    expect(cases.workers.lanes.effects.recordOf("991021").runningSince).not.toBeNull();
  });
  await startThere(cases);
  await vi.waitFor(() => expect(done).toEqual(["991023"]), 5000);
  await startThere(cases);
  await vi.waitFor(() => expect(done).toHaveLength(2), 5000);
  const { lanes } = cases.workers;
  expect(lanes.effects.recordOf("991021")).toMatchObject({
    done: 0,
    runningSince: expect.any(Number),
  });
  expect(lanes.effects.recordOf("991023")).toMatchObject({ failed: 0 });
  await cases.stop();
});

test("poison clocks of one county, however many, keep no clock of another county waiting", async () => {
  const cases = await openTestCases({ dir: await ladderTree(), posts: { ...CHIEF, ...COUNTY } });
  const ours = await startLoan(cases);
  const theirs = await startThere(cases);
  await cases.database.run("update cases set body = x'00', title = x'00' where id = ?", [ours]);
  // More than one round takes, all due before the other county's.
  for (let i = 0; i < 150; i += 1) {
    await cases.database.run(
      `insert into timers (case_id, county, id, kind, path, deadline, armed_seq, due_at, provisional, blocked, wake_at)
       select case_id, county, id || ?, kind, path, deadline, armed_seq, 1, 0, 0, 1 from timers
       where case_id = ? and kind = 'due' and length(id) < 40`,
      [`:x${i}`.padEnd(60, "x"), ours],
    );
  }
  cases.clock.time = instantOf("2026-11-25T00:05");
  await cases.workers.lanes.timers.round();
  const view = accepted(await cases.part.caseView(cases.as("zhouzheng"), theirs));
  expect(view.seq).toBe(2);
  expect(cases.workers.lanes.timers.recordOf("991023")).toMatchObject({ done: 1, failed: 0 });
  expect(cases.workers.lanes.timers.recordOf("991021").failed).toBeGreaterThan(0);
});
