import type { JsonObject } from "../json";
import type { AdoptionRecord, UnitRecord } from "../people-ports";
import type { RoleId, UnitId } from "../person";
import type { Text } from "../text";
import type { Day } from "../time/types";
import type { PatchOperation } from "../variant/patch";
import type { Expectation, ScenarioStep } from "./scenario";

/**
 * A story across packages: several matters of several packages, with people, a clock that really runs, links that
 * really open and report, models that are adopted on the way (see docs/writing-a-model.md).
 */
export interface Story {
  title: Text;
  /** Where the clock stands at first, Shanghai time, `YYYY-MM-DDTHH:MM`. */
  clock: string;
  /** Units beside those of the demo's three invented counties. */
  units?: UnitRecord[];
  people: Record<string, StoryPerson>;
  villages?: Record<string, { kind?: string; facts?: JsonObject }>;
  /** Aggregate facts of counties: `{ "991021": { "policeTotal": 60 } }`. */
  counties?: Record<UnitId, JsonObject>;
  /** Variants that units have adopted before the story begins. */
  adoptions?: AdoptionRecord[];
  /** Models that units have adopted before it begins. */
  models?: StoryAdoption[];
  steps: StoryStep[];
}

export interface StoryPerson {
  name: string;
  posts: { role: RoleId; unit: UnitId }[];
}

export interface StoryAdoption {
  unit: UnitId;
  kind?: string;
  model: string;
  from: Day;
  to?: Day;
  settings?: Record<string, JsonObject>;
}

/** What a county published: a patch, or values of parameters. */
export interface StoryChange {
  unit: UnitId;
  package: string;
  model?: string;
  from: Day;
  parameters?: JsonObject;
  patch?: PatchOperation[];
}

/** What a step does with a matter is said as in a scenario; `matter` is the story's own name for it. */
export interface StoryStep extends Pick<
  ScenarioStep,
  | "note"
  | "clock"
  | "wait"
  | "by"
  | "public"
  | "start"
  | "event"
  | "form"
  | "occurredAt"
  | "move"
  | "to"
  | "way"
  | "reason"
  | "call"
  | "vote"
  | "in"
  | "slot"
  | "counts"
  | "photo"
  | "operation"
  | "whom"
  | "text"
  | "until"
  | "next"
  | "job"
  | "result"
  | "error"
> {
  matter?: string;
  /** The same with several matters, one after the other (批量); each is refused or taken for itself. */
  matters?: string[];
  /** With `start`: what is begun, and in which village. */
  package?: string;
  place?: string;
  /** The story's name for the linked matter that the step opens. */
  opens?: string;
  adopt?: StoryAdoption;
  /** A village is approved as another kind. */
  kind?: { village: string; kind: string; from: Day };
  change?: StoryChange;
  appoint?: { person: string; role: RoleId; unit: UnitId };
  relieve?: { person: string; role: RoleId; unit: UnitId };
  /** Models held against the villages of a unit. */
  compare?: { unit: UnitId; models: string[] };
  expect?: StoryExpectation;
}

export interface StoryExpectation extends Expectation {
  /** Parameters of the matter's own definition. */
  params?: JsonObject;
  /** Where other matters of the story stand. */
  states?: Record<string, string>;
  /** The newest lines of other matters in their registers: matter → register → column → text. */
  books?: Record<string, Record<string, Record<string, string>>>;
  /** The model that holds in a village today; null where none does. */
  model?: Record<string, string | null>;
  /** How models come out of `compare`. */
  verdicts?: Record<
    string,
    { verdict: string; failing?: string[]; needed?: Record<string, number> }
  >;
}
