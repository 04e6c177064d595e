import type { Case, CaseStatus } from "./case";
import type { Answer, Counts } from "./decision/decision";
import type { JsonObject } from "./json";
import type { OperationName } from "./operations/operation-source";
import type { Instant } from "./time/types";

/** A step entered for somebody from paper (代录): who signed it, when, and the photo of the sheet. */
export interface EnteredFor {
  name: string;
  /** Date on the original, `YYYY-MM-DD`. */
  originalDay: string;
  /** Id of the attachment that shows the sheet. */
  photo?: string;
}

interface CommandBase {
  /** Chosen by the sender; the same id twice gets the same answer. */
  id: string;
  /** The sequence the sender saw; 0 for `start`. */
  expectedSeq: number;
  /** When it really happened (paper is entered later); deadlines count from it. */
  occurredAt: Instant;
  enteredFor?: EnteredFor;
}

export interface StartCommand extends CommandBase {
  type: "start";
  form: JsonObject;
}

export interface EventCommand extends CommandBase {
  type: "event";
  event: string;
  form: JsonObject;
  /** The task meant, where several wait (`case:path:entry`). */
  task?: string;
  /** Who is to act next (自选下一步处理人), by account. */
  next?: string[];
}

/** 退回 · 撤回 · 作废 · 恢复办理 · 中止 · 恢复计时 */
export interface MoveCommand extends CommandBase {
  type: "move";
  move: "return" | "withdraw" | "void" | "reopen" | "pause" | "resume";
  reason: string;
  /** For `return` and `reopen`: the state to go to. */
  to?: string;
  /** For `return`: `straight` comes straight back here with the next step. */
  way?: "stepwise" | "straight";
}

/** 报民警确认 / 催办: tells the people who can take the next step; changes nothing else. */
export interface CallCommand extends CommandBase {
  type: "call";
  note?: string;
}

/** One signature of a decision. */
export interface VoteCommand extends CommandBase {
  type: "vote";
  /** The signer's task. */
  task: string;
  answer: Answer;
  /** Required with a rejection. */
  reason?: string;
  /** For a meeting: what its sheet says, and the attachment that shows it. */
  counts?: Counts;
  photo?: string;
}

/** What somebody does with a task or about the matter, beside its steps: see `operations/table.ts`. */
export interface OperationCommand extends CommandBase {
  type: "operation";
  operation: OperationName;
  /** The task meant. */
  task?: string;
  /** The people meant, by account. */
  to?: string[];
  /** The state meant, by name (appoint, jump). */
  state?: string;
  /** The question, order or request that is answered, by its id. */
  answers?: string;
  reason?: string;
  text?: string;
  /** Last day for an answer, `YYYY-MM-DD`. */
  until?: string;
}

/** A due timer. Sent by the runtime only; its id is `timer:<timer id>`. */
export interface TimerCommand extends CommandBase {
  type: "timer";
  timer: string;
}

/** A linked child reports. Sent by the runtime only; its id is `link:<child>:<seq>`. */
export interface LinkCommand extends CommandBase {
  type: "link";
  child: string;
  number?: string | null;
  state: string;
  /** Names of the states that the child has just come to and that its parent listens for. */
  arrived?: string[];
  end: "completed" | "abandoned" | null;
  exported: JsonObject;
}

/** A parent tells its child something. Sent by the runtime only; its id is `tell:<effect id>`. */
export interface ToldCommand extends CommandBase {
  type: "told";
  told: string;
  data: JsonObject;
}

/**
 * How the matter that opened this one stands: it is over, and this one ends with it, or it was taken up again. Sent by
 * the runtime only; its id is `parent:<effect id>`.
 */
export interface ParentCommand extends CommandBase {
  type: "parent";
  parent: string;
  status: CaseStatus;
  end: Case["end"];
}

/**
 * The working calendar of a year has come: what was dated provisionally is counted anew. Sent by the runtime only;
 * its id begins with `recount:`.
 */
export interface RecountCommand extends CommandBase {
  type: "recount";
}

/** A job's result. Sent by the runtime only; its id is `job:<effect id>`. */
export interface JobCommand extends CommandBase {
  type: "job";
  job: string;
  effect: string;
  result?: JsonObject;
  error?: string;
}

export type Command =
  | StartCommand
  | EventCommand
  | MoveCommand
  | CallCommand
  | VoteCommand
  | OperationCommand
  | TimerCommand
  | LinkCommand
  | ToldCommand
  | ParentCommand
  | JobCommand
  | RecountCommand;
