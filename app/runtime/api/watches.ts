import type { Text } from "../../engine/text";
import type { RosterView } from "./duty";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepAnswer } from "./steps";

/** What was handed over, as whoever takes over reads it. */
export interface HandedOver {
  by: string;
  incoming: string;
  openItems: { what: string; number: string }[];
  equipment: { thing: Text; state: Text; isSound: boolean; note: string }[];
  note: string;
}

/** One watch (值班, 夜班) that concerns the reader now. */
export interface Watch {
  /** Null where nobody has registered it yet: signing in does. */
  caseId: string | null;
  seq: number;
  number: string | null;
  /** `arrive`: to sign in; `onDuty`: to hand over; `takeOver`: to take over; `given`: handed over, not taken yet. */
  part: "arrive" | "onDuty" | "takeOver" | "given";
  state: Text;
  day: string;
  /** The word with its places, as on the roster. */
  stored: string;
  /** True where its hour has passed. */
  isLate: boolean;
  handedOver: HandedOver | null;
  kinds: RosterView["kinds"];
}

/** A watch that is about to be handed over. */
export interface HandOverView {
  watch: Watch;
  stationName: string;
  /** Who could take over, those with the next watch first; `isNext` for them. */
  people: { name: string; stored: string; isNext: boolean }[];
  /** What happened on the watch: each may go on. */
  notes: { time: string; what: string; number: string }[];
  things: { value: string; label: Text }[];
  states: { value: string; label: Text }[];
}

export interface SignInInput {
  /** Null where the watch is not registered yet. */
  caseId: string | null;
  commandId: string;
  seq: number;
}

export interface HandOverInput {
  caseId: string;
  commandId: string;
  seq: number;
  incoming: string;
  openItems: { what: string; number: string }[];
  equipment: { thing: string; state: string; note: string }[];
  note: string;
}

export interface TakeOverInput {
  caseId: string;
  commandId: string;
  seq: number;
  /** True where everything is as it was written; else `differences` says what is not. */
  agreed: boolean;
  differences: string;
}

/** Signing in for a watch, handing it over and taking it over, by those whose watch it is. */
export interface WatchesApi {
  /** The reader's own watches, and those handed to them. */
  myWatches(session: Session): Promise<Watch[]>;
  /** One of them. Refuses `duty/no-watch` for what is none of theirs. */
  watch(session: Session, caseId: string): Promise<Result<HandOverView>>;
  /** Refuses `duty/no-watch`, and what the step refuses. */
  arrive(session: Session, input: SignInInput): Promise<Result<StepAnswer>>;
  /** Refuses `duty/no-watch`, and what the step refuses. */
  handOver(session: Session, input: HandOverInput): Promise<Result<StepAnswer>>;
  /** Refuses `duty/no-watch`, and what the step refuses. */
  takeOver(session: Session, input: TakeOverInput): Promise<Result<StepAnswer>>;
}
