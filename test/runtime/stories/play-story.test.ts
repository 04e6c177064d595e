import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadPlugins } from "../../../app/runtime/plugins";
import { playFile } from "../../../app/runtime/stories/play-stories";
import type { StoryContext } from "../../../app/runtime/stories/story-world";
import { makeModel } from "../../support/make-model";
import { loanForm, SHIQIAO } from "../../support/open-test-cases";
import { EXAMPLE_TREE } from "../../support/temp-tree";

const source = { zh: "来源", en: "Source" };
const long = makeModel({
  id: "long-loans",
  processes: {
    "tool-lending": { parameters: { lendingDays: { value: 10, source, certainty: "assumed" } } },
  },
});
const none = makeModel({ id: "no-loans", processes: { "tool-lending": { on: false } } });

const { packages, roles, kinds } = await loadPackages({ dir: EXAMPLE_TREE });
const models = [long, none].map((source) => ({ id: source.id, file: "", source, stories: [] }));
const context: StoryContext = {
  loaded: { packages, roles, kinds, models },
  registry: loadPlugins(),
};

const people = {
  xiulan: { name: "杨秀兰", posts: [{ role: "auxiliary", unit: SHIQIAO }] },
  gaoyuan: { name: "高原", posts: [{ role: "officer", unit: "991021200.station" }] },
  zhouzheng: { name: "周正", posts: [{ role: "officer", unit: "991023200.station" }] },
};
const story = (steps: object[], more: object = {}): JsonObject =>
  ({
    ...{ title: { zh: "故事" }, clock: "2026-11-23T09:00", people, steps },
    ...more,
  }) as unknown as JsonObject;

/** The problems of each step, by its place in the story from 1. */
async function problemsOf(told: JsonObject): Promise<string[]> {
  const { steps } = await playFile(told, context);
  return steps.flatMap(({ index, problems }) => problems.map((text) => `${index + 1}: ${text}`));
}

const loan = (
  matter: string,
  expect: object = { state: "asked" },
  by = "xiulan",
  place = SHIQIAO,
) => ({
  ...{ by, matter, package: "tool-lending", place, start: loanForm(), expect },
});
const step = (by: string, matter: string, event: string, more: object = {}) => ({
  ...{ by, matter, event },
  ...more,
});
const damaged = (matter: string) => [
  step("gaoyuan", matter, "approve"),
  step("gaoyuan", matter, "sign", { form: { signedOn: "2026-11-23" } }),
  step("gaoyuan", matter, "count"),
  step("gaoyuan", matter, "bringBack", {
    form: { items: [{ id: "1-1", condition: "damaged" }] },
    expect: { state: "damaged" },
  }),
];

describe("links between matters", () => {
  test("really open, are told, report and close their parent; clocks run by themselves", async () => {
    const told = story([
      loan("loan", { state: "asked" }),
      ...damaged("loan"),
      step("gaoyuan", "loan", "sendToRepair", {
        form: { damagedTools: "水泵" },
        opens: "repair",
        expect: { state: "mending", states: { repair: "atWorkshop" } },
      }),
      { wait: { days: 40 }, expect: { states: { repair: "urgent", loan: "mending" } } },
      step("xiulan", "repair", "mend", {
        form: { cost: 5000 },
        expect: { end: "completed", states: { loan: "returned" } },
      }),
    ]);
    expect(await problemsOf(told)).toEqual([]);
  });

  test("a child that is scrapped reports that too", async () => {
    const told = story([
      loan("loan"),
      ...damaged("loan"),
      step("gaoyuan", "loan", "sendToRepair", { form: { damagedTools: "水泵" }, opens: "repair" }),
      step("gaoyuan", "repair", "scrap", { expect: { end: "abandoned" } }),
      { expect: { states: { loan: "writtenOff" } } },
    ]);
    expect(await problemsOf(told)).toEqual([]);
  });

  test("a step that opens nothing cannot be named for what it opens", async () => {
    const told = story([loan("loan"), step("gaoyuan", "loan", "approve", { opens: "repair" })]);
    expect(await problemsOf(told)).toEqual([expect.stringContaining("refused: case/unknown-link")]);
  });
});

