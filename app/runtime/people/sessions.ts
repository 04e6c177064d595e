import { createHash, randomBytes } from "node:crypto";
import type { SessionRecord, SessionStore } from "../../engine/people-ports";
import { HOUR, MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";

/** Sessions on the server: what the browser holds is a random name for one, and worthless after its end. */
export interface Sessions {
  /** A new token for the user; a session that the same browser held before ends. */
  begin(user: string, previous?: string): Promise<string>;
  /** The user of a token; undefined where it is unknown, idle for too long or too old. */
  find(token: string): Promise<string | undefined>;
  end(token: string): Promise<void>;
  endAllOf(user: string): Promise<void>;
  /** Removes what has run out. */
  clear(): Promise<void>;
}

/** Nobody touched it for this long: somebody else may sit at the desk by now. */
export const IDLE_LIMIT = 2 * HOUR;
/** However busy: one long shift. */
export const ABSOLUTE_LIMIT = 14 * HOUR;
/** How exactly `seenAt` is kept, so that reading a page seldom writes. */
const touchAfter = 5 * MINUTE;
const tokenBytes = 32;
const tokenShape = /^[\w-]{43}$/;

/** Sessions over a store; `now` is the clock. */
export function createSessions(store: SessionStore, now: () => Instant): Sessions {
  async function find(token: string): Promise<string | undefined> {
    if (!tokenShape.test(token)) return undefined;
    const session = await store.findSession(hashOf(token));
    if (!session) return undefined;
    const time = now();
    if (hasRunOut(session, time)) {
      await store.removeSession(session.tokenHash);
      return undefined;
    }
    if (time - session.seenAt >= touchAfter) await store.saveSession({ ...session, seenAt: time });
    return session.user;
  }

  return {
    find,
    async begin(user, previous) {
      if (previous !== undefined) await store.removeSession(hashOf(previous));
      const token = randomBytes(tokenBytes).toString("base64url");
      const time = now();
      await store.saveSession({ tokenHash: hashOf(token), user, startedAt: time, seenAt: time });
      return token;
    },
    end: (token) => store.removeSession(hashOf(token)),
    endAllOf: (user) => store.removeSessionsOf(user),
    clear() {
      const time = now();
      const limits = { startedAt: time - ABSOLUTE_LIMIT, seenAt: time - IDLE_LIMIT };
      return store.removeSessionsBefore(limits);
    },
  };
}

function hasRunOut(session: SessionRecord, time: Instant): boolean {
  return time - session.seenAt >= IDLE_LIMIT || time - session.startedAt >= ABSOLUTE_LIMIT;
}

/** The token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
