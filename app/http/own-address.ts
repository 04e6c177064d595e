import { isIP } from "node:net";

/** Which addresses are this site's. `X-Forwarded-Host` has no say in it. */
export interface OwnAddress {
  /** Whether a request's `Host` may be answered at all. */
  isOwnHost(host: string | undefined): boolean;
  /** Whether a request's `Origin` is this site. */
  isOwnOrigin(origin: string, host: string | undefined): boolean;
  /** The address under which the request reached us, without a path. */
  base(host: string | undefined): string;
  secure: boolean;
}

/**
 * With a configured origin that one alone is ours, whatever a proxy writes into `Host`. Without one
 * the site answers as `localhost` or under a bare network address: a name of somebody else's that
 * is made to point here (DNS rebinding) is refused.
 */
export function createOwnAddress(origin: string | null): OwnAddress {
  if (origin !== null) {
    return {
      isOwnHost: () => true,
      isOwnOrigin: (given) => given.toLowerCase() === origin,
      base: () => origin,
      secure: origin.startsWith("https:"),
    };
  }
  return {
    isOwnHost: isBareHost,
    isOwnOrigin: (given, host) => isBareHost(host) && given.toLowerCase() === base(host),
    base,
    secure: false,
  };
}

function base(host: string | undefined): string {
  return `http://${(host ?? "localhost").toLowerCase()}`;
}

function isBareHost(host: string | undefined): boolean {
  const name = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.exec(host ?? "")?.[1];
  if (name === undefined) return false;
  if (name.startsWith("[")) return isIP(name.slice(1, -1)) === 6;
  return name.toLowerCase() === "localhost" || isIP(name) === 4;
}