describe("who may do what where", () => {
  test("somebody of another county is refused, as in the product", async () => {
    const told = story([
      loan("loan"),
      step("zhouzheng", "loan", "approve", { expect: { refused: "case/out-of-scope" } }),
      loan("other", { refused: "case/unknown-place" }, "zhouzheng"),
    ]);
    expect(await problemsOf(told)).toEqual([]);
  });

  test("a post that is given or taken counts from that moment on", async () => {
    const post = { person: "zhouzheng", role: "officer", unit: "991021200.station" };
    const told = story([
      loan("loan"),
      { appoint: post },
      step("zhouzheng", "loan", "approve", { expect: { state: "unsigned" } }),
      { relieve: post },
      step("zhouzheng", "loan", "count", { expect: { refused: "case/out-of-scope" } }),
    ]);
    expect(await problemsOf(told)).toEqual([]);
  });
});

describe("models and changes", () => {
  test("what is adopted decides about new matters, and leaves open ones alone", async () => {
    const told = story([
      loan("before", { params: { lendingDays: 7 } }),
      { adopt: { unit: "991021", model: "long-loans", from: "2026-11-24" } },
      loan("sameDay", { params: { lendingDays: 7 }, model: { [SHIQIAO]: null } }),
      {
        ...loan("after", { params: { lendingDays: 10 }, model: { [SHIQIAO]: "long-loans" } }),
        clock: "2026-11-24T09:00",
      },
      step("gaoyuan", "before", "approve", { expect: { params: { lendingDays: 7 } } }),
    ]);
    expect(await problemsOf(told)).toEqual([]);
  });

  test("what a model switches off is refused; another kind of village brings another model", async () => {
    const told = story(
      [
        loan("first", { refused: "model/not-in-model" }),
        { kind: { village: SHIQIAO, kind: "mountain", from: "2026-12-01" } },
        { ...loan("second", { params: { lendingDays: 12 } }), clock: "2026-12-01T09:00" },
      ],
      {
        villages: { [SHIQIAO]: { kind: "plain" } },
        models: [
          { unit: "991021", model: "no-loans", from: "2026-01-01" },
          {
            ...{ unit: "991021", kind: "mountain", model: "long-loans", from: "2026-01-01" },
            settings: { "tool-lending": { lendingDays: 12 } },
          },
        ],
      },
    );
    expect(await problemsOf(told)).toEqual([]);
  });

  test("a county's change for one model does not touch the other", async () => {
    const place = "991023200201";
    const told = story(
      [
        {
          change: {
            ...{ unit: "991021", package: "tool-lending", model: "long-loans" },
            ...{ from: "2026-11-23", parameters: { lendingDays: 14 } },
          },
        },
        loan("mine", { params: { lendingDays: 14 } }),
        loan("theirs", { params: { lendingDays: 10 } }, "zhouzheng", place),
      ],
      {
        models: ["991021", "991023"].map((unit) => ({
          ...{ unit, model: "long-loans", from: "2026-01-01" },
        })),
      },
    );
    expect(await problemsOf(told)).toEqual([]);
  });

  test("verdicts say what fails and who is needed", async () => {
    const compare = { unit: "991021200", models: ["long-loans"] };
    const needed = { lender: 8 };
    const right = { verdict: "infeasible", failing: ["lenders"], needed };
    const told = story([
      { compare, expect: { verdicts: { "long-loans": right } } },
      { compare, expect: { verdicts: { "long-loans": { verdict: "feasible" } } } },
    ]);
    expect(await problemsOf(told)).toEqual(['2: long-loans is "infeasible", expected "feasible"']);
  });
});

describe("a story that is none", () => {
  test("is reported by its shape", async () => {
    const { passed, steps } = await playFile({ title: { zh: "空" }, steps: [{}] }, context);
    expect(passed).toBe(false);
    expect(steps[0]?.problems.join()).toContain("check/missing-key");
  });

  test("a matter that nobody began is not found", async () => {
    expect(await problemsOf(story([step("gaoyuan", "loan", "approve")]))).toEqual([
      expect.stringContaining("case/not-found"),
    ]);
  });

  test("an expectation that does not hold is said", async () => {
    const told = story([
      loan("loan", { state: "lent", params: { lendingDays: 8 }, states: { other: "lent" } }),
    ]);
    expect(await problemsOf(told)).toEqual([
      '1: state is "asked", expected "lent"',
      "1: parameter lendingDays is 7, expected 8",
      "1: there is no matter called other",
    ]);
  });
});
