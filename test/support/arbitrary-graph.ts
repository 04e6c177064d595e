import fc from "fast-check";
import type { StateSource, TransitionSource } from "../../app/engine/workflow-source";

/** Events of generated machines. */
export const EVENTS = ["a", "b", "c"] as const;

interface Shape {
  kind: "atomic" | "final" | "compound" | "parallel";
  children: Shape[];
}

const shape = (depth: number): fc.Arbitrary<Shape> => {
  const leaf: fc.Arbitrary<Shape> = fc
    .constantFrom<"atomic" | "final">("atomic", "atomic", "final")
    .map((kind) => ({ kind, children: [] }));
  if (depth === 0) return leaf;
  const inner = fc.array(shape(depth - 1), { minLength: 2, maxLength: 3 });
  return fc.oneof<fc.WeightedArbitrary<Shape>[]>(
    { weight: 3, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant<"compound">("compound"), children: inner }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant<"parallel">("parallel"),
        children: inner.map((regions) =>
          regions.map((region): Shape =>
            region.kind === "final" ? { kind: "atomic", children: [] } : region,
          ),
        ),
      }),
    },
  );
};

/**
 * Machines with nested and parallel states, transitions anywhere by id, `onDone`, and no guards: names
 * are unique, and every state has an id so that any state can be targeted.
 */
export const arbitraryGraph: fc.Arbitrary<StateSource> = fc
  .array(shape(2), { minLength: 2, maxLength: 4 })
  .chain((children) => {
    const names: string[] = [];
    const build = (one: Shape): StateSource => {
      const name = `s${names.length}`;
      names.push(name);
      const states = Object.fromEntries(
        one.children.map((child) => {
          const built = build(child);
          return [built.id ?? "", built];
        }),
      );
      const [initial] = Object.keys(states);
      switch (one.kind) {
        case "atomic":
          return { id: name };
        case "final":
          return { id: name, type: "final" };
        case "compound":
          return { id: name, states, ...(initial === undefined ? {} : { initial }) };
        case "parallel":
          return { id: name, type: "parallel", states };
      }
    };
    const top = children.map(build);
    const transition = fc.record({
      from: fc.constantFrom(...names),
      event: fc.constantFrom(...EVENTS, "onDone"),
      to: fc.constantFrom(...names),
      reenter: fc.boolean(),
    });
    return fc.array(transition, { maxLength: 12 }).map((transitions) => {
      const machine: StateSource = structuredClone({
        initial: top[0]?.id ?? "",
        states: Object.fromEntries(top.map((one) => [one.id ?? "", one])),
      });
      for (const { from, event, to, reenter } of transitions) {
        const state = find(machine, from);
        if (state === undefined || state.type === "final") continue;
        const source: TransitionSource = { target: `#${to}`, reenter };
        if (event !== "onDone") state.on = { ...state.on, [event]: source };
        else if (state.states !== undefined) state.onDone = source;
      }
      return machine;
    });
  });

function find(source: StateSource, id: string): StateSource | undefined {
  if (source.id === id) return source;
  for (const child of Object.values(source.states ?? {})) {
    const found = find(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
