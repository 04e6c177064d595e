import type { Case, StateValue } from "../case";
import type { Answer, Counts } from "../decision/decision";
import type { JsonObject } from "../json";
import type { OperationName } from "../operations/operation-source";
import type { RoleId } from "../person";
import type { RuleReason } from "../refusal";
import type { Text } from "../text";

/** A story that a package must tell: who does what when, and what must come of it (see docs/writing-a-workflow.md). */
export interface Scenario {
  title: Text;
  /** Machine of the package, where it has several. */
  workflow?: string;
  /** Where the clock stands at first, Shanghai time, `YYYY-MM-DDTHH:MM`. */
  clock: string;
  variant?: string;
  /** The village: 12-digit code and name. */
  place: string;
  placeName?: string;
  people: Record<string, ScenarioPerson>;
  steps: ScenarioStep[];
}

export interface ScenarioPerson {
  name: string;
  roles: RoleId[];
  /** Division-code prefix that the person's unit covers. */
  unit: string;
  /** Those whose tasks they may take over (代班), by their keys. */
  standsInFor?: string[];
}

export interface ScenarioStep {
  note?: string;
  clock?: string;
  wait?: { days?: number; hours?: number; minutes?: number };
  /** Whom the roster has on duty from here on, the nearest first. */
  onDuty?: string[];
  by?: string;
  /** Somebody without an account acts, as a villager of the place. */
  public?: true;
  start?: JsonObject;
  event?: string;
  form?: JsonObject;
  occurredAt?: string;
  move?: "return" | "withdraw" | "void" | "reopen" | "pause" | "resume";
  to?: string;
  way?: "stepwise" | "straight";
  reason?: string;
  call?: true;
  /** A signature of a decision; `in` names its state, `slot` the signature, where several wait. */
  vote?: Answer;
  in?: string;
  slot?: string;
  counts?: Counts;
  photo?: string;
  /** What is done with a task; the people named by their keys. */
  operation?: OperationName;
  whom?: string[];
  text?: string;
  until?: string;
  /** With `event`: who is to act next. */
  next?: string[];
  timers?: true;
  link?: string;
  /** Which of the link's matters, from 1 in the order opened; without it the one opened last. */
  child?: number;
  state?: string;
  end?: "completed" | "abandoned";
  exported?: JsonObject;
  /** The parent tells this matter something; `with` is what crosses. */
  told?: string;
  with?: JsonObject;
  job?: string;
  result?: JsonObject;
  error?: string;
  expect?: Expectation;
}

export interface Expectation {
  /** The name of an active state, or a whole state value. */
  state?: StateValue;
  number?: string | null;
  status?: Case["status"];
  end?: Case["end"];
  /** Deadline → last day in time; null where its clock stands still. */
  due?: Record<string, string | null>;
  /** Deadline → rung → when it goes out, `YYYY-MM-DDTHH:MM`; `"told"` once it has, null where its clock is not armed. */
  rungs?: Record<string, Record<string, string | null>>;
  /** The roles that rungs brought the matter to in this step, one list a rung, in order. */
  brought?: RoleId[][];
  /** Actions ordered by the step, in order. */
  effects?: string[];
  /** Papers that can be printed after the step (at least these). */
  papers?: string[];
  register?: Record<string, Record<string, string>>;
  /** Registers in which the step wrote a correction: exactly these. */
  corrects?: string[];
  /** Public notices as they stand after the step. */
  notice?: Record<string, ExpectedNotice>;
  /** Decisions by state: the counts, and whose turn it is (people, or roles where nobody is named). */
  decision?: Record<string, ExpectedDecision>;
  data?: JsonObject;
  /** The step must be refused with this code. */
  refused?: string;
  rule?: string;
  missing?: string[];
  fields?: string[];
  /** Events offered to this person after the step: exactly these. */
  offers?: string[];
  /** Operations offered to this person after the step: exactly these, each once. */
  operations?: string[];
  /** State → who holds its task alone; null where nobody does. */
  holder?: Record<string, string | null>;
  /** State → the person its task is with, the role in whose lists alone it stands, or null. */
  assignee?: Record<string, string | null>;
  provisional?: boolean;
}

export interface ExpectedDecision {
  result?: "open" | "pass" | "fail" | "broken";
  agree?: number;
  reject?: number;
  abstain?: number;
  turn?: string[];
}

export interface ExpectedNotice {
  /** All rows in order, each with at least these columns. */
  rows?: Record<string, string>[];
  until?: string | null;
  provisional?: boolean;
  status?: "open" | "ended";
  /** Numbers of the rows that are marked as held, from 1. */
  held?: number[];
}

/** What one step of a scenario came to; no problems = as expected. */
export interface StepReport {
  index: number;
  /** What was done, in words. */
  title: string;
  at: string;
  state: string;
  problems: string[];
  /** Sentence of a refusal, expected or not. */
  refusal?: string;
  /** The rules that stood in the way, with their reasons. */
  reasons?: RuleReason[];
}

export interface ScenarioReport {
  title: Text;
  passed: boolean;
  steps: StepReport[];
}
