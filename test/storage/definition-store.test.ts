import { expect, test } from "vitest";
import { createDefinitionStore } from "../../app/storage/definition-store";
import { openTestDatabase } from "../support/open-test-database";

test("a definition is found by its hash and never changes", async () => {
  const store = createDefinitionStore(await openTestDatabase());
  await store.saveDefinition("h", { workflow: { id: "a" } });
  await store.saveDefinition("h", { workflow: { id: "b" } });
  expect(await store.findDefinition("h")).toEqual({ workflow: { id: "a" } });
  expect(await store.findDefinition("none")).toBeUndefined();
});

test("a stored definition keeps the order in which its package lists things", async () => {
  const store = createDefinitionStore(await openTestDatabase());
  const forms = { visit: { visitedOn: {}, visited: {}, kept: {} } };
  await store.saveDefinition("h", { forms });
  expect(JSON.stringify(await store.findDefinition("h"))).toBe(JSON.stringify({ forms }));
});
