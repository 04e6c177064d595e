import type { HistoryEntry } from "../../engine/case";
import type { CaseKeys } from "../case-keys";
import { unsealJson } from "../cipher";
import { CHAIN_START, chainLine } from "../event-chain";
import type { KeyRing } from "../key-ring";
import { finding, openOr, type Finding } from "./finding";

/** A row of `case_events`. */
export interface EventRow {
  caseId: string;
  seq: number;
  at: number;
  commandId: string;
  bodyHash: string | null;
  retentionClass: string;
  previous: string;
  chained: string;
  payload: Buffer;
}

export interface VerifiedHistory {
  /** All entries, where every one could be read and none is missing; else null. */
  entries: HistoryEntry[] | null;
  /** The chain's last hash, and the class of the last line. */
  head: string;
  retentionClass: string;
  findings: Finding[];
}

/**
 * One matter's lines, oldest first: 1..n without a gap, each linked to the one before, each readable, each saying the
 * same as its row. What breaks the chain breaks every line after it, so only the first break is named.
 */
export function verifyHistory(
  rows: readonly EventRow[],
  { keyRing, keys }: { keyRing: KeyRing; keys: CaseKeys },
): VerifiedHistory {
  const findings: Finding[] = [];
  const entries: HistoryEntry[] = [];
  let head = CHAIN_START;
  let isChained = true;
  for (const [index, row] of rows.entries()) {
    const place = { caseId: row.caseId, seq: row.seq };
    const before = rows[index - 1]?.seq ?? 0;
    if (row.seq !== before + 1) {
      findings.push(finding("verify/gap", place, { expected: before + 1, found: row.seq }));
    }
    const isLinked = row.previous === head && row.chained === chainLine(keyRing, head, row);
    if (!isLinked && isChained) findings.push(finding("verify/chain", place));
    isChained &&= isLinked;
    head = row.chained;

    const what = `case_events ${row.caseId} ${row.seq}`;
    const opened = openOr({ place, what }, () => openEntry(row, keys));
    if (opened.finding) {
      findings.push(opened.finding);
      continue;
    }
    const column = disagreement(row, opened.value);
    if (column !== null) findings.push(finding("verify/entry", place, { column }));
    entries.push(opened.value);
  }
  const isWhole = findings.length === 0 && rows.length > 0;
  const retentionClass = rows.at(-1)?.retentionClass ?? "";
  return { entries: isWhole ? entries : null, head, retentionClass, findings };
}

function openEntry(row: EventRow, keys: CaseKeys): HistoryEntry {
  const { caseId, seq, retentionClass, payload } = row;
  const about = `case_events.payload/${caseId}/${seq}`;
  return unsealJson(
    keys.get({ caseId, retentionClass }),
    about,
    payload,
  ) as unknown as HistoryEntry;
}

function disagreement(row: EventRow, entry: HistoryEntry): string | null {
  if (entry.caseId !== row.caseId) return "case_id";
  if (entry.seq !== row.seq || entry.outcome.seq !== row.seq) return "seq";
  if (entry.at !== row.at) return "at";
  return entry.command.id === row.commandId ? null : "command_id";
}
