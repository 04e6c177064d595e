import { refuse } from "../../engine/errors";
import type { Refusal } from "../../engine/refusal";
import { MINUTE, SECOND } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";

/** Counts wrong passwords, by login and by network address. */
export interface SignInLimits {
  /**
   * To be asked before a password is looked at. The try counts as wrong from now on, so that many
   * at once cannot slip through; `succeeded` takes it back. Refuses with `auth/locked` or `auth/too-fast`.
   */
  begin(login: string, address: string): Refusal | undefined;
  succeeded(login: string, address: string): void;
}

interface Tries {
  wrong: number;
  last: Instant;
}

/** This many wrong passwords in a row close a login … */
const loginTries = 5;
/** … for this long; tries further apart are not in a row. */
const closedFor = 15 * MINUTE;
/** A station shares one address: up to here it is not slowed, from here the pause doubles … */
const addressTries = 10;
/** … up to this. */
const longestPause = MINUTE;
/** Rows kept; the oldest go first. */
const most = 20_000;

/**
 * Kept in memory: somebody who has not signed in must not be able to make the database write.
 * A restart forgets the counts. Unknown logins are counted as well, so that nothing tells them apart.
 */
export function createSignInLimits(now: () => Instant): SignInLimits {
  const logins = new Map<string, Tries>();
  const addresses = new Map<string, Tries>();

  return {
    begin(login, address) {
      const time = now();
      const [byLogin, byAddress] = [recent(logins, login, time), recent(addresses, address, time)];
      const minutes = Math.ceil((byLogin.last + closedFor - time) / MINUTE);
      if (byLogin.wrong >= loginTries) {
        return refuse("auth/locked", { minutes, seconds: minutes * 60 });
      }
      const wait = byAddress.last + pauseAfter(byAddress.wrong) - time;
      if (wait > 0) return refuse("auth/too-fast", { seconds: Math.ceil(wait / SECOND) });
      count(logins, login, { wrong: byLogin.wrong + 1, last: time });
      count(addresses, address, { wrong: byAddress.wrong + 1, last: time });
      return undefined;
    },

    succeeded(login, address) {
      logins.delete(login);
      // Only this try is taken back: one known password must not wipe out guesses at others.
      const tries = addresses.get(address);
      if (tries) tries.wrong -= 1;
    },
  };
}

function recent(rows: Map<string, Tries>, key: string, time: Instant): Tries {
  const tries = rows.get(key);
  return tries && time - tries.last < closedFor ? tries : { wrong: 0, last: -Infinity };
}

function pauseAfter(wrong: number): number {
  if (wrong < addressTries) return 0;
  return Math.min(longestPause, SECOND * 2 ** (wrong - addressTries));
}

/** Put in again at the end, so that the map is in order of age. */
function count(rows: Map<string, Tries>, key: string, tries: Tries): void {
  rows.delete(key);
  rows.set(key, tries);
  if (rows.size <= most) return;
  const oldest = rows.keys().next();
  if (!oldest.done) rows.delete(oldest.value);
}
