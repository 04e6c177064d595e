import { canonicalJson, type Json } from "../../engine/json";
import type { CaseKeys } from "../case-keys";
import { unsealJson } from "../cipher";
import type { Lock } from "../matter-rows";
import type { Row } from "../query";
import type { Table } from "./case-rows";
import { finding, openOr, type Finding } from "./finding";

/** Leaves a value open: compared are texts, for two ciphertexts of one text differ. */
export const plain: Lock = (_, value) => Buffer.from(canonicalJson(value as Json));

/** Whether the stored rows are the expected ones, in any order; `open` decrypts a stored row first. */
export function verifyRows(
  place: { caseId: string; seq: number },
  rows: { table: Table; stored: Row[]; expected: Row[]; open?: ((stored: Row) => Row) | undefined },
): Finding[] {
  const { table, stored, expected, open = (row) => row } = rows;
  const opened = openOr({ place, what: `${table} ${place.caseId}` }, () => stored.map(open));
  if (opened.finding) return [opened.finding];
  const left = expected.map(textOf);
  let extra = 0;
  for (const text of opened.value.map(textOf)) {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    else extra += 1;
  }
  if (extra === 0 && left.length === 0) return [];
  return [finding("verify/rows", place, { table, extra, missing: left.length })];
}

function textOf(row: Row): string {
  const members = Object.entries(row).map(([column, value]) => [
    column,
    Buffer.isBuffer(value) ? value.toString() : value,
  ]);
  return canonicalJson(Object.fromEntries(members) as Json);
}

/** A stored row with its encrypted column opened by the key of its matter's retention class. */
export function openColumn(
  stored: Row,
  column: string,
  { keys, about, retentionClass }: { keys: CaseKeys; about: string; retentionClass: string },
): Row {
  const key = keys.get({ caseId: String(stored["case_id"]), retentionClass });
  const value: unknown = unsealJson(key, about, stored[column] as Buffer);
  return { ...stored, [column]: plain("", value) };
}
