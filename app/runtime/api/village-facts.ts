import type { Language, Text } from "../../engine/text";
import type { Truth } from "../../engine/rules/types";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepForm } from "./steps";
import type { ModelMark } from "./villages";

/** One aggregate fact of a village, as a field. */
export interface FactField {
  key: string;
  label: Text;
  hint: Text | null;
  /** What may be chosen; empty where a number is written. */
  options: { value: string; label: Text }[];
  /** As it is written; empty: not known. */
  value: string;
  shown: Text;
  range: Text | null;
}

/** Whether a model suits the village, and because of what. */
export interface ModelFit {
  model: ModelMark;
  kindFits: boolean | null;
  reasons: { title: Text; truth: Truth }[];
  isHeld: boolean;
}

export interface VillageFactsView {
  code: string;
  name: string;
  kind: Text | null;
  fields: FactField[];
  /** As of which day, and who wrote it; null where it was imported or came with the installation. */
  day: Text | null;
  by: string | null;
  /** What was written, the newest first; `by` null: imported, or there from the beginning. */
  history: { when: Text; by: string | null; changes: Text[] }[];
  fits: ModelFit[];
  mayEdit: boolean;
  /** Proposing the kind of the village: whether this reader may, and the matter that is under way. */
  mayPropose: boolean;
  proposal: { caseId: string; title: Text; state: Text } | null;
}

/** What is known of a village as a whole, and what kind of village that makes it. */
export interface VillageFactsApi {
  /** Refuses `model/unknown-village` for what is no village within the reader's reach. */
  villageFacts(session: Session, code: string): Promise<Result<VillageFactsView>>;
  /** Refuses `model/not-your-village`, `model/not-in-practice`, and `form/invalid` with every field at fault. */
  saveVillageFacts(
    session: Session,
    ask: { code: string; values: Readonly<Record<string, string>> },
  ): Promise<Result<null>>;
  /** The form that proposes the kind, with facts and reasons written in. */
  kindForm(session: Session, ask: { code: string; language: Language }): Promise<Result<StepForm>>;
}
