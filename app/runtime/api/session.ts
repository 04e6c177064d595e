import type { Person } from "../../engine/person";
import type { Language, Text } from "../../engine/text";
import type { Result } from "./result";

export interface Session {
  token: string;
  person: Person;
  /** Signed-in name. */
  login: string;
  csrf: string;
  preferences: { language: Language; largeType: boolean };
}

/** What the page's frame shows of the signed-in person. */
export interface Who {
  name: string;
  roleTitle: Text;
  unitName: string;
}

/** Signing in and out. */
export interface PeopleApi {
  /** Gives a new session each time; `previous` is the token that the browser held before, which ends. */
  signIn(input: {
    login: string;
    password: string;
    address: string;
    previous?: string;
  }): Promise<Result<Session>>;
  findSession(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  setPreferences(session: Session, change: Partial<Session["preferences"]>): Promise<void>;
  who(session: Session): Who;
}
