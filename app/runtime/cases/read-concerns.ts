import type { Case } from "../../engine/case";
import { isInForce } from "../../engine/person";
import type { Instant } from "../../engine/time/types";
import { showMoment } from "../../engine/time/zone";
import { findBriefs, type CaseBrief } from "../../storage/case-briefs";
import { RANK } from "../../storage/concern-rows";
import {
  countWaiting,
  listConcerns,
  type ConcernKey,
  type ConcernsOf,
} from "../../storage/concerns";
import { ownQueueOf, queueOf } from "../../storage/scope-lists";
import type { Concern } from "../api";
import { accessTo } from "./access";
import type { CaseParts, Reader } from "./case-parts";
import { orderLetter, questionLetter } from "./view-letters";

const PAGE = 30;

/** One page of what concerns somebody, what waits for them first. Only of matters that they may read now. */
export async function readConcerns(
  parts: CaseParts,
  reader: Reader,
  after: string | null,
): Promise<{ rows: Concern[]; next: string | null }> {
  const now = parts.now();
  const of = concernsOf(parts, reader, now);
  const { keys, next } = await listConcerns(parts.database, { ...of, after, limit: PAGE });
  const ids = [...new Set(keys.map(({ caseId }) => caseId))];
  const briefs = new Map((await findBriefs(parts.database, ids)).map((one) => [one.id, one]));
  const { cases } = await parts.store.read({ cases: ids, commands: [], sequences: [] });
  const rows = keys.flatMap((key) => {
    const [brief, matter] = [briefs.get(key.caseId), cases.get(key.caseId)];
    if (brief === undefined || matter === undefined) return [];
    const { roles } = parts.definitions;
    const access = accessTo({ person: reader.person, matter, roles, now });
    return access.to === "read" ? toConcern(key, { brief, matter, reader, now }) : [];
  });
  return { rows, next };
}

/** How much waits for somebody's answer or to be read. */
export async function countConcerns(parts: CaseParts, reader: Reader): Promise<number> {
  return countWaiting(parts.database, concernsOf(parts, reader, parts.now()));
}

function concernsOf(parts: CaseParts, { person }: Reader, now: Instant): ConcernsOf {
  const held = person.assignments.filter((assignment) => isInForce(assignment, now));
  const { roles } = parts.definitions;
  const unitsOf = (decides: boolean): string[] => [
    ...new Set(
      held
        .filter(({ role }) => (roles[role]?.decides === true) === decides)
        .map(({ unit }) => unit.id),
    ),
  ];
  const shared = held.map(({ role, unit }) => queueOf({ role, unit: unit.id }));
  return {
    queues: [ownQueueOf(person.id), ...new Set(shared)],
    deciding: unitsOf(true),
    helping: unitsOf(false),
  };
}

interface Seeing {
  brief: CaseBrief;
  matter: Case;
  reader: Reader;
  now: Instant;
}

function toConcern({ rank, caseId, item }: ConcernKey, seeing: Seeing): Concern[] {
  const { brief, matter, reader, now } = seeing;
  const { language } = reader.preferences;
  const base = {
    key: `${caseId} ${item}`,
    ...{ caseId, number: brief.number, title: brief.title, group: groupOf(rank) },
  };
  const [, kind, id = ""] = /^(?:all:)?(\w+):(.+)$/.exec(item) ?? [];
  if (kind === "reader") {
    const found = matter.readers?.[Number(id)];
    if (found === undefined) return [];
    const { via, by, seen } = found;
    const when = seen === null ? "" : showMoment(seen.at, language);
    const none = { text: null, until: null, overdue: false, answer: null };
    return [{ ...base, kind: via, from: by.name, to: [found.name], when, ...none }];
  }
  const question = kind === "question" && matter.questions?.find((one) => one.id === id);
  const order = kind === "order" && matter.orders?.find((one) => one.id === id);
  // An order of one's own to whoever acts is waited for, not answered.
  if (order && item.startsWith("all:") && order.from.id === reader.person.id) return [];
  const letter = question
    ? questionLetter(question, { language, now })
    : order
      ? orderLetter(order, { language, now })
      : undefined;
  if (letter === undefined) return [];
  const { from, to, text, when, until, overdue, answer } = letter;
  return [{ ...base, kind: letter.kind, from, to, text, when, until, overdue, answer }];
}

function groupOf(rank: number): Concern["group"] {
  if (rank < RANK.read) return "answer";
  if (rank === RANK.read) return "read";
  return rank === RANK.others ? "others" : "done";
}
