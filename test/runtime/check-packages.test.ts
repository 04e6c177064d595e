import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkPackages } from "../../app/runtime/check-packages";
import { loadPackages } from "../../app/runtime/load-packages";
import { loadPlugins } from "../../app/runtime/plugins";
import { makeExampleTree, type TreeFiles } from "../support/temp-tree";

const PACKAGE = "workflows/tool-lending";
const VARIANT = `${PACKAGE}/variants/mountain/variant.json`;
const VALUE = "/workflow/parameters/lendingDays/value";

async function problemsWith(files: TreeFiles): Promise<string[]> {
  const loaded = await loadPackages({ dir: await makeExampleTree(files) });
  return checkPackages(loaded, loadPlugins())
    .flatMap((one) => one.problems)
    .map((found) => `${found.code} ${found.file}#${found.pointer}`);
}

const variant = (patch: object[], more: object = {}): TreeFiles => ({
  [VARIANT]: {
    ...{ id: "mountain", title: { zh: "山区" }, parent: "tool-lending", county: "991021" },
    ...{ reason: { zh: "路远" }, patch },
    ...more,
  },
});

const replaced = (path: string, was: unknown, is: unknown): object[] => [
  { op: "test", path, value: was },
  { op: "replace", path, value: is },
];

test("checks every variant as it would run", async () => {
  expect(await problemsWith(variant(replaced(VALUE, 7, 14)))).toEqual([]);
});

test("points at the operation of a patch that goes too far", async () => {
  expect(await problemsWith(variant(replaced(VALUE, 7, 90)))).toEqual([
    `variant/outside-schema ${VARIANT}#/patch/1`,
  ]);
});

test("points at the operation of a patch that changes what is not open", async () => {
  const rule = "/workflow/machine/states/asked/on/approve/guard";
  expect(await problemsWith(variant(replaced(rule, "withinLimit", "someDamaged")))).toEqual([
    `variant/not-allowed ${VARIANT}#/patch/1`,
  ]);
});

test("finds what a variant breaks in the definition", async () => {
  const field = {
    type: "string",
    label: { zh: "民族" },
    maxLength: 10,
    privacy: "none",
  };
  expect(
    await problemsWith(variant([{ op: "add", path: "/data/properties/group", value: field }])),
  ).toEqual([`check/denied-belief ${VARIANT}#/patch/0`]);
});

test("finds a variant of the wrong shape", async () => {
  expect(await problemsWith(variant([{ op: "move", path: VALUE }]))).toContain(
    `check/not-allowed ${VARIANT}#/patch/0/op`,
  );
});

test("finds a variant whose parent is not there", async () => {
  const patch = [{ op: "test", path: VALUE, value: 7 }];
  expect(await problemsWith(variant(patch, { parent: "tool-lending/valley" }))).toEqual([
    `runtime/unknown-variant ${VARIANT}#/parent`,
  ]);
});

test("a variant that stands on a broken one is not blamed for it", async () => {
  const valley = `${PACKAGE}/variants/valley/variant.json`;
  const files = {
    ...variant([{ op: "move", path: VALUE }]),
    [valley]: {
      ...{ id: "valley", title: { zh: "河谷" }, parent: "tool-lending/mountain" },
      ...{ county: "991022", reason: { zh: "路远" } },
      patch: [{ op: "test", path: VALUE, value: 7 }],
    },
  };
  expect((await problemsWith(files)).filter((found) => found.includes(valley))).toEqual([]);
});

test("variants that stand on each other are reported", async () => {
  const patch = [{ op: "test", path: VALUE, value: 7 }];
  expect(await problemsWith(variant(patch, { parent: "tool-lending/mountain" }))).toEqual([
    `runtime/unknown-variant ${VARIANT}#/parent`,
  ]);
});

test("finds a scenario of a variant that is not there", async () => {
  const file = `${PACKAGE}/scenarios/valley.json`;
  const scenario = {
    ...{ title: { zh: "谷" }, clock: "2026-11-23T09:00", place: "991021200201" },
    variant: "valley",
    people: { gaoyuan: { name: "高原", roles: ["officer"], unit: "991021" } },
    steps: [{ by: "gaoyuan", start: {} }],
  };
  expect(await problemsWith({ [file]: scenario })).toEqual([
    `runtime/unknown-variant ${file}#/variant`,
  ]);
});

