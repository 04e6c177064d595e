import { expect, test } from "vitest";
import {
  definePlugin,
  type Plugin,
  type PluginAction,
  type PluginJob,
} from "../../../app/engine/plugin/api";
import { DAY, HOUR } from "../../../app/engine/time/duration";
import { instantOf } from "../../../app/engine/time/zone";
import { listParked } from "../../../app/storage/outbox";
import {
  accepted,
  openTestCases,
  startLoan,
  take,
  type TestCases,
} from "../../support/open-test-cases";
import { exampleFile, partAt } from "../../support/guarded-tree";
import { makeExampleTree } from "../../support/temp-tree";

const FILE = "workflows/tool-lending/workflow.json";

/** A loan that is lent, with a reminder on 2026-11-30 at eight and its end after 2026-12-01. */
async function lend(cases: TestCases): Promise<string> {
  const caseId = await startLoan(cases);
  for (const event of ["approve", "count"]) {
    accepted(await take(cases, { by: "gaoyuan", caseId, event }));
  }
  const form = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form }));
  return caseId;
}

async function statesOf(cases: TestCases, caseId: string): Promise<string[]> {
  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  return view.states.map(({ title }) => title.zh);
}

const messagesOf = async (cases: TestCases): Promise<string[]> =>
  (await cases.part.inbox(cases.as("gaoyuan"))).messages.map(({ text }) => text.zh);

test("clocks that ran down while the server was off fire once each, never early", async () => {
  const cases = await openTestCases();
  const caseId = await lend(cases);
  cases.clock.time = instantOf("2026-12-01T23:59");
  await cases.workers.runDue();
  expect(await statesOf(cases, caseId)).toEqual(["已借出"]);
  expect(await messagesOf(cases)).toEqual(["石桥 2026-0001 借期快到期了，请安排办理。"]);

  cases.clock.time = instantOf("2026-12-03T08:00");
  const again = await cases.reopen();
  await Promise.all([again.workers.runDue(), again.workers.runDue()]);
  expect(await statesOf(again, caseId)).toEqual(["到期未还"]);
  expect(await messagesOf(again)).toHaveLength(2);

  const third = await again.reopen();
  await third.workers.runDue();
  const view = accepted(await third.part.caseView(third.as("gaoyuan"), caseId));
  expect(view.seq).toBe(6);
  // The state began when the loan ended, not when the server came back.
  expect(view.history[0]).toMatchObject({
    title: { zh: "借期：期满" },
    by: "清源",
    when: { zh: "2026年12月2日（2026年12月3日补录）" },
  });
});

test("one matter that cannot be read stops neither the clocks nor the messages of the others", async () => {
  const cases = await openTestCases();
  const [broken, sound] = [await lend(cases), await lend(cases)];
  await cases.database.run("update cases set body = x'00', title = x'00' where id = ?", [broken]);
  cases.clock.time = instantOf("2026-12-02T08:00");
  await cases.workers.runDue();
  expect(await statesOf(cases, sound)).toEqual(["到期未还"]);
  expect(await messagesOf(cases)).toContain("石桥 2026-0002 借期已满，请提醒归还。");
});

test("a clock that cannot be fired is tried five times, then left alone and logged", async () => {
  const cases = await openTestCases();
  const caseId = await lend(cases);
  await cases.workers.runDue();
  cases.clock.time = instantOf("2026-12-02T08:00");
  await cases.database.run("delete from definitions");
  const again = await cases.reopen();
  for (let i = 0; i < 8; i += 1) {
    await again.workers.runDue();
    again.clock.time += 3 * HOUR;
  }
  const parked = again.log.warn.mock.calls.filter(([event]) => event === "timer.parked");
  expect(parked).toHaveLength(2);
  expect(parked[0]?.[1]).toMatchObject({ caseId });
});

/** A plugin whose action and job do what the test says. */
function makePlugin(parts: { act?: PluginAction["run"]; work?: PluginJob["run"] }): Plugin {
  const title = { zh: "试验", en: "Trial" };
  const params = { type: "object", additionalProperties: false, properties: {} };
  return definePlugin({
    name: "trial",
    version: "1.0.0",
    platform: "1",
    actions: [{ name: "act", title, params, run: parts.act ?? (() => Promise.resolve()) }],
    jobs: [{ name: "work", title, params, run: parts.work ?? (() => Promise.resolve(null)) }],
  });
}

