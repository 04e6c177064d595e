import { randomUUID } from "node:crypto";
import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import type { SubstitutionRecord } from "../../engine/people-ports";
import type { Person } from "../../engine/person";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { DAY } from "../../engine/time/duration";
import { dayOf, endOfDay, isDay, showDay, startOfDay } from "../../engine/time/zone";
import type { Result, SubstituteInput, SubstitutesApi, SubstitutionRow } from "../api";
import { toLogin, type People } from "./people";
import { isChiefOf, possibleSubstitutes } from "./substitute-choices";

export interface SubstitutesParts {
  people: Pick<People, "directory" | "save">;
  now: () => Instant;
  /** The processes that a substitution may be for, by id. */
  packages: readonly { id: string; title: Text }[];
  /** Adds a line to the audit trail. */
  note(user: string, act: string, detail: JsonObject): Promise<void>;
  tell(message: { recipients: string[]; key: string; text: Text }): Promise<void>;
}

const MOST_DAYS = 366;
const MOST_REASON = 100;

/** Who stands in for whom: said by themselves or their chief, for some days, for all processes or some. */
export function createSubstitutes(parts: SubstitutesParts): SubstitutesApi {
  const { people, now, packages } = parts;
  const nameOf = (id: string): string => people.directory().findUser(id)?.name ?? id;

  /** The person for whom something is said; refused unless it is oneself, or one of a chief's people. */
  function personFor(by: Person, login: string): Result<Person> {
    const directory = people.directory();
    const found = directory.findPerson(directory.findLogin(toLogin(login))?.id ?? "");
    const mayName = found !== undefined && (found.id === by.id || isChiefOf(by, found, now()));
    return mayName ? { ok: true, value: found } : no(refuse("substitute/not-yours"));
  }

  function toRow(by: Person, one: SubstitutionRecord): SubstitutionRow {
    const { id, user, substitute, from, to, reason, setBy } = one;
    const person = people.directory().findPerson(user);
    return {
      ...{ id, reason, userName: nameOf(user), substituteName: nameOf(substitute) },
      ...{ from: dayText(dayOf(from)), to: dayText(dayOf(to - 1)) },
      packages: (one.packages ?? []).map(
        (known) => packages.find((pack) => pack.id === known)?.title ?? { zh: known },
      ),
      byLeave: people.directory().findUser(setBy) === undefined,
      state: from <= now() ? "running" : "toCome",
      mayEnd: user === by.id || (person !== undefined && isChiefOf(by, person, now())),
    };
  }

  function standing(): SubstitutionRecord[] {
    return people
      .directory()
      .substitutions.filter(({ to, endedAt }) => endedAt === null && to > now());
  }

  function read(by: Person, input: SubstituteInput): Result<SubstitutionRecord> {
    const directory = people.directory();
    const person = personFor(by, input.user);
    if (!person.ok) return person;
    const { id: user, name } = person.value;
    const substitute = directory.findLogin(toLogin(input.substitute));
    if (substitute === undefined) return no(refuse("substitute/unknown-person"));
    const fit = possibleSubstitutes(directory, person.value, now());
    if (!fit.some(({ id }) => id === substitute.id)) {
      return no(refuse("substitute/not-fit", { name: substitute.name, user: name }));
    }
    const span = readSpan(input, dayOf(now()));
    if (span === null) return no(refuse("substitute/dates", { most: MOST_DAYS }));
    const reason = input.reason.trim();
    if (reason === "" || reason.length > MOST_REASON) {
      return no(refuse("substitute/reason-missing", { most: MOST_REASON }));
    }
    const strange = input.packages.find((one) => !packages.some(({ id }) => id === one));
    if (strange !== undefined) return no(refuse("substitute/unknown-package", { name: strange }));
    const only = input.packages.length === 0 ? null : [...new Set(input.packages)];
    return {
      ok: true,
      value: {
        ...{ id: randomUUID(), user, substitute: substitute.id, ...span, packages: only, reason },
        ...{ setBy: by.id, endedAt: null },
      },
    };
  }

  /** One substitute at a time for the same work, and nobody who is replaced on these days. */
  function checkFree(wanted: SubstitutionRecord): Refusal | null {
    const meets = (one: SubstitutionRecord) => one.from < wanted.to && wanted.from < one.to;
    const isSame = ({ packages: other }: SubstitutionRecord) =>
      other === null ||
      wanted.packages === null ||
      other.some((one) => wanted.packages?.includes(one));
    const has = standing().find((one) => one.user === wanted.user && meets(one) && isSame(one));
    if (has !== undefined) {
      return refuse("substitute/has-one", {
        ...{ user: nameOf(has.user), name: nameOf(has.substitute) },
        ...{ from: dayText(dayOf(has.from)), to: dayText(dayOf(has.to - 1)) },
      });
    }
    const isAway = standing().some((one) => one.user === wanted.substitute && meets(one));
    return isAway ? refuse("substitute/is-away", { name: nameOf(wanted.substitute) }) : null;
  }

  return {
    substitutes({ person }) {
      const all = standing().map((one) => ({ one, row: toRow(person, one) }));
      const rows = (isMeant: (one: SubstitutionRecord) => boolean): SubstitutionRow[] =>
        all.filter(({ one }) => isMeant(one)).map(({ row }) => row);
      return {
        forMe: rows(({ user }) => user === person.id),
        byMe: rows(({ substitute }) => substitute === person.id),
        ofOthers: all
          .filter(({ one, row }) => one.user !== person.id && row.mayEnd)
          .map(({ row }) => row),
      };
    },

    substituteChoices({ person: by, login: own }, login) {
      const person = personFor(by, login ?? own);
      if (!person.ok) return person;
      const directory = people.directory();
      const at = now();
      const loginOf = (id: string): string => directory.findUser(id)?.login ?? "";
      const led = directory.users.flatMap(({ id }) => {
        const one = id === by.id ? undefined : directory.findPerson(id);
        return one !== undefined && isChiefOf(by, one, at) ? [one] : [];
      });
      const mine = directory.findPerson(by.id);
      return {
        ok: true,
        value: {
          people: [...(mine === undefined ? [] : [mine]), ...led].map(({ id, name }) => ({
            login: loginOf(id),
            name,
          })),
          user: { login: loginOf(person.value.id), name: person.value.name },
          substitutes: possibleSubstitutes(directory, person.value, at).map(
            ({ id, name, assignments }) => ({
              ...{ login: loginOf(id), name, unitName: assignments[0]?.unit.name ?? "" },
            }),
          ),
          packages: [...packages],
          today: dayOf(at),
        },
      };
    },

    async setSubstitute({ person }, input) {
      const wanted = read(person, input);
      if (!wanted.ok) return wanted;
      const taken = checkFree(wanted.value);
      if (taken !== null) return no(taken);
      const { id, user, substitute, from, to } = wanted.value;
      await people.save({ substitutions: [wanted.value] });
      await parts.note(person.id, "substitute.set", { user, substitute });
      const [first, last] = [dayText(dayOf(from)), dayText(dayOf(to - 1))];
      await parts.tell({
        ...{ recipients: [...new Set([user, substitute])], key: `substitute:${id}` },
        text: {
          zh: `${first.zh}至${last.zh}，${nameOf(substitute)}代${nameOf(user)}的班。`,
          en: `${nameOf(substitute)} stands in for ${nameOf(user)} from ${first.en ?? ""} to ${last.en ?? ""}.`,
        },
      });
      return { ok: true, value: null };
    },

    async endSubstitute({ person }, id) {
      const found = standing().find((one) => one.id === id);
      if (found === undefined) return no(refuse("substitute/unknown"));
      if (!toRow(person, found).mayEnd) return no(refuse("substitute/not-yours"));
      await people.save({ substitutions: [{ ...found, endedAt: now() }] });
      const { user, substitute } = found;
      await parts.note(person.id, "substitute.end", { user, substitute });
      return { ok: true, value: null };
    },
  };
}

/** The days as moments; null where they are no days, in the past, out of order or too many. */
function readSpan(
  { from, to }: Pick<SubstituteInput, "from" | "to">,
  today: string,
): { from: Instant; to: Instant } | null {
  if (!isDay(from) || !isDay(to) || from < today || to < from) return null;
  const span = { from: startOfDay(from), to: endOfDay(to) };
  return span.to - span.from > MOST_DAYS * DAY ? null : span;
}

function dayText(day: string): Text {
  return { zh: showDay(day, "zh"), en: showDay(day, "en") };
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
