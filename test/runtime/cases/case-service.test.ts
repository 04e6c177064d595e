import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { createCaseStore } from "../../../app/storage/case-store";
import { EXAMPLE_TREE, makeExampleTree } from "../../support/temp-tree";
import {
  accepted,
  BAISHU,
  bringBackDamaged,
  codeOf,
  loanForm,
  openTestCases,
  QINGYUAN,
  SHIQIAO,
  startLoan,
  take,
} from "../../support/open-test-cases";

const start = (change: object = {}) => ({
  package: "tool-lending",
  place: SHIQIAO,
  commandId: uuidv7(0),
  expectedSeq: 0,
  form: loanForm(),
  ...change,
});

test("a loan goes from the counter to its return, with its numbers and its history", async () => {
  const cases = await openTestCases();
  const opened = accepted(await cases.part.start(cases.as("yangxiulan"), start()));
  expect(opened.number).toBe("石桥 2026-0001");
  expect(opened.caseId).toMatch(/^991021-[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(opened.message.zh).toBe("已登记，编号石桥 2026-0001，已交驻村民警gaoyuan办理。");

  const { caseId } = opened;
  const steps: Omit<Parameters<typeof take>[1], "caseId">[] = [
    { by: "gaoyuan", event: "approve", form: { opinion: "同意" } },
    { by: "yangxiulan", event: "sign", form: { signedOn: "2026-11-23" } },
    { by: "yangxiulan", event: "count" },
    {
      by: "yangxiulan",
      event: "bringBack",
      form: { items: [{ id: "1-1", condition: "good" }] },
    },
  ];
  const messages: string[] = [];
  for (const step of steps)
    messages.push(accepted(await take(cases, { ...step, caseId })).message.zh);
  expect(messages.at(-1)).toBe("已办结。");

  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(view).toMatchObject({ seq: 5, status: "ended", endTitle: { zh: "已归还" } });
  expect(view.history.map((line) => line.title.zh)).toEqual([
    "登记归还",
    "清点无误",
    "借条已签",
    "批准",
    "登记借用",
  ]);
});

test("of fifty officers who press at once, one is heard and the others see that somebody was faster", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const officer = cases.as("gaoyuan");
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      cases.part.send(officer, {
        caseId,
        event: i % 2 === 0 ? "approve" : "cancel",
        form: {},
        commandId: `press-${i}`,
        expectedSeq: 1,
      }),
    ),
  );
  const codes = answers.map(codeOf);
  expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
  expect(codes.filter((code) => code === "case/stale")).toHaveLength(49);
  expect(accepted(await cases.part.caseView(officer, caseId)).seq).toBe(2);
});

test("fifty matters opened at once have fifty numbers in a row", async () => {
  const cases = await openTestCases();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      cases.part.start(cases.as("yangxiulan"), start({ commandId: `open-${i}` })),
    ),
  );
  const numbers = answers.map((answer) => accepted(answer).number);
  const wanted = Array.from(
    { length: 50 },
    (_, i) => `石桥 2026-${String(i + 1).padStart(4, "0")}`,
  );
  expect([...numbers].sort()).toEqual(wanted);
});

test("pressing twice is one step with one answer, also after a restart", async () => {
  const cases = await openTestCases();
  const input = start({ commandId: "twice" });
  const [first, second] = await Promise.all([
    cases.part.start(cases.as("yangxiulan"), input),
    cases.part.start(cases.as("yangxiulan"), input),
  ]);
  cases.clock.time += 60_000;
  const again = await cases.reopen();
  const third = await again.part.start(again.as("yangxiulan"), input);
  expect(accepted(second)).toEqual(accepted(first));
  expect(accepted(third)).toEqual(accepted(first));
  const other = start({ commandId: "twice", form: loanForm({ use: "house" }) });
  expect(codeOf(await again.part.start(again.as("yangxiulan"), other))).toBe(
    "case/command-id-reused",
  );
  expect(codeOf(await again.part.start(again.as("gaoyuan"), input))).toBe("case/command-id-reused");
});

test("a matter goes on after a restart where it stood", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const again = await cases.reopen();
  accepted(await take(again, { by: "gaoyuan", caseId, event: "approve" }));
  const view = accepted(await again.part.caseView(again.as("yangxiulan"), caseId));
  expect(view.states.map((state) => state.title.zh)).toEqual(["待签借条", "待清点"]);
});

test("a step that opens a linked matter is refused whole when that matter is", async () => {
  const file = "workflows/tool-lending/repair.workflow.json";
  const repair = JSON.parse(await readFile(join(EXAMPLE_TREE, file), "utf8"));
  repair.start.roles = ["mediator"];
  const cases = await openTestCases({ dir: await makeExampleTree({ [file]: repair }) });
  const caseId = await startLoan(cases);
  await bringBackDamaged(cases, caseId);
  const form = { damagedTools: "水泵" };
  const answer = await take(cases, { by: "gaoyuan", caseId, event: "sendToRepair", form });
  expect(answer).toMatchObject({
    refusal: {
      code: "case/link-refused",
      message: {
        zh: "这一步要同时登记“公具维修”，没有登记上：这一步由人民调解员办理。可以报民警确认，或请有权限的同事办。",
      },
    },
  });
  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(view).toMatchObject({ seq: 5, links: [], states: [{ title: { zh: "损坏待处理" } }] });
});

