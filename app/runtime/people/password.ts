import { randomBytes, scrypt, timingSafeEqual, type BinaryLike } from "node:crypto";
import { refuse } from "../../engine/errors";
import type { Refusal } from "../../engine/refusal";

/** scrypt's parameters; kept in every hash, so that they can be raised later. */
export interface PasswordCost {
  /** Binary logarithm of the memory and CPU cost. */
  logN: number;
  blockSize: number;
  parallel: number;
}

/** 32 MiB and about a third of a second on a small server: an equivalent of OWASP's minimum. */
export const PASSWORD_COST: PasswordCost = { logN: 15, blockSize: 8, parallel: 3 };

const least = 10;
const most = 200;
const saltLength = 16;
const keyLength = 32;
const shape = /^scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/;

/**
 * What speaks against a password of a real account; undefined where nothing does.
 * Codes `auth/password-short`, `-long`, `-guessable`. Demo accounts are not held to it.
 */
export function checkPassword(password: string, login: string): Refusal | undefined {
  const characters = [...password.normalize("NFKC")];
  const length = characters.length;
  if (length < least) return refuse("auth/password-short", { least, length });
  if (length > most) return refuse("auth/password-long", { most });
  const same = new Set(characters).size < 3;
  if (same || characters.join("").toLowerCase().includes(login)) {
    return refuse("auth/password-guessable");
  }
  return undefined;
}

/** Hashes a password with a salt of its own: `scrypt$ln=15,r=8,p=3$<salt>$<key>`. */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(saltLength);
  const key = await derive(password, salt, cost);
  const { logN, blockSize, parallel } = cost;
  const texts = [salt, key].map((bytes) => bytes.toString("base64url"));
  return `scrypt$ln=${logN},r=${blockSize},p=${parallel}$${texts.join("$")}`;
}

/** Whether the password belongs to the hash. A null or damaged hash takes as long and never fits. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const stored = parse(hash);
  const { salt, cost } = stored ?? { salt: Buffer.alloc(saltLength), cost: PASSWORD_COST };
  const key = await derive(password, salt, cost);
  return (
    stored !== undefined && stored.key.length === key.length && timingSafeEqual(stored.key, key)
  );
}

function parse(hash: string | null): { cost: PasswordCost; salt: Buffer; key: Buffer } | undefined {
  const parts = shape.exec(hash ?? "");
  if (!parts) return undefined;
  const [logN, blockSize, parallel] = parts.slice(1, 4).map(Number);
  const [salt, key] = parts.slice(4).map((text) => Buffer.from(text, "base64url"));
  if (!logN || !blockSize || !parallel || !salt || !key) return undefined;
  return { cost: { logN, blockSize, parallel }, salt, key };
}

function derive(password: string, salt: BinaryLike, cost: PasswordCost): Promise<Buffer> {
  const [N, r, p] = [2 ** cost.logN, cost.blockSize, cost.parallel];
  // Two input methods may give the same characters in different code points.
  const text = password.normalize("NFKC").slice(0, most * 4);
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer) => (error ? reject(error) : resolve(key));
    scrypt(text, salt, keyLength, { N, r, p, maxmem: 256 * N * r }, done);
  });
}
