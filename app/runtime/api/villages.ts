import type { Truth } from "../../engine/rules/types";
import type { Verdict } from "../../engine/model/compare-model";
import type { ModelBadge, WeekDay } from "../../engine/model/model-source";
import type { Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { BoardCard } from "./duty";
import type { Result } from "./result";
import type { Session } from "./session";

/** A model as a badge with its name. */
export interface ModelMark extends ModelBadge {
  id: string;
  title: Text;
}

/** One village on the page of all. */
export interface VillageTile {
  code: string;
  name: string;
  model: ModelMark | null;
  /** Who serves it first: 协勤 杨秀兰. */
  serves: Text;
  /** The one thing to know today; null where nothing is due. */
  chip: Pick<DueChip, "kind" | "text"> | null;
}

/** A township with its villages; `county` is named on the first of each. */
export interface VillageBand {
  id: string;
  name: string;
  county: string | null;
  /** 山区村，8 个村. */
  about: Text;
  tiles: VillageTile[];
}

export interface VillagesView {
  region: string;
  count: number;
  legend: { model: ModelMark; count: number }[];
  bands: VillageBand[];
  /** Villages whose model has changed not long ago, or will. */
  changes: { code: string; name: string; text: Text }[];
  /** Units whose models this reader may compare. */
  mayCompare: boolean;
}

/** What a village is, who serves it and what runs there. */
export interface VillageView {
  code: string;
  /** The unit above it, whose villages are compared together. */
  township: string;
  name: string;
  whereabouts: string;
  kind: Text | null;
  /** Two facts at most: 412 户，到派出所 38 分钟. */
  facts: Text;
  model: (ModelMark & { sentence: Text }) | null;
  dutyPhone: string | null;
  cards: BoardCard[];
  way: { title: Text; stops: { title: Text; who: Text; count: number }[] } | null;
  /** What runs there under the model; `differs` are its numbers that the package has otherwise. */
  processes: { title: Text; says: Text; isPlanned: boolean; differs: Text[] }[];
  /** Hours, books, what goes on as it began. */
  more: { title: Text; value: Text }[];
  week: { days: VillageDay[]; note: Text | null };
  /** What changed and when, newest first. */
  changes: { day: Text; text: Text; basis: Text | null }[];
  /** Why this model suits the village, or what does not. */
  suggestion: Text | null;
}

export interface VillageDay {
  title: Text;
  lines: Text[];
  is: "today" | "open" | "closed";
}

/** A model as it stands on the page of models. */
export interface ModelCard extends ModelMark {
  sentence: Text;
  adoptable: boolean;
  kinds: Text[];
  /** What else speaks for it. */
  reasons: Text[];
  villages: number;
  source: Text;
  /** What the source has and the model has not, and why. */
  leftOut: { words: string; why: Text }[];
}

export interface ComparedModel extends ModelMark {
  adoptable: boolean;
  /** False where it is already in force for all of these villages. */
  isNew: boolean;
  verdict: Verdict;
  slots: {
    title: Text;
    mark: string;
    needed: number;
    there: number;
    short: number;
    recruited: boolean;
  }[];
  because: { truth: Truth; says: Text; blocks: boolean }[];
  week: {
    days: { kind: WeekDay; villages: string[] }[];
    served: number;
    unserved: number;
    visits: number;
  } | null;
  steps: Text[];
  villagers: Text[];
  /** In how many of these villages the facts speak for it. */
  suits: number;
  /** What speaks for it, and in how many of these villages. */
  fits: { title: Text; count: number }[];
  /** Processes that do not exist yet. */
  planned: Text[];
}

export interface ComparisonView {
  unit: string;
  /** A township: what models are adopted for, as a whole or village by village. */
  isTownship: boolean;
  unitName: string;
  villages: number;
  officers: string[];
  columns: ComparedModel[];
  /** What else can be compared. */
  units: { id: string; name: string }[];
  models: ModelMark[];
}

/** Models and the villages that use them. `session` is null for a visitor, who sees them in a demo only. */
export interface VillagesApi {
  villages(session: Session | null): Promise<Result<VillagesView>>;
  /** Refuses `villages/unknown` for what is no village within the reader's reach. */
  village(session: Session | null, code: string): Promise<Result<VillageView>>;
  models(session: Session): Result<ModelCard[]>;
  mayCompareModels(session: Session): boolean;
  /**
   * Two models for the villages of a unit; by default one that is in force and one that suits. Refuses
   * `villages/not-yours`, `model/unknown-model`, `model/no-village`.
   */
  compare(
    session: Session,
    ask: { unit: string | null; models: readonly string[] },
  ): Promise<Result<ComparisonView>>;
}
