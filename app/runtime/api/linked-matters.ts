import type { Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";

/** A matter that this one opened, or that opened it, as far as the reader may know of it. */
export interface LinkedMatter {
  side: "parent" | "child";
  /** Null where it is not the reader's to open; then there is no number either. */
  caseId: string | null;
  number: string | null;
  /** What it is about; of one that is not the reader's only what kind of link it is. */
  title: Text;
  /** Where it stands; null for a parent that is not the reader's. */
  state: Text | null;
  isOpen: boolean;
  /** By when the next step is due, or how it is over. */
  due: DueChip;
  /** Who has it: people by name, else the roles that may take it. Empty where that is not the reader's. */
  holders: Text[];
  /** Which items of the matter it concerns and holds, from 1, of how the list is called. */
  concerns: { list: Text; rows: number[] } | null;
}
