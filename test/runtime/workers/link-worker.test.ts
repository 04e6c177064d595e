import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { HOUR } from "../../../app/engine/time/duration";
import { instantOf } from "../../../app/engine/time/zone";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { findLinks } from "../../../app/storage/case-briefs";
import { createCaseStore } from "../../../app/storage/case-store";
import { exampleFile, partAt } from "../../support/guarded-tree";
import {
  accepted,
  BAISHU,
  bringBackDamaged,
  codeOf,
  openTestCases,
  SHIQIAO,
  startLoan,
  take,
  type TestCases,
} from "../../support/open-test-cases";
import { makeExampleTree } from "../../support/temp-tree";

const LENDING = "workflows/tool-lending/workflow.json";
const REPAIR = "workflows/tool-lending/repair.workflow.json";

/** A loan whose tool is at the workshop, and the repair that it opened. */
async function sendToRepair(
  cases: TestCases,
  form: JsonObject = { damagedTools: "水泵" },
): Promise<{ loan: string; repair: string }> {
  const loan = await startLoan(cases);
  await bringBackDamaged(cases, loan);
  accepted(await take(cases, { by: "gaoyuan", caseId: loan, event: "sendToRepair", form }));
  const [link] = await findLinks(cases.database, loan);
  if (link === undefined) throw new Error("no repair was opened");
  return { loan, repair: link.caseId };
}

const view = async (cases: TestCases, caseId: string) =>
  accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));

const statesOf = async (cases: TestCases, caseId: string): Promise<string[]> =>
  (await view(cases, caseId)).states.map(({ title }) => title.zh);

test("a parent's word reaches the child that waits for it, and what comes of it the parent, once each", async () => {
  const cases = await openTestCases();
  const { loan, repair } = await sendToRepair(cases);
  await cases.workers.runDue();
  expect(await statesOf(cases, repair)).toEqual(["维修中"]);

  cases.clock.time = instantOf("2026-12-03T08:00");
  const again = await cases.reopen();
  await Promise.all([again.workers.runDue(), again.workers.runDue()]);
  expect(await statesOf(again, repair)).toEqual(["加急维修"]);
  const { answers, history } = await view(again, repair);
  expect(JSON.stringify(answers)).toContain("石桥 2026-0001");
  // The child's clocks count from the day on which its parent's clock ran down.
  expect(history[0]).toMatchObject({
    title: { zh: "所属事项来的消息：加急维修" },
    by: "清源",
    when: { zh: "2026年12月1日（2026年12月3日补录）" },
  });
  const told = (await view(again, loan)).history.map(({ title }) => title.zh);
  expect(told.filter((title) => title === "维修：有进展")).toHaveLength(1);
  const { messages } = await again.part.inbox(again.as("gaoyuan"));
  expect(messages.map(({ text }) => text.zh)).toContain("石桥 2026-0001 的维修已加急。");
});

test("a child that does not wait for the word stays as it is, and nothing is tried again", async () => {
  const cases = await openTestCases();
  const { loan, repair } = await sendToRepair(cases);
  cases.clock.time = instantOf("2026-11-24T09:00");
  accepted(await take(cases, { by: "gaoyuan", caseId: repair, event: "mend", form: { cost: 0 } }));
  await cases.workers.runDue();
  expect(await statesOf(cases, loan)).toEqual(["已归还"]);
  cases.clock.time = instantOf("2026-12-20T09:00");
  await cases.workers.runDue();
  expect((await view(cases, repair)).seq).toBe(2);
  expect(cases.log.warn).not.toHaveBeenCalled();
});

test("what a child becomes that its parent does not wait for leaves the parent's history alone", async () => {
  const workflow = await exampleFile(LENDING);
  delete partAt(workflow, "machine.states.mending.on")["link:repair.urgent"];
  const cases = await openTestCases({ dir: await makeExampleTree({ [LENDING]: workflow }) });
  const { loan } = await sendToRepair(cases);
  const { seq } = await view(cases, loan);
  cases.clock.time = instantOf("2026-12-03T08:00");
  await cases.workers.runDue();
  // The clock that ran down, and nothing of what came of it.
  expect((await view(cases, loan)).seq).toBe(seq + 1);
});

