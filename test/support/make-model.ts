import type { ModelSource, ProcessSource } from "../../app/engine/model/model-source";

type Change = Partial<Omit<ModelSource, "processes">> & {
  processes?: Record<string, Partial<ProcessSource>>;
};

/** A model as its author might write it, with what a test is about. */
export function makeModel({ processes = {}, ...change }: Change = {}): ModelSource {
  const text = { zh: "说明", en: "Words" };
  return {
    id: "tools-at-home",
    version: "1.0.0",
    title: { zh: "村里借", en: "Lending in the village" },
    badge: { letter: "借", shape: "circle", tone: "live" },
    core: { sentence: text, source: { title: text, words: ["就近借"] }, leftOut: [] },
    fits: {
      kinds: ["mountain"],
      reasons: { far: { title: text, when: { ">=": [{ var: "village.minutesToStation" }, 30] } } },
    },
    force: {
      slots: {
        lender: { title: text, mark: "借", role: "auxiliary", per: "village", count: 1 },
      },
      together: [],
      duties: { auxiliary: [text] },
      discipline: [text],
      week: {
        days: ["visit", "visit", "visit", "visit", "station", "duty", "rest"],
        villagesPerDay: 1,
        visits: 1,
      },
      demands: {
        lenders: {
          title: text,
          when: { "<=": [{ var: "staff.short.lender" }, 0] },
          says: { yes: text, no: text, unknown: text },
        },
      },
    },
    processes: Object.fromEntries(
      Object.entries(processes).map(([id, process]) => [
        id,
        { major: 1, on: true, says: text, ...process },
      ]),
    ),
    main: "tool-lending",
    way: {
      title: text,
      stops: ["asked", "handover", "lent"].map((state) => ({
        ...{ title: text, who: text, states: [`tool-lending/${state}`] },
      })),
    },
    links: [],
    paper: { registers: [], wall: [text], plan: { zh: "{{county}}实施方案" } },
    indicators: {
      days: { title: text, package: "tool-lending", measure: "daysToEnd", better: "less" },
    },
    villagers: [text],
    hours: [],
    ...change,
  };
}
