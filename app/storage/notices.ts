import type { PublishedNotice } from "../engine/case";
import type { NoticeRecord } from "../engine/projection/notice-record";
import type { Day } from "../engine/time/types";
import { loadCaseKeys } from "./case-keys";
import { unsealJson } from "./cipher";
import type { Database } from "./database";
import { NO_LAST_DAY } from "./notice-rows";
import { marks, type Binding } from "./query";

/** A publication as it stands, with its address and the definition of its matter. */
export interface StoredNotice extends NoticeRecord {
  id: string;
  caseId: string;
  hash: string;
}

interface NoticeColumns {
  id: string;
  caseId: string;
  hash: string;
  seq: number;
  status: NoticeRecord["status"];
  until: Day;
  provisional: number;
  held: string;
  retentionClass: string;
  content: Buffer;
}

const SELECT = `select n.id, n.case_id as "caseId", c.hash, n.seq, n.status, n.until_day as until,
                       n.provisional, n.held, n.retention_class as "retentionClass", n.content
                from notices n join cases c on c.id = n.case_id`;

/** More than a board ever holds; the ones that end first come first. */
const MOST_ON_A_BOARD = 50;

/** What hangs on a village's board on a day: its own notices and those of its township and county. */
export async function listNoticesOnBoard(
  db: Database,
  { village, day }: { village: string; day: Day },
): Promise<StoredNotice[]> {
  const boards = [12, 9, 6].map((digits) => village.slice(0, digits));
  return read(
    db,
    `where n.board in (${marks(boards.length)}) and n.status = 'open' and n.until_day >= ?
     order by n.until_day, n.id limit ${MOST_ON_A_BOARD}`,
    [...boards, day],
  );
}

/** The notice at an address while everybody may see it; undefined before, afterwards and where there is none. */
export async function findOpenNotice(
  db: Database,
  { id, day }: { id: string; day: Day },
): Promise<StoredNotice | undefined> {
  const where = "where n.id = ? and n.status = 'open' and n.from_day <= ? and n.until_day >= ?";
  const [found] = await read(db, where, [id, day, day]);
  return found;
}

/** Everything that a matter has published, the newest first. */
export async function listNoticesOfCase(db: Database, caseId: string): Promise<StoredNotice[]> {
  return read(db, "where n.case_id = ? order by n.seq desc, n.name", [caseId]);
}

async function read(
  db: Database,
  where: string,
  bindings: readonly Binding[],
): Promise<StoredNotice[]> {
  const rows = await db.run<NoticeColumns>(`${SELECT} ${where}`, bindings);
  const cases = rows.map(({ caseId }) => caseId);
  const keys = await loadCaseKeys(db.run, { keyRing: db.keyRing, cases });
  return rows.map((row) => {
    const { content, retentionClass, until, provisional, held, ...rest } = row;
    const { id, caseId } = rest;
    const key = keys.get({ caseId, retentionClass });
    const notice = unsealJson(key, `notices.content/${id}`, content) as unknown as PublishedNotice;
    return {
      ...rest,
      notice,
      until: until === NO_LAST_DAY ? null : until,
      provisional: provisional === 1,
      held: held === "" ? [] : held.split(",").map(Number),
    };
  });
}
