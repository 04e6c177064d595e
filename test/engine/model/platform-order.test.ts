import { describe, expect, test } from "vitest";
import type { ModelAdoption } from "../../../app/engine/model/adoption";
import {
  carryOutOrder,
  orderAnswer,
  type PlatformOrder,
} from "../../../app/engine/model/platform-order";
import { readSetting, writeSetting } from "../../../app/engine/model/read-setting";
import { createValidator } from "../../../app/engine/validation/validator";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";
import { makeModel } from "../../support/make-model";

const source = { zh: "来源" };
const model = makeModel({
  id: "m2",
  processes: {
    mediation: {
      parameters: {
        days: { value: 3, source, certainty: "quoted", range: { type: "integer", maximum: 5 } },
        visits: { value: [7], source, certainty: "assumed" },
      },
    },
  },
});
const shown = makeModel({ id: "shown", adoptable: false });
const mediation = {
  workflow: {
    parameters: {
      days: { title: { zh: "几天" }, schema: { type: "integer", minimum: 1 }, value: 3 },
      visits: {
        title: { zh: "回访" },
        schema: { type: "array", items: { type: "integer", minimum: 3 } },
        value: [7],
      },
      oral: { title: { zh: "口头" }, schema: { type: "integer", unit: "fen" }, value: 100 },
    },
  },
} as unknown as DefinitionDocument;

const held = (more: Partial<ModelAdoption> = {}): ModelAdoption => ({
  ...{ unit: "t", kind: null, model: "m1", from: "2026-01-01", to: null },
  ...{ settings: {}, decidedBy: null },
  ...more,
});

function carry(order: PlatformOrder, modelAdoptions: ModelAdoption[] = []) {
  return carryOutOrder(order, {
    known: { units: [{ id: "t" }, { id: "v" }], modelAdoptions },
    models: new Map([model, shown].map((one) => [one.id, one])),
    kinds: { mountain: {}, urban: {} },
    packages: new Map([["mediation", mediation]]),
    validator: createValidator(),
    decidedBy: "991021-7",
  });
}

const adopt = (more: Partial<Extract<PlatformOrder, { order: "adoptModel" }>> = {}) => ({
  ...{ order: "adoptModel" as const, units: ["t"], kind: null, model: "m2" },
  ...{ from: "2026-12-01", settings: [] },
  ...more,
});
const set = (parameter: string, value: string) => ({ package: "mediation", parameter, value });
const codeOf = (found: ReturnType<typeof carry>) => (found.ok ? "done" : found.refusal.code);

describe("adopting", () => {
  test("writes one row a unit, with what was set otherwise than the model has it", () => {
    const settings = [set("days", "3"), set("visits", "7、30 90")];
    expect(carry(adopt({ units: ["t", "v"], settings }))).toMatchObject({
      value: {
        modelAdoptions: [
          { unit: "t", model: "m2", from: "2026-12-01", to: null, decidedBy: "991021-7" },
          { unit: "v", settings: { mediation: { visits: [7, 30, 90] } } },
        ],
        villageKinds: [],
      },
    });
  });

  test("ends what would go on by its own dates, and takes over from what has no end", () => {
    const rows = (modelAdoptions: ModelAdoption[]) => {
      const carried = carry(adopt(), modelAdoptions);
      return carried.ok ? carried.value.modelAdoptions.map(({ model: id, to }) => [id, to]) : [];
    };
    expect(rows([held()])).toEqual([["m2", null]]);
    expect(rows([held({ to: "2026-12-31" })])).toEqual([
      ["m1", "2026-11-30"],
      ["m2", null],
    ]);
    expect(rows([held({ to: "2026-12-31", kind: "urban" })])).toEqual([["m2", null]]);
    expect(rows([held({ to: "2026-10-31" })])).toEqual([["m2", null]]);
  });

  test("again is the same", () => {
    const first = carry(adopt());
    const rows = first.ok ? first.value.modelAdoptions : [];
    expect(carry(adopt(), rows)).toEqual(first);
  });

  test.each([
    [adopt({ units: [] }), "model/no-village"],
    [adopt({ units: ["t", "elsewhere"] }), "model/no-village"],
    [adopt({ from: "1. Dezember" }), "model/order-day"],
    [adopt({ model: "gone" }), "model/unknown-model"],
    [adopt({ model: "shown" }), "model/not-adoptable"],
    [adopt({ kind: "seaside" }), "model/unknown-kind"],
    [adopt({ settings: [set("hours", "3")] }), "check/unknown-parameter"],
    [adopt({ settings: [set("oral", "3")] }), "check/unknown-parameter"],
    [
      adopt({ settings: [{ package: "__proto__", parameter: "days", value: "1" }] }),
      "check/unknown-parameter",
    ],
    [adopt({ settings: [set("days", "6")] }), "model/parameter-range"],
    [adopt({ settings: [set("days", "0")] }), "model/parameter-range"],
    [adopt({ settings: [set("days", "drei")] }), "model/parameter-range"],
    [adopt({ settings: [set("visits", "7、1")] }), "model/parameter-range"],
  ])("%j is refused: %s", (order, code) => {
    const carried = carry(order);
    expect(codeOf(carried)).toBe(code);
    expect(orderAnswer(carried)).toMatchObject({ done: false, code });
  });
});

describe("leaving and kinds", () => {
  test("the model is used for the last time on the day; what began later stays", () => {
    const leave = { order: "leaveModel" as const, units: ["t"], kind: null, last: "2026-12-31" };
    const carried = carry(leave, [held(), held({ from: "2027-03-01", model: "m2" })]);
    expect(carried).toMatchObject({
      value: { modelAdoptions: [{ model: "m1", to: "2026-12-31" }] },
    });
    expect(carried.ok && carried.value.modelAdoptions).toHaveLength(1);
    expect(orderAnswer(carried)).toEqual({ done: true });
  });

  test("a village is of its kind from the day on, a known one", () => {
    const kind = {
      order: "setVillageKind" as const,
      village: "v",
      kind: "urban",
      from: "2026-12-01",
    };
    expect(carry(kind)).toMatchObject({
      value: { villageKinds: [{ unit: "v", kind: "urban", from: "2026-12-01" }] },
    });
    expect(codeOf(carry({ ...kind, kind: "__proto__" }))).toBe("model/unknown-kind");
    expect(codeOf(carry({ ...kind, village: "x" }))).toBe("model/no-village");
  });
});

test.each([
  ["7、30、90", { type: "array", items: { type: "integer" } }, [7, 30, 90]],
  ["７，３０", { type: "array", items: { type: "integer" } }, [7, 30]],
  ["是", { type: "boolean" }, true],
  ["没有", { type: "boolean" }, false],
  ["2000.50", { type: "integer", unit: "fen" }, 200050],
  ["12", { type: "integer" }, 12],
  ["1.5", { type: "integer" }, undefined],
  ["1e9", { type: "integer" }, undefined],
  ["", { type: "string" }, undefined],
  ["也许", { type: "boolean" }, undefined],
])("%s is read by its schema", (text, schema, value) => {
  expect(readSetting(text, schema)).toEqual(value);
  if (value !== undefined) expect(readSetting(writeSetting(value, schema), schema)).toEqual(value);
});