test("reports a shape that two forms refer to once", async () => {
  const loaded = await problemsWith({
    "schemas/common/person.json": {
      properties: {
        name: { type: "string", label: { zh: "姓名" } },
        phone: { type: "boolean", label: { zh: "电话" } },
      },
    },
  });
  expect(loaded).toContain("check/unbounded schemas/common/person.json#/properties/name");
  expect(loaded.filter((one) => one.includes("check/unbounded"))).toHaveLength(1);
});

describe("a broken file is reported, and nothing that only follows from it:", () => {
  const WORKFLOW = `${PACKAGE}/workflow.json`;
  const REPAIR = `${PACKAGE}/repair.workflow.json`;
  const DATA = "schemas/tool-lending/data.json";

  test.each<[string, string, unknown, string]>([
    ["a workflow that is no JSON", WORKFLOW, "{", "check/not-json"],
    ["a workflow that is a list", WORKFLOW, [], "check/wrong-type"],
    ["a workflow of another name", WORKFLOW, { id: "lending" }, "check/id-and-folder"],
    ["a linked workflow that is no JSON", REPAIR, "{", "check/not-json"],
    ["a linked workflow that is a text", REPAIR, '"repair"', "check/wrong-type"],
    ["data that are no JSON", DATA, "{", "check/not-json"],
    ["data that are a list", DATA, [], "check/wrong-type"],
    ["data without fields", DATA, { type: "object" }, "check/missing-key"],
    ["a form that is no JSON", "schemas/tool-lending/ask.json", "[", "check/not-json"],
    ["a paper that is no JSON", `${PACKAGE}/papers/receipt.json`, "{", "check/not-json"],
    ["a variant that is no JSON", VARIANT, "{", "check/not-json"],
    ["a variant that is a list", VARIANT, [], "check/wrong-type"],
    ["a variant of another name", VARIANT, { id: "hills" }, "check/id-and-folder"],
    ["a scenario that is no JSON", `${PACKAGE}/scenarios/returned.json`, "{", "check/not-json"],
    ["roles that are no JSON", "schemas/common/roles.json", "{", "check/not-json"],
    ["roles that are a list", "schemas/common/roles.json", [], "check/wrong-type"],
  ])("%s", async (_what, file, content, code) => {
    const problems = await problemsWith({ [file]: content });
    expect(problems[0]).toMatch(new RegExp(`^${code} ${file}#`));
    // The shape of the same file, all at once, is what else there is to say.
    expect(problems.filter((found) => !found.includes(file))).toEqual([]);
    expect(problems.filter((found) => /unresolved-ref|unknown-/.test(found))).toEqual([]);
  });

  test("all that a workflow lacks is named at once", async () => {
    const found = await problemsWith({ [WORKFLOW]: {} });
    expect(found).toEqual(Array(7).fill(`check/missing-key ${WORKFLOW}#`));
  });

  test("a main workflow that is not there, though scenarios and variants are its own", async () => {
    const dir = await makeExampleTree();
    await rm(join(dir, WORKFLOW));
    const loaded = await loadPackages({ dir });
    const checked = checkPackages(loaded, loadPlugins());
    expect(checked.flatMap((one) => one.problems.map((found) => found.code))).toEqual([
      "check/no-workflow",
    ]);
  });

  test("a linked workflow without the shape of one does not stop the others from being checked", async () => {
    const found = await problemsWith({ [REPAIR]: { id: "tool-lending.repair", machine: [] } });
    expect(found).toContain(`check/wrong-type ${REPAIR}#/machine`);
    expect(found.every((one) => one.includes(REPAIR))).toBe(true);
  });
});

test("says nothing of variants and scenarios where the package itself is broken", async () => {
  const found = await problemsWith({
    ...variant([{ op: "add", path: "/x", value: 1 }]),
    "schemas/tool-lending/sign.json": { title: { zh: "签" }, into: "nowhere", schema: {} },
  });
  expect(found.every((one) => one.includes("schemas/tool-lending/sign.json"))).toBe(true);
});
