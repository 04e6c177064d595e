import { refuse } from "../../engine/errors";
import { calendarOf } from "../../engine/workflow";
import { countdown, type Countdown } from "../../engine/time/countdown";
import type { Day } from "../../engine/time/types";
import { dayOf } from "../../engine/time/zone";
import { findOpenNotice, type StoredNotice } from "../../storage/notices";
import type { NoticeHead, Result } from "../api";
import type { CaseParts } from "../cases/case-parts";
import type { CaseService } from "../cases/case-service";
import type { Models } from "../models/models";
import type { AttemptLimits } from "./attempt-limits";

/** What the service of public notices stands on. */
export interface NoticeParts extends CaseParts {
  service: Pick<CaseService, "event">;
  objections: AttemptLimits;
  codes: AttemptLimits;
  models: Pick<Models, "modelAt">;
}

/** Today in Shanghai. */
export function todayOf(parts: Pick<CaseParts, "now">): Day {
  return dayOf(parts.now());
}

/** The notice at an address while it is shown. Refuses `notice/not-found`. */
export async function getOpenNotice(parts: CaseParts, id: string): Promise<Result<StoredNotice>> {
  const stored = await findOpenNotice(parts.database, { id, day: todayOf(parts) });
  return stored === undefined
    ? { ok: false, refusal: refuse("notice/not-found") }
    : { ok: true, value: stored };
}

/** How long it is still shown, by the calendar of its own package; null while its time stands still. */
export async function countdownOf(
  parts: CaseParts,
  { notice, until, hash }: StoredNotice,
): Promise<Countdown | null> {
  if (until === null) return null;
  const calendar = calendarOf(await parts.definitions.get(hash));
  return countdown({ from: notice.from, until, today: todayOf(parts), calendar });
}

/** What stands at the head of a notice, without its list. */
export async function headOf(parts: CaseParts, stored: StoredNotice): Promise<NoticeHead> {
  const { id, notice, until, provisional } = stored;
  const counted = await countdownOf(parts, stored);
  const { title, issuer, number, from } = notice;
  return { id, title, issuer, number, from, until, provisional, left: counted?.left ?? null };
}

/** A row as people name it: its first cells. */
export function rowText({ notice }: StoredNotice, row: number): string | undefined {
  const cells = notice.rows[row - 1]?.cells;
  if (cells === undefined) return undefined;
  const texts = notice.columns.map(({ key }) => cells[key] ?? "").filter((text) => text !== "");
  return texts.slice(0, SHOWN_CELLS).join(" ");
}

const SHOWN_CELLS = 3;