test("a state that the parent follows is noted with the child's number, though no state waits for it", async () => {
  const [workflow, child] = [await exampleFile(LENDING), await exampleFile(REPAIR)];
  delete partAt(workflow, "machine.states.mending.on")["link:repair.urgent"];
  partAt(workflow, "links.repair")["follow"] = ["atWorkshop", "urgent"];
  child["numbers"] = {
    repair: {
      ...{ title: { zh: "维修编号" }, format: "{place}修{seq:2}", scope: ["place"] },
      ...{ on: ["start"], into: "case.number" },
    },
  };
  const files = { [LENDING]: workflow, [REPAIR]: child };
  const cases = await openTestCases({ dir: await makeExampleTree(files) });
  const { loan, repair } = await sendToRepair(cases);
  const noted = async () => [await linkOf(cases, loan)];
  const known = { id: repair, end: null, exported: {} };
  expect(await noted()).toEqual([{ ...known, number: null, state: "" }]);
  await cases.workers.runDue();
  expect(await noted()).toEqual([{ ...known, number: "石桥修01", state: "atWorkshop" }]);
  cases.clock.time = instantOf("2026-12-03T08:00");
  await cases.workers.runDue();
  expect(await noted()).toEqual([{ ...known, number: "石桥修01", state: "urgent" }]);
});

/** What the parent knows of its repair. */
async function linkOf(cases: TestCases, loan: string) {
  const store = createCaseStore(cases.database);
  const { cases: read } = await store.read({ cases: [loan], commands: [], sequences: [] });
  return read.get(loan)?.links["repair"]?.[0];
}

test("a child that is taken up again is reported: its end is open again, and comes once more", async () => {
  const repairFile = await exampleFile(REPAIR);
  partAt(repairFile, "moves")["reopen"] = { roles: ["officer"] };
  const lending = await exampleFile(LENDING);
  delete partAt(lending, "machine.states.mending.on")["link:repair.completed"];
  const dir = await makeExampleTree({ [REPAIR]: repairFile, [LENDING]: lending });
  const cases = await openTestCases({ dir });
  const { loan, repair } = await sendToRepair(cases);
  const mend = { by: "gaoyuan", caseId: repair, event: "mend", form: { cost: 0 } } as const;
  accepted(await take(cases, mend));
  await cases.workers.runDue();
  expect(await linkOf(cases, loan)).toMatchObject({ state: "mended", end: "completed" });

  const { seq } = await view(cases, repair);
  const reopened = await cases.part.move(cases.as("gaoyuan"), {
    ...{ caseId: repair, move: "reopen", reason: "又坏了", to: "atWorkshop" },
    ...{ commandId: uuidv7(0), expectedSeq: seq },
  });
  accepted(reopened);
  // The server stops before anybody was told: the report waits for the next start.
  const again = await cases.reopen();
  await again.workers.runDue();
  expect(await linkOf(again, loan)).toMatchObject({ state: "atWorkshop", end: null });

  accepted(await take(again, mend));
  await again.workers.runDue();
  expect(await linkOf(again, loan)).toMatchObject({ state: "mended", end: "completed" });
  const reports = (await view(again, loan)).history.map(({ title }) => title.zh).reverse();
  expect(reports.filter((title) => title.startsWith("维修："))).toEqual([
    "维修：已办结",
    "维修：有进展",
    "维修：已办结",
  ]);
});

