import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import { accepted, codeOf, openTestCases, startLoan, take } from "../../support/open-test-cases";

test("the page says what is next, by when and why not, and whose the rest is", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases, { items: [{ name: "水泵", count: 6 }] });
  const view = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(view).toMatchObject({
    number: "石桥 2026-0001",
    title: { zh: "借用：水泵" },
    placeName: "石桥村",
    ownerName: "青石派出所",
    status: "open",
    canCall: false,
    phases: [
      { title: { zh: "登记" }, is: "now" },
      { title: { zh: "借出" }, is: "to" },
      { title: { zh: "归还" }, is: "to" },
    ],
    states: [{ path: "asked", title: { zh: "待批准" }, due: { kind: "left", day: "2026-11-24" } }],
  });
  expect(view.offers.map(({ event, primary }) => [event, primary])).toEqual([
    ["approve", false],
    ["decline", true],
    ["cancel", false],
  ]);
  expect(view.offers[0]?.refusal).toMatchObject({
    sentence: { zh: "一次借得太多，请分次借，或请民警说明理由后不批。" },
    reasons: [{ title: { zh: "件数不超过上限" }, clauses: [{ truth: false }] }],
  });
  expect(view.moves.map(({ move }) => move)).toEqual(["pause", "void"]);

  const auxiliary = accepted(await cases.part.caseView(cases.as("yangxiulan"), caseId));
  expect(auxiliary).toMatchObject({
    canCall: true,
    duty: { name: "gaoyuan", unitName: "青石派出所", phone: "0000-6200110" },
  });
  expect(auxiliary.offers.map(({ event, onlyRoles }) => [event, onlyRoles?.[0]?.zh])).toEqual([
    ["cancel", undefined],
    ["approve", "驻村民警"],
    ["decline", "驻村民警"],
  ]);
  expect(auxiliary.moves.map(({ move }) => move)).toEqual(["withdraw"]);
});

test("a call reaches the officers of the village and stands in the history", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const input = { caseId, commandId: "call", expectedSeq: 1, note: "村民在等" };
  const answer = accepted(await cases.part.call(cases.as("yangxiulan"), input));
  expect(answer.message.zh).toBe("已经通知，驻村民警gaoyuan会看到您的请求。");
  await cases.workers.runDue();
  await cases.workers.runDue();
  expect((await cases.part.inbox(cases.as("gaoyuan"))).messages).toMatchObject([
    { text: { zh: "yangxiulan请您确认 石桥 2026-0001：村民在等" }, caseId },
  ]);
  expect((await cases.part.inbox(cases.as("zhouzheng"))).messages).toEqual([]);
  const [line] = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId)).history;
  expect(line).toMatchObject({ title: { zh: "报民警确认" }, by: "yangxiulan", note: "村民在等" });
});

test("a return names where it goes, and why", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve" }));
  const officer = cases.as("gaoyuan");
  const { moves, seq } = accepted(await cases.part.caseView(officer, caseId));
  const [back] = moves;
  expect(back).toMatchObject({ move: "return", targets: [{ path: "asked" }] });
  const move = {
    caseId,
    commandId: "back",
    expectedSeq: seq,
    move: "return",
    to: "asked",
  } as const;
  const answer = accepted(await cases.part.move(officer, { ...move, reason: "押金没写清" }));
  expect(answer.message.zh).toBe("已退回到“待批准”，现在是“待批准”。");
  const view = accepted(await cases.part.caseView(officer, caseId));
  expect(view.history[0]).toMatchObject({ title: { zh: "退回：待批准" }, note: "押金没写清" });
});

test("a pause stops the clocks, and the page says how much is left", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  for (const event of ["approve", "count"]) {
    accepted(await take(cases, { by: "gaoyuan", caseId, event }));
  }
  const form = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form }));
  const officer = cases.as("gaoyuan");
  const pause = {
    caseId,
    commandId: "pause",
    expectedSeq: 4,
    move: "pause",
    reason: "借用人住院",
  } as const;
  accepted(await cases.part.move(officer, pause));
  const view = accepted(await cases.part.caseView(officer, caseId));
  expect(view).toMatchObject({
    paused: { since: "2026-11-23", reason: "借用人住院" },
    states: [{ due: { kind: "paused", text: { zh: "暂停计时" } } }],
    deadlines: [{ basis: { zh: "已经中止计时，还剩 8 天，恢复计时后接着算。" } }],
  });
  expect(view.moves.map(({ move }) => move)).toContain("resume");

  cases.clock.time = instantOf("2026-11-25T10:00");
  const resume = {
    caseId,
    commandId: "resume",
    expectedSeq: 5,
    move: "resume",
    reason: "",
  } as const;
  accepted(await cases.part.move(officer, resume));
  const { deadlines } = accepted(await cases.part.caseView(officer, caseId));
  expect(deadlines[0]?.basis.zh).toBe("中止过计时，剩下的时间从恢复那天接着算，到12月3日24:00止。");
});

test.each([
  [
    "2026-11-27T10:00",
    "从11月27日（进入“待批准”）起算 1 个工作日，当天不算，跳过休息日11月28日、11月29日，到11月30日24:00止。",
  ],
  [
    "2026-02-13T10:00",
    "从2月13日（进入“待批准”）起算 1 个工作日，当天不算，2月14日调休上班，算工作日，到2月14日24:00止。",
  ],
  [
    "2026-02-14T10:00",
    "从2月14日（进入“待批准”）起算 1 个工作日，当天不算，跳过 9 个休息日，到2月24日24:00止。",
  ],
  [
    "2026-12-31T10:00",
    "从12月31日（进入“待批准”）起算 1 个工作日，当天不算，到1月1日24:00止。2027 年的放假安排还没有公布，日期暂定，公布后自动重算。",
  ],
])("an answer asked for on %s is due with the calendar behind it", async (clock, basis) => {
  const cases = await openTestCases({ clock });
  const caseId = await startLoan(cases, { pickUpDay: clock.slice(0, 10) });
  const { deadlines } = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(deadlines.map((deadline) => deadline.basis.zh)).toEqual([basis]);
});

test("a day deadline that ends on a rest day says that it moved", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases, { pickUpDay: "2026-11-22" });
  for (const event of ["approve", "count"]) {
    accepted(await take(cases, { by: "gaoyuan", caseId, event }));
  }
  const form = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form }));
  const { deadlines } = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId));
  expect(deadlines[0]?.basis.zh).toBe(
    "从11月22日（取用日期）起算 7 天，当天不算，末日遇休息日，顺延到工作日，到11月30日24:00止。",
  );
});

test("an event that is not there has no form, and another's form is not given away", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const formOf = async (by: "yangxiulan" | "gaoyuan", event: string) =>
    codeOf(await cases.part.stepForm(cases.as(by), caseId, event, "zh"));
  expect(await formOf("gaoyuan", "approve")).toBe("accepted");
  expect(await formOf("yangxiulan", "approve")).toBe("case/not-your-step");
  expect(await formOf("gaoyuan", "bringBack")).toBe("case/event-not-now");
  expect(await formOf("gaoyuan", "fly")).toBe("case/unknown-event");
  expect(await formOf("gaoyuan", "xstate.stop")).toBe("case/reserved-event");
});
