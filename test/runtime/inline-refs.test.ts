import { expect, test } from "vitest";
import type { Json } from "../../app/engine/json";
import { inlineRefs } from "../../app/runtime/inline-refs";
import { SourceMap } from "../../app/runtime/source-map";

const FILE = "schemas/p/data.json";

function inline(value: Json, others: Record<string, Json> = {}) {
  const files: Record<string, Json> = { [FILE]: value, ...others };
  const sources = new SourceMap();
  const result = inlineRefs({
    value,
    file: FILE,
    pointer: "/data",
    read: (file) => files[file],
    sources,
  });
  return {
    ...result,
    sources,
    codes: result.problems.map((found) => `${found.code} ${found.file}#${found.pointer}`),
  };
}

test("puts the content of another file in the place of the reference", () => {
  const { value, codes } = inline(
    { a: { $ref: "../common/name.json#/$defs/n" } },
    { "schemas/common/name.json": { $defs: { n: { type: "string" } } } },
  );
  expect(value).toEqual({ a: { type: "string" } });
  expect(codes).toEqual([]);
});

test("follows a reference inside what was referred to, from that file's own place", () => {
  const { value } = inline(
    { a: { $ref: "../common/person.json" } },
    {
      "schemas/common/person.json": { home: { $ref: "address.json" } },
      "schemas/common/address.json": { type: "string" },
    },
  );
  expect(value).toEqual({ a: { home: { type: "string" } } });
});

test("lays keywords beside the reference over its content", () => {
  const { value } = inline({
    a: { $ref: "#/b", maxLength: 5, privacy: "none" },
    b: { type: "string", maxLength: 9 },
  });
  expect(value).toMatchObject({ a: { type: "string", maxLength: 5, privacy: "none" } });
});

test("does not let a reference change type or privacy", () => {
  const { value, codes } = inline({
    a: { $ref: "#/b", type: "integer", privacy: "none" },
    b: { type: "string", privacy: { purpose: "p" } },
  });
  expect(value).toMatchObject({ a: { type: "string", privacy: { purpose: "p" } } });
  expect(codes).toEqual([
    `check/ref-overrides ${FILE}#/a/type`,
    `check/ref-overrides ${FILE}#/a/privacy`,
  ]);
});

test("spreads a privacy beside a group over the leaves that say none", () => {
  const group = {
    properties: {
      name: { type: "string" },
      kind: { type: "string", privacy: "none" },
      tags: { type: "array", items: { type: "string" } },
      homes: { type: "array", items: { properties: { street: { type: "string" } } } },
    },
  };
  const { value, sources } = inline({ a: { $ref: "#/b", privacy: { legal: "l" } }, b: group });
  expect(value).toMatchObject({
    a: {
      properties: {
        name: { privacy: { legal: "l" } },
        kind: { privacy: "none" },
        tags: { privacy: { legal: "l" }, items: { type: "string" } },
        homes: { items: { properties: { street: { privacy: { legal: "l" } } } } },
      },
    },
  });
  expect((value as typeof value & { a: object }).a).not.toHaveProperty("privacy");
  expect(sources.locate("/data/a/properties/name/privacy/legal")).toEqual({
    file: FILE,
    pointer: "/a/privacy/legal",
  });
});

test("remembers where everything was written", () => {
  const { sources } = inline(
    { a: { $ref: "../common/n.json#/x", label: { zh: "名" } } },
    { "schemas/common/n.json": { x: { y: [1] } } },
  );
  expect(sources.locate("/data/a/y/0")).toEqual({
    file: "schemas/common/n.json",
    pointer: "/x/y/0",
  });
  expect(sources.locate("/data/a/label/zh")).toEqual({ file: FILE, pointer: "/a/label/zh" });
  expect(sources.locate("/data")).toEqual({ file: FILE, pointer: "" });
  expect(sources.locate("/forms/x")).toBeUndefined();
});

test.each([
  ["https://example.org/x.json", "check/remote-ref"],
  ["//example.org/x.json", "check/remote-ref"],
  ["../../etc/passwd.json", "check/unresolved-ref"],
  ["../common/none.json", "check/unresolved-ref"],
  ["#/nothing", "check/unresolved-ref"],
  ["#anchor", "check/unresolved-ref"],
  ["#/__proto__", "check/unresolved-ref"],
])("refuses the reference %s", (ref, code) => {
  expect(inline({ a: { $ref: ref } }).codes).toEqual([`${code} ${FILE}#/a/$ref`]);
});

test("finds a circle, through several files as well", () => {
  const { codes } = inline(
    { a: { $ref: "../common/x.json" } },
    {
      "schemas/common/x.json": { next: { $ref: "y.json" } },
      "schemas/common/y.json": { next: { $ref: "x.json" } },
    },
  );
  expect(codes).toEqual(["check/circular-ref schemas/common/y.json#/next/$ref"]);
});

test("ends a reference bomb", () => {
  const bomb: Record<string, Json> = { l0: { type: "string" } };
  for (let i = 1; i < 40; i += 1) {
    bomb[`l${i}`] = { x: { $ref: `#/l${i - 1}` }, y: { $ref: `#/l${i - 1}` } };
  }
  expect(inline(bomb).codes.join()).toContain("check/too-large");
});

test("ends a chain of references that would nest too deeply", () => {
  const chain: Record<string, Json> = { l0: { type: "string" } };
  for (let i = 1; i < 5000; i += 1) chain[`l${i}`] = { x: { $ref: `#/l${i - 1}` } };
  expect(inline({ a: { $ref: "#/l4999" }, ...chain }).codes.join()).toContain("check/too-deep");
});
