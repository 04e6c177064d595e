import type { Text } from "../../engine/text";
import type { Result } from "./result";
import type { Session } from "./session";

export interface PostRow {
  id: string;
  role: Text;
  unitName: string;
  from: Text;
  to: Text | null;
  /** True for one that can still be ended. */
  isOpen: boolean;
}

export interface PersonRow {
  login: string;
  name: string;
  isDisabled: boolean;
  isSelf: boolean;
  posts: PostRow[];
}

export interface UnitRow {
  id: string;
  name: string;
  kind: Text;
  parentName: string | null;
  covers: string;
  dutyPhone: string | null;
  /** Whether units can be added beneath it. */
  mayHold: boolean;
}

export interface UnitsDesk {
  units: UnitRow[];
  /** The unit that one is to be added beneath, and the kinds that belong there; null where nothing can be added. */
  adding: { under: { id: string; name: string }; kinds: { id: string; title: Text }[] } | null;
}

/** Whom an administrator looks for. */
export interface PeopleAsk {
  /** Part of a name, of an account or of a unit's name; "" for everybody. */
  search?: string;
  /** `next` of the page before; null for the first. */
  after?: string | null;
}

export interface PeopleDesk {
  /** One page, by account. */
  people: PersonRow[];
  /** How many were found in all. */
  count: number;
  search: string;
  /** Cursor of the next page, or null. */
  next: string | null;
  units: { id: string; name: string }[];
  roles: { id: string; title: Text }[];
}

export interface NewPost {
  role: string;
  unit: string;
  /** First and last day, `YYYY-MM-DD`; "" is today, and no end. */
  from: string;
  to: string;
}

/** Accounts, posts and units, for administrators within their units. Everything done is in the audit trail. */
export interface AccountsApi {
  /** Refuses `people/not-yours` to everybody who administers no unit, as do the others. */
  peopleDesk(session: Session, ask?: PeopleAsk): Result<PeopleDesk>;
  /** `under` is where one is to be added; by default beneath the highest unit that can hold any. */
  unitsDesk(session: Session, under?: string): Result<UnitsDesk>;
  /** The password is made here and shown once. */
  addPerson(
    session: Session,
    input: { login: string; name: string } & NewPost,
  ): Promise<Result<{ login: string; password: string }>>;
  addPost(session: Session, input: { login: string } & NewPost): Promise<Result<null>>;
  endPost(session: Session, input: { login: string; post: string }): Promise<Result<null>>;
  resetPassword(
    session: Session,
    login: string,
  ): Promise<Result<{ login: string; password: string }>>;
  disablePerson(session: Session, login: string): Promise<Result<null>>;
  /** Refuses `people/unit-level` where this kind does not lie beneath that parent. */
  addUnit(
    session: Session,
    input: {
      id: string;
      name: string;
      kind: string;
      parent: string;
      covers: string;
      dutyPhone: string;
    },
  ): Promise<Result<null>>;
}
