import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { viewParked } from "../../../app/runtime/sweeps/view-parked";
import { findAncestors } from "../../../app/storage/ancestors";
import { findLinks } from "../../../app/storage/case-briefs";
import { createCaseStore } from "../../../app/storage/case-store";
import { exampleFile, partAt } from "../../support/guarded-tree";
import {
  accepted,
  bringBackDamaged,
  openTestCases,
  startLoan,
  take,
  type TestCases,
} from "../../support/open-test-cases";
import { makeExampleTree } from "../../support/temp-tree";

const LENDING = "workflows/tool-lending/workflow.json";
const REPAIR = "workflows/tool-lending/repair.workflow.json";

/** Loans that may send several tools to repair, and repairs that end with them. */
async function openLoans(): Promise<TestCases> {
  const lending = await exampleFile(LENDING);
  const repair = partAt(lending, "links.repair");
  repair["cancel"] = "with";
  repair["waits"] = { for: "all", in: ["damaged"] };
  const on = partAt(lending, "machine.states.damaged.on");
  Object.assign(on, { sendToRepair: {}, "link:repair.finished": "mending" });
  const after = partAt(lending, "machine.states.mending");
  after["always"] = "returned" as Json;
  return openTestCases({ dir: await makeExampleTree({ [LENDING]: lending }) });
}

async function loanWithRepairs(
  cases: TestCases,
  count: number,
): Promise<{ loan: string; repairs: string[] }> {
  const loan = await startLoan(cases);
  await bringBackDamaged(cases, loan);
  for (let i = 0; i < count; i += 1) {
    const form = { damagedTools: "水泵" };
    accepted(await take(cases, { by: "gaoyuan", caseId: loan, event: "sendToRepair", form }));
  }
  const links = await findLinks(cases.database, loan);
  return { loan, repairs: links.map(({ caseId }) => caseId) };
}

async function matter(cases: TestCases, id: string) {
  const store = createCaseStore(cases.database);
  const found = (await store.read({ cases: [id], commands: [], sequences: [] })).cases.get(id);
  if (found === undefined) throw new Error("the matter is gone");
  return found;
}

async function move(cases: TestCases, caseId: string, what: "void" | "reopen"): Promise<void> {
  const { seq } = await matter(cases, caseId);
  const input = { caseId, move: what, reason: "登记错了" } as const;
  const sent = { ...input, commandId: uuidv7(0), expectedSeq: seq };
  accepted(await cases.part.move(cases.as("gaoyuan"), sent));
}

const mend = (cases: TestCases, caseId: string) =>
  take(cases, { by: "gaoyuan", caseId, event: "mend", form: { cost: 0 } });

test("two that finish in the same moment are both heard, once each, and the wait ends with the second", async () => {
  const cases = await openLoans();
  const { loan, repairs } = await loanWithRepairs(cases, 3);
  const [one = "", two = "", three = ""] = repairs;
  await Promise.all([mend(cases, one), mend(cases, two)]);
  await Promise.all([cases.workers.runDue(), cases.workers.runDue()]);
  expect(await matter(cases, loan)).toMatchObject({ status: "open", state: "damaged" });
  await Promise.all([mend(cases, three), cases.workers.runDue()]);
  await cases.workers.runDue();
  const { status, state, links } = await matter(cases, loan);
  expect([status, state]).toEqual(["ended", "returned"]);
  expect(links["repair"]?.map(({ end }) => end)).toEqual(["completed", "completed", "completed"]);
  const heard = (await createCaseStore(cases.database).history(loan)).flatMap(({ command }) =>
    command.type === "link" && command.end !== null ? [command.child] : [],
  );
  expect(heard.toSorted()).toEqual(repairs.toSorted());
});

