import { expect, test } from "vitest";
import { definitionHash } from "../../app/runtime/definition-hash";

const document = { workflow: { id: "p", plugins: { core: "1" } }, data: { a: 1, b: 2 } };

test("does not depend on the order of keys", () => {
  const turned = { data: { b: 2, a: 1 }, workflow: { plugins: { core: "1" }, id: "p" } };
  expect(definitionHash(turned)).toBe(definitionHash(document));
});

test("changes with the content and with a plugin's major", () => {
  const hashes = [
    document,
    { ...document, data: { a: 1, b: 3 } },
    { ...document, workflow: { id: "p", plugins: { core: "2" } } },
  ].map((one) => definitionHash(one));
  expect(new Set(hashes).size).toBe(3);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});
