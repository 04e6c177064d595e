import type { Day, LinearRow, Text } from "../../../app/engine/plugin/api";

/** What a roster has to hold. */
export type DemandKind =
  | "cover"
  | "led"
  | "skill"
  | "rest"
  | "nights"
  | "hours"
  | "room"
  | "visits"
  | "reach"
  | "opened"
  | "leave"
  | "away"
  | "training"
  | "exempt"
  | "fair"
  | "locked";

/** These may be given up for one proposal; what a law or somebody's leave asks for may not. */
export const RELAXABLE: ReadonlySet<DemandKind> = new Set([
  "skill",
  "rest",
  "room",
  "visits",
  "reach",
  "opened",
  "fair",
]);

/** One thing that is asked of a roster, in words and in numbers. It holds where all its rows do. */
export interface Demand {
  kind: DemandKind;
  text: Text;
  /** Ids of the rows concerned; none where it is about the station as a whole. */
  people: readonly string[];
  days: readonly Day[];
  rows: readonly LinearRow[];
}
