import type { Language, Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

export interface PaperView {
  title: Text;
  number: string | null;
  landscape: boolean;
  sample: boolean;
  copies: number;
  blocks: PaperPart[];
}

/** A paper's blocks with every template filled in. */
export type PaperPart =
  | { block: "heading"; text: string; level: 1 | 2 | 3 }
  | { block: "number"; text: string }
  | { block: "text"; text: string; indent: boolean }
  | { block: "fields"; items: { label: string; value: string }[] }
  | {
      block: "table";
      columns: { title: string; width?: number }[];
      rows: string[][];
      empty: string;
      /** On a grid: which cells are framed, and which rows a heavier line parts from the one above. */
      grid?: { framed: boolean[][]; parted: boolean[] };
    }
  | { block: "signatures"; signers: { label: string; fingerprint: boolean }[] }
  | { block: "seal"; issuer: string; date: string }
  | { block: "qr"; text: string }
  | { block: "pageBreak" };

export interface RegisterView {
  title: Text;
  unitName: string;
  year: number;
  /** The month that is shown, from 1; null for the whole year. */
  month: number | null;
  columns: { key: string; title: Text; width?: number }[];
  rows: RegisterRow[];
  /** Lines of the paper book from before, with their own numbers. */
  oldRows: OldRegisterRow[];
  masked: boolean;
}

export interface RegisterRow {
  caseId: string;
  /** Whose book it stands in. */
  unitName: string;
  /** Running number in that book. */
  number: number;
  /** The line that this one corrects; `unitName` is set where it stands in another unit's book. */
  corrects: { number: number; year: number; unitName: string | null } | null;
  cells: Record<string, string>;
}

export interface OldRegisterRow {
  unitName: string;
  number: string;
  /** `YYYY-MM-DD` */
  day: string;
  cells: Record<string, string>;
}

/** Said above every sheet of a paper that is no real one. */
export type PaperRemark = "demo" | "practice";

/** Papers and registers. */
export interface RecordsApi {
  paper(
    session: Session,
    caseId: string,
    name: string,
    language: Language,
  ): Promise<Result<PaperView>>;
  /** The same as a Word file, by the same rules. */
  paperDocument(
    session: Session,
    ask: { caseId: string; name: string; remark: PaperRemark | null },
  ): Promise<Result<{ name: string; bytes: Uint8Array }>>;
  registers(session: Session): Promise<{ id: string; title: Text }[]>;
  /** One year, or one month of it (1 to 12). Refuses `case/register-too-long`. */
  register(
    session: Session,
    registerId: string,
    year: number,
    month?: number,
  ): Promise<Result<RegisterView>>;
  /** The same as an xlsx file, masked alike. */
  registerWorkbook(
    session: Session,
    registerId: string,
    year: number,
    month?: number,
  ): Promise<Result<{ name: string; bytes: Uint8Array }>>;
}
