import fc from "fast-check";
import type { MachineSource, StateSource } from "../../app/engine/workflow-source";

/** What a random state is made of, before names are given. */
interface Shape {
  kind: "atomic" | "compound" | "parallel";
  timed: boolean;
  children: Shape[];
  /** Where its event goes: an index among its siblings. */
  next: number;
}

const leaf: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constant("atomic" as const),
  timed: fc.boolean(),
  children: fc.constant([]),
  next: fc.nat(5),
});

const shape = (depth: number): fc.Arbitrary<Shape> =>
  depth === 0
    ? leaf
    : fc.oneof(
        { weight: 3, arbitrary: leaf },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constantFrom("compound" as const, "parallel" as const),
            timed: fc.boolean(),
            children: fc.array(shape(depth - 1), { minLength: 2, maxLength: 3 }),
            next: fc.nat(5),
          }),
        },
      );

/**
 * Machines with nested and parallel states, clocks on some, and a way to `closed` from every top-level
 * state. Events are `e<state>`; every state with an event may be stepped by the officer.
 */
export const arbitraryMachine: fc.Arbitrary<MachineSource> = fc
  .array(shape(2), { minLength: 2, maxLength: 5 })
  .map((shapes) => {
    let count = 0;
    const name = (): string => `s${(count += 1)}`;
    const build = (one: Shape, own: string, siblings: string[], inRegion: boolean): StateSource => {
      const target = inRegion
        ? (siblings[one.next % siblings.length] ?? own)
        : (siblings[one.next % siblings.length] ?? "closed");
      const names = one.children.map(name);
      const children = Object.fromEntries(
        one.children.map((child, i) => {
          const childName = names[i] ?? "";
          const wrapped: Shape =
            one.kind === "parallel" && child.kind === "atomic"
              ? { ...child, kind: "compound", children: [child, { ...child, timed: !child.timed }] }
              : child;
          return [
            childName,
            build(
              wrapped,
              childName,
              one.kind === "parallel" ? [] : names,
              one.kind === "parallel",
            ),
          ];
        }),
      );
      const event = `e${own}`;
      const meta = {
        title: { zh: own },
        events: {
          [event]: {
            label: { zh: event },
            roles: ["officer"],
            act: "decide" as const,
            about: "matter" as const,
            noForm: { zh: "" },
          },
          ...(inRegion
            ? {}
            : {
                [`close${own}`]: {
                  label: { zh: "办结" },
                  roles: ["officer"],
                  act: "decide" as const,
                  about: "matter" as const,
                  noForm: { zh: "" },
                },
              }),
        },
      };
      const isRegion = siblings.length === 0;
      return {
        ...(one.kind === "parallel" ? { type: "parallel" as const } : {}),
        ...(one.kind === "compound" && names[0] !== undefined ? { initial: names[0] } : {}),
        ...(names.length > 0 ? { states: children } : {}),
        ...(isRegion
          ? {}
          : { on: { [event]: target, ...(inRegion ? {} : { [`close${own}`]: "#m.closed" }) } }),
        ...(one.timed && !isRegion ? { after: { soon: target } } : {}),
        ...(isRegion ? { meta: { title: { zh: own } } } : { meta }),
      };
    };
    const names = shapes.map(name);
    return {
      initial: names[0] ?? "",
      states: {
        ...Object.fromEntries(
          shapes.map((one, i) => [names[i] ?? "", build(one, names[i] ?? "", names, false)]),
        ),
        closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
      },
    };
  });
