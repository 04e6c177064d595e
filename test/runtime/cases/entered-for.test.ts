import { expect, test } from "vitest";
import { instantOf } from "../../../app/engine/time/zone";
import type { EnteredForInput, Result } from "../../../app/runtime/api";
import {
  accepted,
  codeOf,
  openTestCases,
  startLoan,
  type TestCases,
} from "../../support/open-test-cases";

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("原件")]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

function approve(
  cases: TestCases,
  caseId: string,
  enteredFor: EnteredForInput,
): Promise<Result<unknown>> {
  const step = { caseId, event: "approve", form: {}, commandId: "paper", expectedSeq: 1 };
  return cases.part.send(cases.as("gaoyuan"), { ...step, enteredFor });
}

const countPhotos = async (cases: TestCases) =>
  (await cases.database.run("select id from attachments")).length;

test("a step entered from paper keeps its date, whose it is and its photo, for those who may read the matter", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  cases.clock.time = instantOf("2026-11-26T09:30");
  const photo = { bytes: JPEG, type: "text/html" };
  accepted(await approve(cases, caseId, { name: "杨德厚", originalDay: "2026-11-24", photo }));
  const [line] = accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId)).history;
  expect(line).toMatchObject({
    when: { zh: "2026年11月24日（2026年11月26日补录）" },
    enteredFor: { name: "杨德厚", originalDay: "2026-11-24" },
  });
  const id = line?.enteredFor?.photo ?? "";
  const seen = accepted(await cases.part.attachment(cases.as("yangxiulan"), caseId, id));
  expect([seen.type, Buffer.from(seen.bytes).equals(JPEG)]).toEqual(["image/jpeg", true]);
  for (const by of ["zhouzheng", "luojianping"] as const) {
    expect(codeOf(await cases.part.attachment(cases.as(by), caseId, id))).toBe("case/not-found");
  }
  expect(codeOf(await cases.part.attachment(cases.as("gaoyuan"), caseId, "../x"))).toBe(
    "case/no-attachment",
  );
  const other = await startLoan(cases);
  expect(codeOf(await cases.part.attachment(cases.as("gaoyuan"), other, id))).toBe(
    "case/no-attachment",
  );
});

test("a paper of the day on which the matter was opened comes after its opening", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  cases.clock.time = instantOf("2026-11-24T09:00");
  accepted(await approve(cases, caseId, { name: "杨德厚", originalDay: "2026-11-23" }));
});

test.each([
  [
    "a page as its picture",
    { photo: { bytes: Buffer.from("<html>"), type: "image/png" } },
    "case/photo-type",
  ],
  [
    "a picture of eleven megabytes",
    { photo: { bytes: Buffer.concat([PNG, Buffer.alloc(11 * 1024 * 1024)]), type: "image/png" } },
    "case/photo-too-large",
  ],
  ["a day that is none", { originalDay: "2026-02-30" }, "time/not-a-day"],
  ["a day ahead", { originalDay: "2026-11-24" }, "case/occurred-in-future"],
  [
    "a day before the matter was opened",
    { originalDay: "2026-11-22", photo: { bytes: PNG, type: "image/png" } },
    "case/occurred-before-last",
  ],
  ["a name of a thousand characters", { name: "杨".repeat(1000) }, "case/malformed-command"],
])("paper with %s is refused, and nothing is kept", async (_what, change, code) => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const enteredFor = { name: "杨德厚", originalDay: "2026-11-23", ...change };
  expect(codeOf(await approve(cases, caseId, enteredFor))).toBe(code);
  expect(await countPhotos(cases)).toBe(0);
  expect(accepted(await cases.part.caseView(cases.as("gaoyuan"), caseId)).seq).toBe(1);
});

test("pressing twice with a photo keeps one photo", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases);
  const paper = {
    name: "杨德厚",
    originalDay: "2026-11-23",
    photo: { bytes: PNG, type: "image/png" },
  };
  const answers = [await approve(cases, caseId, paper), await approve(cases, caseId, paper)];
  expect(answers[1]).toEqual(answers[0]);
  expect(await countPhotos(cases)).toBe(1);
  const other = { ...paper, photo: { bytes: JPEG, type: "image/jpeg" } };
  expect(codeOf(await approve(cases, caseId, other))).toBe("case/command-id-reused");
});
