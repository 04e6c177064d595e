import type { Day, Text } from "../../app/engine/plugin/api";

/** `hard` must be changed before the roster is published; `soft` may stand with a reason. */
export type Weight = "hard" | "soft";

/** What can be wrong with a roster. */
export type ConflictKind =
  | "open"
  | "sameName"
  | "untrained"
  | "exempt"
  | "away"
  | "alone"
  | "uncovered"
  | "overHours"
  | "nights"
  | "rest"
  | "unreached"
  | "unskilled"
  | "room"
  | "visits"
  | "unopened"
  | "fairness"
  | "passed"
  | "absent";

/** Changes that would mend a conflict, in words. */
export interface Fix {
  label: Text;
  cells: readonly { row: string; day: Day; shift: string }[];
}

/** One thing that is wrong: who, when, the numbers compared, and what can be done. */
export interface Conflict {
  /** Names it to people and to the reason that is written for it: the same for the same fault. */
  key: string;
  kind: ConflictKind;
  weight: Weight;
  /** Ids of the rows concerned; none where it is about the station as a whole. */
  people: readonly string[];
  /** Names, for whoever reads it in a sentence. */
  names: readonly string[];
  days: readonly Day[];
  title: Text;
  when: Text;
  clauses: readonly { holds: boolean; text: Text }[];
  /** What is there, and what it is held against. */
  found: number;
  limit: number;
  remedy: Text;
  fixes: readonly Fix[];
}
