import type { BoardLook, BoardWord } from "../../engine/whereabouts-board";
import type { Language, Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepForm } from "./steps";

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
  /** The form that begins the day's log, with what the person did as its lines. Refuses as `startForm` does. */
  logForm(session: Session, language: Language): Promise<Result<StepForm>>;
}

export type { BoardLook, BoardWord };
