import type { Roles } from "../../engine/check/roles";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import type { Database } from "../../storage/database";
import type { People } from "../people/people";

/** What can be imported: the columns of its sheet, and what becomes of the rows. */
export interface ImportKind {
  id: string;
  title: Text;
  columns: readonly Column[];
  /** Looks at all rows before anything is written; the same file twice changes nothing the second time. */
  plan(rows: readonly Row[], context: ImportContext): Plan | Promise<Plan>;
}

export interface Column {
  key: string;
  /** The header in Chinese; the English one and the key itself are understood too. */
  title: { zh: string; en: string };
  required: boolean;
  /** What stands in the empty sheet, for the one who fills it. */
  example: string;
  most?: number;
}

export interface Row {
  /** As Excel numbers it: the header is row 1. */
  line: number;
  /** The text under a column; "" where the sheet does not have it. */
  get(key: string): string;
}

/** What is wrong with a row. */
export interface RowFault {
  line: number;
  /** Key of the column, or null for the row as a whole. */
  column: string | null;
  refusal: Refusal;
}

export interface Plan {
  faults: RowFault[];
  added: number;
  changed: number;
  same: number;
  /** Writes everything in one transaction. */
  write(): Promise<void>;
}

export interface ImportContext {
  database: Database;
  people: People;
  roles: Roles;
  now: Instant;
  /** Whether the one who imports may change this unit and what belongs to it. */
  isInReach(unit: string): boolean;
}
