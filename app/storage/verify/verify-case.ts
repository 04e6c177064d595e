import type { Case, HistoryEntry } from "../../engine/case";
import { applyEntry } from "../../engine/fold";
import { isObject, sameJson, type Json } from "../../engine/json";
import { noticeRecords } from "../../engine/projection/notice-record";
import type { StepToStore } from "../../engine/ports";
import type { CaseKeys } from "../case-keys";
import { unsealJson } from "../cipher";
import type { Database } from "../database";
import { dayStepRows } from "../day-steps";
import {
  caseRow,
  linkRows,
  outboxRows,
  REGISTER_CLASS,
  registerRows,
  taskRow,
  timerRow,
  queuedTasks,
  waitingTasks,
} from "../matter-rows";
import { noticeRow } from "../notice-rows";
import type { Row } from "../query";
import { caseUnitRows, matterQueueRows } from "../scope-lists";
import type { CaseRow, CaseRows, Table } from "./case-rows";
import { finding, openOr, type Finding } from "./finding";
import { openColumn, plain, verifyRows } from "./verify-rows";
import { verifyHistory } from "./verify-history";

/** What a matter's history says, where it is whole. */
export interface VerifiedCase {
  entries: HistoryEntry[] | null;
  findings: Finding[];
}

/** One matter: its history, then everything else as that history says it must be. */
export function verifyCase(db: Database, row: CaseRow, rows: CaseRows): VerifiedCase {
  const { keys } = rows;
  const history = verifyHistory(rows.events(row.id), { keyRing: db.keyRing, keys });
  const last = rows.events(row.id).at(-1)?.seq ?? 0;
  const place = { caseId: row.id, seq: last };
  const findings = [...history.findings];
  if (last !== row.seq) {
    findings.push(finding("verify/end", place, { stored: row.seq, found: last }));
  }
  const { entries } = history;
  if (entries === null || findings.length > 0) return { entries: null, findings };

  const steps = stepsOf(entries, rows);
  const now = steps.at(-1);
  if (now === undefined) return { entries: null, findings };
  findings.push(...verifyRow(row, caseRow(now, { lock: plain, head: history.head }), keys));
  const check = (table: Table, expected: Row[], open?: (stored: Row) => Row) =>
    verifyRows(place, { table, stored: rows.of(table, row.id), expected, open });
  const { next: matter } = now;
  const placed = {
    ...{ ...matter, place: matter.place.code, owner: matter.owner.id, moved: true },
    tasks: queuedTasks(matter),
  };
  const units = rows.unitsOf(placed);
  findings.push(
    ...check(
      "tasks",
      waitingTasks(matter).map((task) => taskRow(matter.id, task)),
    ),
    ...check(
      "timers",
      matter.timers.map((timer) => awake(timerRow(matter, timer))),
      awake,
    ),
    ...check(
      "links",
      linkRows(matter).map((link) => ({ ...link, case_id: matter.id })),
    ),
    ...check("case_units", caseUnitRows(placed, units)),
    ...check("matter_queues", matterQueueRows(placed, units)),
    ...check("outbox", steps.flatMap((step) => outboxRows(step, plain)).map(ordered), (stored) =>
      openColumn(stored, "params", {
        keys,
        about: `outbox.params/${String(stored["id"])}`,
        retentionClass: String(stored["retention_class"]),
      }),
    ),
    ...check(
      "register_lines",
      steps.flatMap((step) => registerRows(step, plain)),
      (stored) =>
        openColumn(stored, "cells", {
          keys,
          about: `register_lines.cells/${row.id}/${String(stored["seq"])}/${String(stored["line"])}`,
          retentionClass: REGISTER_CLASS,
        }),
    ),
    ...check("day_steps", knownDays(dayStepRows(steps), rows.of("day_steps", row.id))),
    ...check("notices", noticeRows(entries, steps), (stored) =>
      openColumn(stored, "content", {
        keys,
        about: `notices.content/${String(stored["id"])}`,
        retentionClass: String(stored["retention_class"]),
      }),
    ),
  );
  return { entries, findings };
}

/** Steps from before the table are not in it; those that are must be right. */
function knownDays(expected: Row[], stored: readonly Row[]): Row[] {
  const seqs = new Set(stored.map(({ seq }) => seq));
  return expected.filter(({ seq }) => seqs.has(seq ?? null));
}

function noticeRows(entries: readonly HistoryEntry[], steps: readonly StepToStore[]): Row[] {
  return noticeRecords(entries).flatMap((record) => {
    const step = steps[record.seq - 1];
    if (step === undefined) return [];
    const { next, retentionClass } = step;
    return [noticeRow(record, { caseId: next.id, retentionClass, lock: plain })];
  });
}

/** Every step as it was handed to the store, from the history alone. */
function stepsOf(entries: readonly HistoryEntry[], rows: CaseRows): StepToStore[] {
  let matter: Case | null = null;
  return entries.map((entry, index) => {
    matter = applyEntry(matter, entry);
    const retentionClass = rows.events(entry.caseId)[index]?.retentionClass ?? "";
    return { previousSeq: entry.seq - 1, next: matter, entry, retentionClass };
  });
}

function verifyRow(stored: CaseRow, expected: Row, keys: CaseKeys): Finding[] {
  const { id: caseId, seq } = stored;
  const place = { caseId, seq };
  const owner = { caseId, retentionClass: String(stored["retention_class"]) };
  const opened = openOr({ place, what: `cases ${caseId}` }, () => ({
    title: unsealJson(keys.get(owner), `cases.title/${caseId}/${seq}`, stored["title"] as Buffer),
    body: unsealJson(keys.get(owner), `cases.body/${caseId}/${seq}`, stored["body"] as Buffer),
  }));
  if (opened.finding) return [opened.finding];
  const { title, body } = opened.value;
  const folded = JSON.parse(String(expected["body"])) as Json;
  const findings: Finding[] = [];
  const parts = differences(body, folded);
  if (parts.length > 0) findings.push(finding("verify/fold", place, { parts: parts.join(", ") }));
  const plainTitle = plain("", title).toString();
  const columns = Object.keys(expected).filter((column) => {
    if (column === "body") return false;
    if (column === "title") return String(expected[column]) !== plainTitle;
    return expected[column] !== stored[column];
  });
  if (columns.length > 0) {
    findings.push(finding("verify/columns", place, { columns: columns.join(", ") }));
  }
  return findings;
}

/** Names of the members in which two objects differ. */
function differences(stored: Json, folded: Json): string[] {
  if (!isObject(stored) || !isObject(folded)) return ["body"];
  const names = [...new Set([...Object.keys(stored), ...Object.keys(folded)])];
  return names.filter((name) => !sameJson(stored[name] ?? null, folded[name] ?? null));
}

/** A claim moves `wake_at`; whether a timer waits at all must agree. */
function awake(row: Row): Row {
  return { ...row, wake_at: Number(row["wake_at"] !== null) };
}

/** What of an outbox row the step has said; the rest is the worker's. */
function ordered({ id, case_id, county, seq, action, retention_class, params }: Row): Row {
  return { id, case_id, county, seq, action, retention_class, params } as Row;
}
