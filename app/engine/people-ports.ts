/** What is kept about units, people and their sessions. Rows as stored; `Person` is what becomes of them. */
import type { JsonObject } from "./json";
import type { ModelAdoption, VillageKind } from "./model/adoption";
import type { RoleId, UnitId } from "./person";
import type { Language } from "./text";
import type { Day, Instant } from "./time/types";

/** A unit (机构) as stored. A station and a village committee may cover the same code. */
export interface UnitRecord {
  id: UnitId;
  name: string;
  /** `province`, `city`, `county`, `station`, `township`, `justiceOffice`, `policeArea`, `village`, … */
  kind: string;
  parent: UnitId | null;
  /** Division-code prefixes (2–12 digits) that the unit itself covers; a village has its one full code. */
  covers: readonly string[];
  /** The published duty phone, never a private number. */
  dutyPhone: string | null;
}

/** An account (人员). `login` is lower case and unique. */
export interface UserRecord {
  id: string;
  login: string;
  name: string;
  /** Parameters, salt and key in one text; null: cannot sign in. */
  passwordHash: string | null;
  /** A demo account: refused in production mode. */
  demo: boolean;
  disabledAt: Instant | null;
  language: Language;
  largeType: boolean;
  createdAt: Instant;
}

export interface AssignmentRecord {
  id: string;
  user: string;
  role: RoleId;
  unit: UnitId;
  from: Instant;
  to: Instant | null;
}

/** Somebody stands in for a colleague for a time (代班). */
export interface SubstitutionRecord {
  id: string;
  /** Whose work it is, and who does it meanwhile. */
  user: string;
  substitute: string;
  from: Instant;
  /** First moment at which it is over. */
  to: Instant;
  /** Only matters of these packages; null: of all. */
  packages: readonly string[] | null;
  reason: string;
  /** The account that said so, or the matter in which it was decided. */
  setBy: string;
  /** Ended before its time. */
  endedAt: Instant | null;
}

/** Which definition of a package a unit uses; the nearest one upwards from the place holds. */
export interface AdoptionRecord {
  unit: UnitId;
  package: string;
  /** Variant id, or null for the package as shipped. */
  variant: string | null;
  /** First and last day (Shanghai) on which a new matter uses it. */
  from: Day;
  to: Day | null;
}

/** Aggregate facts of a village or a county, as of a day; never of persons. */
export interface UnitFacts {
  unit: UnitId;
  facts: JsonObject;
  day: Day;
}

/** The token itself is only in the person's browser. */
export interface SessionRecord {
  /** SHA-256 of the token, hex. */
  tokenHash: string;
  user: string;
  startedAt: Instant;
  /** Last request, to the minute or coarser. */
  seenAt: Instant;
}

/** Everything about people and units. Small (a county has some thousand rows): read whole, kept in memory. */
export interface PeopleSnapshot {
  units: UnitRecord[];
  users: UserRecord[];
  assignments: AssignmentRecord[];
  adoptions: AdoptionRecord[];
  modelAdoptions: ModelAdoption[];
  villageKinds: VillageKind[];
  unitFacts: UnitFacts[];
  substitutions: SubstitutionRecord[];
}

export interface PeopleStore {
  load(): Promise<PeopleSnapshot>;
  /**
   * Adds or replaces rows by id (adoptions by unit, package or kind, and first day), all or none. Units may refer
   * to each other.
   */
  save(change: Partial<PeopleSnapshot>): Promise<void>;
}

export interface SessionStore {
  findSession(tokenHash: string): Promise<SessionRecord | undefined>;
  /** Adds or replaces. */
  saveSession(session: SessionRecord): Promise<void>;
  removeSession(tokenHash: string): Promise<void>;
  /** Signs a person out everywhere. */
  removeSessionsOf(user: string): Promise<void>;
  /** Clears sessions that started or were last seen before these moments. */
  removeSessionsBefore(limits: { startedAt: Instant; seenAt: Instant }): Promise<void>;
}
