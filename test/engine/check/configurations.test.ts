import fc from "fast-check";
import { expect, test } from "vitest";
import { createMachine, initialTransition, transition, type AnyMachineSnapshot } from "xstate";
import { exploreConfigurations } from "../../../app/engine/check/configurations";
import { buildStateGraph } from "../../../app/engine/check/state-graph";
import type { MachineSource } from "../../../app/engine/workflow-source";
import { arbitraryGraph, EVENTS } from "../../support/arbitrary-graph";

function restingPlaces(machine: MachineSource): string[] {
  const { all } = exploreConfigurations(buildStateGraph(machine));
  return all
    .filter((one) => !one.passing && one.done.length === 0)
    .map((one) =>
      one.active
        .filter((node) => node.kind === "atomic" || node.kind === "final")
        .map((node) => node.path)
        .join(" + "),
    );
}

test("enters initial states, and all regions together", () => {
  expect(
    restingPlaces({
      initial: "a",
      states: {
        a: { initial: "b", states: { b: { on: { go: "#p" } } } },
        p: {
          id: "p",
          type: "parallel",
          states: {
            x: { initial: "x1", states: { x1: { on: { next: "x2" } }, x2: { type: "final" } } },
            y: { initial: "y1", states: { y1: { on: { also: "y2" } }, y2: { type: "final" } } },
          },
          onDone: "end",
        },
        end: { type: "final" },
      },
    }),
  ).toEqual(["a.b", "p.x.x1 + p.y.y1", "p.x.x2 + p.y.y1", "p.x.x1 + p.y.y2", "end"]);
});

test("goes through `always` without resting, and may rest where it is guarded", () => {
  const machine = (guard?: string): MachineSource => ({
    initial: "a",
    states: {
      a: { on: { go: "b" } },
      b: { always: { target: "c", ...(guard === undefined ? {} : { guard }) } },
      c: { type: "final" },
    },
  });
  expect(restingPlaces(machine())).toEqual(["a", "c"]);
  expect(restingPlaces(machine("isSmall"))).toEqual(["a", "b", "c"]);
});

test("does not finish counting a machine that is too large", () => {
  const region = {
    initial: "n0",
    states: Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`n${i}`, { on: { [`go${i}`]: `n${(i + 1) % 10}` } }]),
    ),
  };
  const states = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`r${i}`, region]));
  const graph = buildStateGraph({ initial: "p", states: { p: { type: "parallel", states } } });
  expect(exploreConfigurations(graph).complete).toBe(false);
});

/** Every value that XState itself can come to; undefined where it runs in a circle without end. */
function valuesOfXState(machine: MachineSource): Set<string> | undefined {
  const config = { ...structuredClone(machine), options: { maxIterations: 50 } };
  const compiled = createMachine(config as never);
  const [first] = initialTransition(compiled, undefined as never);
  const seen = new Set<string>();
  const open: AnyMachineSnapshot[] = [first as AnyMachineSnapshot];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.status === "error") return undefined;
    const leaves = next._nodes.filter((node) => node.type === "atomic" || node.type === "final");
    const key = keyOf(leaves.map((node) => node.path.join(".")));
    if (seen.has(key)) continue;
    seen.add(key);
    if (next.status !== "active") continue;
    for (const type of EVENTS) {
      try {
        const [after] = transition(compiled, next as never, { type } as never);
        open.push(after as AnyMachineSnapshot);
      } catch {
        return undefined;
      }
    }
  }
  return seen;
}

function keyOf(leaves: readonly string[]): string {
  return [...leaves].sort().join(" + ");
}

test("knows every place that XState itself comes to", () => {
  fc.assert(
    fc.property(arbitraryGraph, (machine) => {
      const ours = new Set(restingPlaces(machine).map((place) => keyOf(place.split(" + "))));
      for (const value of valuesOfXState(machine) ?? []) expect(ours).toContain(value);
    }),
    { numRuns: 200 },
  );
});
