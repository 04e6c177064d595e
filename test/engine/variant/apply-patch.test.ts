import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject, sameJson, type Json } from "../../../app/engine/json";
import { pointerTo } from "../../../app/engine/json-pointer";
import { applyPatch } from "../../../app/engine/variant/apply-patch";
import { fromKeyed, toKeyed } from "../../../app/engine/variant/keyed-view";
import { makePatch } from "../../../app/engine/variant/make-patch";
import { leavesOf, type PatchOperation } from "../../../app/engine/variant/patch";
import { documents, edited, edits } from "./documents";

const VIEW: Json = {
  days: { value: 7, unit: "day" },
  roles: ["officer"],
  on: { $order: [], x: 1 },
};
const TEST: PatchOperation = { op: "test", path: "/days/value", value: 7 };

const codesOf = (view: Json, patch: PatchOperation[]) => {
  const applied = applyPatch(view, patch);
  return applied.ok ? [] : applied.problems.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe("a patch that fits", () => {
  test("replaces, removes and adds, and leaves the given view as it was", () => {
    const before = structuredClone(VIEW);
    const applied = applyPatch(VIEW, [
      TEST,
      { op: "replace", path: "/days/value", value: 14 },
      { op: "test", path: "/roles", value: ["officer"] },
      { op: "remove", path: "/roles" },
      { op: "add", path: "/days/note", value: { zh: "山区" } },
    ]);
    expect(applied).toEqual({
      ok: true,
      view: {
        days: { value: 14, unit: "day", note: { zh: "山区" } },
        on: { $order: [], x: 1 },
      },
    });
    expect(VIEW).toEqual(before);
  });

  test("may change null to something and something to null", () => {
    const patch: PatchOperation[] = [
      { op: "test", path: "/a", value: null },
      { op: "replace", path: "/a", value: 1 },
      { op: "test", path: "/b", value: 1 },
      { op: "replace", path: "/b", value: null },
    ];
    expect(applyPatch({ a: null, b: 1 }, patch)).toEqual({ ok: true, view: { a: 1, b: null } });
  });
});

describe("a patch that does not fit", () => {
  test("says what was, what is, and what the variant makes of it", () => {
    const applied = applyPatch({ days: { value: 5 } }, [
      TEST,
      { op: "replace", path: "/days/value", value: 14 },
    ]);
    expect(applied).toMatchObject({ problems: [{ code: "variant/conflict" }] });
    const message = applied.ok ? "" : applied.problems[0]?.message.zh;
    expect(message).toContain("“/days/value”原来是 7，现在是 5，方案要改成 14");
  });

  test("reports every conflict at once", () => {
    const patch: PatchOperation[] = [
      { op: "test", path: "/days/value", value: 1 },
      { op: "replace", path: "/days/value", value: 2 },
      { op: "add", path: "/roles", value: [] },
      { op: "remove", path: "/none" },
    ];
    expect(codesOf(VIEW, patch)).toEqual([
      "variant/conflict /days/value",
      "variant/exists /roles",
      "variant/missing /none",
    ]);
  });

  test.each<[string, PatchOperation[], string]>([
    [
      "a replace without a test",
      [{ op: "replace", path: "/days/value", value: 1 }],
      "variant/untested /days/value",
    ],
    [
      "a remove of which one leaf was not tested",
      [TEST, { op: "remove", path: "/days" }],
      "variant/untested /days/unit",
    ],
    [
      "a test of something that is gone",
      [{ op: "test", path: "/none", value: 1 }],
      "variant/conflict /none",
    ],
    [
      "a test of something below a value",
      [{ op: "test", path: "/roles/0", value: "officer" }],
      "variant/conflict /roles/0",
    ],
    [
      "an add below something that is gone",
      [{ op: "add", path: "/none/x", value: 1 }],
      "variant/missing /none/x",
    ],
    [
      "an add into a list",
      [{ op: "add", path: "/roles/-", value: "x" }],
      "variant/inside-list /roles/-",
    ],
    ["a path that is none", [{ op: "add", path: "days", value: 1 }], "variant/path days"],
    ["the whole document", [{ op: "replace", path: "", value: 1 }], "variant/path "],
    [
      "a key that reaches a prototype",
      [{ op: "add", path: "/__proto__/x", value: 1 }],
      "variant/path /__proto__/x",
    ],
    [
      "two changes of one place",
      [
        TEST,
        { op: "replace", path: "/days/value", value: 1 },
        { op: "remove", path: "/days/value" },
      ],
      "variant/overlap /days/value",
    ],
    [
      "a change inside another",
      [
        { op: "add", path: "/new", value: {} },
        { op: "add", path: "/new/x", value: 1 },
      ],
      "variant/overlap /new/x",
    ],
  ])("%s is refused", (_, patch, expected) => {
    expect(codesOf(VIEW, patch)).toContain(expected);
  });
});

describe("the patch between two documents", () => {
  test("makes the one of the other, exactly", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(documents, fc.array(edits, { maxLength: 4 }), (base, changes) => {
        const changed = changes.reduce(edited, base as Json);
        const applied = applyPatch(toKeyed(base), makePatch(base, changed));
        if (!isObject(changed) || Object.keys(changed).length === 0) return;
        expect(applied.ok && fromKeyed(applied.view)).toEqual({ document: changed, problems: [] });
      }),
      { numRuns: 200 },
    );
  });

  test("names the fewest leaves, each with its test", () => {
    const base = { a: { x: 1, y: [1] }, list: [{ meta: { key: "k" }, target: "t" }] };
    const changed = { a: { x: 2, y: [1] }, list: [{ meta: { key: "k" }, target: "u" }] };
    expect(makePatch(base, changed)).toEqual([
      { op: "test", path: "/a/x", value: 1 },
      { op: "replace", path: "/a/x", value: 2 },
      { op: "test", path: "/list/k/target", value: "t" },
      { op: "replace", path: "/list/k/target", value: "u" },
    ]);
  });
});

describe("an upgrade of the base below a variant", () => {
  /** Every leaf by its pointer. An object that became empty is no change of its own. */
  const leafMap = (document: Json) =>
    new Map(
      leavesOf(toKeyed(document))
        .filter(({ value }) => !isObject(value))
        .map(({ keys, value }) => [pointerTo("", ...keys), value]),
    );

  test(
    "either conflicts, or gives exactly both changes: nothing is silently wrong",
    { timeout: 30_000 },
    () => {
      let clean = 0;
      fc.assert(
        fc.property(
          documents,
          fc.array(edits, { minLength: 1, maxLength: 3 }),
          fc.array(edits, { minLength: 1, maxLength: 3 }),
          (base, ours, theirs) => {
            const variant = ours.reduce(edited, base as Json);
            const upgraded = theirs.reduce(edited, base as Json);
            const applied = applyPatch(toKeyed(upgraded), makePatch(base, variant));
            if (!applied.ok) return;
            const back = fromKeyed(applied.view);
            if (back.problems.length > 0) return;
            clean += 1;
            const [was, mine, now, result] = [base, variant, upgraded, back.document].map(leafMap);
            const pointers = [was, mine, now, result].flatMap((map) => [...(map?.keys() ?? [])]);
            const wrong = pointers.filter((pointer) => {
              const isMine = !sameJson(mine?.get(pointer), was?.get(pointer));
              return !sameJson(result?.get(pointer), (isMine ? mine : now)?.get(pointer));
            });
            expect(wrong).toEqual([]);
          },
        ),
        { numRuns: 400 },
      );
      expect(clean).toBeGreaterThan(20);
    },
  );
});
