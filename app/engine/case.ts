import type { Command, EnteredFor } from "./command";
import type { Dealings } from "./dealings";
import type { Json, JsonObject } from "./json";
import type { PeopleRecord } from "./people";
import type { RoleId, UnitId } from "./person";
import type { RuleReason } from "./refusal";
import type { Named, Task } from "./task";
import type { Text } from "./text";
import type { Period } from "./time/deadline";
import type { Day, Instant, Remainder } from "./time/types";

export type { Dealings } from "./dealings";
export type { Holder, Named, Task } from "./task";

/** XState's own: a string, or an object of regions. */
export type StateValue = string | { [region: string]: StateValue };

export type CaseStatus = "open" | "ended" | "withdrawn" | "void";

/** A matter (事项) as it stands: the fold of its outcomes. */
export interface Case extends Dealings {
  /** `<county6>-<uuidv7>`, given by the runtime. */
  id: string;
  /** Package id, and the hash of the definition this matter is pinned to. */
  workflow: string;
  hash: string;
  number: string | null;
  place: { code: string; name: string };
  owner: { id: UnitId; name: string };
  status: CaseStatus;
  end: "completed" | "abandoned" | null;
  /** Number of steps taken; 0 before the first. */
  seq: number;
  state: StateValue;
  data: JsonObject;
  startedAt: Instant;
  startedBy: string;
  /** `occurredAt` of the last step: the next may not be earlier. */
  lastAt: Instant;
  /** When each active state was entered: state path → moment and sequence. */
  entered: Record<string, { at: Instant; seq: number }>;
  /** State paths ever active, oldest first, without repeats: what one may return to. */
  visited: string[];
  timers: Timer[];
  tasks: Task[];
  links: Record<string, LinkState[]>;
  /** Set while 中止: the pausable clocks stand still. */
  paused: { since: Instant; reason: string } | null;
  /** Set after a 退回 "straight": where to come back to with the next step, and the clocks that go on there. */
  comeBack: { from: string; leaves: string[]; timers: Timer[] } | null;
  /** The leaves that were active before the matter ended or was stopped: where 恢复办理 goes. */
  endedFrom: string[] | null;
  /** The public notices that stand, by name; absent where there is none. */
  notices?: Record<string, StandingNotice>;
}

/** What a matter remembers of a notice that it published. */
export interface StandingNotice {
  /** The step that published it. */
  seq: number;
  /** Its last day; null while its clock stands still. */
  until: Day | null;
  provisional: boolean;
  /** What a provisional last day without a clock was counted from, to count it anew. */
  counted?: Period;
  /** The clock that counts it, where the same step started one. */
  timer: string | null;
  /** What stands behind each row: a linked matter, an item of the data. */
  rows: (string | null)[];
  /** Numbers of the rows that are held, from 1. */
  held: number[];
}

/** A clock of the matter. Fires the command `timer:<id>` when due. */
export interface Timer {
  /** `<state path>:<deadline>:<armed seq>`, with `:r<offset>` for reminders and `:l<key>` for rungs. */
  id: string;
  /**
   * `transition`: fires the state's `after`; `due`: marks the task overdue; `remind`: tells people;
   * `rung`: a rung of the deadline's ladder; `resume`: ends a 中止 that lasted its maximum; `order`: the last day of a
   * 督办; `owner`: how long the state's task may be nobody's.
   */
  kind: "transition" | "due" | "remind" | "rung" | "resume" | "order" | "owner";
  path: string;
  deadline: string;
  /** Of a rung: its key. */
  rung?: string;
  armedSeq: number;
  /** Null while paused. */
  dueAt: Instant | null;
  day: Day | null;
  provisional: boolean;
  /** What a provisional date was counted from, to count it anew when the calendar comes. */
  counted?: Period;
  /** What is left, while paused. */
  remainder: Remainder | null;
  /** Set when a guard refused the firing: tried again when the data changes. */
  blocked: boolean;
  /** Set when a `due` mark or a rung was reached; it stays, so that the matter shows as overdue. */
  fired: boolean;
}

export interface LinkState {
  id: string;
  /** Its number as of the last report; null, or absent in older histories, where none is known. */
  number?: string | null;
  state: string;
  end: "completed" | "abandoned" | null;
  exported: JsonObject;
  /** Items of the parent's data that it concerns; absent where the link says nothing of items. */
  items?: string[];
}

/** Who took a step, and by which assignment. */
export interface Actor {
  user: string;
  name: string;
  assignment: string | null;
  role: RoleId | null;
  unit: UnitId | null;
  /** Whose work it was, where a substitute did it (代班). */
  standsInFor?: Named;
}

