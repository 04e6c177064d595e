import type { Cause } from "../../engine/change/cause-of";
import { describeChange } from "../../engine/change/describe-change";
import type { Difference } from "../../engine/change/decide-again";
import type { Proposal } from "../../engine/change/proposal";
import { plainSentence } from "../../engine/change/say-change";
import { wordsOf } from "../../engine/change/scope-words";
import type { Finding } from "../../engine/change/trial";
import { own } from "../../engine/json";
import type { Text } from "../../engine/text";
import type { Workflow } from "../../engine/workflow";
import { findBriefs } from "../../storage/case-briefs";
import type { Result, TrialGroup, TrialView } from "../api";
import type { DeskParts } from "./desk-parts";
import { contentOf, type TriedDefinitions } from "./trials";
import { trialMatter } from "./trial-matter";
import { dayOr, listEn, listZh, statesText } from "./trial-words";
import { dayText, scopeTitle, trialOf } from "./view-proposal";

/** So many matters of a group are named; the others are counted. */
const NAMED = 8;

/** A trial's result: how many differ and why, the matters by name, and one of them on both ways. */
export async function readTrial(
  parts: DeskParts,
  ask: { proposal: Proposal; caseId: string | null },
): Promise<Result<TrialView>> {
  const { proposal } = ask;
  const tried = parts.trials.definitions(proposal);
  if (!tried.ok) return tried;
  const { ground, draft } = tried.value;
  const trial = await parts.trials.find(proposal.id);
  const { stage, read } = await trialOf(parts, proposal);
  const findings = stage === "running" || stage === "done" ? (trial?.findings ?? []) : [];
  const stuck = findings.filter(({ difference }) => difference.kind === "refused").length;
  const groups = await groupsOf(parts, { tried: tried.value, proposal, findings });
  const shown = ask.caseId ?? groups[0]?.matters[0]?.caseId ?? null;
  const chosen = findings.find(({ caseId }) => caseId === shown);
  return {
    ok: true,
    value: {
      proposal: {
        id: proposal.id,
        revision: proposal.revision,
        title: draft.source.title,
        scope: scopeTitle(parts, ground),
      },
      stage,
      done: trial?.done ?? 0,
      total: trial?.matters.length ?? 0,
      ended: trial?.endedAt == null ? null : dayText(trial.endedAt),
      figures: {
        same: trial?.same ?? 0,
        different: findings.length - stuck,
        stuck,
        already: trial?.already ?? 0,
      },
      groups,
      chosen:
        chosen === undefined
          ? null
          : await trialMatter(parts, tried.value, {
              finding: chosen,
              because: causeText(tried.value, proposal, chosen.cause),
            }),
      read,
      mayRead: stage === "done" && trial?.patch === contentOf(proposal) && mayStill(proposal),
    },
  };
}

function mayStill({ status }: Proposal): boolean {
  return status === "draft" || status === "review" || status === "approved";
}

async function groupsOf(
  parts: DeskParts,
  ask: { tried: TriedDefinitions; proposal: Proposal; findings: readonly Finding[] },
): Promise<TrialGroup[]> {
  const { tried, proposal } = ask;
  const byKey = new Map<string, Finding[]>();
  for (const finding of ask.findings) {
    const { difference, cause } = finding;
    const what = difference.kind === "due" ? difference.deadline : "";
    const key = [difference.kind, cause.kind, cause.name, what].join(" ");
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  const groups: TrialGroup[] = [];
  for (const findings of byKey.values()) {
    const [first] = findings;
    if (first === undefined) continue;
    const named = findings.slice(0, NAMED);
    const briefs = await findBriefs(
      parts.database,
      named.map(({ caseId }) => caseId),
    );
    const byId = new Map(briefs.map((brief) => [brief.id, brief]));
    groups.push({
      kind: kindOf(first.difference),
      title: groupTitle(tried.draft, first.difference),
      cause: causeText(tried, proposal, first.cause),
      count: findings.length,
      matters: named.flatMap(({ caseId, difference }) => {
        const brief = byId.get(caseId);
        const detail = detailOf(tried.draft, difference);
        return brief ? [{ caseId, title: brief.title, placeName: brief.place.name, detail }] : [];
      }),
    });
  }
  return groups.sort((a, b) => b.count - a.count);
}

function kindOf({ kind }: Difference): TrialGroup["kind"] {
  return kind === "due" || kind === "state" || kind === "refused" ? kind : "other";
}

/** What is different, for all matters of a group. */
function groupTitle(workflow: Workflow, difference: Difference): Text {
  switch (difference.kind) {
    case "due": {
      const title = own(workflow.source.deadlines, difference.deadline)?.title ?? {
        zh: difference.deadline,
      };
      return {
        zh: `“${title.zh}”到另一天截止`,
        en: `“${title.en ?? title.zh}” ends on another day`,
      };
    }
    case "state":
      return { zh: "走到别的环节", en: "Goes another way" };
    case "refused":
      return difference.fields.length > 0
        ? { zh: "缺内容，办不下去", en: "Cannot go on: answers are missing" }
        : { zh: "停在这一步，办不下去", en: "Cannot go on" };
    case "roles":
      return { zh: "换了办理的人", en: "Others take the next step" };
    case "record":
      return RECORDS[difference.what];
  }
}

const RECORDS: Readonly<Record<Extract<Difference, { kind: "record" }>["what"], Text>> = {
  data: { zh: "记下的内容不同", en: "Something else is written down" },
  registers: { zh: "登记簿里写的不同", en: "Other lines in the books" },
  effects: { zh: "自动办的事不同", en: "Other effects follow" },
  links: { zh: "开出的关联事项不同", en: "Other linked matters" },
};

/** What of the draft is the reason, as its own sentence; where no sentence speaks of it, in general. */
function causeText({ ground, draft }: TriedDefinitions, { patch }: Proposal, cause: Cause): Text {
  const words = { plugins: draft.registry.facts, roles: draft.roles };
  const all = describeChange(ground.parent, patch, words);
  const own = all.find(({ kind, name }) => kind === cause.kind && name === cause.name);
  const near =
    own ?? all.find(({ name }) => name === cause.name) ?? (all.length === 1 ? all[0] : undefined);
  return near === undefined
    ? { zh: "因为环节或去向改了。", en: "Because states or ways have changed." }
    : plainSentence(near.sentence);
}

function detailOf(workflow: Workflow, difference: Difference): Text {
  switch (difference.kind) {
    case "due":
      return arrow(dayOr(difference.was), dayOr(difference.is));
    case "state":
      return arrow(statesText(workflow, difference.was), statesText(workflow, difference.is));
    case "refused": {
      const { rules, missing, fields } = difference;
      if (missing.length > 0) {
        const names = missing.map(
          (path) => wordsOf(workflow.document, path, { plugins: workflow.registry.facts }).title,
        );
        return { zh: `缺${listZh(names)}`, en: `missing: ${listEn(names)}` };
      }
      if (fields.length > 0)
        return { zh: `缺 ${fields.length} 项`, en: `${fields.length} answers missing` };
      const titles = rules.map((rule) => own(workflow.source.rules, rule)?.title ?? { zh: rule });
      return titles.length === 0
        ? { zh: "这一步不能办", en: "the step is not open" }
        : { zh: `不符合“${listZh(titles)}”`, en: `fails “${listEn(titles)}”` };
    }
    case "roles":
    case "record":
      return { zh: "", en: "" };
  }
}

function arrow(was: Text, is: Text): Text {
  return { zh: `${was.zh} → ${is.zh}`, en: `${was.en ?? was.zh} → ${is.en ?? is.zh}` };
}
