import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../app/engine/json";
import { proveWorkflow } from "../support/prove-workflow";

const workflow = await proveWorkflow("appraisal");

function keysOf(schema: JsonObject): string[] {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  return Object.entries(properties).flatMap(([key, child]) =>
    isObject(child) ? [key, ...keysOf(child)] : [key],
  );
}

test("the only figures are days, visits and hours at the desk, and how many of a meeting thought what", () => {
  const numbers = (schema: JsonObject): string[] =>
    Object.entries(isObject(schema["properties"]) ? schema["properties"] : {}).flatMap(
      ([key, child]) =>
        !isObject(child)
          ? []
          : child["type"] === "integer" || child["type"] === "number"
            ? [key]
            : numbers(child),
    );
  expect([...new Set(numbers(workflow.document.data))].sort()).toEqual(
    [
      ...["days", "visits", "roomHours", "leaveDays"],
      ...["good", "fair", "poor", "unknown"],
    ].sort(),
  );
  const words = /score|mark|rank|points|grade|disputes|tips|registered/i;
  expect(keysOf(workflow.document.data).filter((key) => words.test(key))).toEqual([]);
});

test("no rule decides from a figure of the log", () => {
  for (const { name, reads } of workflow.rules.values())
    expect([name, [...reads].filter((path) => /data\.(log|planned)/.test(path))]).toEqual([
      name,
      [],
    ]);
});

test("it cannot end before the person was told, and time to appeal has a floor of five working days", () => {
  expect(workflow.source.mustPass).toContainEqual({
    ...{ before: "finished", pass: "notified", legal: "two-way" },
  });
  expect(workflow.source.parameters?.["appealWorkdays"]?.schema).toMatchObject({ minimum: 5 });
});
