import { describe, expect, test } from "vitest";
import { plainSentence } from "../../../app/engine/change/say-change";
import { listAudit } from "../../../app/storage/audit-log";
import type { ProposalActInput, Result, SaveParameterInput } from "../../../app/runtime/api";
import {
  accepted,
  codeOf,
  QINGYUAN,
  SHIQIAO,
  startLoan,
  take,
} from "../../support/open-test-cases";
import { openTestChanges, type Desk, type TestChanges } from "../../support/open-test-changes";
import { exampleFile, partAt } from "../../support/guarded-tree";
import { makeExampleTree } from "../../support/temp-tree";

type Act = ProposalActInput["act"];

const tenDays: SaveParameterInput = {
  unit: null,
  model: null,
  package: "tool-lending",
  parameter: "lendingDays",
  value: "10",
  exemption: null,
  why: "汛期用水泵的多。",
  wantedFrom: "",
  revision: null,
};

const approve: Act = { act: "approve", text: "同意", documentNumber: "云公法〔2026〕7号" };

/** Does something with a proposal as it stands. */
async function act(test: TestChanges, desk: Desk, id: string, done: Act): Promise<Result<unknown>> {
  const seen = await test.changes.proposal(test.at(desk), id);
  const revision = seen.ok ? seen.value.revision : 0;
  return test.changes.actOnProposal(test.at(desk), { id, revision, act: done });
}

async function save(
  test: TestChanges,
  change: Partial<SaveParameterInput> = {},
  desk: Desk = "zhoumin",
) {
  return test.changes.saveParameter(test.at(desk), { ...tenDays, ...change });
}

/** Tries a draft on past matters and reads what came of it. */
async function tryOut(test: TestChanges, id: string) {
  accepted(await test.changes.beginTrial(test.at("zhoumin"), id));
  await test.trials.runDue();
  accepted(await act(test, "zhoumin", id, { act: "readTrial" }));
}

/** Drafts, tries, sends, approves and publishes. */
async function publish(test: TestChanges, from: string, change: Partial<SaveParameterInput> = {}) {
  const { id } = accepted(await save(test, change));
  await tryOut(test, id);
  accepted(await act(test, "zhoumin", id, { act: "submit" }));
  accepted(await act(test, "hejing", id, approve));
  accepted(await act(test, "tanlei", id, { act: "publish", from }));
  return id;
}

async function daysAt(test: TestChanges, day: string, place = SHIQIAO): Promise<unknown> {
  const ask = { package: "tool-lending", place, day };
  return accepted(await test.cases.definitions.resolve(ask)).params["lendingDays"];
}

