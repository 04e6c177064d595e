import type { JsonObject, Json } from "../json";
import type { RoleId } from "../person";
import type { Logic } from "../rules/types";
import type { Text } from "../text";

/**
 * A model (模式) as its author wrote it: what a county adopts for a kind of village. The shape is fixed by
 * `schemas/platform/model.schema.json` (closed); nothing here is checked yet: see `check/check-model.ts`.
 */
export interface ModelSource {
  id: string;
  version: string;
  title: Text;
  badge: ModelBadge;
  /** False: it can be compared with, and not adopted. */
  adoptable?: false;
  core: {
    /** How the model works, in one sentence. */
    sentence: Text;
    source: { title: Text; words: string[] };
    /** What the source says and the model does not do, with the reason. */
    leftOut: { words: string; why: Text }[];
  };
  fits: {
    /** Kinds of village (村型) that the model is meant for. */
    kinds: string[];
    /** Rules over `village`, the aggregate facts of one village. */
    reasons: Record<string, { title: Text; when: Logic }>;
  };
  force: ForceSource;
  /** Package id → how it runs here. */
  processes: Record<string, ProcessSource>;
  /** The package that the village's page leads with. */
  main: string;
  /** How matters go here, for the village's page: the stops of the way, with what stands in each. */
  way: { title: Text; stops: WayStop[] };
  links: ModelLinkSource[];
  paper: {
    /** Books that are kept, `<package>/<register>`. */
    registers: string[];
    /** What hangs on the wall of the police room. */
    wall: Text[];
    whereabouts?: Text;
    /** Title of the plan; `{{county}}` stands for the county's name. */
    plan: Text;
  };
  indicators: Record<string, IndicatorSource>;
  /** What villagers see of it. */
  villagers: Text[];
  /** Published hours, by the days of the week (1 is Monday). */
  hours: { title: Text; days: number[]; from: string; to: string }[];
}

/** Letter and shape: a model is told from another without colour. */
export interface ModelBadge {
  letter: string;
  shape: "square" | "peak" | "circle" | "hexagon" | "diamond";
  tone: "rent" | "live" | "area" | "join" | "plain";
}

/** Who is needed for it, and what has to hold for the people there are. */
export interface ForceSource {
  slots: Record<string, SlotSource>;
  /** Sets of roles that one person may hold at once; everything else excludes each other. */
  together: RoleId[][];
  /** How villages are grouped, where the model works by police areas. */
  area?: { villages: Span; officers: Span };
  /** Points and equipment beside people. */
  points?: Record<string, { title: Text; per: Level; count: number }>;
  duties: Record<RoleId, Text[]>;
  discipline: Text[];
  week: WeekSource;
  /** Rules over `staff` (see docs/writing-a-model.md): 可行 while all hold. */
  demands: Record<string, DemandSource>;
}

export interface Span {
  from: number;
  to: number;
}

export type Level = "village" | "area" | "township" | "county";

/** A place to be filled (岗位). */
export interface SlotSource {
  title: Text;
  /** One character that stands for a person in a row of people. */
  mark: string;
  role: RoleId;
  per: Level;
  /** How many for each `per`. */
  count: number;
  /** Chosen from the village by a round of selection: nobody needs to be there beforehand. */
  recruited?: true;
}

export type WeekDay = "visit" | "station" | "room" | "evening" | "duty" | "rest";

/** An officer's week, Monday first. */
export interface WeekSource {
  days: WeekDay[];
  /** Villages that one day of visits reaches. */
  villagesPerDay: number;
  /** Visits that each village gets in a week. */
  visits: number;
}

export interface DemandSource {
  title: Text;
  when: Logic;
  /** What is read, with `{{staff.…}}`, as the rule comes out. */
  says: { yes: Text; no: Text; unknown: Text };
  /** False: it may stay open while the rest begins (village by village). */
  blocks?: boolean;
}

export interface ProcessSource {
  /** Major version of the package that the model was written for. */
  major: number;
  on: boolean;
  /** The package does not exist yet; the model says so and counts on nothing. */
  planned?: true;
  /** Needed where the package cannot tell its own. */
  title?: Text;
  /** How it runs here in one sentence, with `{{params.…}}` of the package as resolved. */
  says: Text;
  /** A variant of the package that belongs to the model. */
  variant?: string;
  parameters?: Record<string, ProcessParameter>;
}

/** A parameter that a county may set when it adopts the model. */
export interface ProcessParameter {
  /** What the model sets; without it the package's value stands, or the county's own. */
  value?: Json;
  /** JSON Schema, narrower than the package's own: what a county may set when it adopts. */
  range?: JsonObject;
  source: Text;
  certainty: "quoted" | "derived" | "assumed";
}

/** One stop of the way: states, `<package>/<state>`; a matter stands at the last stop that names where it is. */
export interface WayStop {
  title: Text;
  /** Who acts there, with `{{params.…}}` of the first state's package. */
  who: Text;
  states: string[];
}

/** What opens or feeds what. */
export interface ModelLinkSource {
  from: string;
  to: string;
  /** Name of the link in `from`, where it is one of the package's own. */
  link?: string;
  says: Text;
}

/** A service figure (服务指标). What can be measured is a closed list: nothing in it counts people. */
export interface IndicatorSource {
  title: Text;
  package: string;
  measure: Measure;
  /** For `daysToState` and `share`: the state (or end) that is meant. */
  state?: string;
  better: "more" | "less";
}

export const MEASURES = [
  "daysToEnd",
  "daysToState",
  "inTime",
  "share",
  "reopened",
  "hoursKept",
  "rating",
] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * How a package runs under a model: its own entry, or that of its folder (`rental-custody` speaks for
 * `rental-custody.tenancy` too). Undefined where the model does not name it.
 */
export function findProcess(model: ModelSource, packageId: string): ProcessSource | undefined {
  const [folder = ""] = packageId.split(".");
  const { processes } = model;
  if (Object.hasOwn(processes, packageId)) return processes[packageId];
  return Object.hasOwn(processes, folder) ? processes[folder] : undefined;
}
