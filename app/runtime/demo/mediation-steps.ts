import type { JsonObject } from "../../engine/json";
import type { DemoStep, DemoTime } from "./demo-matter";

/** A dispute as the first steps of every mediation ask for it. */
export interface Dispute {
  reporter: string;
  where: string;
  what: string;
  /** Kind, as `schemas/dispute-mediation/data.json` lists them. */
  type: string;
  applicant: string;
  respondent: string;
  /** Why mediation was proposed. */
  note?: string;
}

type Taken = { by: string; when: DemoTime };

function step(event: string, { by, when }: Taken, form: JsonObject): DemoStep {
  return { event, by, when, form };
}

/** Five answers. */
export function register(taken: Taken, { reporter, where, what }: Dispute): DemoStep {
  return step("start", taken, { reporter, where, what, urgency: "normal", hurt: "no" });
}

/** The auxiliary's proposal: the matter's second step, which names the parties. */
export function propose(taken: Taken, dispute: Dispute, track = "mediation"): DemoStep {
  const { type, applicant, respondent, note } = dispute;
  return step("proposeTriage", taken, {
    type,
    parties: [
      { name: applicant, role: "applicant" },
      { name: respondent, role: "respondent" },
    ],
    proposal: { track, ...(note === undefined ? {} : { note }) },
  });
}

/** The officer's confirmation of a proposal. */
export function confirm(taken: Taken, dispute: Dispute, track = "mediation"): DemoStep {
  const { type, applicant, respondent } = dispute;
  return step("confirmTriage", taken, {
    type,
    parties: [
      { id: APPLICANT, name: applicant, role: "applicant" },
      { id: RESPONDENT, name: respondent, role: "respondent" },
    ],
    injury: "none",
    track,
  });
}

const APPLICANT = "#0";
const RESPONDENT = "#1";

/** What the two were asked: both agree unless the respondent was not met yet. */
export function askConsent(taken: Taken, respondent: "agree" | "notYet" | "refuse"): DemoStep {
  const informed = respondent === "notYet" ? "no" : "yes";
  return step("recordConsent", taken, {
    parties: [
      { id: APPLICANT, informed: "yes", consent: "agree" },
      { id: RESPONDENT, informed, consent: respondent },
    ],
  });
}

/** Where the parties live. A party without a phone is a party. */
export function completeParties(taken: Taken, address: string, phone?: string): DemoStep {
  return step("completeParties", taken, {
    parties: [
      { id: APPLICANT, minor: "no", address, ...(phone === undefined ? {} : { phone }) },
      { id: RESPONDENT, minor: "no", address },
    ],
  });
}

interface Acceptance {
  claims: string;
  committee: string;
  mediators: string;
  amountFen?: number;
}

/** The mediator takes it on. */
export function accept(taken: Taken, acceptance: Acceptance): DemoStep {
  return step("accept", taken, { source: "application", chosenBy: "parties", ...acceptance });
}

/** A date to meet on. */
export function schedule(taken: Taken, on: string, more: JsonObject = {}): DemoStep {
  const where = { place: "石桥村警务室", open: "closed" };
  return step("schedule", taken, { on, time: "上午 10 点", ...where, ...more });
}

/** Any other step. */
export function take(event: string, taken: Taken, form: JsonObject = {}): DemoStep {
  return step(event, taken, form);
}