describe("a number is changed by two people", () => {
  test("new matters use it from its day on, open ones keep theirs, other counties never see it", async () => {
    const test = await openTestChanges();
    const before = await startLoan(test.cases);
    await publish(test, "2026-11-25");
    expect(await daysAt(test, "2026-11-24")).toBe(7);
    expect(await daysAt(test, "2026-11-25")).toBe(10);
    expect(await daysAt(test, "2026-11-25", QINGYUAN)).toBe(7);

    test.cases.clock.time += 2 * 86_400_000;
    const after = await startLoan(test.cases, { pickUpDay: "2026-11-26" });
    const lastDay = async (caseId: string, signedOn: string) => {
      for (const event of ["approve", "count"]) {
        accepted(await take(test.cases, { by: "gaoyuan", caseId, event }));
      }
      accepted(
        await take(test.cases, { by: "gaoyuan", caseId, event: "sign", form: { signedOn } }),
      );
      const view = accepted(await test.cases.part.caseView(test.cases.as("gaoyuan"), caseId));
      return view.deadlines.find(({ title }) => title.zh === "借期")?.due.day;
    };
    expect(await lastDay(before, "2026-11-24")).toBe("2026-12-01");
    expect(await lastDay(after, "2026-11-26")).toBe("2026-12-07");
  });

  test("what they did is on record, and in the audit trail", async () => {
    const test = await openTestChanges();
    const id = await publish(test, "2026-12-01");
    const view = accepted(await test.changes.proposal(test.at("zhoumin"), id));
    expect(view.log.map(({ text, by }) => `${text.zh} ${by}`)).toEqual([
      "起草 zhoumin",
      "看过试跑结果 zhoumin",
      "送法制审核 zhoumin",
      "法制同意 hejing",
      "发布 tanlei",
    ]);
    expect(view.opinion).toMatchObject({ by: "hejing", documentNumber: "云公法〔2026〕7号" });
    const audit = await test.cases.database.run<{ act: string }>(
      "select act from audit where act like 'change.%' order by at, id",
    );
    expect(audit.map(({ act }) => act).sort()).toEqual(
      [
        "change.approve",
        "change.begin",
        "change.publish",
        "change.readTrial",
        "change.submit",
      ].sort(),
    );
    expect(await listAudit(test.cases.database, id)).toEqual([]);
  });

  test("nobody signs off what they wrote; the legal office gives the opinion", async () => {
    const test = await openTestChanges();
    const { id } = accepted(await save(test, {}, "hejing"));
    await tryOut(test, id);
    accepted(await act(test, "hejing", id, { act: "submit" }));
    expect(codeOf(await act(test, "hejing", id, approve))).toBe("change/own-review");
    expect(codeOf(await act(test, "zhoumin", id, approve))).toBe("change/not-legal-office");
    accepted(await act(test, "tanlei", id, approve));
    const from = "2026-12-01";
    expect(codeOf(await act(test, "hejing", id, { act: "publish", from }))).toBe(
      "change/own-publish",
    );
    accepted(await act(test, "zhoumin", id, { act: "publish", from }));
  });

  test("people of other counties and of other posts see nothing of it", async () => {
    const test = await openTestChanges();
    const { id } = accepted(await save(test));
    expect(codeOf(await test.changes.proposal(test.at("wenjie"), id))).toBe("change/not-found");
    expect(codeOf(await act(test, "wenjie", id, { act: "submit" }))).toBe("change/not-found");
    const officer = test.cases.as("gaoyuan");
    expect(test.changes.mayChangeRules(officer)).toBe(false);
    expect(codeOf(await test.changes.rules(officer, null))).toBe("change/not-yours");
    expect(codeOf(await test.changes.proposal(officer, id))).toBe("change/not-found");
    expect(codeOf(await save(test, { unit: "991021" }, "wenjie"))).toBe("change/unknown-scope");
    expect(codeOf(await test.changes.proposal(test.at("heming"), id))).toBe("accepted");
  });
});

describe("what is refused when it is written", () => {
  test.each<[string, Partial<SaveParameterInput>]>([
    ["change/value", { value: "十天" }],
    ["change/value", { value: "" }],
    ["change/outside-range", { value: "31" }],
    ["change/outside-range", { value: "2.5" }],
    ["change/exemption-needed", { value: "0" }],
    ["change/exemption-needed", { value: "0", exemption: { reason: "", until: "2026-12-31" } }],
    ["change/unknown-parameter", { parameter: "__proto__" }],
    ["runtime/unknown-package", { package: "no-such-thing" }],
    ["change/stale", { revision: 3 }],
  ])("%s: %o", async (code, change) => {
    const test = await openTestChanges();
    expect(codeOf(await save(test, change))).toBe(code);
    expect(accepted(await test.changes.rules(test.at("zhoumin"), null)).proposals).toEqual([]);
  });

  test("a parameter that the package does not open", async () => {
    const workflow = await exampleFile("workflows/tool-lending/workflow.json");
    partAt(workflow, "vary")["parameters"] = "add";
    const dir = await makeExampleTree({ "workflows/tool-lending/workflow.json": workflow });
    expect(codeOf(await save(await openTestChanges({ dir })))).toBe("change/not-open");
  });

  test("two windows: the second is told that the draft was written meanwhile", async () => {
    const test = await openTestChanges();
    accepted(await save(test));
    expect(codeOf(await save(test, { value: "12" }))).toBe("change/stale");
    accepted(await save(test, { value: "12", revision: 1 }));
    const page = await test.changes.parameterPage(test.at("zhoumin"), {
      ...{
        unit: null,
        model: null,
        package: "tool-lending",
        parameter: "lendingDays",
        value: null,
      },
    });
    expect(accepted(page).control.value).toBe("12");
  });
});

