import fc from "fast-check";
import type { DecisionSource } from "../../app/engine/decision/decision-source";
import type { EventMeta, MachineSource, StateSource } from "../../app/engine/workflow-source";

const event = (name: string): EventMeta => ({
  ...{ label: { zh: name }, roles: ["officer"], act: "record", about: "matter" },
  noForm: { zh: "—" },
});

/** Whom a decision asks and how it counts: every way of asking, passing and refusing. */
export const arbitraryDecision: fc.Arbitrary<DecisionSource> = fc
  .record({
    asked: fc.uniqueArray(
      fc.constantFrom(
        { role: "officer" },
        { role: "officer", each: true as const },
        { role: "chief", weight: 2 },
        { role: "legal" },
        { role: "ghost" },
        { people: "data.panel[*]" },
      ),
      { minLength: 1, maxLength: 3, selector: (asked) => JSON.stringify(asked) },
    ),
    way: fc.constantFrom("parallel" as const, "turn" as const),
    pass: fc.constantFrom(
      "all" as const,
      "any" as const,
      { share: "1/2", more: true as const },
      { share: "2/3" },
      { share: "1/2", of: "present" as const },
      { weight: 2 },
    ),
    rejection: fc.constantFrom("ends" as const, "waits" as const),
    veto: fc.option(fc.constant<string[]>(["chief"]), { nil: undefined }),
    quorum: fc.option(fc.constantFrom(2, { share: "1/2" }), { nil: undefined }),
    abstain: fc.option(fc.constant(true as const), { nil: undefined }),
    samePerson: fc.option(fc.constant("once" as const), { nil: undefined }),
  })
  .map(({ veto, quorum, abstain, samePerson, ...rest }) => ({
    ...{ ...rest, fallback: "chief", about: "matter" as const },
    ...(veto === undefined ? {} : { veto }),
    ...(quorum === undefined ? {} : { quorum }),
    ...(abstain === undefined ? {} : { abstain }),
    ...(samePerson === undefined ? {} : { samePerson }),
  }));

/** One place on a way: an event, or a decision, with or without a clock. */
interface Stop {
  decision: DecisionSource | null;
  timed: boolean;
}

const stop: fc.Arbitrary<Stop> = fc.record({
  decision: fc.option(arbitraryDecision, { nil: null, freq: 3 }),
  timed: fc.boolean(),
});

const way = fc.array(stop, { minLength: 1, maxLength: 2 });

/**
 * Machines that begin with a draft, go several ways at once that meet at a join, go on over further stops, and are
 * completed. Every stop leads on, whatever is decided there.
 */
export const arbitrarySigning: fc.Arbitrary<MachineSource> = fc
  .record({ regions: fc.array(way, { minLength: 2, maxLength: 3 }), after: way })
  .map(({ regions, after }) => ({
    initial: "draft",
    states: {
      draft: stateOf("draft", { decision: null, timed: true }, "together"),
      together: {
        type: "parallel",
        onDone: "a0",
        meta: { title: { zh: "一起办" } },
        states: Object.fromEntries(
          regions.map((stops, r) => [
            `r${r}`,
            {
              initial: `r${r}s0`,
              states: {
                ...chain(stops, (i) => `r${r}s${i}`, `r${r}end`),
                [`r${r}end`]: { type: "final" as const, meta: { title: { zh: "这边办完" } } },
              },
            },
          ]),
        ),
      },
      ...chain(after, (i) => `a${i}`, "closed"),
      closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
    },
  }));

function chain(
  stops: readonly Stop[],
  nameOf: (index: number) => string,
  end: string,
): Record<string, StateSource> {
  return Object.fromEntries(
    stops.map((one, i) => [
      nameOf(i),
      stateOf(nameOf(i), one, i === stops.length - 1 ? end : nameOf(i + 1)),
    ]),
  );
}

function stateOf(name: string, { decision, timed }: Stop, to: string): StateSource {
  const due = timed ? { due: "due" } : {};
  const title = { zh: name };
  return decision === null
    ? { on: { [`e${name}`]: to }, meta: { title, events: { [`e${name}`]: event(name) }, ...due } }
    : {
        on: { [`decided.${name}.pass`]: to, [`decided.${name}.fail`]: to },
        meta: { title, decision, ...due },
      };
}
