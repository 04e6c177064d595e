import { expect, test } from "vitest";
import type { ProposalActInput, SaveParameterInput, TrialView } from "../../../app/runtime/api";
import { accepted, BAISHU, codeOf, startLoan, take } from "../../support/open-test-cases";
import { openTestChanges, type TestChanges } from "../../support/open-test-changes";
import { uuidv7 } from "../../../app/runtime/cases/new-id";
import { loanForm } from "../../support/open-test-cases";

const scope = { unit: null, model: null, package: "tool-lending" };
const rest = { exemption: null, why: "试一试", wantedFrom: "" };

async function draft(test: TestChanges, change: Partial<SaveParameterInput>): Promise<string> {
  const input = {
    ...scope,
    ...rest,
    parameter: "lendingDays",
    value: "10",
    revision: null,
    ...change,
  };
  return accepted(await test.changes.saveParameter(test.at("zhoumin"), input)).id;
}

async function tried(test: TestChanges, id: string): Promise<TrialView> {
  accepted(await test.changes.beginTrial(test.at("zhoumin"), id));
  await test.trials.runDue();
  return accepted(await test.changes.trial(test.at("hejing"), { id, caseId: null }));
}

async function act(test: TestChanges, id: string, act: ProposalActInput["act"]) {
  const { revision } = accepted(await test.changes.proposal(test.at("zhoumin"), id));
  return test.changes.actOnProposal(test.at("zhoumin"), { id, revision, act });
}

/** A loan that is signed: its clock of seven days runs. */
async function signedLoan(test: TestChanges): Promise<string> {
  const caseId = await startLoan(test.cases);
  for (const event of ["approve", "count"]) {
    accepted(await take(test.cases, { by: "gaoyuan", caseId, event }));
  }
  const form = { signedOn: "2026-11-23" };
  accepted(await take(test.cases, { by: "gaoyuan", caseId, event: "sign", form }));
  return caseId;
}

test("names the matters that would be dated otherwise, with the cause; others come out the same", async () => {
  const test = await openTestChanges();
  const signed = await signedLoan(test);
  await startLoan(test.cases);
  const id = await draft(test, {});
  const view = await tried(test, id);
  expect(view).toMatchObject({
    stage: "done",
    total: 2,
    figures: { same: 1, different: 1, stuck: 0, already: 0 },
    read: null,
    mayRead: true,
  });
  expect(view.groups).toMatchObject([
    {
      kind: "due",
      title: { zh: "“借期”到另一天截止" },
      cause: { zh: "借期，由 7 天改为 10 天。" },
      count: 1,
      matters: [{ caseId: signed, placeName: "石桥村", detail: { zh: "12月1日 → 12月4日" } }],
    },
  ]);
  expect(view.chosen?.was.map(({ title }) => title.zh)).toEqual([
    "登记借用",
    "批准",
    "清点无误",
    "借条已签",
  ]);
  expect(view.chosen?.is.map(({ differs }) => differs)).toEqual([false, false, false, true]);
  expect(view.chosen?.rows).toEqual([
    {
      what: { zh: "“借期”截止", en: "End of “Loan period”" },
      was: { zh: "12月1日", en: "1 Dec" },
      is: { zh: "12月4日", en: "4 Dec" },
      because: { zh: "借期，由 7 天改为 10 天。", en: "Days of a loan: from 7 days to 10 days." },
    },
  ]);
});

test("tells apart what could not go on, with the rule that stands in the way", async () => {
  const test = await openTestChanges();
  const caseId = await startLoan(test.cases, { items: [{ name: "水泵", count: 2 }] });
  accepted(await take(test.cases, { by: "gaoyuan", caseId, event: "approve" }));
  const view = await tried(test, await draft(test, { parameter: "maxTools", value: "1" }));
  expect(view.figures).toMatchObject({ same: 0, different: 0, stuck: 1 });
  expect(view.groups[0]).toMatchObject({
    kind: "refused",
    cause: { zh: "一次最多借几件，由 5 改为 1。" },
    matters: [{ detail: { zh: "不符合“件数不超过上限”" } }],
  });
});

test("looks at the county's own matters only, and changes none of them", async () => {
  const test = await openTestChanges();
  const caseId = await signedLoan(test);
  const start = { package: "tool-lending", expectedSeq: 0, form: loanForm() };
  const there = { ...start, place: BAISHU, commandId: uuidv7(0) };
  accepted(await test.cases.part.start(test.cases.as("luojianping"), there));
  const before = await test.cases.database.run("select count(*) as n from case_events");
  const input = { ...scope, ...rest, parameter: "lendingDays", value: "10", revision: null };
  const { id } = accepted(await test.changes.saveParameter(test.at("wenjie"), input));
  accepted(await test.changes.beginTrial(test.at("wenjie"), id));
  await test.trials.runDue();
  const view = accepted(await test.changes.trial(test.at("wenjie"), { id, caseId }));
  expect(view).toMatchObject({ total: 0, stage: "done", groups: [], chosen: null });
  expect(await test.cases.database.run("select count(*) as n from case_events")).toEqual(before);
});

test("a draft that was not tried, or was written anew, or whose result nobody read, is not published", async () => {
  const test = await openTestChanges();
  await signedLoan(test);
  const id = await draft(test, {});
  expect(codeOf(await act(test, id, { act: "readTrial" }))).toBe("change/trial-missing");
  await tried(test, id);
  await draft(test, { value: "12", revision: 1 });
  const view = accepted(await test.changes.trial(test.at("zhoumin"), { id, caseId: null }));
  expect(view).toMatchObject({ stage: "stale", groups: [], mayRead: false });
  expect(codeOf(await act(test, id, { act: "readTrial" }))).toBe("change/trial-missing");
  await tried(test, id);
  const publish = async () => {
    const { revision } = accepted(await test.changes.proposal(test.at("tanlei"), id));
    const done = { act: "publish" as const, from: "2026-12-01" };
    return test.changes.actOnProposal(test.at("tanlei"), { id, revision, act: done });
  };
  accepted(await act(test, id, { act: "submit" }));
  const { revision } = accepted(await test.changes.proposal(test.at("hejing"), id));
  const approve = { act: "approve" as const, text: "同意", documentNumber: "7号" };
  accepted(await test.changes.actOnProposal(test.at("hejing"), { id, revision, act: approve }));
  expect(codeOf(await publish())).toBe("change/trial-missing");
  accepted(await act(test, id, { act: "readTrial" }));
  expect(codeOf(await publish())).toBe("accepted");
});

test("goes on where it was left, a few matters at a time", async () => {
  const test = await openTestChanges();
  for (let count = 0; count < 12; count += 1) await signedLoan(test);
  const id = await draft(test, {});
  accepted(await test.changes.beginTrial(test.at("zhoumin"), id));
  const halfway = accepted(await test.changes.trial(test.at("zhoumin"), { id, caseId: null }));
  expect(halfway).toMatchObject({ stage: "running", done: 0, total: 12, mayRead: false });
  await test.trials.runDue();
  const view = accepted(await test.changes.trial(test.at("zhoumin"), { id, caseId: null }));
  expect(view).toMatchObject({ stage: "done", done: 12, figures: { different: 12 } });
  expect(view.groups[0]?.matters).toHaveLength(8);
});
