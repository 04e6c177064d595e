import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

/** What people ask, order and send each other about a matter (请示 · 督办 · 沟通 · 抄送 · 传阅). */
export interface Correspondence {
  /** What waits for this reader's answer first, then what is open, then what was answered, the newest first. */
  letters: Letter[];
  /** Who was given the matter to read, by sender and kind. */
  circulations: Circulation[];
  /** Who sent it to this reader, who has not marked it as seen; null where nobody did. */
  unread: { from: string; kind: "copy" | "circulate" } | null;
}

/** A question or an order, with its answer. */
export interface Letter {
  id: string;
  kind: "consult" | "comment" | "supervise";
  from: string;
  /** Empty: whoever acts in the matter. */
  to: string[];
  text: string;
  when: string;
  /** Of an order: its last day, and whether that is over without a reply. */
  until: string | null;
  overdue: boolean;
  answer: { by: string; text: string; when: string; takenBack: boolean } | null;
  /** What this reader may do with it now. */
  can: "answer" | "takeBack" | null;
}

export interface Circulation {
  kind: "copy" | "circulate";
  from: string;
  readers: { name: string; seen: string | null }[];
}

/** Something that concerns a person beside their tasks. */
export interface Concern {
  key: string;
  caseId: string;
  number: string | null;
  title: Text;
  /** `answer`: waits for their answer; `read`: to be read; `others`: they wait for others; `done`. */
  group: "answer" | "read" | "others" | "done";
  kind: Letter["kind"] | Circulation["kind"];
  from: string;
  to: string[];
  text: string | null;
  when: string;
  until: string | null;
  overdue: boolean;
  answer: { by: string; text: string } | null;
}

/** What people ask, order and send each other beside the steps. Sending and answering: `operate`. */
export interface CorrespondenceApi {
  correspondence(session: Session, caseId: string): Promise<Result<Correspondence>>;
  /** One page of what concerns somebody in all matters, what waits for them first. */
  concerns(
    session: Session,
    after?: string | null,
  ): Promise<{ rows: Concern[]; next: string | null }>;
  /** How much of it waits for their answer or to be read; counting stops at 100. */
  waitingConcerns(session: Session): Promise<number>;
}
