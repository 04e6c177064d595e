import { decisionsFor } from "../../engine/decision/decisions-for";
import { isTheirTurn, type CaseDecision, type Signer } from "../../engine/decision/decision";
import type { DecisionSource } from "../../engine/decision/decision-source";
import { outlook } from "../../engine/decision/outlook";
import { countVotes } from "../../engine/decision/tally";
import { decisionTerms, REJECTION_WORDS } from "../../engine/decision/terms";
import { signerName } from "../../engine/operations/operation-line";
import type { People } from "../../engine/people";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { DecisionPanel, SignerLine } from "../api";
import type { Reading } from "./reading";
import { roleTitle } from "./view-offers";

/** The decisions of a matter, open ones first, then the last of each other state, the latest first. */
export function decisionPanels(reading: Reading, people: People): DecisionPanel[] {
  const { workflow, matter } = reading;
  const entries = Object.entries(matter.decisions ?? {}).flatMap(([path, decision]) => {
    const meta = workflow.machine.states.get(path)?.meta;
    const source = meta?.decision;
    return source === undefined ? [] : [{ path, decision, source, title: meta?.title }];
  });
  const open = new Map(decisionsFor(reading).map((view) => [view.path, view]));
  return entries
    .sort((a, b) => closedAt(b.decision) - closedAt(a.decision))
    .map(({ path, decision, source, title }) => ({
      path,
      title: title ?? { zh: path },
      is: isNow(decision),
      standing: standing(source, decision),
      rejection: REJECTION_WORDS[source.rejection],
      terms: decisionTerms(source, workflow.roles),
      inTurn: source.way === "turn",
      signers: decision.signers.map((signer) =>
        signerLine(reading, { path, decision, signer, people }),
      ),
      mine: (open.get(path)?.signers ?? []).flatMap(({ mine, task, asked }) =>
        mine && task !== undefined ? [{ task: task.id, asked }] : [],
      ),
    }));
}

function closedAt({ closed }: CaseDecision): number {
  return closed ?? Number.MAX_SAFE_INTEGER;
}

function isNow({ settled, closed }: CaseDecision): DecisionPanel["is"] {
  if (settled !== null) return settled.result;
  return closed === undefined ? "open" : "broken";
}

function standing(source: DecisionSource, decision: CaseDecision): Text {
  const { settled, signers } = decision;
  const is = isNow(decision);
  if (is === "open") return outlook(source, decision);
  if (is === "broken") {
    return { zh: "没有签完，事项就离开了这一环节。", en: "The matter left before it came out." };
  }
  const { agree, reject, abstain } = countVotes(signers);
  const word = RESULT_WORDS[is];
  const late =
    settled?.by === "timeout" ? { zh: "到期，", en: "by the clock, " } : { zh: "", en: "" };
  const none =
    abstain === 0 ? { zh: "", en: "" } : { zh: `，弃权 ${abstain}`, en: `, ${abstain} abstained` };
  return {
    zh: `${late.zh}${word.zh}：同意 ${agree}，不同意 ${reject}${none.zh}。`,
    en: `${word.en} ${late.en}with ${agree} for and ${reject} against${none.en}.`,
  };
}

const RESULT_WORDS = {
  pass: { zh: "通过", en: "Passed" },
  fail: { zh: "没有通过", en: "Failed" },
} as const;

function signerLine(
  reading: Reading,
  of: { path: string; decision: CaseDecision; signer: Signer; people: People },
): SignerLine {
  const { workflow } = reading;
  const { decision, signer, people } = of;
  const { vote, dropped } = signer;
  return {
    slot: signer.slot,
    asked: signerName(workflow, signer),
    holders: holdersOf(people, signer),
    is: whereIs(decision, signer),
    ...(vote === null
      ? {}
      : {
          by: {
            name: vote.name,
            role: vote.role === null ? null : roleTitle(workflow, vote.role),
          },
        }),
    reason: dropped?.reason ?? vote?.reason ?? null,
    day: vote === null ? null : dayOf(vote.at),
    notes: notesOf(reading, of),
    ...(vote?.counts === undefined ? {} : { counts: vote.counts }),
    ...(vote?.photo === undefined ? {} : { photo: vote.photo }),
  };
}

/** Named people need nobody else's name; who has answered or was taken off neither. */
function holdersOf(people: People, { person, role, unit, vote, dropped }: Signer): string[] {
  if (person !== null || role === null || vote !== null || dropped !== null) return [];
  return people
    .holders(role)
    .filter(({ posts }) =>
      posts.some((post) => post.role === role && (unit === undefined || post.unit === unit)),
    )
    .map(({ name }) => name);
}

function whereIs(decision: CaseDecision, signer: Signer): SignerLine["is"] {
  if (signer.dropped !== null) return "dropped";
  if (signer.vote !== null) return signer.vote.answer;
  if (decision.closed !== undefined || decision.settled !== null) return "unanswered";
  return isTheirTurn(signer, decision) ? "now" : "later";
}

/** How a signer came to be asked, what the answer weighs, and in whose hands it is. */
function notesOf(
  { workflow, matter }: Reading,
  { path, decision, signer }: { path: string; decision: CaseDecision; signer: Signer },
): Text[] {
  const { via, addedBy, weight, role, vote, dropped, person, slot } = signer;
  const source = workflow.machine.states.get(path)?.meta?.decision;
  const task = matter.tasks.find((one) => one.path === path && one.slot === slot);
  const isEven = decision.signers.every((one) => one.weight === 1);
  const holder = task?.firm === undefined || task.assignee === person?.id ? undefined : task.firm;
  const notes: (Text | null)[] = [
    addedBy === undefined ? (VIA_WORDS[via] ?? null) : addedWords(via, addedBy.name),
    isEven ? null : { zh: `算 ${weight} 票`, en: `counts for ${weight}` },
    role !== null && source?.veto?.includes(role) === true
      ? { zh: "不同意就不通过", en: "a rejection fails it" }
      : null,
    dropped === null ? null : { zh: `${dropped.name}减去`, en: `taken off by ${dropped.name}` },
    vote?.same === undefined
      ? null
      : { zh: "同一人，答复一次算", en: "the same person's one answer" },
    holder === undefined ? null : { zh: `现在在${holder.name}手里`, en: `with ${holder.name} now` },
    task?.waits === "answer"
      ? { zh: "已请示，等答复", en: "a superior was asked and has not answered" }
      : null,
  ];
  return notes.filter((note) => note !== null);
}

const VIA_WORDS: Partial<Record<Signer["via"], Text>> = {
  chosen: { zh: "上一步选定", en: "chosen by the step before" },
  appointed: { zh: "事先定下", en: "appointed ahead of time" },
  fallback: { zh: "没有找到原定的人，由此接替", en: "in place of nobody found" },
};

function addedWords(via: Signer["via"], name: string): Text {
  if (via === "before") return { zh: `${name}请来先签`, en: `asked by ${name} to sign first` };
  if (via === "after")
    return { zh: `${name}请来随后签`, en: `asked by ${name} to sign afterwards` };
  return { zh: `${name}加签`, en: `added by ${name}` };
}
