import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { versionOn } from "../../../app/engine/change/in-force";
import type { Version } from "../../../app/engine/change/proposal";
import type { ModelAdoption } from "../../../app/engine/model/adoption";
import {
  findDefinitionLayers,
  governedPackages,
  isOn,
  nameOfLayers,
  type LayerSources,
} from "../../../app/engine/model/definition-layers";
import type { AdoptionRecord } from "../../../app/engine/people-ports";
import { makeModel } from "../../support/make-model";
import { makeProposal } from "../../support/make-proposal";

const VILLAGE = ["v", "t", "c"];

const adoption = (unit: string, more: Partial<AdoptionRecord> = {}): AdoptionRecord => ({
  ...{ unit, package: "mediation", variant: null, from: "2026-01-01", to: null },
  ...more,
});
const model = (unit: string, more: Partial<ModelAdoption> = {}): ModelAdoption => ({
  ...{ unit, kind: null, model: "m2", from: "2026-01-01", to: null },
  ...{ settings: {}, decidedBy: null },
  ...more,
});
const version = (
  unit: string,
  more: { id?: string; model?: string | null; from?: string } = {},
): Version => {
  const { id = `${unit}-1`, model: of = null, from = "2026-01-01" } = more;
  const scope = { unit, package: "mediation", model: of };
  return { ...makeProposal({ id, scope }), status: "published", from };
};

const source = { zh: "来源" };
const m1 = makeModel({ id: "m1", processes: { custody: { on: true }, mediation: { on: false } } });
const m2 = makeModel({
  id: "m2",
  processes: {
    mediation: {
      on: true,
      variant: "gentle",
      parameters: {
        days: { value: 3, source, certainty: "quoted" },
        visits: { value: [7], source, certainty: "assumed" },
      },
    },
  },
});

interface Given extends Partial<Omit<LayerSources, "versionOn">> {
  versions?: Version[];
}

function sourcesOf({ versions = [], ...more }: Given): LayerSources {
  return {
    adoptions: [],
    modelAdoptions: [],
    findModel: (id) => [m1, m2].find((one) => one.id === id),
    versionOn: (scope, day) => versionOn(versions, scope, day),
    ...more,
  };
}

function layers(given: Given, ask: { day?: string; kind?: string | null } = {}) {
  const { day = "2026-06-01", kind = null } = ask;
  const village = { up: VILLAGE, kind, day };
  const found = findDefinitionLayers(sourcesOf(given), { package: "mediation", ...village });
  if (!found.ok) return found.refusal.code;
  return found.value.map((layer) => {
    if (layer.kind === "parameters") return JSON.stringify(layer.values);
    return `${layer.kind}:${layer.kind === "variant" ? layer.id : layer.version.id}`;
  });
}

describe("the layers of a definition", () => {
  test("stand in the order county variant, model's variant, parameters, changes", () => {
    const modelAdoptions = [model("c", { settings: { mediation: { days: 5 } } })];
    const versions = [
      version("c", { id: "for-m2", model: "m2" }),
      version("c", { id: "for-all" }),
      version("c", { id: "for-m1", model: "m1" }),
    ];
    const adoptions = [adoption("c", { variant: "hill" })];
    expect(layers({ adoptions, modelAdoptions, versions })).toEqual([
      "variant:hill",
      "variant:gentle",
      '{"days":5,"visits":[7]}',
      "change:for-all",
      "change:for-m2",
    ]);
  });

  test("are none where nobody has adopted anything", () => {
    expect(layers({})).toEqual([]);
    expect(layers({ adoptions: [adoption("elsewhere", { variant: "hill" })] })).toEqual([]);
  });

  test("follow the nearest unit upwards, for variants, models and changes each for itself", () => {
    const adoptions = [adoption("c", { variant: "hill" }), adoption("t", { variant: "valley" })];
    expect(layers({ adoptions })).toEqual(["variant:valley"]);
    const modelAdoptions = [model("c"), model("t", { model: "m1" })];
    expect(layers({ adoptions, modelAdoptions })).toEqual(["variant:valley"]);
    expect(layers({ versions: [version("c"), version("v")] })).toEqual(["change:v-1"]);
  });

  test("a unit that uses the package as shipped stops the way up", () => {
    expect(layers({ adoptions: [adoption("c", { variant: "hill" }), adoption("t")] })).toEqual([]);
  });

  test("a later record takes over from an open-ended one; last days are included", () => {
    const adoptions = [
      adoption("c", { variant: "hill" }),
      adoption("c", { variant: "new", from: "2026-07-01", to: "2026-08-31" }),
    ];
    const on = (day: string) => layers({ adoptions }, { day });
    expect(["2026-06-30", "2026-07-01", "2026-08-31", "2026-09-01"].map(on)).toEqual([
      ["variant:hill"],
      ["variant:new"],
      ["variant:new"],
      ["variant:hill"],
    ]);
  });

  test("the kind of a village counts more than the general, at the same unit only", () => {
    const general = model("c", { model: "m1" });
    const ofKind = model("c", { kind: "mountain" });
    const at = (kind: string | null, modelAdoptions: ModelAdoption[]) =>
      layers({ modelAdoptions }, { kind });
    const gentle = ["variant:gentle", '{"days":3,"visits":[7]}'];
    expect(at("mountain", [general, ofKind])).toEqual(gentle);
    expect(at("plain", [general, ofKind])).toEqual([]);
    expect(at(null, [general, ofKind])).toEqual([]);
    expect(at("mountain", [ofKind, model("t", { model: "m1" })])).toEqual([]);
  });

  test("two that hold at one level by their own dates are refused, not chosen between", () => {
    const until = { to: "2026-12-31" };
    const later = { from: "2026-02-01" };
    const two = [
      adoption("c", { variant: "a", ...until }),
      adoption("c", { variant: "b", ...later }),
    ];
    expect(layers({ adoptions: two })).toBe("runtime/two-variants");
    const models = [model("c", until), model("c", { model: "m1", ...later })];
    expect(layers({ modelAdoptions: models })).toBe("model/two-in-force");
  });

  test("two records of one variant on one level do not contradict each other", () => {
    const adoptions = [
      adoption("c", { variant: "a", to: "2026-12-31" }),
      adoption("c", { variant: "a", from: "2026-02-01" }),
    ];
    expect(layers({ adoptions })).toEqual(["variant:a"]);
  });

  test("an unknown model is refused", () => {
    const modelAdoptions = [model("c", { model: "gone" })];
    expect(layers({ modelAdoptions })).toBe("model/unknown-model");
  });

  test("a planned process brings no layers", () => {
    const planned = makeModel({
      id: "m3",
      processes: { mediation: { on: true, planned: true, variant: "gentle" } },
    });
    const findModel = () => planned;
    expect(layers({ findModel, modelAdoptions: [model("c", { model: "m3" })] })).toEqual([]);
  });
});

