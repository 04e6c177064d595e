import { describe, expect, test } from "vitest";
import { valueAt } from "../../../app/engine/json-pointer";
import type { Json } from "../../../app/engine/json";
import { toKeyed } from "../../../app/engine/variant/keyed-view";
import { materialise } from "../../../app/engine/variant/materialise";
import type { PatchOperation } from "../../../app/engine/variant/patch";
import { codesOf, lending, lendingWith, patchOf } from "./lending";

const DAYS = "/workflow/parameters/lendingDays/value";
const days = (was: number, value: number): PatchOperation[] => [
  { op: "test", path: DAYS, value: was },
  { op: "replace", path: DAYS, value },
];

describe("a chain of variants", () => {
  test("is applied from the base outwards and leaves the base as it is", () => {
    const before = structuredClone(lending);
    const made = materialise({
      base: lending,
      variants: [
        { id: "county", patch: days(7, 14) },
        { id: "mountain", patch: days(14, 21) },
      ],
    });
    expect(made.ok && valueAt(made.document as unknown as Json, DAYS)).toBe(21);
    expect(lending).toEqual(before);
  });

  test("without a variant it is the base itself", () => {
    expect(materialise({ base: lending, variants: [] })).toEqual({ ok: true, document: lending });
  });

  test("names the variant that no longer fits its parent", () => {
    const variants = [
      { id: "county", patch: days(7, 14) },
      { id: "mountain", patch: days(7, 21) },
    ];
    const made = materialise({ base: lending, variants });
    expect(made).toMatchObject({
      ok: false,
      variant: "mountain",
      problems: [{ code: "variant/conflict", pointer: DAYS }],
    });
  });

  test("an order that does not fit is found", () => {
    const base = lendingWith({ transitions: "change" });
    const path = "/workflow/machine/states/lent/on/bringBack";
    const removed = { meta: { key: "damaged" }, guard: "someDamaged", target: "damaged" };
    const patch: PatchOperation[] = [
      { op: "test", path: `${path}/damaged`, value: removed },
      { op: "remove", path: `${path}/damaged` },
    ];
    expect(codesOf(base, patch)).toEqual([`variant/order ${path}`]);
  });
});

describe("parameters", () => {
  test.each([31, 0, "14", null, 7.5])("cannot leave their limits: %j", (value) => {
    const patch: PatchOperation[] = [
      { op: "test", path: DAYS, value: 7 },
      { op: "replace", path: DAYS, value },
    ];
    expect(codesOf(lending, patch)).toEqual([`variant/outside-schema ${DAYS}`]);
  });

  test("keep their limits themselves, and their value where the package does not open it", () => {
    const limits = patchOf(lending, ({ workflow }) => {
      Object.assign(workflow.parameters?.["lendingDays"]?.schema ?? {}, { maximum: 99 });
    });
    const path = "/workflow/parameters/lendingDays/schema/maximum";
    expect(codesOf(lending, limits)).toEqual([`variant/not-allowed ${path}`]);
    expect(codesOf(lendingWith({}), days(7, 8))).toEqual([`variant/not-allowed ${DAYS}`]);
    expect(codesOf(lendingWith({ "parameters.lendingDays": "within schema" }), days(7, 8))).toEqual(
      [],
    );
    const other = lendingWith({ "parameters.maxTools": "within schema" });
    expect(codesOf(other, days(7, 8))).toEqual([`variant/not-allowed ${DAYS}`]);
  });
});

describe("the keyed view of a package", () => {
  test("addresses candidates by their key", () => {
    const view = toKeyed(lending as unknown as Json);
    const path = "/workflow/machine/states/lent/on/bringBack";
    expect(valueAt(view, `${path}/$order`)).toEqual(["damaged", "else"]);
    expect(valueAt(view, `${path}/else/target`)).toBe("returned");
  });
});
