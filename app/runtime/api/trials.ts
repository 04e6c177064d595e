import type { Text } from "../../engine/text";

/** One matter that would have gone differently. */
export interface TrialMatterRow {
  caseId: string;
  title: Text;
  placeName: string;
  /** What differs, in short: 6月12日 → 6月16日. */
  detail: Text;
}

/** Matters that differ for one and the same reason. */
export interface TrialGroup {
  kind: "due" | "state" | "refused" | "other";
  title: Text;
  /** What of the change is the reason, as a sentence. */
  cause: Text;
  count: number;
  matters: TrialMatterRow[];
}

/** One stop on a matter's way. */
export interface TrialStop {
  title: Text;
  /** When it was, where the matter went, what clocks began. */
  detail: Text[];
  differs: boolean;
}

/** One matter on both ways, up to the step that comes out differently. */
export interface TrialMatter {
  caseId: string;
  title: Text;
  placeName: string;
  began: Text;
  was: TrialStop[];
  is: TrialStop[];
  rows: { what: Text; was: Text; is: Text; because: Text }[];
}

/** What a draft would have made of past matters. */
export interface TrialView {
  proposal: { id: string; revision: number; title: Text; scope: Text };
  /** `stale`: the draft was written anew since. */
  stage: "none" | "running" | "done" | "stale";
  done: number;
  total: number;
  ended: Text | null;
  figures: { same: number; different: number; stuck: number; already: number };
  groups: TrialGroup[];
  chosen: TrialMatter | null;
  /** Who has read this result. */
  read: { by: string; day: Text } | null;
  /** True while reading it still counts for something. */
  mayRead: boolean;
}