describe("what a model switches on", () => {
  const governed = governedPackages([m1, m2]);

  test("its own processes, with the further machines of their folders", () => {
    const ids = ["custody", "custody.tenancy", "mediation"];
    expect(ids.map((id) => isOn(m1, id, governed))).toEqual([true, true, false]);
  });

  test("nothing that only other models use; what no model names is no affair of models", () => {
    expect(isOn(m2, "custody", governed)).toBe(false);
    expect(isOn(m2, "lost-property", governed)).toBe(true);
  });
});

test("stacks of layers with different content have different names", () => {
  const parameters = (days: number) => ({
    ...{ kind: "parameters" as const, model: "m2", values: { days } },
  });
  const name = (days: number) => nameOfLayers([parameters(days)], "2026-01-01");
  expect(name(3)).toBe(name(3));
  expect(name(3)).not.toBe(name(5));
  expect(name(3)).not.toBe(nameOfLayers([], "2026-01-01"));
});

type Walk = { up: string[]; kind: string | null; day: string };

/** A walk that only knows the rules as design §10 says them, one level at a time. */
function naiveWalk(
  given: Required<Pick<Given, "adoptions" | "modelAdoptions" | "versions">>,
  ask: Walk,
): string[] {
  const begun = <T extends { from: string }>(list: readonly T[]) =>
    [...list].filter((one) => one.from <= ask.day).sort((a, b) => (a.from < b.from ? -1 : 1));
  const nearest = <T extends { from: string }>(list: readonly T[], unitOf: (one: T) => string) =>
    ask.up
      .map((unit) => begun(list.filter((one) => unitOf(one) === unit)).at(-1))
      .find((one) => one);
  const found: string[] = [];
  const variant = nearest(given.adoptions, (one) => one.unit)?.variant;
  if (variant) found.push(`variant:${variant}`);
  const levels = ask.up.flatMap((unit) => {
    const here = given.modelAdoptions.filter((one) => one.unit === unit);
    return [
      here.filter((one) => one.kind !== null && one.kind === ask.kind),
      here.filter((one) => one.kind === null),
    ];
  });
  const adopted = levels.map((level) => begun(level).at(-1)).find((one) => one);
  if (adopted?.model === "m2") found.push("variant:gentle", '{"days":3,"visits":[7]}');
  for (const about of adopted ? [null, adopted.model] : [null]) {
    const ofScope = given.versions.filter(({ scope }) => scope.model === about);
    const one = nearest(ofScope, ({ scope }) => scope.unit);
    if (one) found.push(`change:${one.id}`);
  }
  return found;
}

test("resolution equals a naive walk up the units", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
  const unit = fc.constantFrom("v", "t", "c", "elsewhere");
  // All without an end and of different first days: two that hold by their own dates are refused instead.
  const since = { from: day };
  const list = <T extends { from: string }>(one: fc.Arbitrary<T>) =>
    fc.uniqueArray(one, { maxLength: 6, selector: ({ from }) => from });
  const given = fc.record({
    adoptions: list(fc.record({ unit, variant: fc.constantFrom(null, "a", "b"), ...since })),
    modelAdoptions: list(
      fc.record({
        ...{ unit, kind: fc.constantFrom(null, "mountain"), model: fc.constantFrom("m1", "m2") },
        ...since,
      }),
    ),
    versions: list(fc.record({ unit, model: fc.constantFrom(null, "m1", "m2"), ...since })),
  });
  const kinds = fc.constantFrom(null, "mountain", "plain");
  fc.assert(
    fc.property(given, day, kinds, (some, on, kind) => {
      const from = {
        adoptions: some.adoptions.map((one) => adoption(one.unit, one)),
        modelAdoptions: some.modelAdoptions.map((one) => model(one.unit, one)),
        versions: some.versions.map((one, i) => version(one.unit, { ...one, id: `c${i}` })),
      };
      const walked = naiveWalk(from, { up: VILLAGE, kind, day: on });
      expect(layers(from, { day: on, kind })).toEqual(walked);
    }),
    { numRuns: 500 },
  );
});
