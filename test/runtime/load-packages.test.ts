import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { loadPackages } from "../../app/runtime/load-packages";
import { EXAMPLE_TREE, makeExampleTree, makeTree } from "../support/temp-tree";

const PACKAGE = "workflows/tool-lending";

async function problemsOf(dir: string, ids?: string[]): Promise<string[]> {
  const { problems } = await loadPackages({ dir, ids });
  return problems.map((found) => `${found.code} ${found.file}#${found.pointer}`);
}

test("reads the example: two machines, their scenarios and variants", async () => {
  const { packages, problems, roles } = await loadPackages({ dir: EXAMPLE_TREE });
  expect(problems).toEqual([]);
  expect(packages.map((one) => [one.id, one.version, one.hasReadme])).toEqual([
    ["tool-lending.repair", "1.0.0", true],
    ["tool-lending", "1.0.0", true],
  ]);
  const [repair, lending] = packages;
  expect(Object.keys(lending?.document.forms ?? {})).toContain("bringBack");
  expect(Object.keys(lending?.document.papers ?? {})).toEqual(["receipt"]);
  expect(Object.keys(repair?.document.papers ?? {})).toEqual([]);
  expect(lending?.scenarios.map((one) => one.file)).toContain(`${PACKAGE}/scenarios/returned.json`);
  expect(lending?.variants.map((one) => one.variant["id"])).toEqual(["mountain"]);
  expect(roles["auxiliary"]?.decides).toBe(false);
});

test("inlines references and leads pointers back to the file they came from", async () => {
  const { packages } = await loadPackages({ dir: EXAMPLE_TREE, ids: ["tool-lending"] });
  const lending = packages[0];
  const pointer = "/forms/ask/schema/properties/borrower/properties/name";
  expect(lending?.document.forms["ask"]).toMatchObject({
    schema: {
      properties: { borrower: { properties: { name: { type: "string", maxLength: 40 } } } },
    },
  });
  expect(lending?.sources.locate(`${pointer}/maxLength`)).toEqual({
    file: "schemas/common/person.json",
    pointer: "/properties/name/maxLength",
  });
  expect(lending?.sources.locate(`${pointer}/privacy/legal`)).toEqual({
    file: "schemas/tool-lending/data.json",
    pointer: "/properties/borrower/properties/name/privacy/legal",
  });
  expect(lending?.sources.locate("/workflow/machine")).toEqual({
    file: `${PACKAGE}/workflow.json`,
    pointer: "/machine",
  });
});

test("drops what is only for the author's editor", async () => {
  const { packages } = await loadPackages({ dir: EXAMPLE_TREE, ids: ["tool-lending"] });
  expect(packages[0]?.document.workflow).not.toHaveProperty("$schema");
});

test("reads only the packages asked for, and says which one it does not know", async () => {
  const { packages } = await loadPackages({ dir: EXAMPLE_TREE, ids: ["tool-lending.repair"] });
  expect(packages.map((one) => one.id)).toEqual(["tool-lending.repair"]);
  expect(await problemsOf(EXAMPLE_TREE, ["tool-renting"])).toEqual([
    "check/unknown-package workflows#",
  ]);
});

test("says that a folder has no packages", async () => {
  expect(await problemsOf(await makeTree({ "readme.txt": "" }))).toEqual([
    "check/no-packages-folder #",
  ]);
});

test("reports every unreadable file of a package at once, and leaves the package out", async () => {
  const dir = await makeExampleTree({
    [`${PACKAGE}/papers/receipt.json`]: "{",
    "schemas/tool-lending/ask.json": '{"into":"","into":"application"}',
    "schemas/tool-lending/sign.json": '{"__proto__":{}}',
    "schemas/tool-lending/decline.json": { schema: { $ref: "https://example.org/a.json" } },
  });
  const { packages, problems } = await loadPackages({ dir, ids: ["tool-lending"] });
  expect(packages).toEqual([]);
  expect(problems.map((found) => `${found.code} ${found.file}#${found.pointer}`).sort()).toEqual([
    "check/duplicate-key schemas/tool-lending/ask.json#/into",
    "check/forbidden-key schemas/tool-lending/sign.json#/__proto__",
    `check/not-json ${PACKAGE}/papers/receipt.json#`,
    "check/remote-ref schemas/tool-lending/decline.json#/schema/$ref",
  ]);
  expect(new Set(problems.map((found) => found.package))).toEqual(new Set(["tool-lending"]));
});

test("a package that cannot be read does not keep the others from loading", async () => {
  const dir = await makeExampleTree({ "workflows/broken/workflow.json": "[" });
  const { packages } = await loadPackages({ dir });
  expect(packages.map((one) => one.id)).toEqual(["tool-lending.repair", "tool-lending"]);
});

test("holds ids against folders", async () => {
  const file = `${EXAMPLE_TREE}/${PACKAGE}/repair.workflow.json`;
  const repair = JSON.parse(await readFile(file, "utf8")) as object;
  const dir = await makeExampleTree({
    [`${PACKAGE}/repair.workflow.json`]: { ...repair, id: "repair" },
    [`${PACKAGE}/variants/valley/variant.json`]: { id: "valleys", parent: "other-package" },
    [`${PACKAGE}/scenarios/lost.json`]: { workflow: "tool-lending.lost" },
  });
  expect((await problemsOf(dir)).sort()).toEqual([
    `check/id-and-folder ${PACKAGE}/repair.workflow.json#/id`,
    `check/id-and-folder ${PACKAGE}/variants/valley/variant.json#`,
    `check/scenario-workflow ${PACKAGE}/scenarios/lost.json#`,
    `check/variant-parent ${PACKAGE}/variants/valley/variant.json#`,
  ]);
});

test("names what a package lacks and what it has no use for", async () => {
  const dir = await makeTree({
    "workflows/bare/workflow.json": { id: "bare" },
    "workflows/bare/scenario/one.json": {},
    "workflows/empty/README.md": "",
  });
  expect((await problemsOf(dir)).sort()).toEqual([
    "check/no-data workflows/bare/workflow.json#",
    "check/no-readme workflows/bare#",
    "check/no-workflow workflows/empty#",
    "check/unexpected-file workflows/bare/scenario/#",
  ]);
});

test("warns about a paper that no machine of the folder offers", async () => {
  const dir = await makeExampleTree({ [`${PACKAGE}/papers/poster.json`]: {} });
  expect(await problemsOf(dir)).toEqual([
    `check/paper-without-offer ${PACKAGE}/papers/poster.json#`,
  ]);
});

test("reads a folder without common shapes with the shipped ones, and its own before them", async () => {
  const shape = { properties: { a: { $ref: "../common/money.json" } } };
  const files = {
    "workflows/p/workflow.json": { id: "p", version: "1.0.0" },
    "workflows/p/README.md": "",
    "schemas/p/data.json": shape,
  };
  const shipped = await loadPackages({ dir: await makeTree(files) });
  expect(shipped.packages[0]?.document.data).toMatchObject({ properties: { a: { unit: "fen" } } });
  expect(shipped.roles["officer"]?.decides).toBe(true);

  const own = await loadPackages({
    dir: await makeTree({
      ...files,
      "schemas/common/money.json": { type: "integer" },
      "schemas/common/roles.json": {
        elder: { title: { zh: "老人" }, decides: false },
        odd: { title: "x" },
      },
    }),
  });
  expect(own.packages[0]?.document.data).toEqual({ properties: { a: { type: "integer" } } });
  expect(own.roles).toEqual({ elder: { title: { zh: "老人" }, decides: false } });
  expect(own.problems.map((found) => found.code)).toEqual(["check/malformed-role"]);
});
