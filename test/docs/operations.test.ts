import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import schema from "../../schemas/platform/workflow.schema.json";
import { allowedAs, OPERATIONS } from "../../app/engine/operations/operation-source";
import { MOVE_TABLE, OPERATION_TABLE } from "../../app/engine/operations/table";
import { projectRoot } from "../../app/runtime/project-root";
import { operationsDoc } from "../../scripts/operations-doc.mjs";

test("docs/operations.md says of each operation what the product does", () => {
  const page = readFileSync(join(projectRoot, "docs/operations.md"), "utf8");
  expect(page, "run: npm run docs").toBe(operationsDoc(OPERATION_TABLE, MOVE_TABLE));
});

test("what packages can allow is what there is, and choosing who is next", () => {
  const allowed = Object.keys(schema.properties.operations.properties).sort();
  const names = new Set(OPERATIONS.flatMap((name) => allowedAs(name) ?? []));
  expect(allowed).toEqual([...names, "chooseNext"].sort());
});

test("the inverse of each operation exists, and undoing it leads back to the same kind of thing", () => {
  for (const [name, { inverse, kind }] of Object.entries(OPERATION_TABLE)) {
    if (typeof inverse !== "string") continue;
    expect(OPERATION_TABLE[inverse].kind, name).toBe(kind);
  }
});
