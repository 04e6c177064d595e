import type { Roles } from "../check/roles";
import type { RoleId } from "../person";
import { listOf, type Text } from "../text";
import type { DecisionSource } from "./decision-source";
import { parseShare } from "./tally";

/** What one rejection does, said to the signers beside the question. */
export const REJECTION_WORDS: Record<DecisionSource["rejection"], Text> = {
  ends: {
    zh: "有一人不同意，这次会签就结束，结果是不同意。",
    en: "One rejection ends it at once: the outcome is a rejection.",
  },
  waits: {
    zh: "有人不同意，其他人仍要答复，都答复后再看结果。",
    en: "A rejection does not end it: the others still answer, then it is counted.",
  },
};

/** How a decision is taken, one sentence each: in which order, when it passes, who has a veto, what the clock does. */
export function decisionTerms(source: DecisionSource, roles: Roles): Text[] {
  const { way, quorum, veto, timeout, about, samePerson, paper } = source;
  const said: (Text | null)[] = [
    paper === undefined ? WAY_WORDS[way] : null,
    passWords(source),
    quorum === undefined ? null : quorumWords(quorum),
    veto === undefined ? null : vetoWords(veto, roles),
    samePerson === "once" ? ONCE : null,
    timeout === undefined || (timeout === "approve" && about === "person")
      ? null
      : TIMEOUT_WORDS[timeout],
  ];
  return said.filter((one) => one !== null);
}

const WAY_WORDS: Record<DecisionSource["way"], Text> = {
  turn: {
    zh: "依次签，前面的人答复以后才轮到后面的。",
    en: "Signed in turn: each after those before.",
  },
  parallel: { zh: "一起签，先后不限。", en: "Signed side by side, in any order." },
};

const ONCE: Text = {
  zh: "同一个人占几项的，答复一次就算。",
  en: "Whoever is asked more than once answers once for all.",
};

const TIMEOUT_WORDS: Record<NonNullable<DecisionSource["timeout"]>, Text> = {
  approve: {
    zh: "到期还没有答复完的，按同意办。",
    en: "Where it is not answered in time, it passes.",
  },
  reject: {
    zh: "到期还没有答复完的，按不同意办。",
    en: "Where it is not answered in time, it fails.",
  },
};

function passWords({ pass, paper }: DecisionSource): Text {
  if (pass === "all") return { zh: "全部同意才通过。", en: "It passes when all agree." };
  if (pass === "any") return { zh: "有一人同意就通过。", en: "It passes when one agrees." };
  if ("weight" in pass) {
    return {
      zh: `同意的满 ${pass.weight} 票通过。`,
      en: `It passes with ${pass.weight} votes for it.`,
    };
  }
  const ofPresent = pass.of === "present";
  const whom = paper !== undefined ? MEETING[`${ofPresent}`] : SIGNERS[`${ofPresent}`];
  const share = shareWords(pass.share, pass.more);
  return {
    zh: `同意的${share.zh}${whom.zh}通过。`,
    en: `It passes with ${share.en ?? ""} ${whom.en ?? ""}.`,
  };
}

const SIGNERS: Record<"true" | "false", Text> = {
  true: { zh: "（按答复的人算）", en: "of those who answer" },
  false: { zh: "（按全部人算）", en: "of all who are asked" },
};

const MEETING: Record<"true" | "false", Text> = {
  true: { zh: "（按投票的人算）", en: "of the votes cast" },
  false: { zh: "（按应到的人算）", en: "of all who may vote" },
};

function shareWords(share: string, more: true | undefined): Text {
  const [of, whole] = parseShare(share);
  if (of * 2 === whole && more === true) return { zh: "超过半数", en: "more than half" };
  return more === true
    ? { zh: `超过 ${of}/${whole} `, en: `more than ${of}/${whole}` }
    : { zh: `达到 ${of}/${whole} `, en: `at least ${of}/${whole}` };
}

function quorumWords(quorum: NonNullable<DecisionSource["quorum"]>): Text {
  if (typeof quorum === "number") {
    return {
      zh: `至少 ${quorum} 人答复才能通过。`,
      en: `At least ${quorum} must have answered before it passes.`,
    };
  }
  const share = shareWords(quorum.share, quorum.more);
  return {
    zh: `答复的${share.zh}才能通过。`,
    en: `It passes only once ${share.en ?? ""} have answered.`,
  };
}

function vetoWords(veto: readonly RoleId[], roles: Roles): Text {
  const who = listOf(veto.map((role) => roles[role]?.title ?? { zh: role }));
  return {
    zh: `${who.zh}不同意的，就不通过。`,
    en: `A rejection by ${who.en ?? who.zh} fails it, whatever the count.`,
  };
}
