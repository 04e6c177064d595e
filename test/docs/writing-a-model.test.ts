import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ERRORS } from "../../app/engine/errors";
import { own, type Json, type JsonObject } from "../../app/engine/json";
import { valueAt } from "../../app/engine/json-pointer";
import { MEASURES } from "../../app/engine/model/model-source";
import { STAFF_FACTS } from "../../app/engine/model/staff";
import { projectRoot } from "../../app/runtime/project-root";

const guide = readFileSync(join(projectRoot, "docs/writing-a-model.md"), "utf8");

/** The codes in the first column of each marked table. */
const tables = [...guide.matchAll(/^<!-- (keys: )?(\S+) -->\n\n((?:\|.*\n)+)/gm)].map(
  ([, , subject = "", table = ""]) => ({
    subject,
    names: table
      .trim()
      .split("\n")
      .slice(2)
      .flatMap((row) => codesIn(row.split("|")[1] ?? "")),
  }),
);

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

const named = (subject: string) => tables.find((one) => one.subject === subject)?.names ?? [];

describe("the guide to models", () => {
  test.each(tables.filter(({ subject }) => subject.includes(".schema.json")))(
    "names every key of $subject, and no other",
    ({ subject, names }) => {
      const [file = "", pointer = ""] = subject.split("#");
      const path = join(projectRoot, "schemas/platform", file);
      const part = valueAt(JSON.parse(readFileSync(path, "utf8")) as Json, pointer) as JsonObject;
      const properties = own(part, "properties") as JsonObject;
      expect([...names].sort()).toEqual(Object.keys(properties).sort());
    },
  );

  test("names every fact of staffing, and no other", () => {
    expect(named("staff").sort()).toEqual(Object.keys(STAFF_FACTS).sort());
  });

  test("names every measure", () => {
    const section = guide.split("## Service figures")[1] ?? "";
    expect(codesIn(section)).toEqual(expect.arrayContaining([...MEASURES]));
  });

  test("names only codes that exist", () => {
    const codes = named("codes");
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !Object.hasOwn(ERRORS, code))).toEqual([]);
  });

  test("links to what is there", () => {
    const links = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(join(projectRoot, "docs", path)))).toEqual([]);
  });
});
