import { DAY } from "../../engine/time/duration";
import { keepFollowCode, type Followed } from "../../storage/follow-codes";
import type { NoticeParts } from "./notice-parts";

/** How long a code leads to what became of an objection. */
const FOLLOWED_DAYS = 365;

const CODES = 100_000_000n;

/**
 * The query code of an objection, eight digits. Worked out from the command that sent it, with the installation's
 * key: somebody whose network broke sends the same again and gets the same code, although only its hash is kept.
 */
export async function issueCode(
  parts: Pick<NoticeParts, "database" | "now">,
  { commandId, followed }: { commandId: string; followed: Followed },
): Promise<string> {
  const { database } = parts;
  const now = parts.now();
  for (let turn = 0; ; turn += 1) {
    const bytes = database.keyRing.fingerprint(`code/${commandId}/${turn}`);
    const code = String(BigInt(`0x${bytes}`) % CODES).padStart(8, "0");
    const expiresAt = now + FOLLOWED_DAYS * DAY;
    if (await keepFollowCode(database, { ...followed, code, now, expiresAt })) return code;
  }
}
