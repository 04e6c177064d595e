import type { Logic } from "./rules/types";
import type { Text } from "./text";

/** A public notice (公示) as its author wrote it; see docs/writing-a-workflow.md. */
export interface NoticeSource {
  title: Text;
  /** Events that publish it; a later publication replaces the earlier one, which stays on record. */
  on: string[];
  /** Events that take it down before its time. */
  ends?: string[];
  /** `links.<link>` or a data list: each item is a row. Without it the matter itself is the one row. */
  over?: string;
  /** Over one item, as inside `filter`: only items for which it is true become rows. */
  where?: Logic;
  columns: Record<string, NoticeColumnSource>;
  /** The paragraph above the list. */
  text: Text;
  /** The deadline whose last day is the last day of the notice. */
  until: string;
  /** On whose boards: the matter's village (default), or every village of its township or county. */
  board?: "village" | "township" | "county";
  /** Where the paper copy hangs. */
  places?: Text;
  /** Whom to tell about faults: a supervision telephone. */
  contact?: Text;
  objection?: ObjectionSource;
  held?: HeldSource;
}

export interface NoticeColumnSource {
  title: Text;
  /** A template over the rule scope and, where there are items, `item`. */
  value: string;
  order: number;
  /** Masked before it is made public (names to 李＊顺). */
  mask?: boolean;
  /** Width in millimetres on the A4 sheet. */
  width?: number;
}

/** How anybody may object: an event that role `villager` may send. */
export interface ObjectionSource {
  event: string;
  /** The link whose child behind the row takes the event; without it the matter itself does. */
  link?: string;
}

/** Rows that wait for something stay on the list, and say so. */
export interface HeldSource {
  /** Over one item, as it stands after each later step. */
  when?: Logic;
  /** A link of the package: items that its open matters hold. */
  link?: string;
  mark: Text;
}
