import type { Text } from "./text";

/** One block of a paper, with places to fill in. */
export type PaperBlock =
  | { block: "heading"; text: Text; level?: 1 | 2 | 3 }
  | { block: "number"; text: Text }
  | { block: "text"; text: Text; indent?: boolean; when?: string }
  | { block: "fields"; items: { label: Text; value: Text }[] }
  | {
      block: "table";
      over: string;
      columns: { title: Text; value: Text; width?: number }[];
      empty?: Text;
    }
  | GridBlock
  | { block: "signatures"; over?: string; signers: { label: Text; fingerprint?: boolean }[] }
  | { block: "seal"; issuer: Text; date: Text }
  | { block: "qr"; text: Text }
  | { block: "pageBreak" };

/** A table with as many columns as a list has items: people by days. */
export interface GridBlock {
  block: "grid";
  /** A list of groups, one a row. */
  over: string;
  head: { title: Text; value: Text; width?: number };
  /** A list of plain values, one a column; its title reads `item`. */
  columns: { over: string; title: Text; width?: number };
  /** The row's field with one value for each column; `value` reads it as `item`. */
  cells: { from: string; value: Text };
  /** The row's field that says which of its cells are framed. */
  framed?: string;
  /** The row's field that says whether a heavier line parts it from the row above. */
  parted?: string;
}

export interface PaperSource {
  title: Text;
  landscape?: boolean;
  /** Shown small at the head while a county's 法制 has not approved the wording. */
  status?: "sample" | "approved";
  blocks: PaperBlock[];
}
