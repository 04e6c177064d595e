import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import schema from "../../schemas/platform/settings.schema.json";
import { projectRoot } from "../../app/runtime/project-root";

const page = readFileSync(join(projectRoot, "docs/operating.md"), "utf8");

test("docs/operating.md names every setting with its default, and no other", () => {
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \|/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(schema.properties));
  for (const [, name = "", shown = ""] of rows) {
    const property: object =
      Object.entries(schema.properties).find(([key]) => key === name)?.[1] ?? {};
    if ("default" in property) expect(shown.replaceAll("`", "")).toBe(String(property.default));
  }
});
