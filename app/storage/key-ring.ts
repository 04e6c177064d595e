import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { KEY_BYTES, seal, unseal } from "./cipher";

/** Whose data a key locks: one matter's data of one retention class. `caseId` "" is the installation's own. */
export interface KeyOwner {
  caseId: string;
  retentionClass: string;
}

/** Everything that depends on the data folder's master key. Without that key nothing can be read. */
export interface KeyRing {
  /** A new random key, and the form in which it may be stored. */
  makeKey(owner: KeyOwner): { key: Buffer; wrapped: Buffer };
  /** The key behind its stored form; throws `storage/cannot-decrypt` for another owner or master key. */
  unwrap(owner: KeyOwner, wrapped: Buffer): Buffer;
  /** HMAC-SHA-256 in hex: links one line of a history to the one before. */
  chain(head: string, payload: Buffer): string;
  /** HMAC-SHA-256 in hex of something short that must be found again but not read. */
  fingerprint(text: string): string;
}

/** A key ring over the master key, which must have 32 bytes. Derived keys are used, never the master key itself. */
export function createKeyRing(masterKey: Buffer): KeyRing {
  if (masterKey.length !== KEY_BYTES) {
    throw new Error(`the master key has ${masterKey.length} bytes, not ${KEY_BYTES}`);
  }
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", masterKey, "", use, KEY_BYTES));
  const wrappingKey = derive("qy/wrap/1");
  const chainKey = derive("qy/chain/1");
  const fingerprintKey = derive("qy/fingerprint/1");
  return {
    makeKey(owner) {
      const key = randomBytes(KEY_BYTES);
      return { key, wrapped: seal(wrappingKey, placeOf(owner), key) };
    },
    unwrap: (owner, wrapped) => unseal(wrappingKey, placeOf(owner), wrapped),
    chain: (head, payload) =>
      createHmac("sha256", chainKey).update(head).update("\0").update(payload).digest("hex"),
    fingerprint: (text) => createHmac("sha256", fingerprintKey).update(text).digest("hex"),
  };
}

function placeOf({ caseId, retentionClass }: KeyOwner): string {
  return `case_keys/${caseId}/${retentionClass}`;
}
