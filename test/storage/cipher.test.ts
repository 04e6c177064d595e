import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, sealJson, unseal, unsealJson } from "../../app/storage/cipher";

const KEY = Buffer.alloc(32, 1);

test("what is sealed opens again with the same key, in the same place", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, about) => {
      const again = JSON.parse(JSON.stringify(value)) as unknown;
      expect(unsealJson(KEY, about, sealJson(KEY, about, value))).toEqual(again);
    }),
  );
});

test("the same text is never written the same way twice", () => {
  const plain = Buffer.from("杨秀兰");
  expect(seal(KEY, "a", plain).equals(seal(KEY, "a", plain))).toBe(false);
});

test("a changed byte, another place, another key, or nothing at all is refused", () => {
  const sealed = seal(KEY, "a", Buffer.from("杨秀兰"));
  const refused = /storage\/cannot-decrypt: a /;
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8((changed[index] ?? 0) ^ 1, index);
    expect(() => unseal(KEY, "a", changed)).toThrow(refused);
  }
  expect(() => unseal(Buffer.alloc(32, 2), "a", sealed)).toThrow(refused);
  expect(() => unseal(KEY, "b", sealed)).toThrow("storage/cannot-decrypt: b");
  expect(() => unseal(KEY, "a", Buffer.alloc(0))).toThrow(refused);
});
