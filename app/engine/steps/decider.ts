import type { GuardRecord } from "../case";
import { refuse } from "../errors";
import type { CandidateInfo } from "../machine/state-index";
import type { Decide } from "../machine/machine";
import type { Refusal } from "../refusal";
import type { Text } from "../text";
import type { Scope } from "../scope";
import type { Rule, Workflow } from "../workflow";
import { refuseUnknown } from "../refuse-unknown";

export interface Decider {
  decide: Decide;
  /** Every guard that was asked, once each, in order. */
  records: GuardRecord[];
  /** Events some candidate of which was taken (`after x` for timers). */
  taken: ReadonlySet<string>;
  /** Unknown guards that stood before a candidate that was taken: the step may not fall through them. */
  skippedUnknown: GuardRecord[];
}

/** Evaluates one rule and records how it came out. */
export function recordRule(rule: Rule, scope: Scope, candidate: string): GuardRecord {
  const { source } = rule;
  const evaluation = rule.logic.evaluate(
    scope,
    source.absent === undefined ? {} : { absent: source.absent },
  );
  return {
    candidate,
    rule: rule.name,
    title: source.title,
    refusal: source.refusal ?? {
      zh: `不符合：${source.title.zh}`,
      en: `Not met: ${source.title.en ?? source.title.zh}`,
    },
    because: evaluation.because,
    missing: evaluation.missing,
    truth: evaluation.truth,
    ...(source.legal === undefined ? {} : { legal: source.legal }),
  };
}

/**
 * Answers XState's question for each candidate. A guard passes only on `true`; one that is unknown
 * is remembered, and taking a later candidate of the same event would decide without knowing.
 */
export function createDecider(workflow: Workflow, scope: Scope): Decider {
  const records: GuardRecord[] = [];
  const pending = new Map<string, GuardRecord[]>();
  const taken = new Set<string>();
  const skippedUnknown: GuardRecord[] = [];

  const groupOf = (candidate: CandidateInfo): string =>
    candidate.event === "" || candidate.event === "onDone"
      ? `${candidate.path} ${candidate.event}`
      : candidate.event;

  return {
    records,
    taken,
    skippedUnknown,
    decide(candidate) {
      const group = groupOf(candidate);
      if (group !== candidate.event && candidate.index === 0) pending.delete(group);
      const rule = candidate.guard === null ? undefined : workflow.rules.get(candidate.guard);
      if (candidate.guard !== null && rule === undefined) return false;
      if (rule !== undefined) {
        const record = recordRule(rule, scope, candidate.id);
        if (!records.some((known) => known.candidate === candidate.id)) records.push(record);
        if (record.truth === "unknown") pending.set(group, [...(pending.get(group) ?? []), record]);
        if (record.truth !== true) return false;
      }
      skippedUnknown.push(...(pending.get(group) ?? []));
      taken.add(candidate.event);
      return true;
    },
  };
}

/**
 * The refusal when no candidate passed; unknown guards say what is missing. The first rule that says no
 * in words of its own speaks: rules without a `refusal` only choose between candidates.
 */
export function refuseNothingTaken(
  workflow: Workflow,
  records: readonly GuardRecord[],
  label: Text,
): Refusal {
  const unknown = records.filter((record) => record.truth === "unknown");
  if (unknown.length > 0) return refuseUnknown(workflow.wordFor, unknown);
  const refusing = records.filter((record) => record.truth === false);
  const first =
    refusing.find(({ rule }) => workflow.rules.get(rule)?.source.refusal !== undefined) ??
    refusing[0];
  if (first === undefined) return refuse("case/no-transition", { event: label });
  return refuse("case/rule-refused", { sentence: first.refusal }, { because: [...records] });
}
