import type { BoardLook, BoardWord } from "../../engine/whereabouts-board";
import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

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

export interface DutyApi {
  /** Who is where: for everybody. Refuses `duty/unknown-board` for what is no station or village. */
  whereabouts(unit: string): Promise<Result<WhereaboutsBoard>>;
  /**
   * Turns one's own card; what it said before is gone. Refuses `duty/no-card`, `duty/unknown-word`,
   * `duty/no-return`, `duty/return-passed`, `duty/return-too-far`, `duty/long-place`.
   */
  setWhereabouts(session: Session, input: SetWhereaboutsInput): Promise<Result<BoardCard>>;
}

export type { BoardLook, BoardWord };
