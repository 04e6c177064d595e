import type { SubstitutionRecord } from "../engine/people-ports";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import type { Row } from "./query";

type Stored = Omit<SubstitutionRecord, "packages" | "reason"> & {
  packages: string | null;
  reason: Buffer;
};

/** All substitutions, those that began last first. */
export async function loadSubstitutions(db: Database): Promise<SubstitutionRecord[]> {
  const rows = await db.run<Stored>(
    `select id, user_id as "user", substitute_id as substitute, from_at as "from", to_at as "to", packages, reason,
            set_by as "setBy", ended_at as "endedAt"
     from substitutions order by from_at desc, id`,
  );
  return rows.map(({ packages, reason, ...rest }) => ({
    ...rest,
    packages: packages === null ? null : (JSON.parse(packages) as string[]),
    reason: unsealJson(db.ownKey, `substitutions.reason/${rest.id}`, reason) as string,
  }));
}

/** A substitution as a row; why somebody is away is sealed. */
export function substitutionRow(db: Database): (one: SubstitutionRecord) => Row {
  return ({ id, user, substitute, from, to, packages, reason, setBy, endedAt }) => ({
    id,
    user_id: user,
    substitute_id: substitute,
    from_at: from,
    to_at: to,
    packages: packages === null ? null : JSON.stringify(packages),
    reason: sealJson(db.ownKey, `substitutions.reason/${id}`, reason),
    set_by: setBy,
    ended_at: endedAt,
  });
}
