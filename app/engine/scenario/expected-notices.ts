import type { HistoryEntry } from "../case";
import { canonicalJson, sameJson, type Json } from "../json";
import { noticeRecords, type NoticeRecord } from "../projection/notice-record";
import type { ExpectedNotice } from "./scenario";

/** Holds the newest publication of each notice against what was expected; every difference is one sentence. */
export function checkNotices(
  history: readonly HistoryEntry[],
  expected: Readonly<Record<string, ExpectedNotice>>,
): string[] {
  const records = noticeRecords(history);
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const record = records.findLast((one) => one.notice.name === name);
    return record === undefined
      ? [`the notice ${name} was not published`]
      : checkNotice(name, record, wanted);
  });
}

function checkNotice(name: string, record: NoticeRecord, wanted: ExpectedNotice): string[] {
  const { rows, ...rest } = wanted;
  const differences = Object.entries(rest).flatMap(([key, value]) =>
    differ(`${name}.${key}`, record[key as keyof typeof rest] as Json, value as Json),
  );
  return rows === undefined ? differences : [...differences, ...checkRows(name, record, rows)];
}

function checkRows(
  name: string,
  { notice }: NoticeRecord,
  wanted: readonly Record<string, string>[],
): string[] {
  const shown = notice.rows.map(({ cells }, i) =>
    Object.fromEntries(Object.keys(wanted[i] ?? cells).map((key) => [key, cells[key] ?? null])),
  );
  return differ(`${name}.rows`, shown, [...wanted]);
}

function differ(what: string, is: Json, wanted: Json): string[] {
  return sameJson(is, wanted)
    ? []
    : [`${what} is ${canonicalJson(is)}, expected ${canonicalJson(wanted)}`];
}
