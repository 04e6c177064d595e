import type { Case } from "../engine/case";
import type { Order, Question, Reader } from "../engine/dealings";
import { DAY } from "../engine/time/duration";
import { startOfDay } from "../engine/time/zone";
import type { Row } from "./query";
import { ownQueueOf } from "./scope-lists";

/** In which order somebody reads what concerns them. Below `others` it waits for them. */
export const RANK = { consult: 0, order: 1, comment: 2, read: 3, others: 4, done: 5 } as const;

/** The queue of an order to whoever acts in the matter; it is spread to the queues in which the matter stands. */
export const WHOEVER_ACTS = "*";

/** True where people have anything going on in a matter that concerns them beside its tasks. */
export function hasConcerns({ questions, orders, readers }: Case): boolean {
  return [questions, orders, readers].some((part) => part !== undefined && part.length > 0);
}

/** The rows of `concerns` that a matter has: one for each person and thing. */
export function concernRows(matter: Case): Row[] {
  const { id, questions = [], orders = [], readers = [] } = matter;
  const found = [
    ...questions.flatMap((one) => ofQuestion(matter, one)),
    ...orders.flatMap((one) => ofOrder(matter, one)),
    ...readers.map((one, index) => ofReader(matter, one, index)),
  ];
  return found.map(({ queue, item, rank, sort }) => ({
    ...{ case_id: id, queue, item, rank, sort_key: sort },
  }));
}

interface Concern {
  queue: string;
  item: string;
  rank: number;
  sort: number;
}

function ofQuestion(matter: Case, question: Question): Concern[] {
  const { id, kind, task, from, to, at, answer } = question;
  const item = `question:${id}`;
  const [asker, asked] = [ownQueueOf(from.id), ownQueueOf(to.id)];
  if (answer !== null) {
    const done = { item, rank: RANK.done, sort: -answer.at };
    const isTakenBack = answer.by.id === from.id;
    return [{ queue: asker, ...done }, ...(isTakenBack ? [] : [{ queue: asked, ...done }])];
  }
  if (isStopped(matter)) return [];
  // Where the task is gone, nothing waits for the answer any more.
  const waits = kind === "consult" && matter.tasks.some((one) => one.id === task);
  return [
    { queue: asked, item, rank: waits ? RANK.consult : RANK.comment, sort: at },
    { queue: asker, item, rank: RANK.others, sort: at },
  ];
}

function ofOrder(matter: Case, { id, from, to, until, reply }: Order): Concern[] {
  const item = `order:${id}`;
  const orderer = { queue: ownQueueOf(from.id), item };
  if (reply !== null) {
    const done = { rank: RANK.done, sort: -reply.at };
    const replier = { queue: ownQueueOf(reply.by.id), item };
    return reply.by.id === from.id
      ? [{ ...orderer, ...done }]
      : [
          { ...orderer, ...done },
          { ...replier, ...done },
        ];
  }
  if (isStopped(matter)) return [];
  const sort = startOfDay(until) + DAY;
  const asked =
    to.length > 0
      ? to.map((one) => ({ queue: ownQueueOf(one.id), item }))
      : [{ queue: WHOEVER_ACTS, item: `all:${item}` }];
  return [
    { ...orderer, rank: RANK.others, sort },
    ...asked
      .filter(({ queue }) => queue !== orderer.queue)
      .map((one) => ({ ...one, rank: RANK.order, sort })),
  ];
}

/** The matter that was begun last is read first: when it was sent is not kept. */
function ofReader({ startedAt }: Case, { id, seen }: Reader, index: number): Concern {
  const key = { queue: ownQueueOf(id), item: `reader:${index}` };
  return seen === null
    ? { ...key, rank: RANK.read, sort: -startedAt }
    : { ...key, rank: RANK.done, sort: -seen.at };
}

/** Nothing is waited for in a matter that was withdrawn or is void. */
function isStopped({ status }: Case): boolean {
  return status === "withdrawn" || status === "void";
}