test("a report that the parent cannot take is tried again later, parked, and told after a restart", async () => {
  const cases = await openTestCases();
  const { loan, repair } = await sendToRepair(cases);
  await cases.workers.runDue();
  const [row] = await cases.database.run<{ body: Buffer }>("select body from cases where id = ?", [
    loan,
  ]);
  await cases.database.run("update cases set body = ? where id = ?", [Buffer.alloc(40), loan]);
  accepted(await take(cases, { by: "gaoyuan", caseId: repair, event: "mend", form: { cost: 0 } }));
  for (let i = 0; i < 8; i += 1) {
    await cases.workers.runDue();
    cases.clock.time += 3 * HOUR;
  }
  expect(cases.log.warn.mock.calls.filter(([what]) => what === "link.parked")).toHaveLength(1);
  await cases.database.run("update cases set body = ? where id = ?", [row?.body ?? null, loan]);
  await cases.workers.runDue();
  expect(await linkOf(cases, loan)).toMatchObject({ end: null });
  const again = await cases.reopen();
  await again.workers.runDue();
  expect(await linkOf(again, loan)).toMatchObject({ end: "completed" });
  expect(await statesOf(again, loan)).toEqual(["已归还"]);
});

test("only the children that a word is for are told", async () => {
  const workflow = await exampleFile(LENDING);
  partAt(workflow, "links.repair.tells.hurry")["where"] = { "==": [{ var: "state" }, "urgent"] };
  const cases = await openTestCases({ dir: await makeExampleTree({ [LENDING]: workflow }) });
  const { repair } = await sendToRepair(cases);
  cases.clock.time = instantOf("2026-12-03T08:00");
  await cases.workers.runDue();
  expect(await statesOf(cases, repair)).toEqual(["维修中"]);
});

/** The example where the workshop may stand in another village. */
async function openWithWorkshops(): Promise<TestCases> {
  const data = await exampleFile("schemas/tool-lending/data.json");
  partAt(data, "properties")["workshop"] = {
    ...{ type: "string", label: { zh: "修理铺在哪个村" }, maxLength: 12, privacy: "none" },
  };
  const order = await exampleFile("schemas/tool-lending/repairOrder.json");
  partAt(order, "schema.properties")["workshop"] = { $ref: "data.json#/properties/workshop" };
  const workflow = await exampleFile(LENDING);
  partAt(workflow, "links.repair")["place"] = "workshop";
  const dir = await makeExampleTree({
    "schemas/tool-lending/data.json": data,
    "schemas/tool-lending/repairOrder.json": order,
    [LENDING]: workflow,
  });
  return openTestCases({ dir });
}

test("a linked matter lies in the village that its parent names, with the station there", async () => {
  const cases = await openWithWorkshops();
  const { repair } = await sendToRepair(cases, { damagedTools: "水泵", workshop: BAISHU });
  const mine = await cases.part.caseView(cases.as("luojianping"), repair);
  expect(accepted(mine).placeName).toBe("柏树村");
  expect(codeOf(await cases.part.caseView(cases.as("yangxiulan"), repair))).toBe("case/not-found");
});

test("a village out of reach, or none, opens no linked matter", async () => {
  const cases = await openWithWorkshops();
  const loan = await startLoan(cases);
  await bringBackDamaged(cases, loan);
  for (const workshop of ["991023200201", "100000000000", "村里"]) {
    const form = { damagedTools: "水泵", workshop };
    const sent = await take(cases, { by: "gaoyuan", caseId: loan, event: "sendToRepair", form });
    expect(codeOf(sent)).toBe("case/unknown-place");
  }
  expect(await findLinks(cases.database, loan)).toEqual([]);
  expect(await statesOf(cases, loan)).toEqual(["损坏待处理"]);
});

test("what only a link opens cannot be registered by hand, and is not offered", async () => {
  const repair = await exampleFile(REPAIR);
  repair["linkedOnly"] = true;
  const cases = await openTestCases({ dir: await makeExampleTree({ [REPAIR]: repair }) });
  const officer = cases.as("gaoyuan");
  const ask = { package: "tool-lending.repair", place: SHIQIAO };
  const sent = await cases.part.start(officer, {
    ...ask,
    ...{ commandId: uuidv7(0), expectedSeq: 0, form: { tools: "水泵" } },
  });
  expect(codeOf(sent)).toBe("case/linked-only");
  const form = await cases.part.startForm(officer, ask.package, "zh");
  expect(codeOf(form)).toBe("case/linked-only");
  const offered = await cases.part.startable(officer);
  expect(offered.map((option) => option.package)).toEqual(["tool-lending"]);
  await sendToRepair(cases);
});
