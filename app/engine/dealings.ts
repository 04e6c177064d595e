import type { Timer } from "./case";
import type { CaseDecision } from "./decision/decision";
import type { Named } from "./task";
import type { Day, Instant } from "./time/types";

/** What people have going on about a matter beside its state. Each part is absent where there is none. */
export interface Dealings {
  /** Decisions that several people take together, by state path: open ones, and the last of each state. */
  decisions?: Record<string, CaseDecision>;
  /** Who will have states that the matter has yet to come to (追加), by state path. */
  appointed?: Record<string, Named[]>;
  /** Who was given the matter to know of (抄送 · 传阅), and whether they have seen it. */
  readers?: Reader[];
  /** What somebody was asked (请示 · 沟通). */
  questions?: Question[];
  /** What was ordered (督办). */
  orders?: Order[];
  /** When people were urged last (催办), and how often by now; absent: once. */
  urged?: { seq: number; at: Instant; times?: number };
  /** An act that a second person has to confirm (跳转). */
  asked?: Asked;
  /** Where whoever took the last step may take the matter back to (取回): until somebody acts. */
  back?: Back;
  /** The matter that opened it and with which it was ended; gone when it is taken up again. */
  endedWith?: { parent: string };
}

export interface Reader extends Named {
  via: "copy" | "circulate";
  by: Named;
  seq: number;
  seen: { seq: number; at: Instant } | null;
}

export interface Question {
  /** `<seq>.<n>`. */
  id: string;
  /** `consult`: the task waits for the answer; `comment`: nothing does. */
  kind: "consult" | "comment";
  task?: string;
  from: Named;
  to: Named;
  text: string;
  at: Instant;
  answer: { by: Named; text: string; at: Instant } | null;
}

export interface Order {
  id: string;
  from: Named;
  /** Empty: whoever acts in the matter. */
  to: Named[];
  text: string;
  until: Day;
  at: Instant;
  reply: { by: Named; text: string; at: Instant } | null;
}

export interface Asked {
  id: string;
  by: Named;
  /** The state to go to, by path, and where the matter was when it was asked. */
  path: string;
  from: string[];
  reason: string;
  at: Instant;
}

export interface Back {
  /** The step that may be taken back. */
  seq: number;
  by: string;
  leaves: string[];
  timers: Timer[];
}

const PARTS = [
  ...(["decisions", "appointed", "readers", "questions"] as const),
  ...(["orders", "urged", "asked", "back", "endedWith"] as const),
];

/** The dealings of a matter or an outcome, without the parts that are empty. */
export function dealingsOf(all: Dealings): Dealings {
  if (!hasDealings(all)) return {};
  const kept = PARTS.flatMap((part) => {
    const value = all[part];
    return value === undefined || Object.keys(value).length === 0 ? [] : [[part, value]];
  });
  return Object.fromEntries(kept) as Dealings;
}

/** The rest of something that holds dealings. Most matters have none: then nothing is copied. */
export function withoutDealings<T extends Dealings>(all: T): Omit<T, keyof Dealings> {
  if (!hasDealings(all)) return all;
  const rest = { ...all };
  for (const part of PARTS) delete rest[part];
  return rest;
}

/** True where people have anything going on. */
export function hasDealings(all: Dealings): boolean {
  return PARTS.some((part) => all[part] !== undefined);
}

/** A question that a task waits for. */
export function awaitsAnswer(all: Dealings, task: string): boolean {
  return (
    all.questions?.some(
      (one) => one.kind === "consult" && one.task === task && one.answer === null,
    ) === true
  );
}
