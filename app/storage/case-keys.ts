import { refusalError } from "../engine/errors";
import type { RefusalError } from "../engine/refusal";
import type { KeyOwner, KeyRing } from "./key-ring";
import { insertRows, marks, runInParts, type Run } from "./query";

/** The keys of some matters, as one reading or one transaction needs them. */
export interface CaseKeys {
  /** The key of a matter's retention class; throws `storage/cannot-decrypt` where there is none. */
  get(owner: KeyOwner): Buffer;
  /** The same, made new where there is none; `saveNew` must follow in the same transaction. */
  ensure(owner: KeyOwner): Buffer;
  saveNew(run: Run): Promise<void>;
}

interface KeyRow {
  case_id: string;
  retention_class: string;
  wrapped: Buffer;
}

/** Reads the keys of these matters, for one use: a destroyed key must not live on in memory. */
export async function loadCaseKeys(
  run: Run,
  { keyRing, cases }: { keyRing: KeyRing; cases: Iterable<string> },
): Promise<CaseKeys> {
  const ids = [...new Set(cases)];
  const rows = await runInParts(ids, (part) =>
    run<KeyRow>(
      `select case_id, retention_class, wrapped from case_keys where case_id in (${marks(part.length)})`,
      part,
    ),
  );
  const stored = new Map(
    rows.map((row) => [nameOf({ caseId: row.case_id, retentionClass: row.retention_class }), row]),
  );
  const keys = new Map<string, Buffer>();
  const made: { owner: KeyOwner; wrapped: Buffer }[] = [];
  const find = (owner: KeyOwner): Buffer | undefined => {
    const name = nameOf(owner);
    const row = stored.get(name);
    if (row && !keys.has(name)) keys.set(name, keyRing.unwrap(owner, row.wrapped));
    return keys.get(name);
  };
  return {
    get(owner) {
      const key = find(owner);
      if (!key) throw keyMissing(owner);
      return key;
    },
    ensure(owner) {
      const known = find(owner);
      if (known) return known;
      const { key, wrapped } = keyRing.makeKey(owner);
      keys.set(nameOf(owner), key);
      made.push({ owner, wrapped });
      return key;
    },
    async saveNew(run) {
      const fresh = made.splice(0).map(({ owner, wrapped }) => ({
        case_id: owner.caseId,
        retention_class: owner.retentionClass,
        wrapped,
      }));
      await insertRows(run, { table: "case_keys", rows: fresh });
    },
  };
}

/** What is said where a matter's key is not there. */
export function keyMissing(owner: KeyOwner): RefusalError {
  return refusalError("storage/cannot-decrypt", { what: nameOf(owner) });
}

function nameOf({ caseId, retentionClass }: KeyOwner): string {
  return `${caseId} (${retentionClass})`;
}
