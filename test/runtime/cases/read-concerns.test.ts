import { beforeEach, expect, test } from "vitest";
import type { OperationInput, Result, StepAnswer } from "../../../app/runtime/api";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { projectRoot } from "../../../app/runtime/project-root";
import { countWaiting, listConcerns } from "../../../app/storage/concerns";
import { rebuildLists } from "../../../app/storage/scope-lists";
import {
  accepted,
  codeOf,
  openTestCases,
  take,
  type TestCases,
} from "../../support/open-test-cases";

const PLACE = "991021200000";
const COUNTY = "991021";
const posts = {
  luming: { role: "stationChief", unit: "991021200.station" },
  zhoumin: { role: "countyHR", unit: COUNTY },
  fangyuan: { role: "countyHR", unit: COUNTY },
  qinweiguo: { role: "countyLeader", unit: COUNTY },
  wenjie: { role: "countyHR", unit: "991023" },
};

let cases: TestCases;
beforeEach(async () => {
  cases = await openTestCases({ dir: projectRoot, posts });
});

async function report(): Promise<string> {
  const village = { village: "991021200201", villageName: "石桥村", headcount: 1 };
  const answer = await cases.part.start(cases.as("luming"), {
    ...{ package: "auxiliary-selection.need", place: PLACE, expectedSeq: 0 },
    commandId: uuidv7(cases.clock.time),
    form: { track: "service", posts: [village], reason: "vacant" },
  });
  return accepted(answer).caseId;
}

async function operate(
  by: string,
  input: Pick<OperationInput, "caseId" | "operation"> & Partial<OperationInput>,
): Promise<Result<StepAnswer>> {
  const view = accepted(await cases.part.caseView(cases.as(by), input.caseId));
  const base = { commandId: uuidv7(cases.clock.time), expectedSeq: view.seq };
  return cases.part.operate(cases.as(by), { ...base, ...input });
}

/** What concerns somebody: group, kind, what was said. */
async function concernsOf(login: string) {
  const { rows } = await cases.part.concerns(cases.as(login));
  return rows.map(({ group, kind, text }) => [group, kind, text]);
}

const waiting = (login: string) => cases.part.waitingConcerns(cases.as(login));

test("a question waits first for whoever is asked, and for the step; answered, it is done for both", async () => {
  const caseId = await report();
  const session = cases.as("zhoumin");
  const dealings = accepted(await cases.part.dealings(session, caseId));
  const task = dealings.operations.find(({ operation }) => operation === "consult")?.task;
  accepted(
    await operate("zhoumin", {
      ...{ caseId, operation: "consult", to: ["qinweiguo"], text: "名额报多少" },
      ...(task === undefined ? {} : { task }),
    }),
  );
  expect(await concernsOf("qinweiguo")).toEqual([["answer", "consult", "名额报多少"]]);
  expect(await concernsOf("zhoumin")).toEqual([["others", "consult", "名额报多少"]]);
  expect([await waiting("qinweiguo"), await waiting("zhoumin"), await waiting("wenjie")]).toEqual([
    1, 0, 0,
  ]);
  const seen = accepted(await cases.part.correspondence(session, caseId));
  expect(seen.letters.map(({ can }) => can)).toEqual(["takeBack"]);

  const asked = accepted(await cases.part.correspondence(cases.as("qinweiguo"), caseId));
  const [letter] = asked.letters;
  expect(letter?.can).toBe("answer");
  const reply = { caseId, operation: "reply", answers: letter?.id ?? "" } as const;
  expect(codeOf(await operate("fangyuan", { ...reply, text: "五十二" }))).toBe("case/held");
  accepted(await operate("qinweiguo", { ...reply, text: "按五十二报" }));
  expect(await concernsOf("qinweiguo")).toEqual([["done", "consult", "名额报多少"]]);
  expect(await concernsOf("zhoumin")).toEqual([["done", "consult", "名额报多少"]]);
  expect(await waiting("qinweiguo")).toBe(0);
  expect(codeOf(await operate("qinweiguo", { ...reply, text: "改了" }))).toBe(
    "operation/answered-already",
  );
});

