import { createHash } from "node:crypto";
import type { NoticeChange } from "../engine/case";
import type { StepToStore } from "../engine/ports";
import type { NoticeRecord } from "../engine/projection/notice-record";
import type { Lock } from "./matter-rows";
import { insertRows, type Row, type Run } from "./query";

/** Stands for the last day of a notice whose clock stands still: it is shown until it has one again. */
export const NO_LAST_DAY = "9999-12-31";

/** Without letters that are taken for digits: an address is also read off paper. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const ADDRESS_LENGTH = 10;

/** The public address of a publication: always the same, and nothing can be told from it. */
export function noticeAddress(notice: { caseId: string; seq: number; name: string }): string {
  const { caseId, seq, name } = notice;
  const bytes = createHash("sha256").update(`notice/${caseId}/${seq}/${name}`).digest();
  return [...bytes.subarray(0, ADDRESS_LENGTH)].map((byte) => LETTERS[byte % 32]).join("");
}

/** A publication's row as it now stands. What everybody reads is kept as secret as the rest: it is public for a time only. */
export function noticeRow(
  record: NoticeRecord,
  { caseId, retentionClass, lock }: { caseId: string; retentionClass: string; lock: Lock },
): Row {
  const { seq, notice, status, until, provisional, held } = record;
  const id = noticeAddress({ caseId, seq, name: notice.name });
  return {
    id,
    case_id: caseId,
    seq,
    name: notice.name,
    board: notice.board,
    status,
    from_day: notice.from,
    until_day: until ?? NO_LAST_DAY,
    provisional: Number(provisional),
    held: held.join(","),
    retention_class: retentionClass,
    content: lock(`notices.content/${id}`, notice),
  };
}

/** Writes what these steps did to notices, in the order in which they were taken. */
export async function saveNotices(
  run: Run,
  steps: readonly StepToStore[],
  lockOf: (step: StepToStore) => Lock,
): Promise<void> {
  for (const step of steps) {
    for (const change of step.entry.outcome.notices ?? []) {
      await updateStanding(run, step.next.id, change);
      if (change.is !== "published") continue;
      const { notice } = change;
      const { until, provisional, held } = notice;
      const record = {
        seq: step.next.seq,
        status: "open",
        notice,
        until,
        provisional,
        held,
      } as const;
      const about = { caseId: step.next.id, retentionClass: step.retentionClass };
      const row = noticeRow(record, { ...about, lock: lockOf(step) });
      await insertRows(run, { table: "notices", rows: [row] });
    }
  }
}

async function updateStanding(run: Run, caseId: string, change: NoticeChange): Promise<void> {
  const name = change.is === "published" ? change.notice.name : change.name;
  const columns = Object.entries(columnsAfter(change));
  const set = columns.map(([column]) => `${column} = ?`).join(", ");
  await run(`update notices set ${set} where case_id = ? and name = ? and status = 'open'`, [
    ...columns.map(([, value]) => value),
    caseId,
    name,
  ]);
}

function columnsAfter(change: NoticeChange): Row {
  switch (change.is) {
    case "published":
      return { status: "replaced" };
    case "ended":
      return { status: "ended" };
    case "dated":
      return { until_day: change.until ?? NO_LAST_DAY, provisional: Number(change.provisional) };
    case "held":
      return { held: change.rows.join(",") };
  }
}
