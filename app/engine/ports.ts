/** What the engine's users need from a store. Adapters are in app/storage; services never open a transaction. */
import type { Case, HistoryEntry } from "./case";
import type { JsonObject } from "./json";
import type { Refusal } from "./refusal";

export type SequenceKey = string;

export interface StoreReading {
  cases: readonly string[];
  commands: readonly string[];
  sequences: readonly SequenceKey[];
}

/** The answer that an accepted command got; a repeat gets the same. */
export interface StoredResponse {
  commandId: string;
  /** Hash of the command's body: the same id with another body is refused. */
  bodyHash: string;
  caseId: string;
  seq: number;
}

export interface StoreSnapshot {
  cases: ReadonlyMap<string, Case>;
  commands: ReadonlyMap<string, StoredResponse>;
  /** The last value used, 0 where none was. */
  sequences: ReadonlyMap<SequenceKey, number>;
}

/** One step of one matter, ready to be written. `previousSeq` is the version it was decided on. */
export interface StepToStore {
  previousSeq: number;
  next: Case;
  entry: HistoryEntry;
  retentionClass: string;
}

/** Steps that stand or fall together: a parent's and its children's. One transaction. */
export interface WorkToStore {
  steps: StepToStore[];
  response: StoredResponse;
}

/** `repeated`: the same command was stored before; nothing was written, and this was its answer. */
export type StoreResult = { ok: true; repeated?: StoredResponse } | { ok: false; refusal: Refusal };

export interface CaseStore {
  read(reading: StoreReading): Promise<StoreSnapshot>;
  /** All of a work is written, or none of it; one work's conflict never touches another's. */
  commit(works: readonly WorkToStore[]): Promise<StoreResult[]>;
  /** A matter's history, oldest first. */
  history(caseId: string): Promise<HistoryEntry[]>;
}

/** Definitions are immutable and named by their hash. */
export interface DefinitionStore {
  findDefinition(hash: string): Promise<JsonObject | undefined>;
  saveDefinition(hash: string, document: JsonObject): Promise<void>;
}

export interface Clock {
  now(): number;
}
