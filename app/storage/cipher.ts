import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { refusalError } from "../engine/errors";
import type { Json } from "../engine/json";

/** Format byte, nonce, tag: what stands before the ciphertext. */
const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;

/** A key of AES-256. */
export const KEY_BYTES = 32;

/**
 * Encrypts bytes with AES-256-GCM. `about` names the place where the result is kept (table, row, column):
 * it is authenticated with it, so that a ciphertext copied to another row does not open there.
 */
export function seal(key: Buffer, about: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
}

/** Decrypts what `seal` gave for the same key and place; throws `storage/cannot-decrypt` otherwise. */
export function unseal(key: Buffer, about: string, sealed: Buffer): Buffer {
  try {
    if (sealed[0] !== FORMAT || sealed.length < HEAD) throw new Error("not a sealed value");
    const nonce = sealed.subarray(1, 1 + NONCE);
    const decipher = createDecipheriv("aes-256-gcm", key, nonce)
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(1 + NONCE, HEAD));
    return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]);
  } catch {
    throw refusalError("storage/cannot-decrypt", { what: about });
  }
}

/** `seal` for a JSON value. */
export function sealJson(key: Buffer, about: string, value: unknown): Buffer {
  return seal(key, about, Buffer.from(JSON.stringify(value)));
}

/** `unseal` for a JSON value. */
export function unsealJson(key: Buffer, about: string, sealed: Buffer): Json {
  return JSON.parse(unseal(key, about, sealed).toString()) as Json;
}
