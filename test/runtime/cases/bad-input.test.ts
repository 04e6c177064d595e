import { expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { refusalStatus } from "../../../app/http/refusal-status";
import type { EventInput, Result, StartInput } from "../../../app/runtime/api";
import { dumpDatabase } from "../../support/dump-database";
import {
  accepted,
  BAISHU,
  loanForm,
  openTestCases,
  QINGYUAN,
  SHIQIAO,
  startLoan,
  type Login,
  type TestCases,
} from "../../support/open-test-cases";

/** A form with an own key `__proto__`, which an object literal cannot have. */
const withPrototype = (form: JsonObject): JsonObject =>
  JSON.parse(`{"__proto__":{"isOfficer":true},${JSON.stringify(form).slice(1)}`) as JsonObject;

const deep = (levels: number): JsonObject =>
  JSON.parse(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`) as JsonObject;

const items = (count: number): JsonObject[] => Array(count).fill({ name: "水泵", count: 1 });

const png = (bytes: number): Uint8Array => {
  const photo = new Uint8Array(bytes);
  photo.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return photo;
};

/** What was sent wrongly, and with what it has to be answered. */
type Bad<Input> = [what: string, change: Partial<Input> & { by?: Login }, answer: string];

const start = (change: Partial<StartInput> = {}): StartInput => ({
  ...{ package: "tool-lending", place: SHIQIAO, commandId: "bad", expectedSeq: 0 },
  form: loanForm(),
  ...change,
});

const STARTS: Bad<StartInput>[] = [
  ["an unknown process", { package: "tool-renting" }, "404 runtime/unknown-package"],
  ["a process called __proto__", { package: "__proto__" }, "404 runtime/unknown-package"],
  ["a village of another unit", { place: BAISHU }, "422 case/unknown-place"],
  ["a village of another county", { place: QINGYUAN }, "422 case/unknown-place"],
  ["a village that is none", { place: "' or 1=1" }, "422 case/unknown-place"],
  ["a role that may not begin", { by: "yangguoan" }, "403 case/not-your-step"],
  ["no answers", { form: {} }, "422 form/invalid"],
  ["a field too many", { form: loanForm({ secret: 1 }) }, "422 form/invalid"],
  ["a field of a wrong type", { form: loanForm({ items: "水泵" }) }, "422 form/invalid"],
  ["a field of a wrong type inside", { form: loanForm({ borrower: 5 }) }, "422 form/invalid"],
  ["a key __proto__", { form: withPrototype(loanForm()) }, "422 form/invalid"],
  [
    "a key __proto__ inside",
    { form: loanForm({ borrower: withPrototype({ name: "李二" }) }) },
    "422 form/invalid",
  ],
  ["a form that is a list", { form: [] as never }, "400 case/malformed-command"],
  ["a form 100,000 deep", { form: deep(100_000) }, "422 form/too-deep"],
  ["50,000 items", { form: loanForm({ items: items(50_000) }) }, "422 form/too-deep"],
  ["more items than the form takes", { form: loanForm({ items: items(60) }) }, "422 form/invalid"],
  [
    "a text of ten megabytes",
    { form: loanForm({ borrower: { name: "李".repeat(10_000_000) } }) },
    "422 form/invalid",
  ],
  [
    "another body under a used id",
    { commandId: "used", form: loanForm({ use: "feast" }) },
    "409 case/command-id-reused",
  ],
  [
    "the used id by somebody else",
    { commandId: "used", by: "gaoyuan" },
    "409 case/command-id-reused",
  ],
  ["an id of the system's own", { commandId: "job:1" }, "400 case/malformed-command"],
  ["no id", { commandId: "" }, "400 case/malformed-command"],
  ["an id without end", { commandId: "x".repeat(10_000) }, "400 case/malformed-command"],
  ["a sequence that is no number", { expectedSeq: NaN }, "400 case/malformed-command"],
  [
    "a photo that is none",
    {
      enteredFor: {
        ...{ name: "李二", originalDay: "2026-11-23" },
        photo: { bytes: new TextEncoder().encode("<svg onload=alert(1)>"), type: "image/png" },
      },
    },
    "422 case/photo-type",
  ],
  [
    "a photo of more than ten megabytes",
    {
      enteredFor: {
        ...{ name: "李二", originalDay: "2026-11-23" },
        photo: { bytes: png(10 * 1024 * 1024 + 1), type: "image/png" },
      },
    },
    "413 case/photo-too-large",
  ],
  [
    "paper of a day to come",
    { enteredFor: { name: "李二", originalDay: "2027-01-01", photo: null } },
    "422 case/occurred-in-future",
  ],
  [
    "paper of a day that there is not",
    { enteredFor: { name: "李二", originalDay: "2026-02-30", photo: null } },
    "422 time/not-a-day",
  ],
];

const EVENTS: Bad<EventInput>[] = [
  ["an unknown event", { event: "fly" }, "422 case/unknown-event"],
  ["an event of Object.prototype", { event: "constructor" }, "422 case/unknown-event"],
  ["an event of another state", { event: "bringBack" }, "409 case/event-not-now"],
  ["an event of XState", { event: "xstate.done.state.asked" }, "422 case/reserved-event"],
  ["a clock's event", { event: "xstate.after.answer.asked" }, "422 case/reserved-event"],
  ["an event of ours", { event: "qy.move" }, "422 case/reserved-event"],
  ["a link's event", { event: "link:repair.completed" }, "422 case/reserved-event"],
  ["every event", { event: "*" }, "422 case/reserved-event"],
  ["an event without end", { event: "x".repeat(10_000) }, "400 case/malformed-command"],
  ["a role that may not", { by: "yangxiulan" }, "403 case/not-your-step"],
  ["a unit that has nothing to do with it", { by: "zhouzheng" }, "404 case/not-found"],
  ["an older version", { expectedSeq: 0 }, "409 case/stale"],
  ["a version to come", { expectedSeq: 99 }, "409 case/stale"],
  ["a field too many", { form: { secret: 1 } }, "422 form/invalid"],
  ["a wrong type", { form: { opinion: 5 } }, "422 form/invalid"],
  ["a key __proto__", { form: withPrototype({ opinion: "同意" }) }, "422 form/invalid"],
  ["an id that a start has used", { commandId: "used" }, "409 case/command-id-reused"],
  ["a matter that is not there", { caseId: "991021-0" }, "404 case/not-found"],
  ["a matter called __proto__", { caseId: "__proto__" }, "404 case/not-found"],
];

const MOVES: [string, object, string][] = [
  ["an unknown kind", { move: "fly" }, "400 case/malformed-command"],
  ["no reason", { move: "void", reason: " " }, "422 case/reason-missing"],
  [
    "a reason without end",
    { move: "void", reason: "因".repeat(2_000) },
    "400 case/malformed-command",
  ],
  ["no state to go back to", { move: "return", to: "lent" }, "409 case/move-nowhere"],
  ["an end that it has not come to", { move: "reopen" }, "403 case/move-not-allowed"],
  ["a clock that runs", { move: "resume" }, "409 case/not-paused"],
];

/** An installation with two loans, of which a start under the id `used`, and all that is stored of them. */
async function begin(): Promise<{ cases: TestCases; caseId: string; stored: string }> {
  const cases = await openTestCases();
  const begun = await cases.part.start(cases.as("yangxiulan"), start({ commandId: "used" }));
  await startLoan(cases);
  await cases.workers.runDue();
  return {
    cases,
    caseId: accepted(begun).caseId,
    stored: await dumpDatabase(cases.database.run),
  };
}

/** Refused by code and status, in both languages, with what to do; and nothing at all was written. */
async function isRefused(
  sent: Promise<Result<unknown>>,
  ask: { what: string; answer: string; cases: TestCases; stored: string },
): Promise<void> {
  const { what, answer, cases, stored } = ask;
  const result = await sent;
  if (result.ok) expect.fail(`${what}: accepted`);
  const { code, message } = result.refusal;
  expect(`${refusalStatus(result.refusal)} ${code}`, what).toBe(answer);
  const { zh, en = "" } = message;
  expect(`${zh} ${en}`, what).not.toMatch(/\n\s*at |undefined|\[object|\{\w+\}/);
  expect(zh, what).toMatch(/请|改|再|用|写/);
  expect(en, what).toMatch(/^[^\u4e00-\u9fff]{20,}$/);
  expect((await dumpDatabase(cases.database.run)) === stored, `${what}: wrote something`).toBe(
    true,
  );
}

test("a start that is sent wrongly is refused, and nothing is written", async () => {
  const { cases, stored } = await begin();
  for (const [what, { by = "yangxiulan", ...change }, answer] of STARTS) {
    const sent = cases.part.start(cases.as(by), start(change));
    await isRefused(sent, { what, answer, cases, stored });
  }
}, 60_000);

test("an event that is sent wrongly is refused, and nothing is written", async () => {
  const { cases, caseId, stored } = await begin();
  for (const [what, { by = "gaoyuan", ...change }, answer] of EVENTS) {
    const input = { caseId, event: "approve", form: {}, commandId: "bad", expectedSeq: 1 };
    const sent = cases.part.send(cases.as(by), { ...input, ...change });
    await isRefused(sent, { what, answer, cases, stored });
  }
}, 60_000);

test("a move that is sent wrongly is refused, and nothing is written", async () => {
  const { cases, caseId, stored } = await begin();
  for (const [what, change, answer] of MOVES) {
    const input = { caseId, move: "void", reason: "登记有误", commandId: "bad", expectedSeq: 1 };
    const sent = cases.part.move(cases.as("gaoyuan"), { ...input, ...change } as never);
    await isRefused(sent, { what, answer, cases, stored });
  }
});

test("the same command twice is one step with one answer", async () => {
  const { cases, caseId, stored } = await begin();
  const again = await cases.part.start(cases.as("yangxiulan"), start({ commandId: "used" }));
  expect(accepted(again)).toMatchObject({ caseId, seq: 1, number: expect.any(String) });
  expect(await dumpDatabase(cases.database.run)).toBe(stored);
});
