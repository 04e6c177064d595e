import { refuse } from "../errors";
import type { FieldFault, Refusal } from "../refusal";
import type { Text } from "../text";
import { isDay } from "../time/zone";
import type { Day, Instant } from "../time/types";
import {
  authorsOf,
  type Opinion,
  type Proposal,
  type ProposalEntry,
  type ProposalStatus,
} from "./proposal";

/** Who acts, when, and on which revision of the proposal. */
export interface Acting {
  user: string;
  at: Instant;
  revision: number;
  /** True where the person holds the legal office's role in the proposal's county. */
  isLegalOffice: boolean;
}

/** What a person wants to do with a proposal, with what was written for it. */
export type Act =
  | { act: "edit"; change: Partial<Pick<Proposal, "patch" | "exemptions" | "why" | "wantedFrom">> }
  /** `isChanged`: it would change what holds in its scope. `why`: as the draft says it, or said with this act. */
  | { act: "submit"; isChanged: boolean; why: string }
  | { act: "return" | "withdraw"; reason: string }
  | { act: "approve"; text: string; documentNumber: string }
  | { act: "publish"; from: string }
  | { act: "readTrial"; patch: string };

export type Acted = { ok: true; proposal: Proposal } | { ok: false; refusal: Refusal };

/** In which statuses each act is possible. */
const WHEN: Readonly<Record<Act["act"], readonly ProposalStatus[]>> = {
  edit: ["draft"],
  submit: ["draft"],
  return: ["review", "approved"],
  withdraw: ["draft", "review", "approved"],
  approve: ["review"],
  publish: ["approved"],
  readTrial: ["draft", "review", "approved"],
};

const STATUS: Readonly<Record<ProposalStatus, Text>> = {
  draft: { zh: "草稿", en: "a draft" },
  review: { zh: "待法制审核", en: "with the legal office" },
  approved: { zh: "法制已同意", en: "approved" },
  published: { zh: "已发布", en: "published" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** A proposal's status as people read it. */
export function statusTitle(status: ProposalStatus): Text {
  return STATUS[status];
}

/**
 * One act on a proposal, held to the rule of two people. Pure. Refuses `change/stale`, `change/wrong-stage`,
 * `change/not-author`, `change/empty`, `change/own-review`, `change/not-legal-office`, `change/own-publish`, and
 * `form/invalid` where a reason, opinion, number or day is missing. What the change itself must fulfil is not looked
 * at here.
 */
export function actOn(proposal: Proposal, act: Act, by: Acting): Acted {
  const refusal = faultOf(proposal, act, by);
  if (refusal !== undefined) return { ok: false, refusal };
  const { opinion, from, note, ...rest } = resultOf(act, by);
  const entry: ProposalEntry = { act: act.act, by: by.user, at: by.at };
  if (note !== undefined) entry.note = note;
  return {
    ok: true,
    proposal: {
      ...proposal,
      ...rest,
      ...(opinion === undefined ? {} : { opinion }),
      ...(from === undefined ? {} : { from }),
      revision: proposal.revision + 1,
      log: [...proposal.log, entry],
    },
  };
}

function faultOf(proposal: Proposal, act: Act, by: Acting): Refusal | undefined {
  if (by.revision !== proposal.revision) return refuse("change/stale");
  if (!WHEN[act.act].includes(proposal.status)) return refuse("change/wrong-stage");
  const isAuthor = authorsOf(proposal).includes(by.user);
  switch (act.act) {
    case "edit":
    case "withdraw":
      if (!isAuthor) return refuse("change/not-author");
      return act.act === "withdraw" ? missing({ reason: act.reason }) : undefined;
    case "submit":
      if (!isAuthor) return refuse("change/not-author");
      if (!act.isChanged) return refuse("change/empty");
      return missing({ why: act.why });
    case "return":
      if (isAuthor) return refuse("change/own-review");
      return missing({ reason: act.reason });
    case "approve":
      if (isAuthor) return refuse("change/own-review");
      if (!by.isLegalOffice) return refuse("change/not-legal-office");
      return missing({ opinion: act.text, documentNumber: act.documentNumber });
    case "publish":
      if (isAuthor) return refuse("change/own-publish");
      return missing({ from: isDay(act.from) ? act.from : "" });
    case "readTrial":
      return undefined;
  }
}

type Written = Partial<Omit<Proposal, "opinion" | "from">> & {
  opinion?: Opinion | null;
  from?: Day;
  note?: string;
};

function resultOf(act: Act, { user, at }: Acting): Written {
  switch (act.act) {
    case "edit":
      return act.change;
    case "submit":
      return { status: "review", why: act.why.trim() };
    case "return":
      // The opinion was on what is written now; whatever comes next needs a new one.
      return { status: "draft", opinion: null, note: act.reason.trim() };
    case "withdraw":
      return { status: "withdrawn", note: act.reason.trim() };
    case "approve": {
      const [text, documentNumber] = [act.text.trim(), act.documentNumber.trim()];
      return { status: "approved", opinion: { text, documentNumber, by: user, at } };
    }
    case "publish":
      return { status: "published", from: act.from };
    case "readTrial":
      return { trialRead: { by: user, at, patch: act.patch } };
  }
}

const LONGEST = 500;

const MISSING: Readonly<Record<string, Text>> = {
  reason: { zh: "写明理由", en: "Give the reason" },
  why: { zh: "写明为什么改", en: "Say why it is changed" },
  opinion: { zh: "写上审核意见", en: "Write the opinion" },
  documentNumber: { zh: "写上文号", en: "Give the number of the document" },
  from: { zh: "写上从哪一天起生效", en: "Say from which day it holds" },
};

function missing(texts: Record<string, string>): Refusal | undefined {
  const fields = Object.entries(texts).flatMap(([pointer, text]): FieldFault[] => {
    const length = [...text.trim()].length;
    if (length > 0 && length <= LONGEST) return [];
    const tooLong = { zh: `最多 ${LONGEST} 个字`, en: `At most ${LONGEST} characters` };
    const message = length === 0 ? (MISSING[pointer] ?? { zh: pointer }) : tooLong;
    return [{ pointer, code: length === 0 ? "form/required" : "form/invalid", message }];
  });
  return fields.length === 0
    ? undefined
    : refuse("form/invalid", { count: fields.length }, { fields });
}
