import type { HistoryEntry, NoticeChange, PublishedNotice, StandingNotice } from "../case";
import type { Day } from "../time/types";

/** A notice as it stands now: what was published, and what became of it. */
export interface NoticeRecord {
  /** The step that published it. */
  seq: number;
  notice: PublishedNotice;
  /** `replaced` by a later publication of the same name. */
  status: "open" | "ended" | "replaced";
  /** The last day; null while the matter is suspended and the clock stands still. */
  until: Day | null;
  provisional: boolean;
  /** Numbers of the rows that are held, from 1. */
  held: number[];
}

/** Every notice of a matter, oldest first: what the table of notices must hold. */
export function noticeRecords(history: readonly HistoryEntry[]): NoticeRecord[] {
  return history.reduce<NoticeRecord[]>(
    (records, { seq, outcome }) =>
      (outcome.notices ?? []).reduce((all, change) => applyChange(all, change, seq), records),
    [],
  );
}

function applyChange(
  records: readonly NoticeRecord[],
  change: NoticeChange,
  seq: number,
): NoticeRecord[] {
  const name = change.is === "published" ? change.notice.name : change.name;
  const changed = records.map((record) =>
    record.status === "open" && record.notice.name === name ? afterChange(record, change) : record,
  );
  if (change.is !== "published") return changed;
  const { until, provisional, held } = change.notice;
  return [
    ...changed,
    { seq, notice: change.notice, status: "open", until, provisional, held: [...held] },
  ];
}

function afterChange(record: NoticeRecord, change: NoticeChange): NoticeRecord {
  switch (change.is) {
    case "published":
      return { ...record, status: "replaced" };
    case "ended":
      return { ...record, status: "ended" };
    case "dated":
      return { ...record, until: change.until, provisional: change.provisional };
    case "held":
      return { ...record, held: [...change.rows] };
  }
}

/** What a matter remembers of the notices that stand, after a step's changes; undefined where none does. */
export function standingNotices(
  before: Readonly<Record<string, StandingNotice>> | undefined,
  changes: readonly NoticeChange[],
  seq: number,
): Record<string, StandingNotice> | undefined {
  const standing = { ...before };
  for (const change of changes) {
    if (change.is === "published") {
      const { name, until, provisional, rows, held } = change.notice;
      const sources = rows.map((row) => row.source);
      const { timer, counted } = change;
      standing[name] = {
        ...{ seq, until, provisional, timer, rows: sources, held },
        ...(counted === undefined ? {} : { counted }),
      };
      continue;
    }
    const known = standing[change.name];
    if (change.is === "ended") delete standing[change.name];
    else if (known !== undefined)
      standing[change.name] =
        change.is === "held"
          ? { ...known, held: change.rows }
          : { ...known, until: change.until, provisional: change.provisional };
  }
  return Object.keys(standing).length === 0 ? undefined : standing;
}
