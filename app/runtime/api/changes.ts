import type { SentencePart } from "../../engine/change/say-change";
import type { Refusal } from "../../engine/refusal";
import type { Text } from "../../engine/text";
import type { DefinitionApi, ScopeChoice } from "./definition";
import type { RuleEditorApi, RuleRow } from "./rule-editor";
import type { Result } from "./result";
import type { Session } from "./session";
import type { TrialView } from "./trials";

export type * from "./trials";
export type * from "./definition";
export type * from "./rule-editor";

/** A county, or only its villages under one model, as people choose it. */
export interface ScopeAsk {
  /** Null: the first of one's counties. */
  unit: string | null;
  /** Null: the whole county. */
  model: string | null;
}

/** One parameter in the list of all. */
export interface ParameterRow {
  name: string;
  title: Text;
  /** As new matters use it today. */
  value: Text;
  /** Where villages under a model have another one. */
  byModel: { model: Text; value: Text }[];
  /** As the package is shipped. */
  standard: Text;
  range: Text | null;
  legal: Text | null;
  /** The deadlines and rules that use it. */
  uses: Text[];
  /** False where the package does not let counties set it. */
  isOpen: boolean;
  isChanged: boolean;
  /** What else must be known: a version to come, an exemption that runs or has run out. */
  notes: Text[];
}

export interface ProposalRow {
  id: string;
  packageTitle: Text;
  scope: Text;
  status: Text;
  /** What it changes, in a sentence or two. */
  summary: Text[];
  by: string;
  day: Text;
  /** True where this person can take the next step. */
  isMine: boolean;
}

export interface RulesPage {
  county: { id: string; name: string };
  counties: { id: string; name: string }[];
  packages: { id: string; title: Text; parameters: ParameterRow[]; rules: RuleRow[] }[];
  /** On their way: drafts, those under review, those that wait for publication. */
  proposals: ProposalRow[];
}

/** How a parameter's value is asked for. */
export interface ParameterControl {
  kind: "number" | "list" | "choice" | "text";
  value: string;
  unit: Text;
  options: { value: string; label: Text }[];
  /** For a stepper: one less and one more, where that is possible. */
  less: string | null;
  more: string | null;
}

/** Open matters in whose deadline the parameter counts. */
export interface TouchedMatters {
  count: number;
  rows: {
    caseId: string;
    title: Text;
    placeName: string;
    since: Text;
    now: Text | null;
    then: Text | null;
  }[];
}

export interface VersionRow {
  id: string;
  from: Text;
  /** 现在用的 · 还没到 · 已被后面的代替 */
  standing: "now" | "coming" | "former";
  summary: Text[];
  by: Text;
  documentNumber: string;
  why: string;
}

/** Every version of one scope, the latest first. */
export interface VersionsPage extends ScopeChoice {
  title: Text;
  rows: VersionRow[];
}

/** What may be done with a proposal by this person, as it stands. */
export type ProposalDeed = "edit" | "submit" | "withdraw" | "return" | "approve" | "publish";

export interface ProposalView {
  id: string;
  revision: number;
  package: { id: string; title: Text };
  scope: Text;
  status: Text;
  stage: "draft" | "review" | "approved" | "published" | "withdrawn";
  author: string;
  begun: Text;
  why: string;
  wantedFrom: string | null;
  from: Text | null;
  /** Every change as a sentence, against what stands above. */
  sentences: SentencePart[][];
  /** The same against the version before; null where there was none. */
  sinceBefore: SentencePart[][] | null;
  exemptions: { title: Text; floor: Text; reason: string; until: Text; isOver: boolean }[];
  opinion: { text: string; documentNumber: string; by: string; day: Text } | null;
  /** How its trial on past matters stands. */
  trial: { stage: TrialView["stage"]; read: TrialView["read"] };
  log: { text: Text; by: string; when: Text; note?: string }[];
  may: ProposalDeed[];
  /** Why this person cannot go on with it, where somebody else has to. */
  waitsFor: Text | null;
}

export interface ParameterPage {
  county: { id: string; name: string };
  package: { id: string; title: Text };
  name: string;
  title: Text;
  help: Text | null;
  control: ParameterControl;
  range: Text | null;
  isOpen: boolean;
  /** What keeps the value from being saved. */
  fault: Refusal | null;
  sentence: SentencePart[];
  /** Present where the value lies under the floor and may, with an exemption. */
  floor: Text | null;
  exemption: { reason: string; until: string };
  models: { id: string; title: Text; villages: number }[];
  model: string | null;
  touched: TouchedMatters | null;
  source: {
    standard: Text;
    parent: Text;
    legal: Text | null;
    uses: { deadlines: Text[]; states: Text[]; rules: { name: string; title: Text }[] };
    last: Text | null;
    notes: Text[];
  };
  /** This person's draft for the same scope. */
  draft: ProposalView | null;
  /** Others' proposals on their way for the same scope. */
  others: ProposalRow[];
  versions: VersionRow[];
  /** All parameters of the package's county, for the list at the side. */
  list: {
    id: string;
    title: Text;
    parameters: { name: string; title: Text; value: Text; isChanged: boolean }[];
  }[];
}

export interface SaveParameterInput extends ScopeAsk {
  package: string;
  parameter: string;
  value: string;
  exemption: { reason: string; until: string } | null;
  why: string;
  wantedFrom: string;
  revision: number | null;
}

export interface ProposalActInput {
  id: string;
  revision: number;
  act:
    /** `why` where the draft does not say it yet. */
    | { act: "submit"; why?: string }
    | { act: "return" | "withdraw"; reason: string }
    | { act: "approve"; text: string; documentNumber: string }
    | { act: "publish"; from: string }
    /** The trial's result was read, as it stands now. */
    | { act: "readTrial" };
}

/** The rules of a county, and how they are changed. */
export interface ChangesApi extends DefinitionApi, RuleEditorApi {
  /** False for everybody whose posts do not let them change rules: they do not see the entry. */
  mayChangeRules(session: Session): boolean;
  rules(session: Session, unit: string | null): Promise<Result<RulesPage>>;
  parameterPage(
    session: Session,
    ask: ScopeAsk & { package: string; parameter: string; value: string | null },
  ): Promise<Result<ParameterPage>>;
  saveParameter(session: Session, input: SaveParameterInput): Promise<Result<{ id: string }>>;
  proposal(session: Session, id: string): Promise<Result<ProposalView>>;
  actOnProposal(session: Session, input: ProposalActInput): Promise<Result<{ message: Text }>>;
  /** Tries a draft on past matters, anew where it was tried before. */
  beginTrial(session: Session, id: string): Promise<Result<null>>;
  /** `caseId`: the matter whose two ways are shown; null for the first. */
  trial(session: Session, ask: { id: string; caseId: string | null }): Promise<Result<TrialView>>;
  versions(session: Session, ask: ScopeAsk & { package: string }): Promise<Result<VersionsPage>>;
  restoreVersion(
    session: Session,
    ask: ScopeAsk & { package: string; version: string | null },
  ): Promise<Result<{ id: string }>>;
}
