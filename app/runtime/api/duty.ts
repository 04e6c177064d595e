import type { BoardLook, BoardWord } from "../../engine/whereabouts-board";
import type { Language, Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepAnswer, StepForm } from "./steps";

/** One card of the board at the door: exactly what stands there, and nothing more of the person. */
export interface BoardCard {
  name: string;
  post: Text;
  /** A village or a room, or "". */
  place: string;
  /** The hour that the card names: `17:30`, or with the day where it is another; null where nobody knows. */
  until: Text | null;
  word: Text;
  look: BoardLook;
}

/** The whereabouts board (去向牌) of a station or a village. */
export interface WhereaboutsBoard {
  unit: string;
  unitName: string;
  /** Of the station; a private number stands nowhere. */
  dutyPhone: string | null;
  cards: BoardCard[];
}

export interface SetWhereaboutsInput {
  word: string;
  place: string;
  /** A moment in Shanghai, `2026-11-23T17:30`. */
  until: string;
}

/** One day of one person on the roster in force. */
export interface ShiftOfDay {
  day: string;
  word: Text;
  /** The police room's or the villages' names; none where the roster does not say. */
  places: string[];
  /** `08:30—17:30`, or "". */
  span: string;
  /** True where they serve the public: not on a day off, in training or on leave. */
  serves: boolean;
}

export interface MyShift {
  rosterId: string;
  stationName: string;
  /** Null where the day is not filled in. */
  today: ShiftOfDay | null;
  /** The next day on duty within a week. */
  next: ShiftOfDay | null;
}

/** Something to be done on a trip. */
export interface TripTask {
  caseId: string;
  number: string | null;
  /** What somebody goes there for: the next step. */
  label: Text;
  title: Text;
  process: Text;
  due: DueChip;
  /** What can be printed and taken along. */
  papers: { name: string; title: Text }[];
}

/** What is due in one place. */
export interface Trip {
  place: string;
  placeName: string;
  tasks: TripTask[];
}

/** What somebody did on a day, and the day's log. */
export interface DayLog {
  day: string;
  /** The log that was begun, or null. */
  log: { caseId: string; state: Text } | null;
  lines: {
    caseId: string;
    /** `09:30` */
    time: string;
    text: Text;
    number: string | null;
    village: string;
    /** A kind of the log's form. */
    kind: string;
  }[];
}

/** One person's day. */
export interface TodayView {
  day: string;
  now: number;
  /** Null where no roster in force names them. */
  shift: MyShift | null;
  /** Null for those who have no card. */
  card: BoardCard | null;
  /** What the card says now; null where it is stale. */
  word: BoardWord | null;
  /** Villages in reach, for the card. */
  places: string[];
  trips: Trip[];
  /** How many more wait that are not due yet, or have no date. */
  later: number;
  log: DayLog;
}

/** A roster in a list. */
export interface RosterBrief {
  caseId: string;
  number: string | null;
  from: string;
  to: string;
  version: number;
  state: Text;
  /** Conflicts that must be changed. */
  mustChange: number;
}

/** A station's rosters and its board. */
export interface DutyDesk {
  stationName: string;
  board: WhereaboutsBoard;
  rosters: RosterBrief[];
  filed: RosterBrief[];
  mayBegin: boolean;
  nextMonday: string;
}

export interface RosterMark {
  /** 甲, 乙2 … */
  mark: string;
  weight: "hard" | "soft";
}

/** What shows that an auxiliary was trained: the certificate of a matter, or a stated paper; or nothing yet. */
export interface RosterTraining {
  by: "certificate" | "statement" | "nothing";
  /** The certificate's number, or the stated paper with its number. */
  paper: string;
  /** Of a stated paper: its date, and why there is no training matter. */
  on: string;
  why: string;
}

/** A roster as a grid of people and days. */
export interface RosterView {
  caseId: string;
  seq: number;
  number: string | null;
  stationName: string;
  from: string;
  to: string;
  version: number;
  /** Exchanges and leaves that stand on it. */
  changes: number;
  state: Text;
  published: boolean;
  days: { day: string; weekend: boolean; today: boolean }[];
  rows: {
    id: string;
    name: string;
    post: Text;
    parted: boolean;
    hours: number;
    /** What shows an auxiliary's training, for those who make the roster; null for officers and for other readers. */
    training: RosterTraining | null;
    /** `stored` is the word with its places: 下村：石桥村/柏树村. */
    cells: { day: string; stored: string; look: string; isLocked: boolean; marks: RosterMark[] }[];
  }[];
  nights: { day: string; holds: boolean; names: string; mark: string | null }[];
  /** For those who make it; the same mark stands in the cells. */
  conflicts: {
    key: string;
    mark: string;
    weight: "hard" | "soft";
    days: string[];
    people: string[];
    title: Text;
    when: Text;
    clauses: { holds: boolean; text: Text }[];
    remedy: Text;
    fixes: { label: Text; cells: { row: string; day: string; shift: string }[] }[];
    reason: string;
  }[];
  /** `short` is one character, where a month stands on one sheet. */
  kinds: { word: Text; short: string; placed: boolean }[];
  places: string[];
  mayEdit: boolean;
  /** Whether the reader may ask for an exchange or a leave: of their own shifts, and of others'. */
  mayAsk: { own: boolean; others: boolean };
  offers: { event: string; label: Text; hasForm: boolean; refusal: Text | null }[];
  /** The paper that prints it, for those who may open the matter. */
  paper: string | null;
  /** The reader's own row. */
  mine: string | null;
}

export interface SetShiftsInput {
  caseId: string;
  commandId: string;
  cells: { row: string; day: string; was: string; shift: string }[];
}

export interface BeginRosterInput {
  commandId: string;
  from: string;
  days: number;
  /** Take the shifts of the roster before over, weekday by weekday. */
  copy: boolean;
}

export interface DutyApi {
  /** Who is where: for everybody. Refuses `duty/unknown-board` for what is no station or village. */
  whereabouts(unit: string): Promise<Result<WhereaboutsBoard>>;
  /**
   * Turns one's own card; what it said before is gone. Refuses `duty/no-card`, `duty/unknown-word`,
   * `duty/no-return`, `duty/return-passed`, `duty/return-too-far`, `duty/long-place`.
   */
  setWhereabouts(session: Session, input: SetWhereaboutsInput): Promise<Result<BoardCard>>;
  /** True for those who serve at a station or in a village: they begin with their day. */
  hasDay(session: Session): boolean;
  /** True for those whom a station's roster concerns. */
  hasRoster(session: Session): boolean;
  /** One person's day: shift, card, trips, log. */
  myDay(session: Session): Promise<TodayView>;
  /** Refuses `duty/no-station` for those whom no station's roster concerns. */
  dutyDesk(session: Session): Promise<Result<DutyDesk>>;
  /** The draft for those who make it, else the roster in force. Refuses `case/not-found`. */
  roster(session: Session, caseId: string): Promise<Result<RosterView>>;
  /** Refuses `duty/cell-changed`, `duty/unknown-cell`, and what the step refuses. */
  setShifts(session: Session, input: SetShiftsInput): Promise<Result<StepAnswer>>;
  beginRoster(session: Session, input: BeginRosterInput): Promise<Result<StepAnswer>>;
  /** The form that begins the day's log, with what the person did as its lines. Refuses as `startForm` does. */
  logForm(session: Session, language: Language): Promise<Result<StepForm>>;
}

export type { BoardLook, BoardWord };
