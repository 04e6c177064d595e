import type { KeyRing } from "./key-ring";

/** What of a history line is held by the chain: everything that stands in its row. */
export interface ChainLine {
  caseId: string;
  seq: number;
  at: number;
  commandId: string;
  bodyHash: string | null;
  retentionClass: string;
  /** As stored, encrypted: the chain holds even after a key is destroyed. */
  payload: Buffer;
}

/** What stands before the first line of every matter. */
export const CHAIN_START = "";

/**
 * The hash of a line, given the hash of the line before. Whoever changes, removes, swaps or inserts a line breaks
 * every hash after it, and cannot make new ones without the master key.
 */
export function chainLine(keyRing: KeyRing, previous: string, line: ChainLine): string {
  const { caseId, seq, at, commandId, bodyHash, retentionClass, payload } = line;
  const head = JSON.stringify([previous, caseId, seq, at, commandId, bodyHash, retentionClass]);
  return keyRing.chain(head, payload);
}
