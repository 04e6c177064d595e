import type { Case, HistoryEntry } from "../case";
import { at, canonicalJson, sameJson, type Json } from "../json";
import { leavesOf } from "../machine/state-value";
import { offersFor } from "../offer";
import { operationsFor } from "../operations/operations-for";
import type { People } from "../people";
import type { Person } from "../person";
import { papersOffered } from "../projection/paper";
import type { Refusal } from "../refusal";
import { buildScope } from "../scope";
import { carriesLadder } from "../steps/clocks";
import { say, type Language } from "../text";
import type { Instant } from "../time/types";
import { holderOf } from "../steps/task-holder";
import type { Workflow } from "../workflow";
import { checkDecisions } from "./expected-decisions";
import { checkNotices } from "./expected-notices";
import { checkRungs } from "./expected-rungs";
import type { Expectation } from "./scenario";

interface Found {
  workflow: Workflow;
  matter: Case | null;
  /** What the step wrote: one entry, or several where timers fired. */
  entries: readonly HistoryEntry[];
  /** Everything that the matter came to so far. */
  history: readonly HistoryEntry[];
  refusal: Refusal | null;
  expect: Expectation;
  person: Person | undefined;
  people: People;
  now: Instant;
  /** In which refusals are told. */
  language: Language;
}

/** Holds what happened against what was expected; every difference is one sentence. */
export function checkExpectation(found: Found): string[] {
  const { expect, refusal, matter } = found;
  if (expect.refused !== undefined || refusal !== null)
    return [...checkRefusal(found), ...checkMatter(found)];
  if (matter === null) return ["there is no matter yet: begin with a start step"];
  return checkMatter(found);
}

function checkRefusal({ expect, refusal, language }: Found): string[] {
  if (refusal === null)
    return [`expected the refusal ${expect.refused}, but the step was accepted`];
  if (expect.refused === undefined) {
    const fields = (refusal.fields ?? [])
      .map((fault) => `${fault.pointer} ${say(fault.message, language)}`)
      .join("; ");
    const sentence = say(refusal.message, language);
    return [`refused: ${refusal.code} ${sentence}${fields === "" ? "" : ` (${fields})`}`];
  }
  const problems: string[] = [];
  if (refusal.code !== expect.refused)
    problems.push(`refused with ${refusal.code}, expected ${expect.refused}`);
  const rules = (refusal.because ?? []).map((reason) => reason.rule);
  if (expect.rule !== undefined && !rules.includes(expect.rule)) {
    problems.push(`the reasons are ${rules.join(", ") || "none"}, expected ${expect.rule}`);
  }
  const missing = (refusal.because ?? []).flatMap((reason) => reason.missing);
  for (const path of expect.missing ?? []) {
    if (!missing.includes(path))
      problems.push(`missing is ${missing.join(", ") || "none"}, expected ${path}`);
  }
  const fields = (refusal.fields ?? []).map((fault) => fault.pointer);
  for (const pointer of expect.fields ?? []) {
    if (!fields.includes(pointer))
      problems.push(`faulty fields are ${fields.join(", ") || "none"}, expected ${pointer}`);
  }
  return problems;
}

function checkMatter(found: Found): string[] {
  const { workflow, matter, entries, history, expect, person, now } = found;
  if (matter === null) return [];
  const problems: string[] = [];
  const differ = (what: string, is: Json | undefined, wanted: Json): void => {
    if (!sameJson(is, wanted))
      problems.push(`${what} is ${canonicalJson(is ?? null)}, expected ${canonicalJson(wanted)}`);
  };
  if (expect.state !== undefined) {
    const names = leavesOf(matter.state).flatMap((leaf) => leaf.split("."));
    const named = typeof expect.state === "string" && names.includes(expect.state);
    if (!named) differ("state", matter.state as Json, expect.state as Json);
  }
  if (expect.number !== undefined) differ("number", matter.number, expect.number);
  if (expect.status !== undefined) differ("status", matter.status, expect.status);
  if (expect.end !== undefined) differ("end", matter.end, expect.end);
  for (const [deadline, day] of Object.entries(expect.due ?? {})) {
    const timer = matter.timers.find((one) => one.deadline === deadline && carriesLadder(one));
    differ(`due ${deadline}`, timer?.day ?? null, day);
  }
  problems.push(...checkRungs({ matter, entries }, expect));
  if (expect.provisional !== undefined) {
    differ(
      "provisional",
      matter.timers.some((timer) => timer.provisional),
      expect.provisional,
    );
  }
  const outcomes = entries.map((entry) => entry.outcome);
  if (expect.effects !== undefined) {
    differ(
      "effects",
      outcomes.flatMap((outcome) => outcome.effects.map((effect) => effect.action)),
      expect.effects,
    );
  }
  for (const [register, cells] of Object.entries(expect.register ?? {})) {
    const line = outcomes
      .flatMap((outcome) => outcome.registers)
      .findLast((one) => one.register === register);
    for (const [column, text] of Object.entries(cells))
      differ(`${register}.${column}`, line?.cells[column] ?? null, text);
  }
  if (expect.corrects !== undefined) {
    const lines = outcomes.flatMap((outcome) => outcome.registers);
    const corrected = lines.filter((line) => line.correction).map((line) => line.register);
    differ("corrects", corrected.sort(), [...expect.corrects].sort());
  }
  problems.push(...checkDecisions({ workflow, matter }, expect.decision ?? {}));
  problems.push(...checkNotices(history, expect.notice ?? {}));
  for (const [path, value] of Object.entries(expect.data ?? {})) {
    differ(`data ${path}`, at(matter.data, path.replace(/^data\./, "")) ?? null, value);
  }
  if (expect.papers !== undefined) {
    const user = { id: person?.id ?? "", name: person?.name ?? "", role: null, unit: null };
    const scope = buildScope({ workflow, matter, data: matter.data, user, at: now, now });
    const offered = papersOffered(workflow, matter, scope).map((paper) => paper.name);
    for (const name of expect.papers) {
      if (!offered.includes(name))
        problems.push(`papers offered are ${offered.join(", ") || "none"}, expected ${name}`);
    }
  }
  if (expect.offers !== undefined && person !== undefined) {
    const mine = offersFor({ workflow, matter, person, now }).filter(
      (offer) => offer.mine && offer.refusal === undefined,
    );
    differ("offers", mine.map((offer) => offer.event).sort(), [...expect.offers].sort());
  }
  for (const [state, key] of Object.entries(expect.holder ?? {})) {
    const path = workflow.machine.pathOf(state) ?? state;
    differ(`holder of ${state}`, holderOf(matter, path)?.id ?? null, key);
  }
  if (expect.operations !== undefined && person !== undefined) {
    const { people } = found;
    const mine = operationsFor({ workflow, matter, person, people, now });
    const names = [...new Set(mine.map(({ operation }) => operation))].sort();
    differ("operations", names, [...expect.operations].sort());
  }
  return problems;
}
