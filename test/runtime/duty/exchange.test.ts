import { expect, test } from "vitest";
import { createExchanges } from "../../../app/runtime/duty/create-exchanges";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { beginRoster, openStation, publishRoster, ROWS } from "../../support/make-roster-story";
import { accepted, codeOf, take, type TestCases } from "../../support/open-test-cases";

const THURSDAY = "2026-11-26";

const exchangesOf = (cases: TestCases) =>
  createExchanges({ ...cases.parts, service: cases.service });

async function published(): Promise<{ cases: TestCases; roster: string }> {
  const cases = await openStation();
  const roster = await beginRoster(cases);
  await publishRoster(cases, roster);
  return { cases, roster };
}

/** Asks as gaoyuan for the way that the page offers with somebody. */
async function ask(cases: TestCases, roster: string, other: string, reason = "") {
  const api = exchangesOf(cases);
  const at = { caseId: roster, row: null, day: THURSDAY };
  const view = accepted(await api.exchange(cases.as("gaoyuan"), at));
  const person = view.people.find(({ name }) => name === other);
  const way = person?.ways.find(({ isPossible }) => isPossible);
  return api.askExchange(cases.as("gaoyuan"), {
    ...{ caseId: roster, commandId: uuidv7(cases.clock.time), reason },
    ...{ row: view.shift.row, day: THURSDAY, was: view.shift.stored },
    ...{ other: person?.row ?? "", otherDay: way?.day ?? "", otherWas: way?.stored ?? "" },
  });
}

test("before asking it is said with whom a shift can be exchanged, and what would conflict with each", async () => {
  const { cases, roster } = await published();
  const at = { caseId: roster, row: null, day: THURSDAY };
  const view = accepted(await exchangesOf(cases).exchange(cases.as("gaoyuan"), at));
  expect(view.shift).toMatchObject({ name: "gaoyuan", isOwn: true, stored: "值班" });
  // Officers only: an auxiliary never takes an officer's night.
  expect(view.people.map(({ name }) => name)).toEqual(["luming", "tanlei"]);
  const [luming, tanlei] = view.people;
  const [best] = luming?.ways ?? [];
  expect(best).toMatchObject({ isPossible: true, isLate: false });
  expect(best?.conflicts.every(({ weight }) => weight === "soft")).toBe(true);
  // tanlei's night of the 25th runs into the duty of the 26th: the grid's own letter, rule, day and remedy.
  const bad = tanlei?.ways.find(({ day }) => day === "2026-11-25");
  const hard = bad?.conflicts.find(({ weight }) => weight === "hard");
  expect(bad?.isPossible).toBe(false);
  expect(hard?.mark).toMatch(/^甲/);
  expect(hard?.when.zh).toMatch(/11月2\d日/);
  await cases.stop();
});

test("what breaks a hard rule is refused with the rule and the day, whichever way it is sent", async () => {
  const { cases, roster } = await published();
  const form = {
    ...{ asker: "gaoyuan", askerDay: THURSDAY, askerShift: "值班" },
    ...{ other: "tanlei", otherDay: "2026-11-25", otherShift: "夜班" },
  };
  const sent = await take(cases, { by: "gaoyuan", caseId: roster, event: "askSwap", form });
  expect(codeOf(sent)).toBe("duty/exchange-breaks");
  expect(sent.ok ? "" : sent.refusal.message.zh).toMatch(/^换不成：.+（.*11月2\d日.*）。/);
  await cases.stop();
});

test("the other sees one card and agrees, the chief approves it, and the roster has changed", async () => {
  const { cases, roster } = await published();
  const api = exchangesOf(cases);
  accepted(await ask(cases, roster, "luming", "家里有事"));
  const [card] = await api.shiftRequests(cases.as("luming"));
  expect(card).toMatchObject({ kind: "swap", part: "answer", asker: "gaoyuan", other: "luming" });
  expect(card?.reason).toBe("家里有事");
  expect(card?.steps.map(({ event, why }) => [event, why])).toEqual([
    ["agree", "none"],
    ["decline", "must"],
  ]);
  expect((await api.shiftRequests(cases.as("gaoyuan")))[0]).toMatchObject({
    part: "mine",
    steps: [{ event: "giveUp", why: "none" }],
  });
  expect(await api.shiftRequests(cases.as("yangxiulan"))).toEqual([]);
  // Everybody sees on the roster that it waits, and not why.
  expect((await api.shiftRequests(cases.as("yangxiulan"), roster))[0]).toMatchObject({
    ...{ part: "seen", reason: "", steps: [] },
  });
  const answer = (by: string, event: string, why = "") =>
    api.answerRequest(cases.as(by), {
      ...{ caseId: card?.caseId ?? "", commandId: uuidv7(cases.clock.time), why, event },
      seq: event === "agree" || event === "decline" ? 1 : 2,
    });
  expect(codeOf(await answer("luming", "decline"))).toBe("form/invalid");
  expect(codeOf(await answer("gaoyuan", "agree"))).toBe("case/rule-refused");
  expect(codeOf(await answer("zhouzheng", "agree"))).toBe("case/not-found");
  accepted(await answer("luming", "agree"));
  const [decide] = await api.shiftRequests(cases.as("ranxiaoyan"));
  expect(decide).toMatchObject({ part: "decide", isStale: false });
  accepted(await answer("ranxiaoyan", "approve"));
  expect(await api.shiftRequests(cases.as("ranxiaoyan"))).toEqual([]);
  await cases.stop();
});

