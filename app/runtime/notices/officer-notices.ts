import { refuse } from "../../engine/errors";
import { say, type Language, type Text } from "../../engine/text";
import { showDay } from "../../engine/time/zone";
import { listNoticesOfCase, type StoredNotice } from "../../storage/notices";
import type { PublishedNotice, Result } from "../api";
import { openReading, type CaseParts, type Reader } from "../cases/case-parts";
import { headOf, todayOf } from "./notice-parts";

/** One notice for those who may read its matter. */
export async function readCaseNotice(
  parts: CaseParts,
  reader: Reader,
  { caseId, id }: { caseId: string; id: string },
): Promise<Result<PublishedNotice>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const found = (await publishedNotices(parts, caseId)).find((notice) => notice.id === id);
  return found === undefined
    ? { ok: false, refusal: refuse("notice/not-found") }
    : { ok: true, value: found };
}

/** What a matter has published, the newest first. Who reads is not asked. */
export async function publishedNotices(
  parts: CaseParts,
  caseId: string,
): Promise<PublishedNotice[]> {
  const stored = await listNoticesOfCase(parts.database, caseId);
  return Promise.all(
    stored.map(async (one) => ({
      ...(await headOf(parts, one)),
      status: statusOf(one, todayOf(parts)),
      rows: one.notice.rows.length,
      held: one.held.length,
      message: messageOf(one),
    })),
  );
}

function statusOf({ status, until }: StoredNotice, today: string): PublishedNotice["status"] {
  return status === "open" && until !== null && until < today ? "over" : status;
}

/** For the village's chat group: what it is, until when, where to read it. The list stays on the page. */
function messageOf({ notice, until }: StoredNotice): Text {
  const text = (language: Language): string => {
    const day = until === null ? null : showDay(until, language);
    const contact = notice.contact && say(notice.contact, language);
    const lines =
      language === "zh"
        ? [
            `【公示】${notice.title.zh}`,
            `${notice.issuer}发布${day === null ? "" : `，公示到${day}`}。`,
            ...(notice.objection === null ? [] : ["有不同意见的，不用注册就可以提。"]),
            "名单看这里：{url}",
            ...(contact === null ? [] : [`监督电话：${contact}`]),
          ]
        : [
            `Public notice: ${say(notice.title, language)}`,
            `Published by ${notice.issuer}${day === null ? "" : `, shown until ${day}`}.`,
            ...(notice.objection === null ? [] : ["Anybody may object, without an account."]),
            "The list is here: {url}",
            ...(contact === null ? [] : [`Supervision telephone: ${contact}`]),
          ];
    return lines.join("\n");
  };
  return { zh: text("zh"), en: text("en") };
}
