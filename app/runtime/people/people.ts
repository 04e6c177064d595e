import { refuse } from "../../engine/errors";
import type {
  PeopleSnapshot,
  PeopleStore,
  SessionStore,
  UserRecord,
} from "../../engine/people-ports";
import { isInForce } from "../../engine/person";
import type { Roles } from "../../engine/check/roles";
import type { Instant } from "../../engine/time/types";
import type { Result, Session, Who } from "../api";
import type { CsrfTokens } from "./csrf-tokens";
import { createDirectory, type Directory } from "./directory";
import { verifyPassword } from "./password";
import { createQueue } from "./queue";
import { createSessions } from "./sessions";
import { createSignInLimits } from "./sign-in-limits";

/** Signing in and out, and who is who. */
export interface People {
  /** As of the last change; ask anew each time. */
  directory(): Directory;
  /** Stores rows and renews the directory. */
  save(change: Partial<PeopleSnapshot>): Promise<void>;
  /** Refuses with `auth/wrong`, `auth/locked`, `auth/too-fast`, `auth/busy`. */
  signIn(input: SignInInput): Promise<Result<Session>>;
  findSession(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  setPreferences(session: Session, change: Partial<Session["preferences"]>): Promise<void>;
  who(session: Session): Who;
  /** Signs a person out everywhere. */
  endSessionsOf(user: string): Promise<void>;
  /** Removes sessions that have run out. */
  clearSessions(): Promise<void>;
}

export interface SignInInput {
  login: string;
  password: string;
  address: string;
  previous?: string;
}

export interface PeopleParts {
  store: PeopleStore;
  sessionStore: SessionStore;
  roles: Roles;
  csrf: CsrfTokens;
  now: () => Instant;
  /** Time as it passes, for sessions and limits; `now` may stand still in a demo. */
  wall?: () => Instant;
  /** False in production: demo accounts are as good as unknown there. */
  demoAccounts: boolean;
}

/** Two passwords at once leave the database its threads; fifty in line are some seconds. */
const passwordLine = { atOnce: 2, waiting: 50 };
const comeBackAfter = 5;

/** Loads everybody and keeps them in memory: nobody else writes while the folder's lock is held. */
export async function createPeople(parts: PeopleParts): Promise<People> {
  const { store, roles, csrf, now } = parts;
  const wall = parts.wall ?? now;
  const sessions = createSessions(parts.sessionStore, wall);
  const limits = createSignInLimits(wall);
  const line = createQueue(passwordLine);
  let directory = createDirectory(await store.load());

  const mayEnter = (user: UserRecord) =>
    user.disabledAt === null && (parts.demoAccounts || !user.demo);

  async function save(change: Partial<PeopleSnapshot>): Promise<void> {
    await store.save(change);
    directory = createDirectory(await store.load());
  }

  function toSession(token: string, userId: string): Session | undefined {
    const user = directory.findUser(userId);
    const person = directory.findPerson(userId);
    if (!user || !person || !mayEnter(user)) return undefined;
    const { login, language, largeType } = user;
    const preferences = { language, largeType };
    return { token, person, login, csrf: csrf.forSession(token), preferences };
  }

  async function checkSignIn({
    login,
    password,
    address,
  }: SignInInput): Promise<Result<UserRecord>> {
    const tooMany = limits.begin(login, address);
    if (tooMany) return { ok: false, refusal: tooMany };
    const user = directory.findLogin(login);
    const hash = user && mayEnter(user) ? user.passwordHash : null;
    const fits = await verifyPassword(password, hash);
    if (!user || !fits) return { ok: false, refusal: refuse("auth/wrong") };
    limits.succeeded(login, address);
    return { ok: true, value: user };
  }

  return {
    directory: () => directory,
    save,

    async signIn(input) {
      const login = toLogin(input.login);
      const checked = await line.run(() => checkSignIn({ ...input, login }));
      if (checked === "full") {
        return { ok: false, refusal: refuse("auth/busy", { seconds: comeBackAfter }) };
      }
      if (!checked.ok) return checked;
      const token = await sessions.begin(checked.value.id, input.previous);
      const session = toSession(token, checked.value.id);
      return session ? { ok: true, value: session } : { ok: false, refusal: refuse("auth/wrong") };
    },

    async findSession(token) {
      const user = await sessions.find(token);
      return user === undefined ? undefined : toSession(token, user);
    },

    signOut: (token) => sessions.end(token),

    async setPreferences(session, change) {
      const user = directory.findUser(session.person.id);
      if (user) await save({ users: [{ ...user, ...change }] });
    },

    who({ person }) {
      const held = person.assignments.find((assignment) => isInForce(assignment, now()));
      const roleTitle = roles[held?.role ?? ""]?.title ?? { zh: "", en: "" };
      return { name: person.name, roleTitle, unitName: held?.unit.name ?? "" };
    },

    endSessionsOf: (user) => sessions.endAllOf(user),
    clearSessions: () => sessions.clear(),
  };
}

/** A login as it is kept: people type capitals and full-width letters. */
export function toLogin(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase().slice(0, 64);
}
