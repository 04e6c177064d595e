import { expect, test } from "vitest";
import { projectRoot } from "../../../app/runtime/project-root";
import type { OperationInput } from "../../../app/runtime/api";
import {
  accepted,
  codeOf,
  openTestCases,
  SHIQIAO,
  type TestCases,
} from "../../support/open-test-cases";

/** One need, and what its page offers beside its steps. */
let cases: TestCases;
let caseId = "";
async function open(): Promise<void> {
  cases = await openTestCases({
    dir: projectRoot,
    posts: {
      luming: { role: "stationChief", unit: "991021200.station" },
      zhoumin: { role: "countyHR", unit: "991021" },
      fangyuan: { role: "countyHR", unit: "991021" },
      hejing: { role: "countySec", unit: "991021" },
    },
  });
  const started = await cases.part.start(cases.as("luming"), {
    ...{ package: "auxiliary-selection.need", place: "991021200000", expectedSeq: 0 },
    commandId: "need",
    form: {
      ...{ track: "service", reason: "vacant", note: "原来的协勤外出务工" },
      posts: [{ village: SHIQIAO, villageName: "石桥村", headcount: 1 }],
    },
  });
  caseId = accepted(started).caseId;
}

const seen = async (login: string) =>
  accepted(await cases.part.operations(cases.as(login), caseId));
const form = (login: string, key: string, more: { task?: string } = {}) =>
  cases.part.operationForm(cases.as(login), { caseId, key, ...more });

let sent = 0;
async function operate(login: string, change: Partial<OperationInput>) {
  const { seq } = accepted(await cases.part.caseView(cases.as(login), caseId));
  const base = { caseId, commandId: `o-${sent++}`, expectedSeq: seq, operation: "urge" as const };
  return accepted(await cases.part.operate(cases.as(login), { ...base, ...change }));
}

/** Five stand in plain sight as far as they are offered, the rest behind, and nothing twice. */
async function part1() {
  const { plain, more, standings, undo, asked } = await seen("zhoumin");
  expect(plain.map(({ key }) => key)).toEqual(["handOver", "urge"]);
  const behind = more.map(({ key }) => key);
  expect(behind).toEqual(expect.arrayContaining(["lend", "copy", "void"]));
  expect(behind.filter((key) => plain.some((one) => one.key === key))).toEqual([]);
  expect(standings).toMatchObject([
    {
      path: "reported",
      acts: [{ key: "claim" }],
      lines: [{ zh: expect.stringContaining("还没有人认领") as string }],
    },
  ]);
  expect([undo, asked]).toEqual([null, null]);
  expect((await seen("hejing")).plain).toEqual([]);
}

/** The page of an operation offers whom the server would accept, with unit and post, and says what follows. */
async function part2() {
  const lend = accepted(await form("zhoumin", "lend"));
  expect(lend.people?.offered.map(({ id }) => id)).not.toContain("zhoumin");
  expect(lend.people?.offered[0]).toMatchObject({ unit: "991021", unitName: "云岭县" });
  expect(lend.then.zh).toMatch(/交回.*期限照走/);
  expect(codeOf(await form("hejing", "lend"))).toBe("operation/not-allowed");
  expect(codeOf(await form("zhoumin", "lend", { task: "forged" }))).toBe("operation/not-allowed");
  expect(codeOf(await form("zhoumin", "delete"))).toBe("operation/unknown");
}

/** What one did last is taken back by its inverse: claimed, lent, each told where the matter is. */
async function part3() {
  await operate("zhoumin", { operation: "claim", task: `${caseId}:reported:1` });
  const claimed = await seen("zhoumin");
  expect(claimed.undo).toMatchObject({ entry: { key: "release" }, done: { zh: "zhoumin认领" } });
  expect(claimed.more.map(({ key }) => key)).not.toContain("release");
  await operate("zhoumin", { operation: "lend", task: `${caseId}:reported:1`, to: ["hejing"] });
  const lent = await seen("zhoumin");
  expect(lent.standings[0]?.lines[0]?.zh).toBe("您委派给hejing，等交回");
  expect(lent.undo?.entry.key).toBe("giveBack");
  expect(lent.standings[0]?.acts).toEqual([]);
  const helper = await seen("hejing");
  expect(helper.standings[0]?.lines[0]?.zh).toBe(
    "zhoumin委派给hejing，写明意见后交回，由zhoumin办结",
  );
  expect(helper.standings[0]?.acts.map(({ key }) => key)).toEqual(["giveBack"]);
  expect(accepted(await form("hejing", "giveBack")).text).toBe("needed");
  expect(accepted(await form("zhoumin", "giveBack")).text).toBe("optional");

  const list = await cases.part.worklist(cases.as("hejing"), { queue: "mine", after: null });
  expect(list.rows[0]?.notes?.map(({ zh }) => zh)).toContain(
    "zhoumin委派给hejing，写明意见后交回，由zhoumin办结",
  );
}

/** Urging says how often, and from when again. */
async function part4() {
  await operate("luming", {});
  expect((await seen("luming")).standings[0]?.lines.at(-1)?.zh).toMatch(/^催办 1 次/);
  const page = accepted(await form("luming", "urge"));
  expect(page.refusal?.message.zh).toContain("2026年11月24日 10:00以后可以再催");
}

test("a matter offers what can be done beside its steps, and how to take it back", async () => {
  await open();
  await part1();
  await part2();
  await part3();
  await part4();
  await cases.stop();
});