/** One write into the matter's data: a dotted path and its new value; `null` clears. */
export interface DataWrite {
  path: string;
  value: Json;
}

/** Something to be done outside, after the step is stored: run by the outbox worker, at least once. */
export interface Effect {
  /** `<case>:<seq>:<n>`: the idempotency key. */
  id: string;
  /** Action `plugin.name`, `job:<name>`, `tell:<link>.<name>` or `parent:<link>` for one child. */
  action: string;
  params: JsonObject;
  /** Not before this moment: what a clock says at night waits until the morning. */
  notBefore?: Instant;
}

export interface RegisterLine {
  register: string;
  cells: Record<string, string>;
  /** Set on a correction (更正): it stands as a line of its own and names the one it corrects, which stays. */
  correction?: true;
}

/** One row of a public notice: what everybody reads, and apart from it what it stands for. */
export interface NoticeRow {
  /** Id of the linked matter or list item behind the row; never public. */
  source: string | null;
  cells: Record<string, string>;
}

/** A list made public (公示), frozen by the step that published it. */
export interface PublishedNotice {
  name: string;
  title: Text;
  /** The paragraph above the list. */
  text: Text;
  places: Text | null;
  contact: Text | null;
  columns: { key: string; title: Text; width?: number }[];
  rows: NoticeRow[];
  /** Division code of the villages on whose boards it is: the village's own, or what they all begin with. */
  board: string;
  /** The matter's number and owner. */
  number: string | null;
  issuer: string;
  /** First and last day on which it is shown. */
  from: Day;
  until: Day;
  /** True where the last day touches a year without calendar data. */
  provisional: boolean;
  /** Numbers of the rows that are held, from 1, and what is said of them. */
  held: number[];
  mark: Text | null;
  objection: { event: string; link: string | null } | null;
}

/** What a step did to a notice: published it, took it down, moved its last day, marked its rows. */
export type NoticeChange =
  | { is: "published"; notice: PublishedNotice; timer: string | null; counted?: Period }
  | { is: "ended"; name: string }
  | { is: "dated"; name: string; until: Day | null; provisional: boolean }
  | { is: "held"; name: string; rows: number[] };

export interface NumberUsed {
  name: string;
  /** The counter: package, name and scope values. */
  key: string;
  value: number;
  formatted: string;
}

export interface LinkOpening {
  link: string;
  package: string;
  /** The child's start form, from the exported fields. */
  data: JsonObject;
  owner: "same" | "parent";
  /** The child's village, where the link says so; else its parent's. */
  place?: string;
}

/** What the runtime settles before the first step: identity, place, owner. */
export interface Opening {
  caseId: string;
  workflow: string;
  hash: string;
  place: Case["place"];
  owner: Case["owner"];
}

/** How one guard came out while the step was decided. */
export interface GuardRecord extends RuleReason {
  truth: boolean | "unknown";
  /** The candidate it belongs to: `<state path> <event> <key or index>`. */
  candidate: string;
}

/** What a step did: everything that is stored, and all that the fold needs. */
export interface Outcome extends Dealings {
  seq: number;
  status: CaseStatus;
  end: "completed" | "abandoned" | null;
  state: StateValue;
  number: string | null;
  writes: DataWrite[];
  entered: Record<string, { at: Instant; seq: number }>;
  timers: Timer[];
  tasks: Task[];
  links: Record<string, LinkState[]>;
  paused: Case["paused"];
  comeBack: Case["comeBack"];
  endedFrom: Case["endedFrom"];
  /** On the first step only: what the matter is and whose. */
  opened?: Opening;
  /** State paths left and entered by this step, for the history line. */
  left: string[];
  arrived: string[];
  effects: Effect[];
  registers: RegisterLine[];
  /** Absent where the step did nothing to a notice. */
  notices?: NoticeChange[];
  numbers: NumberUsed[];
  opens: LinkOpening[];
  guards: GuardRecord[];
  /** The matter's title after the step (encrypted at rest). */
  title: Text;
}

/** One line of the history (办理记录): input and outcome, append-only. */
export interface HistoryEntry {
  caseId: string;
  seq: number;
  /** When it was stored; `command.occurredAt` says when it happened. */
  at: Instant;
  by: Actor;
  command: Command;
  enteredFor?: EnteredFor;
  /** What the step asked about people, and what it was told; absent where it asked nothing. */
  people?: PeopleRecord;
  outcome: Outcome;
}
