import { expect, test } from "vitest";
import { decideExample } from "../support/decide-example";
import { compileShipped, holdStoriesAndExamples } from "../support/package-stories";

const IDS = ["training", "training.contract"];
await holdStoriesAndExamples(IDS);
const workflows = await compileShipped(IDS);
const contract = workflows.get("training.contract");
if (contract === undefined) throw new Error("there is no training.contract");

/** 劳动合同法 art. 19 for whole months: what the law allows, worked out apart from the package. */
function lawfulProbation(months: number): number {
  if (months < 3) return 0;
  if (months < 12) return 1;
  return months < 36 ? 2 : 6;
}

test("probation is lawful for exactly the terms and lengths that the law allows", () => {
  const rule = contract.rules.get("probationWithinCap");
  if (rule === undefined) throw new Error("there is no such rule");
  for (let months = 1; months <= 60; months += 1) {
    for (let probationMonths = 0; probationMonths <= 6; probationMonths += 1) {
      const given = { data: { terms: { months, probationMonths } } };
      const isLawful = probationMonths <= lawfulProbation(months);
      expect([given, decideExample(contract, rule, given)]).toEqual([given, isLawful]);
    }
  }
});

test("what the law says of labour contracts stands as statutory, on norms that were read", () => {
  const { rules = {}, deadlines = {}, legal = {} } = contract.source;
  const statutory = Object.entries({ ...rules, ...deadlines }).filter(([, one]) => one.statutory);
  expect(statutory.map(([name]) => name).sort()).toEqual(["probationWithinCap", "writtenContract"]);
  for (const [, { legal: key = "" }] of statutory) expect(legal[key]?.status).toBe("read");
});

test("an assistant's agreement knows no probation and no labour law", () => {
  const form = contract.forms.get("serviceTerms");
  const entered = { from: "2026-12-01", months: 12, post: "驻村协勤", pay: "补贴", insured: "yes" };
  expect(form?.accept(entered).ok).toBe(true);
  expect(form?.accept({ ...entered, probationMonths: 1 }).ok).toBe(false);
  const text = JSON.stringify(contract.document.papers["serviceAgreement"]);
  expect(text).toContain("本协议不是劳动合同");
  expect(text).not.toMatch(/试用期|劳动报酬/);
});

test("nobody begins a contract without a certificate", () => {
  const required = contract.document.forms["open"]?.schema["required"];
  expect(required).toContain("certificateNumber");
});
