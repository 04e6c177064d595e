import { refuse } from "../../engine/errors";
import { listNoticesOnBoard } from "../../storage/notices";
import type { BoardView, NoticeView, Result } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { countdownOf, getOpenNotice, headOf, todayOf, type NoticeParts } from "./notice-parts";

/** A village's board. Refuses `notice/no-village`. */
export async function readBoard(parts: NoticeParts, village: string): Promise<Result<BoardView>> {
  const place = placeOf(parts, village);
  if (place === undefined) return { ok: false, refusal: refuse("notice/no-village") };
  const stored = await listNoticesOnBoard(parts.database, { village, day: todayOf(parts) });
  const duty = parts.directory().duty(village, parts.now());
  const adopted = parts.models.modelAt({ place: village, day: todayOf(parts) });
  return {
    ok: true,
    value: {
      code: village,
      ...place,
      notices: await Promise.all(stored.map((one) => headOf(parts, one))),
      duty: duty && { unitName: duty.unitName, phone: duty.phone },
      // What is wrong with a county's models is not for a village's board to say.
      hours: adopted.ok ? (adopted.value?.model.hours ?? []) : [],
    },
  };
}

/** A notice with its list. Refuses `notice/not-found`. */
export async function readNotice(parts: CaseParts, id: string): Promise<Result<NoticeView>> {
  const found = await getOpenNotice(parts, id);
  if (!found.ok) return found;
  const stored = found.value;
  const { notice, held } = stored;
  return {
    ok: true,
    value: {
      ...(await headOf(parts, stored)),
      text: notice.text,
      places: notice.places,
      contact: notice.contact,
      columns: notice.columns,
      rows: notice.rows.map(({ cells }, i) => ({
        cells,
        mark: held.includes(i + 1) ? notice.mark : null,
      })),
      countdown: await countdownOf(parts, stored),
      takesObjections: notice.objection !== null,
      village: notice.board.length === VILLAGE_DIGITS ? notice.board : null,
    },
  };
}

const VILLAGE_DIGITS = 12;

function placeOf(
  { directory }: CaseParts,
  village: string,
): Pick<BoardView, "villageName" | "unitName"> | undefined {
  if (!/^\d{12}$/.test(village)) return undefined;
  const covering = directory().unitsCovering(village);
  const own = covering.find(({ kind, covers }) => kind === "village" && covers.includes(village));
  if (own === undefined) return undefined;
  const township = covering.find(({ kind }) => kind === "township");
  return { villageName: own.name, unitName: township?.name ?? null };
}
