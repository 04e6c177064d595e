import type { Roles } from "../../engine/check/roles";
import { own } from "../../engine/json";
import type { Message } from "../../engine/plugin/api";
import type { RoleId } from "../../engine/person";
import { listOf, type Text } from "../../engine/text";

/** Who gets a message. */
export interface Recipients {
  recipients: string[];
  /** The roles that it was meant for, where nobody holds them and it went further up. */
  instead: Text | null;
}

/** A message that has no reader: somebody has to be appointed, or the package names another role. */
export class NobodyToTell extends Error {}

/**
 * The people a message is for. Of several groups of roles it goes to the first that anybody belongs to; throws where
 * nobody belongs to any of them: what nobody gets is not sent, and somebody has to see that.
 */
export function findRecipients(
  to: Message["to"],
  { holders, titles }: { holders: (roles: readonly RoleId[]) => string[]; titles: Roles },
): Recipients {
  if ("user" in to) return { recipients: [to.user], instead: null };
  if ("roles" in to) return { recipients: holders(to.roles), instead: null };
  for (const [i, roles] of to.firstOf.entries()) {
    const recipients = holders(roles);
    if (recipients.length === 0) continue;
    const missing = [...new Set(to.firstOf.slice(0, i).flat())];
    const words = missing.map((role) => own(titles, role)?.title ?? { zh: role });
    return { recipients, instead: words.length === 0 ? null : listOf(words) };
  }
  throw new NobodyToTell(`nobody holds any of the roles ${to.firstOf.flat().join(", ")} here`);
}

/** The text with why it came to this reader. */
export function saidInstead(text: Text, meant: Text): Text {
  return {
    zh: `${text.zh}（这里没有人担任${meant.zh}，所以通知您。）`,
    en: `${text.en ?? text.zh} (Nobody is ${meant.en ?? meant.zh} here, so you are told.)`,
  };
}
