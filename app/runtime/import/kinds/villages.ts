import schema from "../../../../schemas/common/village-facts.json";
import { refuse } from "../../../engine/errors";
import { canonicalJson, type JsonObject } from "../../../engine/json";
import type { UnitFacts } from "../../../engine/people-ports";
import type { Refusal } from "../../../engine/refusal";
import { dayOf } from "../../../engine/time/zone";
import { firstLines } from "../first-lines";
import type { ImportContext, ImportKind, Row, RowFault } from "../import-kind";
import { textColumn } from "../text-column";
import { listOfNames } from "../../../engine/text";

interface FactShape {
  type: string;
  label: { zh: string; en: string };
  minimum?: number;
  maximum?: number;
  enum?: string[];
  labels?: Record<string, { zh: string }>;
}

const shapes = Object.entries(schema.properties as Record<string, FactShape>);
const yesNo: Readonly<Record<string, boolean>> = { 是: true, 否: false };

/** 村情: totals of a village, never facts about persons. An empty cell leaves out what is not known. */
export const villagesImport: ImportKind = {
  id: "villages",
  title: { zh: "村情", en: "Villages" },
  columns: [
    textColumn("unit", { zh: "机构编号", en: "Unit id" }, { example: "991021200201" }),
    ...shapes.map(([key, shape]) =>
      textColumn(key, shape.label, { example: exampleOf(shape), required: false }),
    ),
  ],
  plan(rows, context) {
    const twice = firstLines(rows.map((row) => ({ line: row.line, key: row.get("unit") })));
    const faults = rows.flatMap((row): RowFault[] => {
      const first = twice.get(row.line);
      const refusal = first ? refuse("import/row-twice", first) : faultOfUnit(row, context);
      const whole = refusal ? [{ line: row.line, column: null, refusal }] : [];
      return [...whole, ...shapes.flatMap((shape) => faultOfFact(row, shape))];
    });
    const { findFacts } = context.people.directory();
    const read = rows.map((row) => toFacts(row, context));
    const before = read.filter(({ unit }) => findFacts(unit));
    const same = before.filter(
      ({ unit, facts }) => canonicalJson(findFacts(unit)?.facts ?? {}) === canonicalJson(facts),
    );
    return {
      faults,
      added: read.length - before.length,
      changed: before.length - same.length,
      same: same.length,
      write: () => context.people.save({ unitFacts: read }),
    };
  },
};

function exampleOf({ type, minimum = 0, enum: choices, labels }: FactShape): string {
  if (type === "boolean") return "否";
  return choices ? (labels?.[choices[0] ?? ""]?.zh ?? "") : String(minimum);
}

function faultOfUnit(row: Row, { people, isInReach }: ImportContext): Refusal | undefined {
  const id = row.get("unit");
  const unit = people.directory().findUnit(id);
  if (unit?.kind !== "village") return refuse("people/unknown-unit", { unit: id });
  return isInReach(id) ? undefined : refuse("import/out-of-reach", { unit: unit.name });
}

function faultOfFact(row: Row, [key, shape]: [string, FactShape]): RowFault[] {
  const found = row.get(key);
  if (found === "" || readFact(found, shape) !== undefined) return [];
  const column = shape.label.zh;
  const choices = shape.type === "boolean" ? Object.keys(yesNo) : labelsOf(shape);
  const { minimum: least = 0, maximum: most = 0 } = shape;
  const refusal =
    choices.length > 0
      ? refuse("import/cell-choice", { column, found, choices: listOfNames(choices) })
      : refuse("import/cell-number", { column, found, least, most });
  return [{ line: row.line, column: key, refusal }];
}

function labelsOf({ enum: choices = [], labels }: FactShape): string[] {
  return choices.map((choice) => labels?.[choice]?.zh ?? choice);
}

/** Undefined where the text is not such a fact. */
function readFact(text: string, shape: FactShape): number | boolean | string | undefined {
  if (shape.type === "boolean") return Object.hasOwn(yesNo, text) ? yesNo[text] : undefined;
  if (shape.enum)
    return shape.enum.find((choice) => (shape.labels?.[choice]?.zh ?? choice) === text);
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = shape;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= minimum && value <= maximum ? value : undefined;
}

function toFacts(row: Row, { now }: ImportContext): UnitFacts {
  const facts: JsonObject = {};
  for (const [key, shape] of shapes) {
    const value = readFact(row.get(key), shape);
    if (value !== undefined) facts[key] = value;
  }
  return { unit: row.get("unit"), facts, day: dayOf(now) };
}
