import type { AssigneeSource } from "./assignee-source";
import type { AvoidSource } from "./avoid";
import type { DeadlineSource } from "./deadline-source";
import type { DecisionSource } from "./decision/decision-source";
import type { Json, JsonObject } from "./json";
import type { LinkSource } from "./link-source";
import type { QuietHoursSource } from "./ladder-source";
import type { NoticeSource } from "./notice-source";
import type { OperationsSource } from "./operations/operation-source";
import type { RoleId } from "./person";
import type { Logic } from "./rules/types";
import type { Text } from "./text";
import type { PaperSource } from "./paper-source";
import type { UnownedSource } from "./unowned-source";

export type { GridBlock, PaperBlock, PaperSource } from "./paper-source";

/**
 * A package as its author wrote it. The shape is fixed by `schemas/platform/*.schema.json` (closed);
 * these types say the same to the compiler. Nothing here is checked yet: see `check/` and `workflow.ts`.
 */
export interface DefinitionDocument {
  workflow: WorkflowSource;
  /** The whole data of a matter, as one JSON Schema with `privacy` on every leaf. */
  data: JsonObject;
  forms: Record<string, FormSource>;
  papers: Record<string, PaperSource>;
}

export interface WorkflowSource {
  id: string;
  version: string;
  title: Text;
  description?: Text;
  /** Plugin name → major version, e.g. `{ "china-calendar": "1" }`. */
  plugins: Record<string, string>;
  /** Only another matter's link opens it: nobody registers one by hand. */
  linkedOnly?: boolean;
  /** Title of one matter, a template over the rule scope: `{{data.type | label}}`. */
  caseTitle: Text;
  /** Who waits for another's step sees who is on duty and tells them; a rule over the first answers; whose own matter. */
  call?: boolean;
  startRule?: string;
  subject?: string;
  /** The first step: the form and roles that open a matter. */
  start: EventMeta;
  parameters?: Record<string, ParameterSource>;
  legal?: Record<string, LegalReference>;
  facts?: Record<string, FactSource>;
  rules?: Record<string, RuleSource>;
  deadlines?: Record<string, DeadlineSource>;
  /** Without it a clock's messages go out when it runs down, at midnight too. */
  quietHours?: QuietHoursSource;
  /** Where on the way a state lies (登记 · 受理 · 调解 · 履行 · 归档); states name their phase. */
  phases?: Record<string, { title: Text; order: number }>;
  machine: MachineSource;
  mustPass?: MustPass[];
  /** What a variant may change; see docs/writing-a-workflow.md. */
  vary?: Record<string, string>;
  numbers?: Record<string, NumberSource>;
  links?: Record<string, LinkSource>;
  jobs?: Record<string, JobSource>;
  moves?: MovesSource;
  /** What else people may do with tasks, and who. */
  operations?: OperationsSource;
  /** How long a task may be nobody's, and who is told then. */
  unowned?: UnownedSource;
  /** Who keeps out of the whole matter (回避). */
  avoid?: AvoidSource[];
  registers?: Record<string, RegisterSource>;
  /** Lists made public for a time (公示). */
  notices?: Record<string, NoticeSource>;
  /** Which papers exist and when they are offered; their blocks are in `papers/<name>.json`. */
  papers?: Record<string, PaperOffer>;
  retention?: Record<string, RetentionClass>;
  /** What a matter's place is: a village (default), or the whole area of a station. */
  place?: "village" | "station";
  /** How many days back a step may be dated when paper is entered later (default 30). */
  backdateDays?: number;
}

export interface Legal {
  /** Key into `legal`. */
  legal?: string;
  /** True only where `legal` has status `read`; the body is then immutable for variants. */
  statutory?: boolean;
}

export interface ParameterSource extends Legal {
  title: Text;
  help?: Text;
  schema: JsonObject;
  value: Json;
}

export interface LegalReference {
  law: string;
  article: string;
  textVersion: string;
  verifiedOn: string | null;
  status: "read" | "secondary" | "recalled" | "own";
}

export interface FactSource {
  title: Text;
  type: "boolean" | "integer" | "number" | "string" | "date";
  value: Logic;
}

export interface RuleSource extends Legal {
  title: Text;
  when: Logic;
  /** What the person reads when the rule stands in the way. */
  refusal?: Text;
  /** What absence of a path means: `"unknown"` (待核), or `{ "as": value }`. */
  absent?: Record<string, "unknown" | { as: Json }>;
  examples?: RuleExample[];
}

export interface RuleExample {
  /** What the example is about, where somebody named it. */
  title?: Text;
  given: JsonObject;
  expect: boolean | "unknown";
}

export type Act = "record" | "propose" | "decide";

export interface EventMeta extends Legal {
  label: Text;
  help?: Text;
  roles: RoleId[];
  form?: string;
  /** Why there is no form, where there is none. */
  noForm?: Text;
  act: Act;
  about: "person" | "matter";
  order?: number;
  /** Show the answers once more before sending (check-answers). */
  confirm?: boolean;
  /** A link of this package that the step opens. */
  opens?: string;
  /** May be taken on several matters at once (批量), with the same answers. Never where it is about a person. */
  batch?: true;
  /** What this step does with fields of its form that others ask as well; without it they are asked as they stand. */
  fields?: FieldRules;
  /** Taken by anybody with the role also while somebody holds the task or it waits: an alarm, a party's word. */
  anytime?: true;
}

