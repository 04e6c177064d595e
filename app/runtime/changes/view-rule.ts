import { certainInRule } from "../../engine/check/check-absence";
import { exploreConfigurations } from "../../engine/check/configurations";
import { buildStateGraph } from "../../engine/check/state-graph";
import { sayValue, parameterName, unitOf } from "../../engine/change/parameter-words";
import { usesOf } from "../../engine/change/parameter-uses";
import { sameScope } from "../../engine/change/proposal";
import { ruleFields } from "../../engine/change/rule-fields";
import { ruleUses } from "../../engine/change/rule-uses";
import { plainLogic } from "../../engine/change/say-condition";
import { own } from "../../engine/json";
import type { Text } from "../../engine/text";
import type { DefinitionDocument, RuleSource } from "../../engine/workflow-source";
import type { Result, RuleAsk, RuleEditInput, RulePage, RuleVerdict, Session } from "../api";
import { legalText } from "../cases/legal-text";
import type { DeskParts } from "./desk-parts";
import type { RuleOpenness } from "./edit-rule";
import { judgeRule } from "./judge-rule";
import { openRule, type OpenRule } from "./open-rule";
import { ruleRows } from "./rule-rows";
import { modelsFor } from "./view-scope";
import { viewProposal } from "./view-proposal";
import { groundsOf, onTheirWay } from "./view-rules";

/** One rule: its sentence, its rows, its examples as they are decided, where it comes from and what asks it. */
export async function readRulePage(
  parts: DeskParts,
  session: Pick<Session, "person">,
  ask: RuleAsk & { edit: RuleEditInput | null },
): Promise<Result<RulePage>> {
  const { person } = session;
  const found = await openRule(parts, person, ask);
  if (!found.ok) return found;
  const open = found.value;
  const { ground, draft, document, rule, openness } = open;
  const { unit } = ground.scope;
  const { workflow } = document;
  const verdict = judgeRule(parts, open, { name: ask.rule, edit: ask.edit });
  const isByRows = openness === "open" && verdict.rows !== null;
  return {
    ok: true,
    value: {
      county: { id: unit, name: parts.directory().findUnit(unit)?.name ?? unit },
      package: { id: ask.package, title: workflow.title },
      name: ask.rule,
      title: rule.title,
      closed: CLOSED[openness],
      beyondRows: beyondRows(verdict),
      mode: ask.edit?.mode ?? (isByRows ? "rows" : "text"),
      fields: fieldsFor(open, ask.rule, verdict),
      verdict,
      refusal: wordsOfRefusal(rule) && (ask.edit?.refusal ?? wordsOfRefusal(rule)),
      models: modelsFor(parts, ground),
      model: ask.model,
      source: sourceOf(open, ask.rule),
      draft: draft && (await viewProposal(parts, { proposal: draft, ground, person })),
      others: await onTheirWay(parts, session, (one) => sameScope(one, ground.scope)),
      list: groundsOf(parts, { unit, model: ask.model }).map((one) => ({
        id: one.loaded.id,
        title: one.document.workflow.title,
        rules: ruleRows(one),
      })),
    },
  };
}

const CLOSED: Readonly<Record<RuleOpenness, Text | null>> = {
  open: null,
  fixed: {
    zh: "这条规则的条件由流程包定死，本县不能改；可以改办不了时的说明，可以加例子。",
    en: "The package keeps this rule's conditions; a county may reword its refusal and add examples.",
  },
  statutory: {
    zh: "这条规则是法定的，条件不能改；可以改办不了时的说明，可以加例子。",
    en: "This rule is law and its conditions stay; a county may reword its refusal and add examples.",
  },
};

function beyondRows({ rows, fixed }: RuleVerdict): Text | null {
  if (rows === null) {
    return {
      zh: "这条规则要逐项看清单，或者先算出数来，拆不成一行一行的条件，所以这里只能看。要改的，请改成打字。",
      en: "This rule goes through lists or works numbers out first, which rows cannot say. It is shown here; change it as text.",
    };
  }
  if (fixed.length === 0) return null;
  return {
    zh: `有 ${fixed.length} 处要逐项看清单或者先算出数来，整段照原样留着；其余的可以一行一行地改。`,
    en: `${fixed.length} parts go through lists or work numbers out first: they stay whole. The rest can be changed row by row.`,
  };
}

function fieldsFor({ document, reading }: OpenRule, name: string, { rows }: RuleVerdict) {
  const graph = buildStateGraph(document.workflow.machine);
  const ways = exploreConfigurations(graph);
  const isCertain = certainInRule(document, { graph, ways }, name);
  const none = { join: "and" as const, items: [] };
  return ruleFields(document, { rows: rows ?? none, isCertain, words: reading.words });
}

function wordsOfRefusal({ refusal }: RuleSource): RulePage["refusal"] {
  return refusal === undefined ? null : { zh: refusal.zh, en: refusal.en ?? "" };
}

function sourceOf({ ground, document, reading }: OpenRule, name: string): RulePage["source"] {
  const { workflow } = document;
  const sayIn = (one: DefinitionDocument): Text | null => {
    const rule = own(one.workflow.rules, name);
    return rule === undefined ? null : plainLogic(rule.when, { ...reading.words, document: one });
  };
  const [standard, parent] = [ground.loaded.document, ground.parent].map(sayIn);
  const added = { zh: "流程包没有这条规则，是后来加的。", en: "The package has no such rule." };
  return {
    standard: standard ?? added,
    parent: parent?.zh === standard?.zh ? null : (parent ?? null),
    legal: legalText({ source: workflow }, own(workflow.rules, name) ?? {}) ?? null,
    uses: ruleUses(document, name),
    parameters: Object.entries(workflow.parameters ?? {})
      .filter(([parameter]) => usesOf(document, parameter).rules.some((rule) => rule.name === name))
      .map(([parameter, source]) => ({
        name: parameter,
        title: parameterName(source),
        value: sayValue(source.schema, source.value, unitOf(workflow, parameter)),
      })),
  };
}
