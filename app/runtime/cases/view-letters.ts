import type { Case } from "../../engine/case";
import type { Order, Question } from "../../engine/dealings";
import type { Language } from "../../engine/text";
import { dayOf, showMoment } from "../../engine/time/zone";
import type { Instant } from "../../engine/time/types";
import type { Circulation, Letter } from "../api";

interface Seen {
  language: Language;
  now: Instant;
}

/** A question as a page shows it; `can` is the reader's to find out. */
export function questionLetter(question: Question, { language }: Seen): Letter {
  const { id, kind, from, to, text, at, answer } = question;
  return {
    ...{ id, kind, from: from.name, to: [to.name], text, until: null, overdue: false, can: null },
    when: showMoment(at, language),
    answer: answer && {
      by: answer.by.name,
      text: answer.text,
      when: showMoment(answer.at, language),
      takenBack: answer.by.id === from.id,
    },
  };
}

/** An order as a page shows it. */
export function orderLetter(order: Order, { language, now }: Seen): Letter {
  const { id, from, to, text, until, at, reply } = order;
  return {
    ...{ id, kind: "supervise", from: from.name, to: to.map(({ name }) => name), text, until },
    ...{ overdue: reply === null && until < dayOf(now), can: null },
    when: showMoment(at, language),
    answer: reply && {
      by: reply.by.name,
      text: reply.text,
      when: showMoment(reply.at, language),
      takenBack: false,
    },
  };
}

/** Who was given a matter to read, one line for each time it was sent. */
export function circulationsOf({ readers = [] }: Case, { language }: Seen): Circulation[] {
  const sent = new Map<string, Circulation>();
  for (const { via, by, seq, name, seen } of readers) {
    const key = `${seq} ${via}`;
    const line = sent.get(key) ?? { kind: via, from: by.name, readers: [] };
    line.readers.push({ name, seen: seen && showMoment(seen.at, language) });
    sent.set(key, line);
  }
  return [...sent.values()].reverse();
}
