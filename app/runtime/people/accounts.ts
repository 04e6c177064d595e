import { randomUUID } from "node:crypto";
import { refuse } from "../../engine/errors";
import type { Roles } from "../../engine/check/roles";
import type { AssignmentRecord, UserRecord } from "../../engine/people-ports";
import type { Refusal } from "../../engine/refusal";
import type { Instant } from "../../engine/time/types";
import type { Result } from "../api";
import { checkPassword, hashPassword, type PasswordCost } from "./password";
import { toLogin, type People } from "./people";

/** What the operator and administrators do with accounts. Every change ends the person's sessions but adding. */
export interface Accounts {
  /** Codes `people/login-shape`, `login-taken`, `name-missing`, those of posts and of passwords. */
  add(input: NewAccount): Promise<Result<UserRecord>>;
  /** A further post. Codes `people/unknown-login`, `unknown-role`, `unknown-unit`, `post-held`. */
  addPost(input: { login: string } & Post): Promise<Result<UserRecord>>;
  /** A new password; a disabled account can be used again. */
  reset(input: { login: string; password: string }): Promise<Result<UserRecord>>;
  /** The person cannot sign in any more; what they did stays under their name. */
  disable(login: string): Promise<Result<UserRecord>>;
}

export interface Post {
  role: string;
  unit: string;
}

export interface NewAccount extends Post {
  login: string;
  name: string;
  password: string;
}

interface AccountParts {
  people: People;
  roles: Roles;
  now: () => Instant;
  /** Less in tests. */
  cost?: PasswordCost;
}

const loginShape = /^[a-z][a-z0-9.-]{1,31}$/;
const longestName = 64;

/** What cannot be right about a login and a name, or undefined. */
export function checkName({ login, name }: { login: string; name: string }): Refusal | undefined {
  if (!loginShape.test(login)) return refuse("people/login-shape", { login });
  if (name === "" || [...name].length > longestName) return refuse("people/name-missing");
  return undefined;
}

/** What cannot be right about a post, or undefined. */
export function checkPost(
  { role, unit }: Post,
  roles: Roles,
  findUnit: (id: string) => unknown,
): Refusal | undefined {
  return checkRole(role, roles) ?? checkUnit(unit, findUnit);
}

/** `people/unknown-role`, with the roles that there are as people call them; undefined for one of them. */
export function checkRole(role: string, roles: Roles): Refusal | undefined {
  if (Object.hasOwn(roles, role)) return undefined;
  const names = Object.entries(roles).map(([id, { title }]) => `${title.zh}（${id}）`);
  return refuse("people/unknown-role", { role, choices: names.join("、") });
}

/** `people/unknown-unit`; undefined for a unit that is there. */
export function checkUnit(unit: string, findUnit: (id: string) => unknown): Refusal | undefined {
  return findUnit(unit) ? undefined : refuse("people/unknown-unit", { unit });
}

/** Accounts over the people of an installation. */
export function createAccounts({ people, roles, now, cost }: AccountParts): Accounts {
  const faultOfPost = (post: Post) => checkPost(post, roles, people.directory().findUnit);

  function faultOfAccount({ login, name, password, ...post }: NewAccount): Refusal | undefined {
    if (people.directory().findLogin(login)) return refuse("people/login-taken", { login });
    return checkName({ login, name }) ?? faultOfPost(post) ?? checkPassword(password, login);
  }

  function toAssignment(user: string, { role, unit }: Post): AssignmentRecord {
    return { id: randomUUID(), user, role, unit, from: now(), to: null };
  }

  async function change(
    login: string,
    changed: (user: UserRecord) => Promise<UserRecord> | UserRecord,
  ): Promise<Result<UserRecord>> {
    const user = people.directory().findLogin(toLogin(login));
    if (!user) return no(refuse("people/unknown-login", { login }));
    const next = await changed(user);
    await people.save({ users: [next] });
    await people.endSessionsOf(user.id);
    return { ok: true, value: next };
  }

  return {
    async add(input) {
      const account = { ...input, login: toLogin(input.login), name: input.name.trim() };
      const fault = faultOfAccount(account);
      if (fault) return no(fault);
      const user: UserRecord = {
        id: randomUUID(),
        login: account.login,
        name: account.name,
        passwordHash: await hashPassword(account.password, cost),
        demo: false,
        disabledAt: null,
        language: "zh",
        largeType: false,
        createdAt: now(),
      };
      await people.save({ users: [user], assignments: [toAssignment(user.id, account)] });
      return { ok: true, value: user };
    },

    async addPost({ login, ...post }) {
      const user = people.directory().findLogin(toLogin(login));
      if (!user) return no(refuse("people/unknown-login", { login }));
      const fault = faultOfPost(post);
      if (fault) return no(fault);
      const held = people.directory().findPerson(user.id)?.assignments ?? [];
      if (held.some(({ role, unit }) => role === post.role && unit.id === post.unit)) {
        return no(refuse("people/post-held", { login, ...post }));
      }
      await people.save({ assignments: [toAssignment(user.id, post)] });
      return { ok: true, value: user };
    },

    async reset({ login, password }) {
      const fault = checkPassword(password, toLogin(login));
      if (fault) return no(fault);
      return change(login, async (user) => ({
        ...user,
        passwordHash: await hashPassword(password, cost),
        disabledAt: null,
      }));
    },

    disable: (login) => change(login, (user) => ({ ...user, disabledAt: now() })),
  };
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
