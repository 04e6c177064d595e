import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ERRORS } from "../../app/engine/errors";
import { own, type Json, type JsonObject } from "../../app/engine/json";
import { valueAt } from "../../app/engine/json-pointer";
import { VARY } from "../../app/engine/variant/vary";
import { checkPackages, type CheckedPackage } from "../../app/runtime/check-packages";
import { loadPackages } from "../../app/runtime/load-packages";
import { loadWorkflows } from "../../app/runtime/load-workflows";
import { playScenarios } from "../../app/runtime/play-scenarios";
import { loadPlugins } from "../../app/runtime/plugins";
import { projectRoot } from "../../app/runtime/project-root";
import { EXAMPLE_TREE, makeExampleTree, makeTree, writeTree } from "../support/temp-tree";

const guide = readFileSync(join(projectRoot, "docs/writing-a-workflow.md"), "utf8");

/** The files that the guide writes out, by the name that stands above each. */
const files = Object.fromEntries(
  [...guide.matchAll(/^`((?:workflows|schemas)\/[^`]+)`\n\n```\w+\n(.*?)^```/gms)].map(
    ([, name = "", content = ""]) => [name, content],
  ),
);

function filesOf(...packages: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => packages.includes(name.split("/")[1] ?? "")),
  );
}

async function check(dir: string): Promise<CheckedPackage[]> {
  return checkPackages(await loadPackages({ dir }), loadPlugins());
}

async function failures(dir: string, files: RegExp): Promise<string[]> {
  const played = playScenarios(await loadWorkflows({ dir })).filter(({ file }) => files.test(file));
  expect(played.length).toBeGreaterThan(0);
  return played.flatMap(({ file, report }) =>
    report.steps.flatMap(({ index, problems }) =>
      problems.map((text) => `${file} step ${index + 1}: ${text}`),
    ),
  );
}

describe("the guide's first package", () => {
  const dir = () => makeTree(filesOf("lost-property"));

  test("checks with nothing to put right, in a folder of its own", async () => {
    expect(await check(await dir())).toMatchObject([{ id: "lost-property", problems: [] }]);
  });

  test("tells its stories", async () => {
    expect(await failures(await dir(), /lost-property/)).toEqual([]);
  });
});

describe("the guide's variant of the example", () => {
  const dir = () => makeExampleTree(filesOf("tool-lending"));

  test("checks with nothing to put right", async () => {
    expect((await check(await dir())).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("tells its story, and the example tells its own", async () => {
    expect(await failures(await dir(), /riverside/)).toEqual([]);
    expect(await failures(EXAMPLE_TREE, /./)).toEqual([]);
  });
});

describe("the guide's variant of mediation", () => {
  const parts = ["workflows/dispute-mediation", "schemas/dispute-mediation", "schemas/common"];
  async function dir(): Promise<string> {
    const tree = await makeTree({});
    for (const part of parts) {
      cpSync(join(projectRoot, part), join(tree, part), { recursive: true });
    }
    await writeTree(tree, filesOf("dispute-mediation"));
    return tree;
  }

  test("checks without an error", async () => {
    const found = (await check(await dir())).flatMap(({ problems }) => problems);
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  }, 60_000);

  test("tells its story", async () => {
    expect(await failures(await dir(), /hewan/)).toEqual([]);
  }, 60_000);
});

describe("the guide's tables", () => {
  const tables = [...guide.matchAll(/^<!-- (keys: )?(\S+) -->\n\n((?:\|.*\n)+)/gm)].map(
    ([, , subject = "", table = ""]) => ({ subject, names: namesIn(table) }),
  );

  test.each(tables.filter(({ subject }) => subject.includes(".schema.json")))(
    "name every key of $subject, and no other",
    ({ subject, names }) => {
      const [file = "", pointer = ""] = subject.split("#");
      const schema = JSON.parse(
        readFileSync(join(projectRoot, "schemas/platform", file), "utf8"),
      ) as Json;
      const part = valueAt(schema, pointer) as JsonObject;
      const holder = pointer.endsWith("privacy") ? (part["else"] as JsonObject) : part;
      const properties = own(holder, "properties") ?? holder;
      expect([...names].sort()).toEqual(Object.keys(properties as JsonObject).sort());
    },
  );

  test("name every area of vary, with its words", () => {
    const rows = tableRows("vary");
    const written = Object.fromEntries(
      rows.flatMap(([areas = "", words = ""]) =>
        codesIn(areas).map((area) => [area, codesIn(words)]),
      ),
    );
    expect(written).toEqual(VARY);
  });

  test("name only codes that exist", () => {
    const codes = tableRows("codes").flatMap(([code = ""]) => codesIn(code));
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !Object.hasOwn(ERRORS, code))).toEqual([]);
  });

  function tableRows(subject: string): string[][] {
    const table =
      new RegExp(`^<!-- ${subject} -->\\n\\n((?:\\|.*\\n)+)`, "m").exec(guide)?.[1] ?? "";
    return table
      .trim()
      .split("\n")
      .slice(2)
      .map((row) => row.split("|").slice(1, -1));
  }

  function namesIn(table: string): string[] {
    return table
      .trim()
      .split("\n")
      .slice(2)
      .flatMap((row) => codesIn(row.split("|")[1] ?? ""));
  }
});

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

test("every link of the guide leads to what is there", () => {
  const links = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = ""]) => path);
  expect(links.filter((path) => !existsSync(join(projectRoot, "docs", path)))).toEqual([]);
});