/** The example with one thing ordered when a loan is approved. */
async function openOrdering(action: string, plugin: Plugin): Promise<TestCases> {
  const workflow = await exampleFile(FILE);
  partAt(workflow, "plugins")["trial"] = "1";
  partAt(workflow, "machine.states.asked.on")["approve"] = {
    target: "handover",
    actions: [{ type: action, params: {} }],
  };
  workflow["jobs"] = {
    label: { title: { zh: "打标签" }, job: "trial.work", into: "receiptNumber" },
  };
  const dir = await makeExampleTree({ [FILE]: workflow });
  return openTestCases({ dir, plugins: [plugin] });
}

async function approve(cases: TestCases): Promise<string> {
  const caseId = await startLoan(cases);
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve" }));
  return caseId;
}

test("an effect whose message was sent before it failed is sent again without a second message", async () => {
  let tries = 0;
  const keys = new Set<string>();
  const plugin = makePlugin({
    async act({ send, idempotencyKey }) {
      tries += 1;
      keys.add(idempotencyKey);
      const text = { zh: `试第 ${tries} 次` };
      await send({ channel: "core.inbox", to: { roles: ["officer"] }, text });
      if (tries === 1) throw new Error("the line broke");
    },
  });
  const cases = await openOrdering("trial.act", plugin);
  await approve(cases);
  await cases.workers.runDue();
  cases.clock.time += HOUR;
  await cases.workers.runDue();
  expect([tries, keys.size]).toEqual([2, 1]);
  expect(await messagesOf(cases)).toEqual(["试第 1 次"]);
});

test("an effect that always fails is parked after five tries, and nothing else waits for it", async () => {
  let tries = 0;
  const plugin = makePlugin({
    act() {
      tries += 1;
      return Promise.reject(new Error("the line is dead"));
    },
  });
  const cases = await openOrdering("trial.act", plugin);
  const caseId = await approve(cases);
  for (let i = 0; i < 8; i += 1) {
    await cases.workers.runDue();
    cases.clock.time += 3 * HOUR;
  }
  expect(tries).toBe(5);
  const parked = await listParked(cases.database, 10);
  expect(parked).toMatchObject([{ caseId, action: "trial.act", error: "the line is dead" }]);
  const warned = cases.log.warn.mock.calls.filter(([event]) => event === "effect.parked");
  expect(warned).toEqual([["effect.parked", { caseId, action: "trial.act" }]]);
});

test("an action that never ends is given up when the server stops", async () => {
  const plugin = makePlugin({ act: () => new Promise(() => undefined) });
  const cases = await openOrdering("trial.act", plugin);
  await approve(cases);
  cases.workers.start();
  await expect
    .poll(() => cases.database.run("select id from outbox where tries = 1"))
    .toHaveLength(1);
  await cases.stop();
  const [row] = await cases.database.run("select status from outbox where action = 'trial.act'");
  expect(row).toEqual({ status: "waiting" });
});

test("a job's result comes back into the data of its matter, once", async () => {
  let runs = 0;
  const plugin = makePlugin({
    work({ progress }) {
      runs += 1;
      progress(0.5);
      return Promise.resolve("标签 7 号");
    },
  });
  const cases = await openOrdering("job:label", plugin);
  const caseId = await approve(cases);
  await cases.workers.runDue();
  const again = await cases.reopen();
  again.clock.time += DAY;
  await again.workers.runDue();
  const view = accepted(await again.part.caseView(again.as("gaoyuan"), caseId));
  expect(runs).toBe(1);
  expect(view.history.map(({ title }) => title.zh)).toContain("打标签：完成");
  expect(JSON.stringify(view.answers)).toContain("标签 7 号");
});

test("a job says how far it is, and one that is cancelled tells its matter", async () => {
  const plugin = makePlugin({
    work({ progress }) {
      progress(0.25);
      return new Promise(() => undefined);
    },
  });
  const cases = await openOrdering("job:label", plugin);
  const caseId = await approve(cases);
  const effect = `${caseId}:2:1`;
  cases.workers.start();
  await expect.poll(() => cases.workers.jobs.progressOf(effect)).toBe(0.25);
  cases.workers.jobs.cancel(effect);
  await cases.workers.jobs.idle();
  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(view.history[0]?.title.zh).toBe("打标签：没有完成");
  await cases.stop();
});
