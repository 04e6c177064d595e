import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ERRORS } from "../../app/engine/errors";
import { refusalStatus } from "../../app/http/refusal-status";
import { projectRoot } from "../../app/runtime/project-root";
import { errorsDoc } from "../../scripts/errors-doc.mjs";

const page = readFileSync(join(projectRoot, "docs/errors.md"), "utf8");
const documented = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);

describe("docs/errors.md", () => {
  test("has every code of the catalogue", () => {
    const missing = Object.keys(ERRORS).filter((code) => !documented.includes(code));
    expect(missing, "run: npm run docs").toEqual([]);
  });

  test("has no code that does not exist", () => {
    const gone = documented.filter((code) => code === undefined || !Object.hasOwn(ERRORS, code));
    expect(gone, "run: npm run docs").toEqual([]);
  });

  test("says of each what the product says", () => {
    expect(page, "run: npm run docs").toBe(errorsDoc(ERRORS, refusalStatus));
  });
});

describe("the catalogue", () => {
  const entries = Object.entries(ERRORS);

  test("names each error by family and what happened", () => {
    for (const [code] of entries) expect(code).toMatch(/^[a-z][a-z-]*\/[a-z][a-z-]*$/);
  });

  test("says both languages the same facts", () => {
    const factsOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    const uneven = entries.filter(([, { zh, en }]) => factsOf(zh).join() !== factsOf(en).join());
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  test("speaks Chinese with full-width punctuation, and never raises its voice", () => {
    const unquoted = (text: string) => text.replace(/“[^”]*”/g, "“”");
    const loud = entries.filter(
      ([, { zh, en }]) =>
        /[!！]/.test(unquoted(zh) + unquoted(en)) || /[\u4e00-\u9fff][,;?]/.test(zh),
    );
    expect(loud.map(([code]) => code)).toEqual([]);
  });
});
