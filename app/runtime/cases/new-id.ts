import { createHash, randomBytes } from "node:crypto";
import type { Instant } from "../../engine/time/types";

/** A UUID of version 7 (RFC 9562): ids made later sort later, which keeps indexes dense. */
export function uuidv7(now: Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join("-")}-${hex.slice(20)}`;
}

/** A matter's id: its county's code, so that tables can be distributed by county, and a UUID. */
export function newCaseId(place: string, now: Instant): string {
  return `${place.slice(0, 6)}-${uuidv7(now)}`;
}

/** SHA-256 in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
