import { randomUUID } from "node:crypto";
import type { JsonObject } from "../engine/json";
import type { Instant } from "../engine/time/types";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { insertRows } from "./query";

/** Something that a person did or looked at and that is not a step: a sign-in, a read of personal data, a print. */
export interface AuditLine {
  at: Instant;
  user: string;
  /** Dotted verb: `case.read`, `paper.print`, `user.disable`. */
  act: string;
  caseId: string | null;
  detail: JsonObject;
}

/** Adds lines to the audit trail; nothing changes or removes them. */
export async function appendAudit(db: Database, lines: readonly AuditLine[]): Promise<void> {
  const rows = lines.map(({ at, user, act, caseId, detail }) => {
    const id = randomUUID();
    const sealed = sealJson(db.ownKey, `audit.detail/${id}`, detail);
    return { id, at, user_id: user, act, case_id: caseId, detail: sealed };
  });
  await insertRows(db.run, { table: "audit", rows });
}

/** Who did or looked at what about a matter, oldest first. */
export async function listAudit(db: Database, caseId: string): Promise<AuditLine[]> {
  const rows = await db.run<Omit<AuditLine, "detail"> & { id: string; detail: Buffer }>(
    `select id, at, user_id as "user", act, case_id as "caseId", detail from audit
     where case_id = ? order by at, id`,
    [caseId],
  );
  return rows.map(({ id, detail, ...rest }) => ({
    ...rest,
    detail: unsealJson(db.ownKey, `audit.detail/${id}`, detail) as JsonObject,
  }));
}
