import fc from "fast-check";
import jsonLogic from "json-logic-js";
import { describe, expect, it } from "vitest";
import { deepFreeze, isObject, type Json, type JsonObject } from "../../../app/engine/json";
import { compileLogic } from "../../../app/engine/rules/compile-logic";
import type { Logic } from "../../../app/engine/rules/types";
import { undecidedReads } from "../../../app/engine/rules/undecided";
import { anything, rule, wholeScope } from "./generated-rules";

const NO_PLUGINS = new Map<string, never>();

function asJsonLogic(logic: Logic, scope: JsonObject): Json {
  const result: unknown = Reflect.apply(jsonLogic.apply, jsonLogic, [logic, scope]);
  return result as Json;
}

/** Every path of the data that can be taken away: fields, and fields of items. */
function leaves(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const deeper = Array.isArray(value)
    ? value.flatMap((item, index) => (isObject(item) ? leaves(item, [...path, index]) : []))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]))
      : [];
  return typeof path.at(-1) === "string" && !isObject(value) ? [path, ...deeper] : deeper;
}

function holderOf(scope: JsonObject, path: (string | number)[]): JsonObject | undefined {
  let here: Json | undefined = scope;
  for (const part of path.slice(0, -1)) {
    here = Array.isArray(here) ? here[Number(part)] : isObject(here) ? here[part] : undefined;
  }
  return isObject(here) ? here : undefined;
}

/** Objects are compared by being there: filling a gap inside one does not make it another. */
function withoutInsides(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => withoutInsides(item) ?? null);
  return isObject(value) ? "an object" : value;
}

describe("rules on generated data", { timeout: 60_000 }, () => {
  it("give what json-logic-js gives where nothing is missing", () => {
    fc.assert(
      fc.property(rule(), wholeScope, (logic, scope) => {
        const ours = compileLogic(logic, NO_PLUGINS).evaluate(deepFreeze(structuredClone(scope)));
        const theirs = asJsonLogic(logic, scope);
        if (typeof theirs === "number" && !Number.isFinite(theirs)) {
          expect(ours.truth).toBe("unknown");
        } else {
          expect(ours.value).toEqual(theirs);
          expect(ours.truth).toBe(jsonLogic.truthy(theirs));
        }
        expect(ours.missing).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("decide only what every completion of the gaps decides in the same way", () => {
    let decidedOverGaps = 0;
    fc.assert(
      fc.property(
        rule(),
        wholeScope,
        fc.infiniteStream(fc.boolean()),
        fc.array(fc.array(anything, { minLength: 30, maxLength: 30 }), {
          minLength: 4,
          maxLength: 4,
        }),
        (logic, scope, taken, fillings) => {
          const gaps = leaves(scope).filter(() => taken.next().value === true);
          const partial = structuredClone(scope);
          for (const gap of gaps) delete holderOf(partial, gap)?.[String(gap.at(-1))];
          const ours = compileLogic(logic, NO_PLUGINS).evaluate(
            deepFreeze(structuredClone(partial)),
          );
          if (ours.truth === "unknown") {
            expect(ours.value).toBeUndefined();
            return;
          }
          if (gaps.length > 0) decidedOverGaps += 1;

          const completions = fillings.map((filling) => {
            const completion = structuredClone(scope);
            gaps.forEach((gap, index) => {
              const holder = holderOf(completion, gap);
              if (holder !== undefined)
                holder[String(gap.at(-1))] = filling[index % filling.length] ?? 0;
            });
            return completion;
          });
          for (const completion of [scope, ...completions]) {
            const theirs = asJsonLogic(logic, completion);
            expect(jsonLogic.truthy(theirs)).toBe(ours.truth);
            if (ours.value !== undefined) {
              expect(withoutInsides(theirs)).toEqual(withoutInsides(ours.value));
            }
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(decidedOverGaps).toBeGreaterThan(500);
  });

  it("name what is missing wherever filling it would decide, and else the place that cannot tell", () => {
    let unknown = 0;
    fc.assert(
      fc.property(rule(), wholeScope, fc.infiniteStream(fc.boolean()), (logic, scope, taken) => {
        const partial = structuredClone(scope);
        for (const gap of leaves(scope))
          if (taken.next().value === true) delete holderOf(partial, gap)?.[String(gap.at(-1))];
        const compiled = compileLogic(logic, NO_PLUGINS);
        const { truth, missing, because } = compiled.evaluate(partial);
        if (truth !== "unknown") return;
        unknown += 1;
        if (compiled.evaluate(scope).truth !== "unknown") expect(missing).not.toEqual([]);
        else expect(missing.length + undecidedReads(because).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
    expect(unknown).toBeGreaterThan(300);
  });

  it("come to the same where nobody asks why", () => {
    fc.assert(
      fc.property(rule(), wholeScope, fc.infiniteStream(fc.boolean()), (logic, scope, taken) => {
        const partial = structuredClone(scope);
        for (const gap of leaves(scope))
          if (taken.next().value === true) delete holderOf(partial, gap)?.[String(gap.at(-1))];
        const compiled = compileLogic(logic, NO_PLUGINS);
        const { truth, value } = compiled.evaluate(partial);
        const judged = compiled.judge(partial);
        expect({ truth: judged.truth, value: judged.value }).toEqual({ truth, value });
      }),
      { numRuns: 1500 },
    );
  });

  it("never throw, whatever the rule and the data hold, and give the same twice", () => {
    fc.assert(
      fc.property(
        rule(),
        fc.object({ key: fc.constantFrom("data", "people", "age", "count") }),
        (logic, scope) => {
          const compiled = compileLogic(logic, NO_PLUGINS);
          const data = deepFreeze(scope as JsonObject);
          expect(compiled.evaluate(data)).toEqual(compiled.evaluate(data));
        },
      ),
      { numRuns: 300 },
    );
  });
});
