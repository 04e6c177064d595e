import type { HistoryEntry } from "../../engine/case";
import type { JsonObject } from "../../engine/json";
import { loadCaseKeys } from "../case-keys";
import { unseal, unsealJson } from "../cipher";
import type { Database } from "../database";
import type { Run } from "../query";
import { finding, NOWHERE, openOr, type Finding } from "./finding";

/** Whether the file itself is sound, as SQLite sees it. PostgreSQL checks each page's sum when it reads it. */
export async function verifyFile({ dialect, run }: Database): Promise<Finding[]> {
  if (dialect === "postgres") return [];
  const rows = await run<{ integrity_check: string }>("pragma integrity_check(5)");
  return rows
    .filter(({ integrity_check: what }) => what !== "ok")
    .map(({ integrity_check: what }) => finding("verify/file", NOWHERE, { what }));
}

/** Values used of each number sequence. */
export type UsedNumbers = Map<string, number[]>;

/** Adds the numbers that a history has used. */
export function collectNumbers(used: UsedNumbers, entries: readonly HistoryEntry[]): void {
  for (const { key, value } of entries.flatMap(({ outcome }) => outcome.numbers)) {
    const known = used.get(key);
    if (known) known.push(value);
    else used.set(key, [value]);
  }
}

/** Every sequence was used from 1 to its last value, each value once. */
export async function verifyNumbers(run: Run, used: UsedNumbers): Promise<Finding[]> {
  const rows = await run<{ key: string; value: number }>("select key, value from number_sequences");
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const keys = [...new Set([...stored.keys(), ...used.keys()])].sort();
  return keys.flatMap((key) => {
    const values = [...(used.get(key) ?? [])].sort((a, b) => a - b);
    const last = stored.get(key) ?? 0;
    const isWhole = values.length === last && values.every((value, index) => value === index + 1);
    if (isWhole) return [];
    return [finding("verify/numbers", NOWHERE, { key, stored: last, used: values.length })];
  });
}

const OF_A_CASE = [
  "case_events",
  "case_units",
  "tasks",
  "matter_queues",
  "timers",
  "outbox",
  "register_lines",
  "notices",
  "follow_codes",
];

/** Rows whose matter is gone. A key may wait for its matter: the photo of a first step is stored before it. */
export async function verifyOrphans(run: Run): Promise<Finding[]> {
  const from = (table: string, column = "case_id") =>
    `from ${table} t where not exists (select 1 from cases c where c.id = t.${column})`;
  const attachments = "select 1 from attachments a where a.case_id = t.case_id";
  const queries: [string, string][] = [
    ...OF_A_CASE.map((table): [string, string] => [table, from(table)]),
    ["links", from("links", "parent_id")],
    ["links", from("links", "child_id")],
    ["case_keys", `${from("case_keys")} and case_id <> '' and not exists (${attachments})`],
  ];
  const findings: Finding[] = [];
  for (const [table, rest] of queries) {
    const [row] = await run<{ count: number }>(`select count(*) as count ${rest}`);
    if (row && row.count > 0) {
      findings.push(finding("verify/orphans", NOWHERE, { table, count: row.count }));
    }
  }
  return findings;
}

/** Every command was stored once, whatever has become of the index that guards it. */
export async function verifyCommands(run: Run): Promise<Finding[]> {
  const rows = await run<{ caseId: string; seq: number }>(
    `select e.case_id as "caseId", e.seq from case_events e join (
       select command_id from case_events group by command_id having count(*) > 1
     ) twice on twice.command_id = e.command_id`,
  );
  return rows.map((place) => finding("verify/entry", place, { column: "command_id" }));
}

/** Names of people and attachments open. */
export async function verifySealed(db: Database): Promise<Finding[]> {
  const users = await db.run<{ id: string; name: Buffer }>("select id, name from users");
  const findings = users.flatMap(({ id, name }) => {
    const open = () => unsealJson(db.ownKey, `users.name/${id}`, name);
    return openOr({ place: NOWHERE, what: `users ${id}` }, open).finding ?? [];
  });
  const attachments = await db.run<{ id: string; caseId: string; retentionClass: string }>(
    `select id, case_id as "caseId", retention_class as "retentionClass" from attachments`,
  );
  for (const { id, caseId, retentionClass } of attachments) {
    const [row] = await db.run<{ bytes: Buffer }>("select bytes from attachments where id = ?", [
      id,
    ]);
    const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases: [caseId] });
    const place = { caseId, seq: null };
    const { finding: broken } = openOr({ place, what: `attachments ${id}` }, () =>
      unseal(
        keys.get({ caseId, retentionClass }),
        `attachments.bytes/${id}`,
        row?.bytes ?? Buffer.alloc(0),
      ),
    );
    if (broken) findings.push(broken);
  }
  return findings;
}

/** The stored definition of this hash, where it is there and has not been altered. */
export async function findSoundDefinition(
  run: Run,
  hash: string,
  hashOf: (document: JsonObject) => string,
): Promise<JsonObject | undefined> {
  const [row] = await run<{ document: string }>("select document from definitions where hash = ?", [
    hash,
  ]);
  if (!row) return undefined;
  const { value } = openOr({ place: NOWHERE, what: hash }, () => {
    const document = JSON.parse(row.document) as JsonObject;
    return hashOf(document) === hash ? document : undefined;
  });
  return value;
}