describe("what is refused when it should hold", () => {
  test("a day that has passed, a day that another version has", async () => {
    const test = await openTestChanges();
    await publish(test, "2026-12-01");
    const { id } = accepted(await save(test, { value: "12" }));
    await tryOut(test, id);
    accepted(await act(test, "zhoumin", id, { act: "submit" }));
    accepted(await act(test, "hejing", id, approve));
    const at = (from: string) => act(test, "tanlei", id, { act: "publish", from });
    expect(codeOf(await at("2026-11-22"))).toBe("change/day-past");
    expect(codeOf(await at("2026-12-01"))).toBe("change/two-at-once");
    expect(codeOf(await at("2026-11-30"))).toBe("change/two-at-once");
    expect(codeOf(await at("2026-12-02"))).toBe("accepted");
    expect([await daysAt(test, "2026-12-01"), await daysAt(test, "2026-12-02")]).toEqual([10, 12]);
  });

  test("a draft that stands on a version which is no longer the last", async () => {
    const test = await openTestChanges();
    const { id } = accepted(await save(test, { value: "12" }, "tanlei"));
    await publish(test, "2026-12-01");
    expect(codeOf(await act(test, "tanlei", id, { act: "submit" }))).toBe("change/draft-stale");
  });

  test("an exemption that will have run out", async () => {
    const test = await openTestChanges();
    const exemption = { reason: "汛期", until: "2026-12-31" };
    const { id } = accepted(await save(test, { value: "0", exemption }));
    await tryOut(test, id);
    accepted(await act(test, "zhoumin", id, { act: "submit" }));
    accepted(await act(test, "hejing", id, approve));
    const at = (from: string) => act(test, "tanlei", id, { act: "publish", from });
    expect(codeOf(await at("2027-01-01"))).toBe("change/exemption-expired");
    expect(codeOf(await at("2026-12-01"))).toBe("accepted");
    expect(await daysAt(test, "2026-12-31")).toBe(0);
    expect(await daysAt(test, "2027-01-01")).toBe(1);
    test.cases.clock.time += 60 * 86_400_000;
    const page = accepted(await test.changes.rules(test.at("zhoumin"), null));
    const row = page.packages[0]?.parameters.find(({ name }) => name === "lendingDays");
    expect(row?.notes[0]?.zh).toBe("降标准备案已于2026年12月31日到期，新事项按下限办。");
    expect(row?.value.zh).toBe("1 天");
    // The parameter's own page begins with it, and changes what holds now, not what the exemption gave.
    const ask = { ...tenDays, value: "5" };
    const own = accepted(await test.changes.parameterPage(test.at("zhoumin"), ask));
    expect(own.source.notes.map(({ zh }) => zh)).toEqual([
      "降标准备案已于2026年12月31日到期，新事项按下限办。",
    ]);
    expect(plainSentence(own.sentence).zh).toContain("由 1 天改为 5 天");
  });
});

describe("former versions", () => {
  test("stay, and come back by way of a draft that others sign", async () => {
    const test = await openTestChanges();
    const first = await publish(test, "2026-12-01");
    await publish(test, "2026-12-10", { value: "20" });
    const scope = { unit: null, model: null, package: "tool-lending" };
    const restore = (version: string | null) =>
      test.changes.restoreVersion(test.at("zhoumin"), { ...scope, version });
    const { id } = accepted(await restore(first));
    accepted(await test.changes.saveParameter(test.at("zhoumin"), { ...tenDays, revision: 1 }));
    await tryOut(test, id);
    accepted(await act(test, "zhoumin", id, { act: "submit" }));
    accepted(await act(test, "hejing", id, approve));
    accepted(await act(test, "tanlei", id, { act: "publish", from: "2026-12-20" }));
    const days = ["2026-12-09", "2026-12-10", "2026-12-20"];
    expect(await Promise.all(days.map((day) => daysAt(test, day)))).toEqual([10, 20, 10]);
    const { rows } = accepted(await test.changes.versions(test.at("zhoumin"), scope));
    expect(rows.map(({ from, summary }) => `${from.zh} ${summary[0]?.zh}`)).toEqual([
      "2026年12月20日 借期，由 7 天改为 10 天。",
      "2026年12月10日 借期，由 7 天改为 20 天。",
      "2026年12月1日 借期，由 7 天改为 10 天。",
    ]);
    expect(codeOf(await restore(id))).toBe("change/nothing-to-restore");
    expect(codeOf(await restore("p-unknown"))).toBe("change/not-found");
    expect(codeOf(await restore(null))).toBe("accepted");
  });
});
