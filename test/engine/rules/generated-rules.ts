import fc from "fast-check";
import type { Json, JsonObject } from "../../../app/engine/json";
import type { Logic } from "../../../app/engine/rules/types";

/**
 * Random rules over a small fixed shape of data, in which every variable of every rule exists:
 * what is missing is then only what a test takes away.
 */
type FrameKind = "root" | "person" | "text" | "number" | "computed" | "pair";

const NAMES: Record<FrameKind, string[]> = {
  root: [
    ..."data.count data.limit data.note data.kind data.flag data.words data.numbers data.people".split(
      " ",
    ),
    ..."data.place.village data.people.length facts.held params.most".split(" "),
  ],
  person: ["", "name", "age", "consent", "tags", "tags.length"],
  text: [""],
  number: [""],
  computed: [""],
  pair: ["current", "accumulator"],
};

const LISTS: { name: string; of: FrameKind }[] = [
  { name: "data.words", of: "text" },
  { name: "data.numbers", of: "number" },
  { name: "data.people", of: "person" },
];

const constant: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    0,
    1,
    2,
    -1,
    3.5,
    10,
    60,
    true,
    false,
    "",
    "a",
    "b",
    "agree",
    "10",
    "2026-03-01",
    null,
  ),
  fc.array(fc.constantFrom<Json>("a", "b", 1, 2, "agree"), { maxLength: 3 }),
);

function variable(frame: FrameKind): fc.Arbitrary<Logic> {
  return fc.constantFrom(...NAMES[frame]).map((name) => ({ var: name }));
}

function list(frame: FrameKind, depth: number): fc.Arbitrary<{ logic: Logic; of: FrameKind }> {
  const written = fc
    .array(fc.constantFrom<Json>("a", 1, 2), { maxLength: 3 })
    .map((logic) => ({ logic: logic as Logic, of: "computed" as FrameKind }));
  const sources: fc.Arbitrary<{ logic: Logic; of: FrameKind }>[] = [written];
  if (frame === "root")
    sources.push(fc.constantFrom(...LISTS).map(({ name, of }) => ({ logic: { var: name }, of })));
  if (frame === "person")
    sources.push(fc.constant({ logic: { var: "tags" }, of: "text" as FrameKind }));
  if (depth > 1) {
    const source = list(frame, depth - 1);
    sources.push(
      source.chain(({ logic, of }) =>
        rule(of, depth - 1).map((body) => ({ logic: { filter: [logic, body] }, of })),
      ),
      source.chain(({ logic, of }) =>
        rule(of, depth - 1).map((body) => ({
          logic: { map: [logic, body] },
          of: "computed" as FrameKind,
        })),
      ),
    );
  }
  return fc.oneof(...sources);
}

/** A rule that is read inside `frame`; `depth` bounds its nesting. */
export function rule(frame: FrameKind = "root", depth = 4): fc.Arbitrary<Logic> {
  const key = `${frame} ${depth}`;
  const known = built.get(key) ?? buildRule(frame, depth);
  built.set(key, known);
  return known;
}

/** Built once each: the same few generators stand inside one another thousands of times. */
const built = new Map<string, fc.Arbitrary<Logic>>();

function buildRule(frame: FrameKind, depth: number): fc.Arbitrary<Logic> {
  if (depth <= 0)
    return fc.oneof({ weight: 3, arbitrary: variable(frame) }, { weight: 2, arbitrary: constant });
  const inner = rule(frame, depth - 1);
  const pair = fc.tuple(inner, inner);
  const source = list(frame, depth - 1);
  const named =
    (op: string) =>
    (args: Logic): Logic => ({ [op]: args });
  return fc.oneof(
    { weight: 3, arbitrary: variable(frame) },
    { weight: 1, arbitrary: constant },
    ...["and", "or", "cat", "merge", "min", "max", "+", "*"].map((op) => ({
      weight: op === "and" || op === "or" ? 4 : 1,
      arbitrary: fc.array(inner, { minLength: 1, maxLength: 3 }).map(named(op)),
    })),
    { weight: 3, arbitrary: fc.array(inner, { minLength: 2, maxLength: 5 }).map(named("if")) },
    ...["==", "===", "!=", "!==", "<", "<=", ">", ">=", "in", "-", "/", "%"].map((op) => ({
      weight: 1,
      arbitrary: pair.map(named(op)),
    })),
    { weight: 1, arbitrary: fc.tuple(inner, inner, inner).map(named("<")) },
    { weight: 1, arbitrary: fc.tuple(inner, fc.integer({ min: -2, max: 2 })).map(named("substr")) },
    ...["!", "!!"].map((op) => ({ weight: 1, arbitrary: inner.map((arg) => ({ [op]: [arg] })) })),
    ...["some", "all", "none"].map((op) => ({
      weight: 2,
      arbitrary: source.chain(({ logic, of }) =>
        rule(of, depth - 1).map((body) => ({ [op]: [logic, body] })),
      ),
    })),
    { weight: 1, arbitrary: source.map(({ logic }) => logic) },
    {
      weight: 1,
      arbitrary: source.chain(({ logic }) =>
        fc
          .tuple(rule("pair", depth - 1), inner)
          .map(([body, initial]) => ({ reduce: [logic, body, initial] })),
      ),
    },
  );
}

const text = fc.constantFrom("a", "b", "agree", "refuse", "10", "9", "", "2026-03-01");
const number = fc.oneof(fc.integer({ min: -3, max: 70 }), fc.constantFrom(0, 3.5));

/** What a gap may turn out to hold: anything but nothing. */
export const anything: fc.Arbitrary<Json> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.array(text, { maxLength: 2 }),
);

/** Data in which every variable of every generated rule exists. */
export const wholeScope: fc.Arbitrary<JsonObject> = plainRecord({
  data: plainRecord({
    count: number,
    limit: number,
    note: text,
    kind: text,
    flag: fc.boolean(),
    words: fc.array(text, { maxLength: 3 }),
    numbers: fc.array(number, { maxLength: 3 }),
    people: fc.array(
      plainRecord({
        name: text,
        age: number,
        consent: text,
        tags: fc.array(text, { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    place: plainRecord({ village: text }),
  }),
  facts: plainRecord({ held: number }),
  params: plainRecord({ most: number }),
});

/** Objects with the ordinary prototype, as JSON.parse makes them. */
function plainRecord(model: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<JsonObject> {
  return fc.record(model, { noNullPrototype: true });
}
