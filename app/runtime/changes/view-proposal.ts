import { statusTitle } from "../../engine/change/act-on";
import { describeChange } from "../../engine/change/describe-change";
import { parameterName, sayValue, unitOf } from "../../engine/change/parameter-words";
import { authorsOf, type Proposal, type Version } from "../../engine/change/proposal";
import { plainSentence, type SentencePart } from "../../engine/change/say-change";
import type { Json } from "../../engine/json";
import { makePatch } from "../../engine/variant/make-patch";
import type { DefinitionDocument } from "../../engine/workflow-source";
import { floorOf } from "../../engine/variant/floor";
import type { Person } from "../../engine/person";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { dayOf, showDay, showMoment } from "../../engine/time/zone";
import type { ProposalDeed, ProposalRow, ProposalView, VersionRow } from "../api/changes";
import { isLegalOffice } from "./county";
import { patched } from "./draft-document";
import type { DeskParts } from "./desk-parts";
import type { Ground } from "./ground";
import { contentOf } from "./trials";

/** What each act is called in the log. */
const ACTS: Readonly<Record<Proposal["log"][number]["act"], Text>> = {
  begin: { zh: "起草", en: "Drafted" },
  edit: { zh: "修改草稿", en: "Edited" },
  submit: { zh: "送法制审核", en: "Sent to the legal office" },
  return: { zh: "退回修改", en: "Sent back" },
  approve: { zh: "法制同意", en: "Approved by the legal office" },
  publish: { zh: "发布", en: "Published" },
  withdraw: { zh: "撤回", en: "Withdrawn" },
  readTrial: { zh: "看过试跑结果", en: "Read the trial run" },
};

/** A proposal before one reader: what it changes, how far it has come, and what the reader may do with it. */
export async function viewProposal(
  parts: DeskParts,
  ask: { proposal: Proposal; ground: Ground; person: Person },
): Promise<ProposalView> {
  const { proposal, ground, person } = ask;
  const first = proposal.log[0];
  const may = deedsOf(proposal, person, parts.now());
  const { opinion } = proposal;
  return {
    id: proposal.id,
    revision: proposal.revision,
    package: { id: ground.loaded.id, title: ground.parent.workflow.title },
    scope: scopeTitle(parts, ground),
    status: statusTitle(proposal.status),
    stage: proposal.status,
    author: nameOf(parts, first?.by ?? ""),
    begun: dayText(first?.at ?? 0),
    why: proposal.why,
    wantedFrom: proposal.wantedFrom,
    from: proposal.from === null ? null : dayOfText(proposal.from),
    sentences: sentencesOf(parts, ground.parent, proposal.patch),
    sinceBefore: sinceBefore(parts, ground, proposal),
    exemptions: exemptionsOf(ground, proposal),
    opinion: opinion && {
      text: opinion.text,
      documentNumber: opinion.documentNumber,
      by: nameOf(parts, opinion.by),
      day: dayText(opinion.at),
    },
    trial: await trialOf(parts, proposal),
    log: proposal.log.map(({ act, by, at, note }) => ({
      text: ACTS[act],
      by: nameOf(parts, by),
      when: { zh: showMoment(at, "zh"), en: showMoment(at, "en") },
      ...(note === undefined ? {} : { note }),
    })),
    may,
    waitsFor: waitsFor(proposal, may),
  };
}

/** How a proposal's trial stands, and who has read its result. */
export async function trialOf(
  parts: DeskParts,
  proposal: Proposal,
): Promise<ProposalView["trial"]> {
  const trial = await parts.trials.find(proposal.id);
  const content = contentOf(proposal);
  const { trialRead } = proposal;
  const read =
    trialRead?.patch === content
      ? { by: nameOf(parts, trialRead.by), day: dayText(trialRead.at) }
      : null;
  if (trial === undefined) return { stage: "none", read };
  return { stage: trial.patch === content ? trial.status : "stale", read };
}

/** The same in a list. */
export function proposalRow(
  parts: DeskParts,
  ask: { proposal: Proposal; ground: Ground; person: Person },
): ProposalRow {
  const { proposal, ground, person } = ask;
  const first = proposal.log[0];
  const deeds = deedsOf(proposal, person, parts.now());
  return {
    id: proposal.id,
    packageTitle: ground.parent.workflow.title,
    scope: scopeTitle(parts, ground),
    status: statusTitle(proposal.status),
    summary: summaryOf(parts, ground, proposal),
    by: nameOf(parts, first?.by ?? ""),
    day: dayText(first?.at ?? 0),
    isMine: deeds.some((deed) => deed !== "withdraw" && deed !== "return"),
  };
}

