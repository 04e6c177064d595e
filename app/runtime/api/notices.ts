import type { JsonObject } from "../../engine/json";
import type { Language, Text } from "../../engine/text";
import type { Countdown } from "../../engine/time/countdown";
import type { Day } from "../../engine/time/types";
import type { Result, SummaryRow } from "./result";
import type { Session } from "./session";
import type { StepForm } from "./steps";

export type { CountedDay, Countdown } from "../../engine/time/countdown";

/** A notice as a board shows it. */
export interface NoticeHead {
  id: string;
  title: Text;
  issuer: string;
  /** The matter's number, under which people ask for it. */
  number: string | null;
  from: Day;
  /** Its last day; null while the matter is suspended and the time stands still. */
  until: Day | null;
  provisional: boolean;
  /** Working days that are left, today included where it is one; null where `until` is. */
  left: number | null;
}

/** A village's board, for everybody. */
export interface BoardView {
  code: string;
  villageName: string;
  /** The township or station whose village it is. */
  unitName: string | null;
  notices: NoticeHead[];
  /** The duty telephone that is published for the village. */
  duty: { unitName: string; phone: string } | null;
  /** When somebody is there, as the village's model publishes it; days of the week from 1, Monday. */
  hours: { title: Text; days: number[]; from: string; to: string }[];
}

/** A notice with its list: all that anybody learns of the matter. */
export interface NoticeView extends NoticeHead {
  text: Text;
  places: Text | null;
  contact: Text | null;
  columns: { key: string; title: Text; width?: number }[];
  rows: { cells: Record<string, string>; mark: Text | null }[];
  countdown: Countdown | null;
  takesObjections: boolean;
  /** The village on whose board it is; null where it is on those of several. */
  village: string | null;
}

/** The page on which somebody objects. */
export interface ObjectionForm {
  notice: NoticeHead;
  /** Whom to call instead. */
  contact: Text | null;
  /** Whom or what one can object to: number of the row, and how it reads. None where the matter itself takes it. */
  rows: { row: number; text: string }[];
  step: StepForm;
}

export interface ObjectionInput {
  id: string;
  /** Number of the row, from 1. */
  row: number;
  commandId: string;
  form: JsonObject;
  language: Language;
  /** The sender's network address, for the limit on objections. */
  address: string;
}

/** What becomes of an objection: names of steps and days, and nothing else. */
export interface FollowView {
  number: string | null;
  steps: { title: Text; is: "done" | "now" | "to"; day: Day | null; due: Day | null }[];
  ended: boolean;
}

export interface ObjectionReceipt extends FollowView {
  /** Eight digits in two groups of four: shown this once, for it is kept only as a hash. */
  code: string;
  at: Text;
  /** What stays still until the objection is answered. */
  held: { row: string; mark: Text } | null;
  /** The last day of the notice for everybody else. */
  until: Day | null;
}

/** A notice as the officers of its matter see it. */
export interface PublishedNotice extends NoticeHead {
  status: "open" | "over" | "ended" | "replaced";
  rows: number;
  held: number;
  /** May be passed on in a chat group: names nobody; `{url}` stands where the address goes. */
  message: Text;
}

/** Public notices: everything here is for people without an account, but for the last. */
export interface NoticesApi {
  /** Refuses `notice/no-village`. */
  board(village: string): Promise<Result<BoardView>>;
  /** Refuses `notice/not-found` before its first day, after its last and where there is none. */
  notice(id: string): Promise<Result<NoticeView>>;
  objectionForm(
    id: string,
    ask: { row: number | null; language: Language },
  ): Promise<Result<ObjectionForm>>;
  /** How the answers read, without sending them. Refuses `form/invalid`. */
  previewObjection(input: ObjectionInput): Promise<Result<SummaryRow[]>>;
  /** Sends it; the same command id again gets the same receipt. */
  object(input: ObjectionInput): Promise<Result<ObjectionReceipt>>;
  /** Refuses `notice/wrong-code` alike for a wrong code and for one that has expired. */
  follow(ask: { code: string; address: string }): Promise<Result<FollowView>>;
  /** One notice for those who may read its matter. Refuses `notice/not-found` where it published none such. */
  caseNotice(session: Session, caseId: string, id: string): Promise<Result<PublishedNotice>>;
}