test("an exchange that the roster has left behind is not agreed to", async () => {
  const { cases, roster } = await published();
  const api = exchangesOf(cases);
  accepted(await ask(cases, roster, "luming"));
  accepted(
    await take(cases, {
      ...{ by: "ranxiaoyan", caseId: roster, event: "amend", form: { reason: "换人" } },
    }),
  );
  const rows = [
    { id: "1-1", shifts: String(ROWS[0]?.["shifts"]).replace(/值班 休 休/, "备勤 休 休") },
  ];
  accepted(
    await take(cases, { by: "ranxiaoyan", caseId: roster, event: "fillShifts", form: { rows } }),
  );
  const [card] = await api.shiftRequests(cases.as("luming"));
  expect(card?.isStale).toBe(true);
  const agreed = await api.answerRequest(cases.as("luming"), {
    ...{ caseId: card?.caseId ?? "", commandId: uuidv7(cases.clock.time), seq: 1 },
    ...{ event: "agree", why: "" },
  });
  expect(codeOf(agreed)).toBe("duty/exchange-changed");
  // Nothing is asked for while the roster is being changed.
  const at = { caseId: roster, row: null, day: THURSDAY };
  expect(codeOf(await api.exchange(cases.as("gaoyuan"), at))).toBe("duty/not-in-force");
  await cases.stop();
});

test("somebody else's shift, a day that is not there, and what has changed meanwhile are refused", async () => {
  const { cases, roster } = await published();
  const api = exchangesOf(cases);
  const open = (login: string, row: string | null, day: string) =>
    api.exchange(cases.as(login), { caseId: roster, row, day });
  expect(codeOf(await open("gaoyuan", "1-3", THURSDAY))).toBe("duty/not-your-shift");
  expect(codeOf(await open("gaoyuan", "9-9", THURSDAY))).toBe("duty/unknown-cell");
  expect(codeOf(await open("gaoyuan", null, "2027-01-01"))).toBe("duty/unknown-cell");
  expect(codeOf(await open("zhouzheng", null, THURSDAY))).toBe("case/not-found");
  // The clerk asks for others.
  accepted(await open("ranxiaoyan", "1-1", THURSDAY));
  const stale = await api.askExchange(cases.as("gaoyuan"), {
    ...{ caseId: roster, commandId: uuidv7(cases.clock.time), reason: "", row: "1-1" },
    ...{ day: THURSDAY, was: "休", other: "1-3", otherDay: THURSDAY, otherWas: "下村" },
  });
  expect(codeOf(stale)).toBe("duty/cell-changed");
  await cases.stop();
});

test("a leave says what it would leave open, who could stand in, and keeps its kind to those who decide", async () => {
  const { cases, roster } = await published();
  const api = exchangesOf(cases);
  const asked = { kind: "sick", from: THURSDAY, to: THURSDAY };
  const at = { caseId: roster, row: null, day: THURSDAY, asked };
  const view = accepted(await api.leave(cases.as("gaoyuan"), at));
  expect(view.days).toEqual([{ day: THURSDAY, stored: "值班" }]);
  const alone = view.options.find(({ row }) => row === "");
  expect(alone?.conflicts.map(({ title }) => title.zh)).toContain("夜间缺人");
  expect(alone?.blocks).toEqual([]);
  const stands = view.options.find(({ name }) => name === "tanlei");
  expect(stands?.takes).toBe(1);
  const input = {
    ...{ caseId: roster, commandId: uuidv7(cases.clock.time), ...asked, workedDay: "" },
    ...{ row: view.shift.row, was: "值班", substitute: stands?.row ?? "" },
  };
  // tanlei has the night before: a substitute keeps the rules as well.
  expect(stands?.blocks.map(({ weight }) => weight)).toContain("hard");
  expect(codeOf(await api.askLeave(cases.as("gaoyuan"), input))).toBe("duty/substitute-breaks");
  accepted(
    await api.askLeave(cases.as("gaoyuan"), {
      ...{ ...input, commandId: uuidv7(cases.clock.time), substitute: "" },
    }),
  );
  expect((await api.shiftRequests(cases.as("ranxiaoyan")))[0]).toMatchObject({
    ...{ kind: "leave", part: "decide", leaveKind: { zh: "病假" } },
  });
  expect((await api.shiftRequests(cases.as("yangxiulan"), roster))[0]).toMatchObject({
    ...{ part: "seen", leaveKind: null },
  });
  await cases.stop();
});