/** Field of a form → shown but not to be changed, asked, not shown at all, or asked and needed. */
export type FieldRules = Record<string, "read" | "edit" | "hide" | "required">;

export interface StateMeta {
  title: Text;
  help?: Text;
  phase?: string;
  events?: Record<string, EventMeta>;
  /** What several people decide together here; the engine sends `decided.<state>.pass` or `.fail`. */
  decision?: DecisionSource;
  /** Who keeps out of this state and what lies in it. */
  avoid?: AvoidSource[];
  /** With whom the task of this state is from the start. */
  assignee?: AssigneeSource;
  /** The deadline that this state's task carries, where it has no `after` of its own. */
  due?: string;
  /** On top-level final states: a lawful result was reached, or it stopped without one. */
  end?: "completed" | "abandoned";
  /** Why no person acts here (waiting for a court, a linked matter, a job). */
  waits?: Text;
}

export interface ActionSource {
  type: string;
  params?: JsonObject;
}

export interface TransitionSource {
  /** Required where several candidates stand in a list; variants address them by it. */
  meta?: { key: string };
  guard?: string;
  target?: string;
  actions?: ActionSource[];
  reenter?: boolean;
}

export type Candidates = string | TransitionSource | TransitionSource[];

/** The subset of an XState v5 config that a package may use; `createMachine` takes it unchanged. */
export interface StateSource {
  id?: string;
  type?: "final" | "parallel";
  initial?: string;
  states?: Record<string, StateSource>;
  on?: Record<string, Candidates>;
  /** Named deadlines only, never numbers. */
  after?: Record<string, Candidates>;
  always?: Candidates;
  onDone?: Candidates;
  entry?: ActionSource[];
  exit?: ActionSource[];
  meta?: StateMeta;
}
export type MachineSource = StateSource;

export interface MustPass {
  before: string;
  pass: string;
  legal: string;
  statutory?: boolean;
}

export interface NumberSource {
  title: Text;
  /** Placeholders `{year}` `{place}` `{unit}` `{seq:4}`. */
  format: string;
  scope: ("unit" | "place" | "year")[];
  /** Events that use it (`start` included); used once a matter, kept when `into` is already set. */
  on: string[];
  /** Path in the data that receives the formatted number, or `case.number`. */
  into: string;
}

export interface JobSource {
  title: Text;
  /** A job contributed by a plugin, `plugin.name`. */
  job: string;
  params?: Record<string, Logic>;
  /** Data path that receives the result (checked against the data schema). */
  into: string;
}

export type MoveName = "return" | "withdraw" | "void" | "reopen" | "pause";
export interface MoveSource {
  roles: RoleId[];
  /** For `return` and `reopen`: the states that may be moved to (default: any earlier state). */
  to?: string[];
  /** States in which the move is not offered: a matter under protection is never withdrawn with a click. */
  except?: string[];
  /** For `pause`: after so many days the clocks run again by themselves. */
  maxDays?: number;
}
export type MovesSource = Partial<Record<MoveName, MoveSource>>;

export interface RegisterSource {
  title: Text;
  /**
   * What writes the matter's line: events, `start`, and what nobody sends (`link:…`, `parent:…`, `job:…`,
   * `timer:<deadline>` of an `after`). What is written later stands in its place.
   */
  on: string[];
  /** Events that write a correction: a line of its own that names the one it corrects; that one stays. */
  corrections?: string[];
  columns: Record<string, ColumnSource>;
}

export interface ColumnSource {
  title: Text;
  /** A template over the rule scope: `{{data.parties[*].name | mask}}`. */
  value: string;
  order: number;
  /** Mask by default in lists and exports (names to 李＊顺). */
  mask?: boolean;
  /** A rule: while it holds, the cell says 不公开 instead of its value, masked or not. */
  withheldWhen?: string;
  /** Width in millimetres on the A4 sheet. */
  width?: number;
}

export interface PaperOffer {
  title: Text;
  order: number;
  /** States in which the paper can be printed; empty = from the start on, always. */
  states?: string[];
  /** A rule that must hold for it to be offered. */
  when?: string;
  copies?: number;
}

export interface RetentionClass {
  title: Text;
  days: number;
  legal?: string;
}

export interface FormSource {
  title: Text;
  help?: Text;
  /** `""` (merge into the root), `application` (set), `sessions[]` (append), `parties[*]` (merge by item id). */
  into: string;
  schema: JsonObject;
  /** rjsf uiSchema from an allow-list of keys, plus `messages` per keyword. */
  ui?: JsonObject;
  /** Form path → rule-scope path whose value stands in the form at first. */
  prefill?: Record<string, string>;
  /** Field → who sent it or when: written beside the answers by the platform, whatever was entered. */
  stamp?: Record<string, string>;
}
