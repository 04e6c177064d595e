import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

/** One rung of a deadline's ladder, as it stands for a matter. */
export interface LadderRungView {
  key: string;
  /**
   * `sending`: its moment is reached and its message has not gone out; `passed`: gone by when the clock started;
   * `undated`: the deadline has no date yet.
   */
  is: "coming" | "sending" | "told" | "paused" | "passed" | "undated";
  /** 超期 2 个工作日 */
  stage: Text;
  /** When it goes out, or went. */
  when: Text | null;
  provisional: boolean;
  /** What the quiet hours do to it. */
  night: Text | null;
  /** Told at night too. */
  isUrgent: boolean;
  roles: Text;
  /** Who would be told as of now; who was told, where it has gone out. */
  names: string[];
  /** The roles of a rung above, where nobody holds this one's. */
  instead: Text | null;
  /** The role that the task goes to. */
  handOver: Text | null;
}

export interface LadderView {
  deadline: Text;
  path: string;
  /** When nobody is told; null where the package has no quiet hours. */
  quiet: { from: string; to: string; restDays: boolean } | null;
  rungs: LadderRungView[];
}

/** Whom a matter's deadlines would be brought to. */
export interface LaddersApi {
  /** For readers of the matter; refuses as `caseView` does. */
  ladders(session: Session, caseId: string): Promise<Result<LadderView[]>>;
}
