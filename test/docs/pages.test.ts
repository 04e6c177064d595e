import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { scripts } from "../../package.json";
import { projectRoot } from "../../app/runtime/project-root";

const folders = ["docs", "plugins", "workflows"].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" }).map((name) =>
    join(folder, name),
  ),
);
const pages = ["README.md", "CONTRIBUTING.md", ...folders.filter((name) => name.endsWith(".md"))];

test.each(pages)("%s names commands and files that are there", (page) => {
  const text = readFileSync(join(projectRoot, page), "utf8");
  const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? "");
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to]) => to ?? "");
  const own = links.filter((to) => !/^[a-z]+:/.test(to));
  expect(own.filter((to) => !existsSync(join(projectRoot, dirname(page), to)))).toEqual([]);
});
