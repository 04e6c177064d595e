import { readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { parseSource, readSource, sourceFiles, type Source } from "./support/read-source";

/** `own`: folders of this repository; `packages`: names, or "any but …"; `node`: `node:*` modules. */
interface Rule {
  own: string[];
  packages: { only: string[] } | { not: string[] };
  node: boolean;
}

const database = ["knex", "sqlite3", "pg", "better-sqlite3"];
const remix = ["@remix-run/node", "@remix-run/react", "@remix-run/dev"];
const react = ["react", "react-dom"];
const pluginApi = "app/engine/plugin/api";

/** Who may import what (docs/architecture.md). Arrows point at app/engine. `*` is one name. */
const rules: Record<string, Rule> = {
  "app/engine": {
    own: ["app/engine"],
    packages: { only: ["xstate", "json-logic-js", "ajv", "re2js"] },
    node: false,
  },
  "app/storage": {
    own: ["app/storage", "app/engine"],
    packages: { only: ["knex", "sqlite3", "pg"] },
    node: true,
  },
  "app/runtime": {
    own: ["app/runtime", "app/engine", "app/storage", "plugins", "schemas"],
    packages: { not: remix },
    node: true,
  },
  // The words of the pages and the choice of language.
  "app/i18n": {
    own: ["app/i18n", "app/engine"],
    packages: { only: ["i18next", "react-i18next", "remix-i18next"] },
    node: false,
  },
  "app/http": {
    own: ["app/http", "app/runtime", "app/engine", "app/i18n"],
    packages: { not: database },
    node: true,
  },
  "app/components": {
    own: ["app/components", "app/runtime", "app/engine", "app/i18n", "plugins"],
    packages: { not: database },
    node: false,
  },
  "app/routes": {
    own: ["app/routes", "app/components", "app/http", "app/runtime", "app/engine", "app/i18n"],
    packages: { not: database },
    node: true,
  },
  "app/cli": {
    own: ["app/cli", "app/runtime", "app/http", "app/engine"],
    packages: { not: [...database, ...react] },
    node: true,
  },
  // root.tsx, entry.server.tsx, entry.client.tsx: the frame around the routes.
  app: {
    own: ["app/components", "app/http", "app/runtime", "app/engine", "app/i18n", "app/styles"],
    packages: { not: database },
    node: true,
  },
  "plugins/*": {
    own: ["plugins/*", pluginApi],
    packages: { not: [...database, ...remix] },
    node: false,
  },
};

/** The engine gets time, chance and surroundings as values. */
const impure = [
  "Date.now",
  "new Date()",
  "Date()",
  "Math.random",
  "process.env",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "performance.now",
  "setTimeout()",
  "setInterval()",
  "fetch()",
];

/** A name that says nothing about what is inside; `common` only as the whole name. */
const empty = /(^|-)(utils?|helpers?|misc|managers?)(-|$)|^common$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Remix reads `_`, `$`, brackets and dots in the names of routes. */
const routeName = /^[a-z0-9_$.()[\]-]+$/;
const longest = 300;

const tree = {
  mustHave: "app plugins workflows schemas test package.json tsconfig.json remix.config.js",
  mayHave:
    "README.md LICENSE CONTRIBUTING.md package-lock.json docs bench public scripts vite.config.ts " +
    "eslint.config.js .ci .editorconfig .gitattributes .github .gitignore .npmrc " +
    ".prettierignore .prettierrc.json",
  ignored: ".git node_modules build coverage test-results .cache .data .env .DS_Store",
};

const code = sourceFiles(["app", "plugins", "scripts", "test", "bench"]);
const sources = code.filter((file) => /^(app|plugins)\//.test(file)).map(readSource);

describe("imports", () => {
  test.each(Object.entries(rules))("%s keeps to its rule", (folder, rule) => {
    const own = sources.filter((source) => folderOf(source.file) === folder);
    expect(own.flatMap((source) => forbiddenImports(source, rule))).toEqual([]);
  });

  test("every source file falls under a rule", () => {
    const files = sources.map(({ file }) => file);
    expect(files.filter((file) => !(folderOf(file) in rules))).toEqual([]);
  });

  test("app/engine reads no clock, no chance, no environment", () => {
    const engine = sources.filter(({ file }) => file.startsWith("app/engine/"));
    expect(engine.flatMap(impureUses)).toEqual([]);
  });

  test("what is forbidden is found, in every way of writing it", () => {
    const source = parseSource(
      "app/engine/rules/bad.ts",
      `import type { Knex } from "knex"; import fs from "fs"; export * from "../../storage/db";
       const late = import("../../runtime/api"); type T = import("node:os").Stats;
       const all = import.meta.glob(["/plugins/*/index.ts", "!/plugins/x/index.ts"]);
       const fine = [new Date(0), clock.now(), late, "Date.now()"]; // Math.random()
       const at = [Date.now(), new Date(), Math.random(), process.env.HOME, fetch(url)];`,
    );
    const engine = rules["app/engine"] as Rule;
    const found = forbiddenImports(source, engine).map((line) => line.split(": ")[1]);
    const path = ["../../storage/db", "../../runtime/api", "node:os", "/plugins/*/index.ts"];
    expect(found).toEqual(["knex", "fs", ...path]);
    const uses = ["Date.now", "new Date()", "Math.random", "process.env", "fetch()"];
    expect(impureUses(source).map((line) => line.split(": ")[1])).toEqual(uses);
  });

  test("a plugin reaches the public API and itself, nothing else of ours", () => {
    const api = "../../app/engine/plugin/api";
    const bad = ["../../app/engine/step", "../other/index", "../../app/engine/plugin/api-deep"];
    const source = { file: "plugins/one/index.ts", imports: [api, "./rules", "nzh", ...bad] };
    const found = forbiddenImports(source, rules["plugins/*"] as Rule);
    expect(found).toEqual(bad.map((name) => `plugins/one/index.ts: ${name}`));
  });
});

describe("files", () => {
  test(`are at most ${longest} lines long`, () => {
    const long = code.map(readSource).filter(({ lines }) => lines > longest);
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test("are named in kebab-case", () => {
    const wrong = code.filter((file) => {
      const pattern = file.startsWith("app/routes/") ? routeName : kebab;
      return !file.split("/").every((part) => pattern.test(part));
    });
    expect(wrong).toEqual([]);
  });

  test("are named for what is inside", () => {
    const parts = (file: string) => file.split("/").flatMap((part) => part.split("."));
    expect(code.filter((file) => parts(file).some((part) => empty.test(part)))).toEqual([]);
  });
});

test("the top level has its fixed folders and files and no others", () => {
  const [mustHave, mayHave, ignored] = [tree.mustHave, tree.mayHave, tree.ignored].map((names) =>
    names.split(" "),
  ) as [string[], string[], string[]];
  const present = readdirSync(".").filter((name) => !ignored.includes(name));
  expect(
    mustHave.filter((name) => !present.includes(name)),
    "missing",
  ).toEqual([]);
  expect(
    present.filter((name) => ![...mustHave, ...mayHave].includes(name)),
    "stray",
  ).toEqual([]);
});

/** The key of `rules` for a file: "app/engine", "plugins/*", "app" for the files directly in it. */
function folderOf(file: string): string {
  const [top, second] = file.split("/");
  if (top === "plugins") return "plugins/*";
  return dirname(file) === "app" ? "app" : `${top}/${second}`;
}

function impureUses({ file, uses }: Source): string[] {
  return impure.filter((use) => uses.has(use)).map((use) => `${file}: ${use}`);
}

function forbiddenImports(source: Pick<Source, "file" | "imports">, rule: Rule): string[] {
  const { file, imports } = source;
  return imports.filter((name) => !isAllowed(file, name, rule)).map((name) => `${file}: ${name}`);
}

function isAllowed(file: string, name: string, { own, packages, node }: Rule): boolean {
  if (isBuiltin(name)) return node;
  if (/^[./]/.test(name)) {
    const target = name.startsWith("/") ? name.slice(1) : relative(".", `${dirname(file)}/${name}`);
    return own.some((folder) => isInside(target, folder, file));
  }
  const packageName = name.split("/", name.startsWith("@") ? 2 : 1).join("/");
  return "only" in packages
    ? packages.only.includes(packageName)
    : !packages.not.includes(packageName);
}

function isInside(target: string, folder: string, from: string): boolean {
  if (folder === pluginApi) return target.replace(/\.ts$/, "") === pluginApi;
  const place = folder === "plugins/*" ? from.split("/", 2).join("/") : folder;
  return target === place || target.startsWith(`${place}/`);
}
