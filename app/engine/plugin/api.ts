/**
 * The public plugin API: the one file of the platform that a plugin may import.
 * A plugin is a plain object; there are no hooks. Everything built in ships through it as well.
 * How to write one: docs/writing-a-plugin.md.
 */
import type { Json, JsonObject } from "../json";
import type { PlatformOrder } from "../model/platform-order";
import type { Operator } from "../rules/types";
import type { Language, Text } from "../text";
import type { Calendar } from "../time/types";
import type { SolveLinear } from "./linear-model";

export type { Calendar, CalendarYear, Day, Instant } from "../time/types";
export type { Json, JsonObject } from "../json";
export type { Language, Text } from "../text";
export type { Operator } from "../rules/types";
export { toHalfWidth } from "../text";
export type { PlatformOrder } from "../model/platform-order";
export type {
  LinearAnswer,
  LinearColumn,
  LinearModel,
  LinearRow,
  LinearSearch,
  SolveLinear,
} from "./linear-model";

/** Days and moments in Asia/Shanghai, and working days: pure, so that a plugin needs no date package. */
export { addWorkdays, isWorkday, workdaysBetween } from "../time/calendar";
export {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  isMoment,
  showDay,
  showMoment,
} from "../time/zone";

/** What a fact of a plugin gives. */
export type PluginFactType = "boolean" | "integer" | "number" | "string" | "date" | "list";

/** A computed value that every package listing the plugin can read as `facts.<plugin>.<name>`. Pure. */
export interface PluginFact {
  name: string;
  title: Text;
  type: PluginFactType;
  /** For a `list` of groups: their fields, so that `check` knows them. A list of texts has none. */
  items?: Readonly<Record<string, PluginFactType>>;
  /** The data paths that it is computed from, such as `data.rows`. Not said: all of the data. */
  reads?: readonly string[];
  /** Reads the rule scope (`data`, `case`, `params`, `user`); `undefined` = missing. */
  compute: (scope: { readonly [part: string]: Json }) => Json | undefined;
}

/** A JSON-Schema `format`. Pure. */
export interface PluginFormat {
  name: string;
  /** What a person reads when the value does not fit. */
  message: Text;
  test: (value: string) => boolean;
  /** How the value is stored: `１３８ 0013-8000` → `13800138000`. Applied before `test`; safe to apply twice. */
  normalize?: (value: string) => string;
}

/** How a value is written in papers, registers and pages: `{{data.amount | core.money}}`. Pure. */
export interface PluginDisplay {
  name: string;
  show: (value: Json, language: Language, options: { readonly today: string }) => string;
}

/** What an action or a channel gets when the outbox runs it. */
export interface EffectEvent {
  readonly params: JsonObject;
  readonly matter: { readonly id: string; readonly number: string | null; readonly title: Text };
  readonly options: JsonObject;
  /** The same on every try: use it so that a repeated try does nothing twice. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  /** Hands a message to a channel (`core.inbox` is the built-in one). */
  readonly send: (message: Message) => Promise<void>;
}

export interface Message {
  channel: string;
  /**
   * Everybody with one of these roles in scope of the matter, or one person; `firstOf`: the first of several groups
   * of roles that anybody belongs to. Where nobody belongs to any of them, the try fails.
   */
  to: { roles: string[] } | { firstOf: string[][] } | { user: string };
  text: Text;
}

/**
 * What a form widget gets (`widgets.tsx` exports `widgets`, React components by their names). It draws one
 * native control named `name`, so that a plain post carries the answer, and reports changes besides.
 */
export interface PluginWidgetProps {
  readonly id: string;
  readonly name: string;
  readonly value: Json | undefined;
  /** `undefined` for no answer. */
  readonly onChange: (value: Json | undefined) => void;
  readonly readOnly: boolean;
  readonly required: boolean;
  /** True where the answer was refused; the sentence stands above the control already. */
  readonly invalid: boolean;
  /** For `aria-describedby`. */
  readonly describedBy: string | undefined;
  readonly language: Language;
}

/** Something a machine may order: `{ "type": "core.notify", "params": { … } }`. Runs after the step is stored. */
export interface PluginAction {
  name: string;
  title: Text;
  /** JSON Schema of `params`, closed. */
  params: JsonObject;
  run: (event: EffectEvent) => Promise<void>;
}

export interface PluginChannel {
  name: string;
  title: Text;
  deliver: (message: {
    readonly recipients: readonly string[];
    readonly text: Text;
    readonly key: string;
  }) => Promise<void>;
}

/** Long work. Its result comes back to the matter as the command `job:<id>`. */
export interface PluginJob {
  name: string;
  title: Text;
  params: JsonObject;
  run: (event: {
    readonly params: JsonObject;
    readonly options: JsonObject;
    readonly idempotencyKey: string;
    readonly signal: AbortSignal;
    /** 0..1 */
    readonly progress: (share: number) => void;
    /** Solves linear programmes with whole numbers (HiGHS), beside the server's own work. */
    readonly solve: SolveLinear;
    /**
     * Has the platform do what the matter has decided; answers `{ done: true }`, or `{ done: false, code, why }`.
     * The same order given again changes nothing more.
     */
    readonly order: (order: PlatformOrder) => Promise<Json>;
  }) => Promise<Json>;
}

export interface Plugin {
  /** Kebab case; prefix of everything it adds. */
  name: string;
  /** Semantic version; a change of meaning is a new major. */
  version: string;
  /** Platform majors it works with, e.g. `"1"` or `"1 2"`. */
  platform: string;
  /** Other plugins it needs: name → major. */
  requires?: Record<string, string>;
  /** JSON Schema of its options, closed, with defaults. */
  options?: JsonObject;
  operators?: Operator[];
  facts?: PluginFact[];
  actions?: PluginAction[];
  formats?: PluginFormat[];
  displays?: PluginDisplay[];
  calendars?: Calendar[];
  channels?: PluginChannel[];
  jobs?: PluginJob[];
  /** Names of form widgets; `widgets.tsx` beside it exports `widgets`, their components by these names. */
  widgets?: string[];
}

/** The platform's own major version, which `Plugin.platform` is held against. */
export const PLATFORM_MAJOR = "1";

/** Declares a plugin; gives it back unchanged, with its type. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
