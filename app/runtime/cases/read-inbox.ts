import { showMoment } from "../../engine/time/zone";
import { listMessages, type MessageCursor } from "../../storage/inbox";
import type { Inbox, Session } from "../api";
import type { CaseParts } from "./case-parts";

const PAGE = 20;

/** One page of what was told to somebody, the newest first. What is not a cursor starts from the beginning. */
export async function readInbox(
  { database }: Pick<CaseParts, "database">,
  { person, preferences: { language } }: Session,
  after: string | null,
): Promise<Inbox> {
  const ask = { user: person.id, limit: PAGE + 1, after: parseCursor(after) };
  const found = await listMessages(database, ask);
  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    messages: shown.map(({ key, text, at, caseId }) => ({
      ...{ key, text, caseId },
      when: showMoment(at, language),
    })),
    next: found.length > PAGE && last ? `${last.at}~${last.key}` : null,
  };
}

function parseCursor(after: string | null): MessageCursor | null {
  const [, at, key] = /^(\d{1,16})~(.{1,400})$/s.exec(after ?? "") ?? [];
  return at === undefined || key === undefined ? null : { at: Number(at), key };
}
