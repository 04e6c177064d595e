import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDataFolder } from "../../app/runtime/data-folder";

let parent = "";
const noDatabase = "/nowhere/qingyuan.sqlite";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "qy-folder-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test("the folder and the key are made on first use, for their owner's eyes only", () => {
  const path = join(parent, "deep/data");
  const folder = openDataFolder(path, noDatabase);
  expect(modeOf(path)).toBe("700");
  expect(modeOf(join(path, "master.key"))).toBe("600");
  expect(folder.masterKey).toHaveLength(32);
  expect(folder.sessionSecret).toHaveLength(32);
  expect(folder.sessionSecret.equals(folder.masterKey)).toBe(false);
});

test("the same keys come back the next time", () => {
  const first = openDataFolder(parent, noDatabase);
  expect(openDataFolder(parent, noDatabase)).toEqual(first);
});

test("a database without its key is refused, and no new key is made", () => {
  const database = join(parent, "qingyuan.sqlite");
  writeFileSync(database, "rows");
  expect(() => openDataFolder(parent, database)).toThrow("runtime/key-missing");
  expect(() => statSync(join(parent, "master.key"))).toThrow("ENOENT");
});

test("a key that others can read is refused", () => {
  openDataFolder(parent, noDatabase);
  chmodSync(join(parent, "master.key"), 0o644);
  expect(() => openDataFolder(parent, noDatabase)).toThrow("runtime/key-open");
});

test("a key cut short is refused and left as it is", () => {
  writeFileSync(join(parent, "master.key"), "abc", { mode: 0o600 });
  expect(() => openDataFolder(parent, noDatabase)).toThrow("runtime/key-damaged");
  expect(readFileSync(join(parent, "master.key"), "utf8")).toBe("abc");
});

test("a folder that cannot be made is refused with its path", () => {
  writeFileSync(join(parent, "file"), "");
  expect(() => openDataFolder(join(parent, "file/data"), noDatabase)).toThrow("runtime/folder");
});