test("a linked matter is opened with its parent, and its end carries the parent on, once", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  await bringBackDamaged(cases, caseId);
  const form = { damagedTools: "水泵" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sendToRepair", form }));
  const officer = cases.as("gaoyuan");
  const [link] = accepted(await cases.part.caseView(officer, caseId)).links;
  expect(link).toMatchObject({
    side: "child",
    state: { zh: "维修中" },
    title: { zh: "维修：水泵" },
  });
  const child = link?.caseId ?? "";
  accepted(
    await take(cases, { by: "gaoyuan", caseId: child, event: "mend", form: { cost: 3000 } }),
  );

  const again = await cases.reopen();
  await again.workers.runDue();
  await again.workers.runDue();
  const view = accepted(await again.part.caseView(again.as("gaoyuan"), caseId));
  expect(view).toMatchObject({ seq: 7, status: "ended", endTitle: { zh: "已归还" } });
  expect(view.history[0]).toMatchObject({ title: { zh: "维修：已办结" }, by: "清源" });
  const { cases: stored } = await createCaseStore(again.database).read({
    cases: [caseId],
    commands: [],
    sequences: [],
  });
  expect(stored.get(caseId)?.links["repair"]).toMatchObject([
    { id: child, end: "completed", exported: { cost: 3000 } },
  ]);
});

test("out of scope is as good as not there, for steps and for views", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const stranger = cases.as("zhouzheng");
  const unknown = "991021-00000000-0000-7000-8000-000000000000";
  for (const id of [caseId, unknown, "", "__proto__", "' or 1=1"]) {
    const step = { event: "approve", form: {}, commandId: `x ${id}`, expectedSeq: 1 };
    const sent = await cases.part.send(stranger, { caseId: id, ...step });
    const seen = await cases.part.caseView(stranger, id);
    expect([codeOf(sent), codeOf(seen)]).toEqual(["case/not-found", "case/not-found"]);
  }
});

test("a village can only be chosen where one serves", async () => {
  const cases = await openTestCases();
  for (const place of [BAISHU, QINGYUAN, "991021", "", "__proto__"]) {
    const answer = await cases.part.start(cases.as("yangxiulan"), start({ place }));
    expect(codeOf(answer)).toBe("case/unknown-place");
  }
});

test.each([
  ["another role's event", { event: "approve" }, "case/not-your-step"],
  ["an unknown event", { event: "fly" }, "case/unknown-event"],
  ["an event of another state", { event: "bringBack" }, "case/event-not-now"],
  ["an event of the machine's own", { event: "xstate.done.state.x" }, "case/reserved-event"],
  ["every event at once", { event: "*" }, "case/reserved-event"],
  ["an old version", { event: "cancel", expectedSeq: 0 }, "case/stale"],
])("refuses %s without writing anything", async (_what, change, code) => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const input = { caseId, form: {}, commandId: "bad", expectedSeq: 1, ...change };
  const answer = await cases.part.send(cases.as("yangxiulan"), input);
  expect(codeOf(answer)).toBe(code);
  expect(accepted(await cases.part.caseView(cases.as("yangxiulan"), caseId)).seq).toBe(1);
});

test.each(["timer:x:1", "link:child:3", "job:1"])(
  "refuses %s as a person's command id: it would use up the system's own",
  async (commandId) => {
    const cases = await openTestCases();
    const caseId = await startLoan(cases);
    const input = { caseId, form: {}, commandId, expectedSeq: 1, event: "cancel" };
    const answer = await cases.part.send(cases.as("yangxiulan"), input);
    expect(codeOf(answer)).toBe("case/malformed-command");
    const begun = await cases.part.start(cases.as("yangxiulan"), start({ commandId }));
    expect(codeOf(begun)).toBe("case/malformed-command");
  },
);

test.each([
  ["a missing field", { borrower: undefined }, "form/invalid"],
  ["a wrong type", { items: "水泵" }, "form/invalid"],
  ["an unknown field", { extra: 1 }, "form/invalid"],
  ["a reserved key", JSON.parse('{"__proto__": {"x": 1}}'), "form/invalid"],
])("refuses a form with %s", async (_what, change, code) => {
  const cases = await openTestCases();
  const form = Object.fromEntries(
    Object.entries({ ...loanForm(), ...change }).filter(([, value]) => value !== undefined),
  );
  if (Object.hasOwn(change, "__proto__")) {
    Object.defineProperty(form, "__proto__", { value: { x: 1 }, enumerable: true });
  }
  const answer = await cases.part.start(cases.as("yangxiulan"), start({ form }));
  expect(codeOf(answer)).toBe(code);
});

test("a form nested a hundred thousand deep is refused before it is read", async () => {
  const cases = await openTestCases();
  const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
  const answer = await cases.part.start(cases.as("yangxiulan"), start({ form: deep }));
  expect(codeOf(answer)).toBe("form/too-deep");
});
