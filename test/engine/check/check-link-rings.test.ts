import { expect, test } from "vitest";
import type { CheckContext } from "../../../app/engine/check/check-context";
import { checkLinkRings } from "../../../app/engine/check/check-link-rings";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";

/** A package that opens `next` on the way to its end, or may end without it. */
function makePackage(id: string, next: string, mayEnd: boolean): DefinitionDocument {
  return {
    workflow: {
      id,
      links: { next: { title: { zh: next }, package: next, export: {} } },
      machine: {
        initial: "open",
        states: {
          open: {
            meta: { title: { zh: "在办" }, events: { go: { opens: "next" }, end: {} } },
            on: { go: "closed", ...(mayEnd ? { end: "closed" } : {}) },
          },
          closed: { type: "final" },
        },
      },
    },
  } as unknown as DefinitionDocument;
}

function ringsOf(...packages: DefinitionDocument[]): string[] {
  const others = new Map(packages.map((one) => [one.workflow.id, one]));
  return packages.flatMap((one) =>
    checkLinkRings(one, { others } as unknown as CheckContext).map(
      ({ code, pointer, message }) => `${code} ${pointer} ${message.en ?? ""}`,
    ),
  );
}

test("finds packages none of which can end before it opens the next", () => {
  const found = ringsOf(
    makePackage("a", "b", false),
    makePackage("b", "c", false),
    makePackage("c", "a", false),
  );
  expect(found).toHaveLength(3);
  expect(found[0]).toContain("check/endless-links /workflow/links/next");
  expect(found[0]).toContain("a → b → c → a");
  expect(ringsOf(makePackage("a", "a", false))).toHaveLength(1);
});

test("lets a ring be where one of them has a way that opens nothing", () => {
  expect(ringsOf(makePackage("a", "b", false), makePackage("b", "a", true))).toEqual([]);
  expect(ringsOf(makePackage("a", "a", true))).toEqual([]);
  expect(ringsOf(makePackage("a", "b", false), makePackage("b", "x", false))).toEqual([]);
});
