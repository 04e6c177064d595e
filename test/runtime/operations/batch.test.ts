import { expect, test } from "vitest";
import { projectRoot } from "../../../app/runtime/project-root";
import type { BatchInput } from "../../../app/runtime/api";
import {
  accepted,
  BAISHU,
  openTestCases,
  SHIQIAO,
  take,
  type TestCases,
} from "../../support/open-test-cases";

/** Two needs of the station, ticked in the list and dealt with together. */
let cases: TestCases;
const needs: string[] = [];

async function open(): Promise<void> {
  cases = await openTestCases({
    dir: projectRoot,
    posts: {
      luming: { role: "stationChief", unit: "991021200.station" },
      zhoumin: { role: "countyHR", unit: "991021" },
      hejing: { role: "countySec", unit: "991021" },
      qinming: { role: "township", unit: "991021200" },
    },
  });
  for (const [village, villageName] of [
    [SHIQIAO, "石桥村"],
    [BAISHU, "柏树村"],
  ] as const) {
    const started = await cases.part.start(cases.as("luming"), {
      ...{ package: "auxiliary-selection.need", place: "991021200000", expectedSeq: 0 },
      commandId: `need-${village}`,
      form: {
        ...{ track: "service", reason: "vacant", note: "原来的协勤外出务工" },
        posts: [{ village, villageName, headcount: 1 }],
      },
    });
    needs.push(accepted(started).caseId);
  }
}

const view = (login: string, what: string | null = null, chosen: readonly string[] = needs) =>
  cases.part.batch(cases.as(login), { cases: chosen, what });

async function run(login: string, what: string, change: Partial<BatchInput> = {}) {
  const { form } = await view(login, what);
  const matters = (form?.matters ?? []).map(({ caseId, seq, task }) => ({
    ...{ caseId, expectedSeq: seq },
    ...(task === undefined ? {} : { task }),
  }));
  const input: BatchInput = {
    ...{ batchId: form?.batchId ?? "none", what, matters, form: {} },
    ...{ to: [], reason: "", text: "", until: "", answer: "" },
    ...change,
  };
  return { input, outcomes: await cases.part.runBatch(cases.as(login), input) };
}

/** What the package allows on several is offered with how many it can be done to; nothing else is. */
async function part1() {
  const { choices, matters } = await view("zhoumin");
  expect(matters.map(({ title }) => title.zh)).toEqual([
    "用人需求：石桥村1人",
    "用人需求：柏树村1人",
  ]);
  expect(choices.map(({ what, matters: of }) => [what, of.length])).toEqual([
    ["operation~urge", 2],
  ]);
  expect((await view("gaoyuan")).choices).toEqual([]);
  expect((await view("zhouzheng")).matters).toEqual([]);
  expect((await view("zhoumin", null, [])).refusal?.code).toBe("batch/nothing");
}

/** Each is done alone, what is sent twice is done once, and one that is refused says why. */
async function part2() {
  const [first = ""] = needs;
  const urge = { caseId: first, operation: "urge" as const, commandId: "one", expectedSeq: 1 };
  accepted(await cases.part.operate(cases.as("zhoumin"), urge));
  const { input, outcomes } = await run("zhoumin", "operation~urge");
  const codes = outcomes.map(({ done, refusal }) => refusal?.code ?? done?.zh);
  expect(codes[0]).toBe("operation/urged-lately");
  expect(codes[1]).toMatch(/^zhoumin催办/);
  expect(outcomes[0]?.refusal?.message.zh).toContain("2026年11月24日 10:00以后可以再催");

  const again = await cases.part.runBatch(cases.as("zhoumin"), input);
  expect(again.map(({ done }) => done?.zh)).toEqual(outcomes.map(({ done }) => done?.zh));
  const seqs = (await view("zhoumin")).matters.map(({ seq }) => seq);
  expect(seqs).toEqual([2, 2]);
}

/** What is not allowed on several is refused for each, whatever was posted. */
async function part3() {
  const matters = needs.map((caseId) => ({ caseId, expectedSeq: 2 }));
  for (const what of [
    "event~auxiliary-selection.need~reported~drawUp",
    "vote~auxiliary-selection.need~reported",
    "operation~void",
    "operation~claim",
    "",
  ]) {
    const { outcomes } = await run("zhoumin", what, { matters });
    expect(outcomes.map(({ refusal }) => refusal?.code)).toEqual(
      Array(2).fill("batch/not-allowed"),
    );
  }
  const many = Array.from({ length: 51 }, (_, i) => ({ caseId: `x-${i}`, expectedSeq: 1 }));
  const { outcomes } = await run("zhoumin", "operation~urge", { matters: many });
  expect(new Set(outcomes.map(({ refusal }) => refusal?.code))).toEqual(
    new Set(["batch/too-many"]),
  );
}

/** A signature is given to several with one answer; a rejection needs its reason in each. */
async function part4() {
  for (const caseId of needs) {
    const plan = { quota: 60, inPost: 52, pay: "按县里批准的标准", money: "县财政" };
    accepted(await take(cases, { by: "zhoumin", caseId, event: "drawUp", form: plan }));
    accepted(await take(cases, { by: "zhoumin", caseId, event: "seekOpinions" }));
  }
  const what = "vote~auxiliary-selection.need~opinions";
  const { form } = await view("hejing", what);
  expect(form?.vote?.answers).toEqual(["agree", "reject"]);
  expect(form?.vote?.rejection.zh).toContain("有一人不同意");
  const rejected = await run("hejing", what, { answer: "reject" });
  expect(new Set(rejected.outcomes.map(({ refusal }) => refusal?.kind))).toEqual(
    new Set(["invalid"]),
  );
  const { outcomes } = await run("hejing", what, { answer: "agree" });
  expect(outcomes.map(({ done }) => done?.zh)).not.toContain(undefined);
  expect((await view("hejing", what)).form).toBeNull();
  expect((await view("qinming", what)).form?.matters).toHaveLength(2);
}

test("several matters are dealt with together, each decided alone", async () => {
  await open();
  await part1();
  await part2();
  await part3();
  await part4();
  await cases.stop();
});
