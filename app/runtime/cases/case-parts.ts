import { refuse } from "../../engine/errors";
import type { JsonObject } from "../../engine/json";
import type { CaseStore } from "../../engine/ports";
import type { Language } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import { appendAudit } from "../../storage/audit-log";
import type { Database } from "../../storage/database";
import type { Result, Session } from "../api";
import type { Definitions } from "../definitions";
import type { Directory } from "../people/directory";
import { accessTo, accessToOwn } from "./access";
import { matterPeople } from "../people/matter-people";
import { makeReading, type Reading } from "./reading";
import { placeNames } from "./village-choices";

/** What everything about matters stands on. */
export interface CaseParts {
  database: Database;
  store: CaseStore;
  definitions: Definitions;
  directory: () => Directory;
  now: () => Instant;
}

export type Reader = Pick<Session, "person" | "preferences">;

/**
 * One matter before one reader. What lies out of scope is as good as not there: `case/not-found`; what somebody
 * helped with and that is no longer theirs to read, `case/not-visible`.
 */
export async function openReading(
  parts: CaseParts,
  ask: { reader: Reader; caseId: string; language?: Language },
): Promise<Result<Reading>> {
  const { reader, caseId } = ask;
  const { person } = reader;
  const now = parts.now();
  const { cases } = await parts.store.read({ cases: [caseId], commands: [], sequences: [] });
  const matter = cases.get(caseId);
  if (matter === undefined) return { ok: false, refusal: refuse("case/not-found") };
  const known = accessTo({ person, matter, roles: parts.definitions.roles, now });
  if (known.to === "nothing") return { ok: false, refusal: refuse("case/not-found") };
  const workflow = await parts.definitions.get(matter.hash);
  const access = known.to === "know" ? accessToOwn({ person, matter, workflow, now }) : known;
  if (access === undefined) return { ok: false, refusal: refuse("case/not-visible") };
  const language = ask.language ?? reader.preferences.language;
  const { roles, held } = access;
  return {
    ok: true,
    value: makeReading({
      ...{ workflow, matter, person, roles, held, language, now },
      placeName: placeNames(parts.directory()),
      people: matterPeople(parts.directory(), {
        ...{ place: matter.place.code, owner: matter.owner.id, workflow: matter.workflow, now },
      }),
    }),
  };
}

/** Notes that somebody looked at what is known of people. */
export async function noteRead(
  parts: CaseParts,
  line: { reader: Reader; act: string; caseId: string | null; what?: string },
): Promise<void> {
  const { reader, act, caseId, what } = line;
  const detail: JsonObject = what === undefined ? {} : { what };
  await appendAudit(parts.database, [
    { at: parts.now(), user: reader.person.id, act, caseId, detail },
  ]);
}
