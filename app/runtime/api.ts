/**
 * What the web routes and the CLI may ask of the product, one file an area in `api/`. Routes know these types
 * and nothing below them. Every method that acts for a person takes a `Session`; every refusal is a value of
 * type `Refusal`.
 */
import type { Text } from "../engine/text";
import type { PeopleApi } from "./api/session";
import type { WorklistApi } from "./api/worklist";
import type { StepsApi } from "./api/steps";
import type { MatterApi } from "./api/matter";
import type { RecordsApi } from "./api/records";
import type { AccountsApi } from "./api/accounts";
import type { ChangesApi } from "./api/changes";
import type { ImportsApi } from "./api/imports";
import type { NoticesApi } from "./api/notices";
import type { DutyApi } from "./api/duty";
import type { ExchangesApi } from "./api/exchanges";
import type { WatchesApi } from "./api/watches";
import type { OperationsApi } from "./api/operations";
import type { DecisionsApi } from "./api/decisions";
import type { OperationPagesApi } from "./api/operation-pages";
import type { BatchApi } from "./api/batch";
import type { CorrespondenceApi } from "./api/correspondence";
import type { RosterProposalApi } from "./api/roster-proposal";
import type { LaddersApi } from "./api/ladders";
import type { SweepsApi } from "./api/sweeps";
import type { VillagesApi } from "./api/villages";
import type { HandoversApi } from "./api/handovers";
import type { SubstitutesApi } from "./api/substitutes";
import type { AdoptionsApi } from "./api/adoptions";
import type { VillageFactsApi } from "./api/village-facts";

export type * from "./api/result";
export type * from "./api/session";
export type * from "./api/worklist";
export type * from "./api/steps";
export type * from "./api/matter";
export type * from "./api/linked-matters";
export type * from "./api/records";
export type * from "./api/accounts";
export type * from "./api/changes";
export type * from "./api/imports";
export type * from "./api/notices";
export type * from "./api/duty";
export type * from "./api/exchanges";
export type * from "./api/watches";
export type * from "./api/operations";
export type * from "./api/decisions";
export type * from "./api/operation-pages";
export type * from "./api/batch";
export type * from "./api/correspondence";
export type * from "./api/roster-proposal";
export type * from "./api/villages";
export type * from "./api/ladders";
export type * from "./api/handovers";
export type * from "./api/substitutes";
export type * from "./api/sweeps";
export type * from "./api/adoptions";
export type * from "./api/village-facts";
export type { Refusal, RuleReason } from "../engine/refusal";
export type { DueChip } from "../engine/time/due-chip";

export interface Runtime
  extends
    PeopleApi,
    WorklistApi,
    StepsApi,
    MatterApi,
    RecordsApi,
    AccountsApi,
    ChangesApi,
    ImportsApi,
    NoticesApi,
    DutyApi,
    ExchangesApi,
    WatchesApi,
    OperationsApi,
    DecisionsApi,
    OperationPagesApi,
    BatchApi,
    CorrespondenceApi,
    RosterProposalApi,
    VillagesApi,
    LaddersApi,
    SweepsApi,
    SubstitutesApi,
    HandoversApi,
    AdoptionsApi,
    VillageFactsApi {
  demo: {
    accounts: { login: string; name: string; role: Text; unitName: string }[];
    password: string;
  } | null;
  ready(): Promise<boolean>;
  close(): Promise<void>;
  /**
   * The product for practice (演练): the same people and packages, matters of its own. Nothing that is done there
   * stands in a register, takes a number or reaches anybody.
   */
  practice(): Promise<Runtime>;
  /** Today in Shanghai by the installation's clock, `YYYY-MM-DD`. */
  today(): string;
}
