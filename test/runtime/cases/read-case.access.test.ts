import { expect, test } from "vitest";
import { listAudit } from "../../../app/storage/audit-log";
import {
  accepted,
  bringBackDamaged,
  codeOf,
  openTestCases,
  startLoan,
  take,
  type TestCases,
} from "../../support/open-test-cases";
import { exampleFile, makeGuardedTree, partAt } from "../../support/guarded-tree";

const OPINION = "他上次还回来的水泵少了一截管子";
const PHONE = "13800138000";

async function openGuarded(): Promise<{ cases: TestCases; caseId: string }> {
  const cases = await openTestCases({ dir: await makeGuardedTree() });
  const caseId = await startLoan(cases, { deposit: 12345 });
  const form = { opinion: OPINION };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve", form }));
  return { cases, caseId };
}

/** Everything that one person can get to see of a matter, as one text. */
async function everythingOf(cases: TestCases, by: "yangxiulan" | "gaoyuan", caseId: string) {
  const session = cases.as(by);
  const { part } = cases;
  const seen = [
    await part.caseView(session, caseId),
    await part.stepForm(session, caseId, "sign", "zh"),
    await part.paper(session, caseId, "receipt", "zh"),
    await part.register(session, "tool-lending.loanBook", 2026),
    await part.worklist(session, { queue: "all", after: null }),
    await part.worklist(session, { queue: "unit", after: null }),
    await part.inbox(session),
  ];
  return JSON.stringify(seen);
}

test("what only officers may see reaches an officer and nobody else", async () => {
  const { cases, caseId } = await openGuarded();
  const officer = await everythingOf(cases, "gaoyuan", caseId);
  const auxiliary = await everythingOf(cases, "yangxiulan", caseId);
  for (const secret of [OPINION, PHONE, "123.45"]) {
    expect([secret, officer.includes(secret)]).toEqual([secret, true]);
    expect([secret, auxiliary.includes(secret)]).toEqual([secret, false]);
  }
  expect(auxiliary).toContain("杨德厚");
});

test("a number that reaches a person is masked on the page and whole on the paper", async () => {
  const { cases, caseId } = await openGuarded();
  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(view.answers[0]?.rows).toContainEqual({
    label: { zh: "联系电话", en: "Phone" },
    value: "138****8000",
    masked: true,
  });
  const paper = accepted(await cases.part.paper(cases.as("gaoyuan"), caseId, "receipt", "zh"));
  expect(JSON.stringify(paper.blocks)).toContain(PHONE);
});

test("a reason names no value that its reader may not see", async () => {
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  partAt(workflow, "rules.withinLimit")["when"] = { "<=": [{ var: "data.deposit" }, 100] };
  partAt(workflow, "machine.states.asked.on")["cancel"] = {
    guard: "withinLimit",
    target: "cancelled",
  };
  const cases = await openTestCases({ dir: await makeGuardedTree({ [file]: workflow }) });
  const caseId = await startLoan(cases, { deposit: 12345 });
  for (const [by, sees] of [
    ["gaoyuan", true],
    ["yangxiulan", false],
  ] as const) {
    const view = accepted(await cases.part.caseView(cases.as(by), caseId));
    const offered = view.offers.find(({ event }) => event === "cancel");
    expect(offered?.refusal?.reasons).toHaveLength(1);
    expect(JSON.stringify(offered).includes("123.45")).toBe(sees);
    const refused = await take(cases, { by, caseId, event: "cancel" });
    expect(codeOf(refused)).toBe("case/rule-refused");
    expect(JSON.stringify(refused).includes("123.45")).toBe(sees);
  }
});

test("an auxiliary sees the open matters of the own village, and no others", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const seenBy = async (by: Parameters<typeof cases.as>[0]) =>
    codeOf(await cases.part.caseView(cases.as(by), caseId));
  expect(await seenBy("yangxiulan")).toBe("accepted");
  expect(await seenBy("luojianping")).toBe("case/not-found");
  expect(await seenBy("zhouzheng")).toBe("case/not-found");
  accepted(
    await take(cases, {
      by: "gaoyuan",
      caseId,
      event: "decline",
      form: { declineReason: "已借出" },
    }),
  );
  expect(await seenBy("yangxiulan")).toBe("case/not-visible");
  expect(await seenBy("gaoyuan")).toBe("accepted");
  const all = await cases.part.worklist(cases.as("yangxiulan"), { queue: "all", after: null });
  expect(all.rows).toEqual([]);
});

test("whoever closes a matter is told whether its page is still theirs", async () => {
  const cases = await openTestCases();
  const ids = [await startLoan(cases), await startLoan(cases)];
  const readable = [];
  for (const [i, by] of (["yangxiulan", "gaoyuan"] as const).entries()) {
    const step = { by, caseId: ids[i] ?? "", event: "cancel" };
    readable.push(accepted(await take(cases, step)).readable);
  }
  expect(readable).toEqual([false, true]);
});

test("a linked matter that is not the reader's shows its kind and how it stands, nothing of what it holds", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  await bringBackDamaged(cases, caseId);
  const form = { damagedTools: "水泵" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sendToRepair", form }));
  const [link] = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId)).links;
  const child = link?.caseId ?? "";
  accepted(await take(cases, { by: "gaoyuan", caseId: child, event: "scrap" }));
  const [seen] = accepted(await cases.part.caseView(cases.as("yangxiulan"), caseId)).links;
  expect(seen).toEqual({
    caseId: null,
    number: null,
    title: { zh: "维修", en: "Repair" },
    state: { zh: "已报废", en: "Scrapped" },
    side: "child",
    isOpen: false,
    due: { kind: "done", text: { zh: "已办结", en: "Closed" }, day: null },
    holders: [],
    concerns: null,
  });
});

test("a parent that is not the reader's is only there; the reader's is named, and says who has it", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  await bringBackDamaged(cases, caseId);
  const form = { damagedTools: "水泵" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sendToRepair", form }));
  const child = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId)).links[0];
  expect(child).toMatchObject({ isOpen: true, state: { zh: "维修中" } });
  expect(child?.holders).toEqual([{ zh: "gaoyuan", en: "gaoyuan" }]);
  const [above] = accepted(
    await cases.part.caseView(cases.as("gaoyuan"), child?.caseId ?? ""),
  ).links;
  expect(above).toMatchObject({ side: "parent", caseId, isOpen: true });
  // The loan ends; an auxiliary reads only what is open, so only that it is there is left.
  await cases.database.run("update cases set status = 'ended' where id = ?", [caseId]);
  const [hidden] = accepted(
    await cases.part.caseView(cases.as("yangxiulan"), child?.caseId ?? ""),
  ).links;
  expect(hidden).toEqual({
    ...{ side: "parent", caseId: null, number: null, state: null, holders: [], concerns: null },
    title: { zh: "所属事项", en: "The matter that it belongs to" },
    isOpen: false,
    due: { kind: "done", text: { zh: "已办结", en: "Closed" }, day: null },
  });
});

test("who looked at a matter is on record", async () => {
  const { cases, caseId } = await openGuarded();
  cases.clock.time += 60_000;
  accepted(await cases.part.paper(cases.as("yangxiulan"), caseId, "receipt", "zh"));
  await cases.part.caseView(cases.as("zhouzheng"), caseId);
  const lines = await listAudit(cases.database, caseId);
  expect(lines.map(({ user, act, detail }) => [user, act, detail])).toEqual([
    ["gaoyuan", "case.read", {}],
    ["yangxiulan", "paper.read", { what: "receipt" }],
  ]);
});