/** A published version, and how it stands today. */
export function versionRow(
  parts: DeskParts,
  { version, ground }: { version: Version; ground: Ground },
): VersionRow {
  const today = dayOf(parts.now());
  const isNow = ground.current?.id === version.id;
  return {
    id: version.id,
    from: dayOfText(version.from),
    standing: isNow ? "now" : version.from > today ? "coming" : "former",
    summary: summaryOf(parts, ground, version),
    by: {
      zh: nameOf(parts, authorsOf(version)[0] ?? ""),
      en: nameOf(parts, authorsOf(version)[0] ?? ""),
    },
    documentNumber: version.opinion?.documentNumber ?? "",
    why: version.why,
  };
}

function sentencesOf(
  parts: DeskParts,
  before: DefinitionDocument,
  patch: Proposal["patch"],
): SentencePart[][] {
  const words = { plugins: parts.registry.facts, roles: parts.definitions.roles };
  return describeChange(before, patch, words).map(({ sentence }) => sentence);
}

/** What a proposal makes of the version that it takes the place of; null where it is the first of its scope. */
function sinceBefore(
  parts: DeskParts,
  { parent }: Ground,
  proposal: Proposal,
): SentencePart[][] | null {
  const before = parts.log.versions().find(({ id }) => id === proposal.basedOn);
  if (before === undefined) return null;
  const [was, is] = [before, proposal].map(({ patch }) => patched(parent, patch));
  if (!was?.ok || !is?.ok) return null;
  const patch = makePatch(was.value as unknown as Json, is.value as unknown as Json);
  return sentencesOf(parts, was.value, patch);
}

const NO_CHANGE: Text = { zh: "与上级规定相同。", en: "As the level above has it." };

/** So many sentences stand in a list; the rest is counted. */
const MOST_LISTED = 3;

function summaryOf(
  parts: DeskParts,
  { parent }: Ground,
  { patch }: Pick<Proposal, "patch">,
): Text[] {
  const said = sentencesOf(parts, parent, patch).map(plainSentence);
  if (said.length === 0) return [NO_CHANGE];
  if (said.length <= MOST_LISTED) return said;
  const more = said.length - MOST_LISTED;
  return [
    ...said.slice(0, MOST_LISTED),
    { zh: `另有 ${more} 处改动。`, en: `${more} more changes.` },
  ];
}

function exemptionsOf(ground: Ground, proposal: Proposal): ProposalView["exemptions"] {
  const { workflow } = ground.parent;
  return proposal.exemptions.flatMap(({ parameter: name, reason, until }) => {
    const parameter = workflow.parameters?.[name];
    if (parameter === undefined) return [];
    const floor = sayValue(parameter.schema, floorOf(parameter) ?? null, unitOf(workflow, name));
    const isOver = until < ground.day;
    return [{ title: parameterName(parameter), floor, reason, until: dayOfText(until), isOver }];
  });
}

/** What a person may do with a proposal as it stands; what the change itself lacks is said when it is tried. */
function deedsOf(proposal: Proposal, person: Person, now: Instant): ProposalDeed[] {
  const isAuthor = authorsOf(proposal).includes(person.id);
  const isLegal = isLegalOffice(person, proposal.scope.unit, now);
  switch (proposal.status) {
    case "draft":
      return isAuthor ? ["edit", "submit", "withdraw"] : [];
    case "review":
      if (isAuthor) return ["withdraw"];
      return isLegal ? ["approve", "return"] : ["return"];
    case "approved":
      return isAuthor ? ["withdraw"] : ["publish", "return"];
    case "published":
    case "withdrawn":
      return [];
  }
}

function waitsFor({ status }: Proposal, may: readonly ProposalDeed[]): Text | null {
  if (status === "review" && !may.includes("approve")) {
    return {
      zh: "等法制的另一位同事审核。",
      en: "It waits for another person of the legal office.",
    };
  }
  if (status === "approved" && !may.includes("publish")) {
    return {
      zh: "等另一位同事定生效日期并发布。",
      en: "It waits for another person to publish it.",
    };
  }
  if (status === "draft" && !may.includes("edit")) {
    return { zh: "还在起草，由起草人办理。", en: "It is still with the person who drafts it." };
  }
  return null;
}

/** For whom a change holds: 清源县, or 清源县驻村协勤的 8 个村. */
export function scopeTitle(
  parts: DeskParts,
  { scope, villages }: Pick<Ground, "scope" | "villages">,
): Text {
  const county = parts.directory().findUnit(scope.unit)?.name ?? scope.unit;
  if (scope.model === null) return { zh: county, en: county };
  const model = parts.definitions.models.sources.get(scope.model)?.title ?? { zh: scope.model };
  const count = villages.length;
  return {
    zh: `${county}${model.zh}的 ${count} 个村`,
    en: `the ${count} villages of ${county} under ${model.en ?? model.zh}`,
  };
}

/** The name of an account. */
export function nameOf(parts: DeskParts, user: string): string {
  return parts.directory().findUser(user)?.name ?? "—";
}

/** The day of a moment. */
export function dayText(at: Instant): Text {
  return dayOfText(dayOf(at));
}

/** A day as people write it, in both languages. */
export function dayOfText(day: string): Text {
  return { zh: showDay(day, "zh"), en: showDay(day, "en") };
}