test("an order to whoever acts is with the queues the matter stands in; overdue, the orderer reads it", async () => {
  const caseId = await report();
  const order = { operation: "supervise", text: "月底前拿出方案", until: "2026-11-24" } as const;
  accepted(await operate("qinweiguo", { caseId, ...order }));
  const each = () => Promise.all(["zhoumin", "fangyuan", "luming", "wenjie"].map(waiting));
  expect(await each()).toEqual([1, 1, 1, 0]);
  // Lists are built anew after units have changed, and say the same.
  await rebuildLists(cases.database.run);
  expect(await each()).toEqual([1, 1, 1, 0]);

  cases.clock.time += 3 * 24 * 3_600_000;
  const { rows } = await cases.part.concerns(cases.as("qinweiguo"));
  expect(rows[0]).toMatchObject({ group: "others", kind: "supervise", overdue: true });
  // Once it is with the leadership, the station does not act any more.
  const plan = { quota: 60, inPost: 52, pay: "按标准", money: "县财政" };
  accepted(await take(cases, { by: "zhoumin", caseId, event: "drawUp", form: plan }));
  expect(await each()).toEqual([1, 1, 0, 0]);
  const [letter] = accepted(await cases.part.correspondence(cases.as("zhoumin"), caseId)).letters;
  accepted(
    await operate("zhoumin", {
      caseId,
      operation: "reply",
      text: "已报",
      answers: letter?.id ?? "",
    }),
  );
  expect(await each()).toEqual([0, 0, 0, 0]);
});

test("what is sent to read is read once; whoever has left reads nothing, and nothing is counted", async () => {
  const caseId = await report();
  accepted(await operate("zhoumin", { caseId, operation: "copy", to: ["luming", "qinweiguo"] }));
  expect(await concernsOf("luming")).toEqual([["read", "copy", null]]);
  const { unread } = accepted(await cases.part.correspondence(cases.as("luming"), caseId));
  expect(unread).toEqual({ from: "zhoumin", kind: "copy" });
  accepted(await operate("luming", { caseId, operation: "seen" }));
  expect(await concernsOf("luming")).toEqual([["done", "copy", null]]);
  const { circulations } = accepted(await cases.part.correspondence(cases.as("zhoumin"), caseId));
  expect(circulations[0]?.readers.map(({ name, seen }) => [name, seen !== null])).toEqual([
    ["luming", true],
    ["qinweiguo", false],
  ]);

  expect(await waiting("qinweiguo")).toBe(1);
  const session = cases.as("qinweiguo");
  const moved = session.person.assignments.map((one) => ({ ...one, to: cases.clock.time - 1 }));
  const gone = { ...session, person: { ...session.person, assignments: moved } };
  expect(await cases.part.waitingConcerns(gone)).toBe(0);
  expect((await cases.part.concerns(gone)).rows).toEqual([]);
});

test("pages follow each other without gap or repeat, each one range of an index", async () => {
  for (let i = 0; i < 5; i += 1) {
    const caseId = await report();
    accepted(await operate("zhoumin", { caseId, operation: "copy", to: ["qinweiguo"] }));
  }
  const of = { queues: ["@qinweiguo"], deciding: [COUNTY], helping: [] };
  const all = await listConcerns(cases.database, { ...of, after: null, limit: 100 });
  const paged: string[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = await listConcerns(cases.database, { ...of, after, limit: 2 });
    paged.push(...page.keys.map(({ caseId, item }) => `${caseId} ${item}`));
    after = page.next;
  }
  expect(paged).toEqual(all.keys.map(({ caseId, item }) => `${caseId} ${item}`));
  expect(paged).toHaveLength(5);
  expect(await countWaiting(cases.database, of)).toBe(await waiting("qinweiguo"));
  const plan = await cases.database.run<{ detail: string }>(
    `explain query plan select rank from concerns q where q.queue = '@a' and q.rank < 4
     order by rank, sort_key, case_id, item limit 100`,
  );
  expect(plan.map(({ detail }) => detail).join()).toMatch(
    /USING COVERING INDEX.*queue=\? AND rank<\?/,
  );
});
