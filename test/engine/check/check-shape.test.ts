import { describe, expect, test } from "vitest";
import { checkShape } from "../../../app/engine/check/check-shape";
import type { FileKind } from "../../../app/engine/check/platform-schemas";
import type { Json, JsonObject } from "../../../app/engine/json";
import { PLATFORM_SCHEMAS } from "../../../app/runtime/platform-schemas";
import { changed, exampleDocument } from "../../support/example-document";

const kindOf: Record<string, FileKind> = { workflow: "workflow", data: "data", forms: "form" };

function findings(kind: FileKind, value: Json): string[] {
  const pointer = kind === "workflow" ? "/workflow" : "";
  return checkShape(value, { kind, schemas: PLATFORM_SCHEMAS, pointer }).map(
    (found) => `${found.code} ${found.pointer}`,
  );
}

/** The example with one value changed, held against the format it belongs to. */
async function changedPart(pointer: string, value: Json | undefined): Promise<string[]> {
  const document = changed(await exampleDocument(), { [pointer]: value });
  const [, part = "", name = ""] = pointer.split("/");
  const root = (document as unknown as JsonObject)[part];
  const form = part === "forms" ? (root as JsonObject)[name] : root;
  return findings(kindOf[part] ?? "workflow", form ?? null);
}

test("has nothing to say of the example", async () => {
  const document = await exampleDocument();
  expect(findings("workflow", document.workflow as unknown as Json)).toEqual([]);
  expect(findings("data", document.data)).toEqual([]);
  for (const form of Object.values(document.forms)) {
    expect(findings("form", form as unknown as Json)).toEqual([]);
  }
  for (const paper of Object.values(document.papers)) {
    expect(findings("paper", paper as unknown as Json)).toEqual([]);
  }
});

const LENT = "/workflow/machine/states/lent";

describe("finds, with code and place,", () => {
  test.each<[string, string, Json | undefined, string[]]>([
    ["a mistyped key", `${LENT}/onn`, {}, [`check/unknown-key ${LENT}/onn`]],
    ["a missing key", "/workflow/version", undefined, ["check/missing-key /workflow"]],
    ["a wrong type", "/workflow/title", "借用", ["check/wrong-type /workflow/title"]],
    ["a choice that is none", `${LENT}/type`, "atomic", [`check/not-allowed ${LENT}/type`]],
    ["a wrong form", "/workflow/version", "1.0", ["check/wrong-form /workflow/version"]],
    ["a limit", "/workflow/backdateDays", -1, ["check/limit /workflow/backdateDays"]],
    [
      "a name with a dot",
      "/workflow/machine/states/a.b",
      {},
      ["check/illegal-name /workflow/machine/states/a.b"],
    ],
    ["a wildcard event", `${LENT}/on/*`, "returned", [`check/wildcard-event ${LENT}/on/*`]],
    [
      "an event of XState's own",
      `${LENT}/on/xstate.done.state.lent`,
      "returned",
      [`check/reserved-name ${LENT}/on/xstate.done.state.lent`],
    ],
    ["an event of ours", `${LENT}/on/qy.move`, "asked", [`check/reserved-name ${LENT}/on/qy.move`]],
    [
      "a delay in milliseconds",
      `${LENT}/after/1000`,
      "x",
      [`check/numeric-delay ${LENT}/after/1000`],
    ],
    [
      "a context",
      "/workflow/machine/context",
      {},
      ["check/forbidden-feature /workflow/machine/context"],
    ],
    ["an invoked actor", `${LENT}/invoke`, {}, [`check/forbidden-feature ${LENT}/invoke`]],
    ["a history state", `${LENT}/type`, "history", [`check/forbidden-feature ${LENT}/type`]],
    [
      "an inline guard",
      `${LENT}/on/bringBack/0/guard`,
      {},
      [`check/wrong-type ${LENT}/on/bringBack/0/guard`],
    ],
    [
      "a parallel machine",
      "/workflow/machine/type",
      "parallel",
      ["check/unknown-key /workflow/machine/type"],
    ],
    [
      "a way to choose among schemas that is not ours",
      "/forms/ask/schema/oneOf",
      [],
      ["check/unknown-key /schema/oneOf"],
    ],
    [
      "an open group",
      "/data/additionalProperties",
      true,
      ["check/not-allowed /additionalProperties"],
    ],
    [
      "a privacy that leaves out who sees it",
      "/data/properties/deposit/privacy",
      { purpose: { zh: "押金" }, legal: "x", retention: "y" },
      ["check/missing-key /properties/deposit/privacy"],
    ],
    [
      "an unknown ui key",
      "/forms/ask/ui/ui:placeholder",
      "…",
      ["check/unknown-key /ui/ui:placeholder"],
    ],
    [
      "a submit button of its own",
      "/forms/ask/ui/ui:submitButtonOptions",
      { props: { formAction: "https://example.org" } },
      ["check/unknown-key /ui/ui:submitButtonOptions"],
    ],
  ])("%s", async (_what, pointer, value, expected) => {
    expect(await changedPart(pointer, value)).toEqual(expected);
  });
});

test("names the nearest key and all that are possible", async () => {
  const document = changed(await exampleDocument(), { [`${LENT}/onn`]: {} });
  const [found] = checkShape(document.workflow as unknown as Json, {
    kind: "workflow",
    schemas: PLATFORM_SCHEMAS,
    pointer: "/workflow",
  });
  expect(found?.message.en).toContain("“on”");
  expect(found?.message.zh).toContain("always");
});

test("reports all problems of a file at once", () => {
  expect(findings("variant", { id: "A", title: {}, patch: [{ op: "move", path: "/a" }] })).toEqual([
    "check/missing-key ",
    "check/missing-key ",
    "check/missing-key ",
    "check/wrong-form /id",
    "check/missing-key /title",
    "check/missing-key /patch/0",
    "check/not-allowed /patch/0/op",
  ]);
});

test("refuses a value beside remove", () => {
  const variant = {
    id: "a",
    title: { zh: "甲" },
    parent: "p",
    county: "991021",
    reason: { zh: "因" },
    patch: [{ op: "remove", path: "/a", value: 1 }],
  };
  expect(findings("variant", variant)).toHaveLength(1);
});

test("stops counting where nobody would read on", () => {
  const papers = Array.from({ length: 5000 }, () => ({ block: "poster" }));
  expect(findings("paper", { title: { zh: "告示" }, blocks: papers })).toHaveLength(100);
});

test("is done in bounded time with a list of 50,000 names", () => {
  const roles = Array.from({ length: 50_000 }, (_, i) => `r${i}`);
  const step = { label: { zh: "办" }, roles, act: "record", about: "matter" };
  expect(findings("workflow", { start: step })).toContain("check/limit /workflow/start/roles");
});
