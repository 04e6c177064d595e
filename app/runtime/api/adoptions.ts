import type { Language, Text } from "../../engine/text";
import type { DueChip } from "../../engine/time/due-chip";
import type { Offer } from "./matter";
import type { Result } from "./result";
import type { Session } from "./session";
import type { StepAnswer, StepForm } from "./steps";
import type { ComparedModel, ModelMark } from "./villages";

/** One stop on the way of an adoption. */
export interface AdoptionStep {
  key: string;
  title: Text;
  is: "done" | "now" | "to";
}

/** A parameter that may be set otherwise when the model is adopted. */
export interface AdoptionParameter {
  /** `<package> <parameter>` */
  id: string;
  /** 矛盾纠纷调解：生效后第几天回访. */
  title: Text;
  /** What holds where nothing is set, in words. */
  standard: Text;
  range: Text | null;
  source: Text;
  certainty: "quoted" | "derived" | "assumed";
  /** As it is written; empty: as the model has it. */
  written: string;
  /** How the standard is written, for the empty field. */
  example: string;
}

/** What comes into being with the model: a draft, a book, a paper. */
export interface AdoptionOpening {
  title: Text;
  text: Text;
  /** Where it is, once it is there. */
  to: string | null;
  /** The step that drafts it, where this reader can take it now. */
  draft: { event: string; label: Text } | null;
}

/** A village that the adoption is about. */
export interface AdoptionVillage {
  code: string;
  name: string;
  kind: { id: string; title: Text } | null;
  model: ModelMark | null;
  /** It has adopted its model by itself: what its township adopts changes nothing here. */
  alone: boolean;
}

/** Everything that the guided page of one adoption shows. */
export interface AdoptionView {
  caseId: string;
  seq: number;
  number: string | null;
  place: Text;
  /** The unit whose villages can be compared again. */
  unit: string;
  model: (ModelMark & { sentence: Text }) | null;
  villages: AdoptionVillage[];
  steps: AdoptionStep[];
  now: { title: Text; due: DueChip | null; waitsFor: Text[] } | null;
  /** How it came out; null while it is open. */
  end: Text | null;
  /** Steps of this reader that have a page of their own. */
  offers: Pick<Offer, "event" | "label" | "help" | "primary">[];
  mayChoose: boolean;
  maySet: boolean;
  /** The model looked at: the chosen one, or the one asked for; held against the villages as people are now. */
  found: ComparedModel | null;
  /** What there is to choose from, those that suit the villages first. */
  choices: Pick<
    ComparedModel,
    "id" | "title" | "letter" | "shape" | "tone" | "verdict" | "suits"
  >[];
  why: string;
  despite: string;
  parameters: AdoptionParameter[];
  openings: AdoptionOpening[];
  /** The plan is there to be read and printed. */
  hasPlan: boolean;
}

/** An adoption under way, in one line. */
export interface OpenAdoption {
  caseId: string;
  place: Text;
  model: ModelMark | null;
  /** Where it stands: 法制审核. */
  state: Text;
  due: DueChip | null;
}

/** What an adoption is begun for: all villages of a unit, those of one kind, or one. */
export interface AdoptionPlace {
  unit: string;
  unitName: string;
  villages: AdoptionVillage[];
  found: ComparedModel;
}

/** Adopting models, over the package `model-adoption`. */
export interface AdoptionsApi {
  mayBeginAdoption(session: Session): Promise<boolean>;
  /** Those under way in the reader's villages; `village` leaves those of one. */
  openAdoptions(session: Session, village?: string): Promise<OpenAdoption[]>;
  /** The newest plan (实施方案) for a unit's villages that this reader may open: model id → matter. */
  plans(session: Session, unit: string): Promise<Record<string, string>>;
  /** Refuses `model/not-yours`, `model/unknown-model`, `model/not-adoptable`, `model/no-village`. */
  adoptionPlace(
    session: Session,
    ask: { unit: string; model: string },
  ): Promise<Result<AdoptionPlace>>;
  beginAdoption(
    session: Session,
    ask: {
      unit: string;
      model: string;
      /** One village alone, or all of one kind; neither: all. */
      village: string | null;
      kind: string | null;
      commandId: string;
    },
  ): Promise<Result<StepAnswer>>;
  /** `look` is a model to hold against the villages instead of the chosen one. Refuses as a matter's page does. */
  adoption(
    session: Session,
    ask: { caseId: string; look: string | null },
  ): Promise<Result<AdoptionView>>;
  /** The form of a step, with what follows from the model written in. */
  adoptionForm(
    session: Session,
    ask: { caseId: string; event: string; language: Language },
  ): Promise<Result<StepForm>>;
  /** Chooses the model; what the comparison found goes on record with it. Refuses `form/invalid` without a reason. */
  chooseModel(
    session: Session,
    ask: AdoptionCommand & { model: string; why: string; despite: string },
  ): Promise<Result<StepAnswer>>;
  /** Sets what differs from the model; an empty text follows it. Refuses `form/invalid` for what is out of range. */
  setAdoptionParameters(
    session: Session,
    ask: AdoptionCommand & { values: Readonly<Record<string, string>> },
  ): Promise<Result<StepAnswer>>;
}

export interface AdoptionCommand {
  caseId: string;
  commandId: string;
  expectedSeq: number;
}
