import { randomUUID } from "node:crypto";
import type { Roles } from "../../engine/check/roles";
import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import type { UserRecord } from "../../engine/people-ports";
import { isInForce, type Assignment, type UnitId } from "../../engine/person";
import type { Refusal } from "../../engine/refusal";
import type { Instant } from "../../engine/time/types";
import { dayOf, endOfDay, isDay, startOfDay } from "../../engine/time/zone";
import type { AccountsApi, NewPost, Result, Session } from "../api";
import { checkPost, createAccounts } from "./accounts";
import { makePassword } from "./make-password";
import type { PasswordCost } from "./password";
import { toLogin, type People } from "./people";
import { addUnit, kindsBeneath } from "./units";
import { kindTitle, viewPeople, viewUnits } from "./view-accounts";

export interface AccountDeskParts {
  people: People;
  roles: Roles;
  now: () => Instant;
  /** Adds a line to the audit trail. */
  note(user: string, act: string, detail: JsonObject): Promise<void>;
  /** Less in tests. */
  cost?: PasswordCost;
}

/** What administrators do with accounts, posts and units, each within the units that they administer. */
export function createAccountDesk(parts: AccountDeskParts): AccountsApi {
  const { people, roles, now } = parts;
  const accounts = createAccounts(parts);
  const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });

  function reachOf({ person }: Session): Result<ReadonlySet<UnitId>> {
    const held = person.assignments.filter((one) => one.role === "admin" && isInForce(one, now()));
    if (held.length === 0) return no(refuse("people/not-yours"));
    return { ok: true, value: new Set(held.flatMap(({ unit }) => unit.within)) };
  }

  /** Somebody all of whose posts lie in the administrator's units: a county's does not reset the city's password. */
  function findManaged(session: Session, login: string): Result<UserRecord> {
    const reach = reachOf(session);
    if (!reach.ok) return reach;
    const user = people.directory().findLogin(toLogin(login));
    if (user === undefined) return no(refuse("people/unknown-login", { login }));
    const posts = people.directory().postsOf(user.id).filter(isNotOver);
    const all = posts.length > 0 ? posts : people.directory().postsOf(user.id);
    const isMine = all.length > 0 && all.every(({ unit }) => reach.value.has(unit.id));
    return isMine ? { ok: true, value: user } : no(refuse("people/out-of-reach"));
  }

  function isNotOver({ to }: Assignment): boolean {
    return to === null || to > now();
  }

  function readPost(
    session: Session,
    post: NewPost,
  ): Result<{ from: Instant; to: Instant | null }> {
    const reach = reachOf(session);
    if (!reach.ok) return reach;
    const fault = checkPost(post, roles, people.directory().findUnit);
    if (fault !== undefined) return no(fault);
    if (!reach.value.has(post.unit)) return no(refuse("people/out-of-reach"));
    const from = post.from.trim() === "" ? dayOf(now()) : post.from.trim();
    const to = post.to.trim() === "" ? null : post.to.trim();
    if (!isDay(from) || (to !== null && (!isDay(to) || to < from))) {
      return no(refuse("people/post-dates"));
    }
    return { ok: true, value: { from: startOfDay(from), to: to === null ? null : endOfDay(to) } };
  }

  async function savePost(
    user: string,
    { role, unit }: NewPost,
    span: { from: Instant; to: Instant | null },
  ) {
    await people.save({ assignments: [{ id: randomUUID(), user, role, unit, ...span }] });
  }

  return {
    peopleDesk(session, ask) {
      const reach = reachOf(session);
      if (!reach.ok) return reach;
      const view = { directory: people.directory(), roles, now: now(), reach: reach.value };
      return { ok: true, value: viewPeople(view, session.person.id, ask) };
    },

    unitsDesk(session, under) {
      const reach = reachOf(session);
      if (!reach.ok) return reach;
      return { ok: true, value: viewUnits(people.directory(), { reach: reach.value, under }) };
    },

    async addPerson(session, input) {
      const span = readPost(session, input);
      if (!span.ok) return span;
      const password = makePassword();
      const { login, name, role, unit } = input;
      const added = await accounts.add({ login, name, role, unit, password });
      if (!added.ok) return added;
      const [first] = people.directory().postsOf(added.value.id);
      if (first !== undefined) {
        const post = { id: first.id, user: added.value.id, role, unit, ...span.value };
        await people.save({ assignments: [post] });
      }
      await parts.note(session.person.id, "user.add", { user: added.value.id, role, unit });
      return { ok: true, value: { login: added.value.login, password } };
    },

    async addPost(session, { login, ...post }) {
      const managed = findManaged(session, login);
      if (!managed.ok) return managed;
      const span = readPost(session, post);
      if (!span.ok) return span;
      const { role, unit } = post;
      const held = people.directory().postsOf(managed.value.id).filter(isNotOver);
      if (held.some((one) => one.role === role && one.unit.id === unit)) {
        return no(refuse("people/post-held", { login, role, unit }));
      }
      await savePost(managed.value.id, post, span.value);
      await parts.note(session.person.id, "user.post", { user: managed.value.id, role, unit });
      return { ok: true, value: null };
    },

    async endPost(session, { login, post }) {
      const managed = findManaged(session, login);
      if (!managed.ok) return managed;
      const user = managed.value.id;
      const found = people
        .directory()
        .postsOf(user)
        .find(({ id }) => id === post);
      if (found === undefined || !isNotOver(found)) return no(refuse("people/unknown-post"));
      if (user === session.person.id && found.role === "admin") {
        return no(refuse("people/own-account"));
      }
      const { id, role, unit, from } = found;
      const to = Math.max(now(), from);
      await people.save({ assignments: [{ id, user, role, unit: unit.id, from, to }] });
      await parts.note(session.person.id, "user.endPost", { user, role, unit: unit.id });
      return { ok: true, value: null };
    },

    async resetPassword(session, login) {
      const managed = findManaged(session, login);
      if (!managed.ok) return managed;
      const password = makePassword();
      const done = await accounts.reset({ login: managed.value.login, password });
      if (!done.ok) return done;
      await parts.note(session.person.id, "user.reset", { user: managed.value.id });
      return { ok: true, value: { login: managed.value.login, password } };
    },

    async disablePerson(session, login) {
      const managed = findManaged(session, login);
      if (!managed.ok) return managed;
      if (managed.value.id === session.person.id) return no(refuse("people/own-account"));
      const done = await accounts.disable(managed.value.login);
      if (!done.ok) return done;
      await parts.note(session.person.id, "user.disable", { user: managed.value.id });
      return { ok: true, value: null };
    },

    async addUnit(session, { id, name, kind, parent, covers, dutyPhone }) {
      const reach = reachOf(session);
      if (!reach.ok) return reach;
      if (!reach.value.has(parent)) return no(refuse("people/out-of-reach"));
      const above = people.directory().findUnit(parent);
      const kinds = kindsBeneath(above?.kind ?? "");
      if (above !== undefined && !kinds.some((one) => one === kind)) {
        const titles = kinds.map(kindTitle);
        const choices = {
          zh: titles.map(({ zh }) => zh).join("、") || "没有",
          en: titles.map(({ zh, en }) => en ?? zh).join(", ") || "none",
        };
        const params = { parent: above.name, kind: kindTitle(kind), choices };
        return no(refuse("people/unit-level", params));
      }
      const prefixes = covers.split(/[,，、\s]+/).filter(Boolean);
      const phone = dutyPhone.trim() === "" ? null : dutyPhone.trim();
      const unit = {
        id: id.trim(),
        name: name.trim(),
        kind,
        parent,
        covers: prefixes,
        dutyPhone: phone,
      };
      const added = await addUnit(people, unit);
      if (!added.ok) return added;
      await parts.note(session.person.id, "unit.add", { unit: unit.id });
      return { ok: true, value: null };
    },
  };
}