test("children end with their parent though the server stopped in between, and come back with it", async () => {
  const cases = await openLoans();
  const { loan, repairs } = await loanWithRepairs(cases, 2);
  const [one = "", two = ""] = repairs;
  await move(cases, loan, "void");
  // Stored with the parent's step, carried out by nobody yet.
  expect(await matter(cases, one)).toMatchObject({ status: "open" });
  const again = await cases.reopen();
  await Promise.all([again.workers.runDue(), again.workers.runDue()]);
  for (const repair of repairs) {
    expect(await matter(again, repair)).toMatchObject({
      ...{ status: "void", state: "atWorkshop", tasks: [], endedWith: { parent: loan } },
    });
  }
  expect((await matter(again, loan)).links["repair"]).toMatchObject([
    { end: "abandoned" },
    { end: "abandoned" },
  ]);
  const { history } = accepted(await again.part.caseView(again.as("gaoyuan"), one));
  expect(history[0]).toMatchObject({ title: { zh: "所属事项已作废，本事项随之终止" } });

  await move(again, loan, "reopen");
  const third = await again.reopen();
  await third.workers.runDue();
  expect(await matter(third, two)).toMatchObject({ status: "open", state: "atWorkshop" });
  expect((await matter(third, loan)).links["repair"]?.map(({ end }) => end)).toEqual([null, null]);
  await third.workers.runDue();
  expect(third.log.warn).not.toHaveBeenCalled();
});

test("a word that was overtaken does nothing: a child follows how its parent stands then", async () => {
  const cases = await openLoans();
  const { loan, repairs } = await loanWithRepairs(cases, 1);
  await move(cases, loan, "void");
  await move(cases, loan, "reopen");
  await cases.workers.runDue();
  expect(await matter(cases, repairs[0] ?? "")).toMatchObject({ status: "open", seq: 1 });
});

test("what people did with a child stands when its parent is taken up again", async () => {
  const cases = await openLoans();
  const { loan, repairs } = await loanWithRepairs(cases, 2);
  const [one = "", two = ""] = repairs;
  await move(cases, one, "void");
  await cases.workers.runDue();
  await move(cases, loan, "void");
  await cases.workers.runDue();
  await move(cases, loan, "reopen");
  await cases.workers.runDue();
  expect(await matter(cases, one)).toMatchObject({ status: "void" });
  expect(await matter(cases, two)).toMatchObject({ status: "open" });
});

test("a word that stands still is named for whoever looks after the queues", async () => {
  const cases = await openLoans();
  const { loan } = await loanWithRepairs(cases, 1);
  const row = {
    ...({ queue: "outbox", county: "991021", id: "1", caseId: loan } as const),
    ...{ parkedAt: 0, fault: null },
  };
  const named = await viewParked(cases, [
    { ...row, what: "parent:repair" },
    { ...row, what: "tell:repair.hurry" },
  ]);
  expect(named.map(({ what }) => what.zh)).toEqual(["告诉关联的“维修”", "告诉关联的“维修”"]);
});

test("a matter does not open its own kind at the same place and unit, however deep it stands", async () => {
  const repair = await exampleFile(REPAIR);
  repair["links"] = {
    again: {
      ...{ title: { zh: "转修", en: "Passed on" }, package: "tool-lending.repair" },
      export: { tools: "tools" },
    },
  };
  const state = partAt(repair, "machine.states.atWorkshop");
  partAt(state, "meta.events")["passOn"] = {
    ...{ label: { zh: "转修", en: "Pass on" }, roles: ["officer"], act: "record" },
    ...{ about: "matter", opens: "again", noForm: { zh: "没有别的要写", en: "Nothing to write" } },
  };
  partAt(state, "on")["passOn"] = {};
  const dir = await makeExampleTree({ [REPAIR]: repair });
  const cases = await openTestCases({ dir });
  const loan = await startLoan(cases);
  await bringBackDamaged(cases, loan);
  const form = { damagedTools: "水泵" };
  accepted(await take(cases, { by: "gaoyuan", caseId: loan, event: "sendToRepair", form }));
  const [link] = await findLinks(cases.database, loan);
  const child = link?.caseId ?? "";
  const sent = await take(cases, { by: "gaoyuan", caseId: child, event: "passOn", form: {} });
  expect(sent).toMatchObject({ ok: false, refusal: { code: "case/link-refused" } });
  expect(JSON.stringify(sent)).toContain("循环");
  expect(await findLinks(cases.database, child)).toHaveLength(1);
  expect(await findAncestors(cases.database, child)).toMatchObject([
    { id: loan, workflow: "tool-lending", status: "open" },
  ]);
  expect(await findAncestors(cases.database, loan)).toEqual([]);
});
