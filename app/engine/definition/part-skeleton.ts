import { own, type Json } from "../json";

const words = { zh: "", en: "" };

/** What a new part begins with, by the map that it stands in. */
const SKELETONS: Readonly<Record<string, Json>> = {
  states: {
    meta: {
      title: words,
      phase: "",
      events: {
        next: {
          label: words,
          roles: ["officer"],
          noForm: words,
          act: "record",
          about: "matter",
        },
      },
    },
    on: { next: "" },
  },
  forms: {
    title: words,
    into: "",
    schema: { type: "object", additionalProperties: false, required: [], properties: {} },
    ui: {},
  },
  rules: { title: words, when: true, refusal: words, examples: [] },
  facts: { title: words, type: "boolean", value: true },
  deadlines: { title: words, from: "entry", count: 1, unit: "workday" },
  registers: { title: words, on: [], columns: {} },
  notices: { title: words, on: [], columns: {} },
  papers: { title: words, order: 1 },
  legal: { law: "", article: "", textVersion: "", verifiedOn: null, status: "recalled" },
  phases: { title: words, order: 1 },
};

/** The beginning of a new part; an empty object where nothing is known of its kind. */
export function partSkeleton(part: string): Json {
  return own(SKELETONS, part.split("/").at(-2) ?? "") ?? {};
}
