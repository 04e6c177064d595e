import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

/** Somebody stands in for a colleague, as a page shows it. */
export interface SubstitutionRow {
  id: string;
  userName: string;
  substituteName: string;
  from: Text;
  to: Text;
  /** Only for these processes; empty: for all. */
  packages: Text[];
  reason: string;
  /** Said by an approved leave. */
  byLeave: boolean;
  state: "toCome" | "running";
  mayEnd: boolean;
}

/** What is in force or to come. */
export interface SubstitutesView {
  /** 谁代我. */
  forMe: SubstitutionRow[];
  /** 我代谁. */
  byMe: SubstitutionRow[];
  /** Those of a chief's own people, beside the chief. */
  ofOthers: SubstitutionRow[];
}

/** Whom a person may name. */
export interface SubstituteChoices {
  /** For whom: the person, and a chief's people. */
  people: { login: string; name: string }[];
  /** For whom it is being said. */
  user: { login: string; name: string };
  substitutes: { login: string; name: string; unitName: string }[];
  packages: { id: string; title: Text }[];
  /** Today, `YYYY-MM-DD`. */
  today: string;
}

export interface SubstituteInput {
  /** Login of whose work it is. */
  user: string;
  substitute: string;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** Ids of processes; empty: all. */
  packages: string[];
  reason: string;
}

/** Standing in for colleagues (代班). */
export interface SubstitutesApi {
  substitutes(session: Session): SubstitutesView;
  /** Refuses `substitute/not-yours`. */
  substituteChoices(session: Session, user: string | null): Result<SubstituteChoices>;
  /** Refuses with the codes of `substitute/`. */
  setSubstitute(session: Session, input: SubstituteInput): Promise<Result<null>>;
  /** By whoever may set it; what has begun ends now. Refuses `substitute/unknown`, `substitute/not-yours`. */
  endSubstitute(session: Session, id: string): Promise<Result<null>>;
}
