import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runCommand } from "../../app/cli/run";
import { testCommand } from "../../app/cli/test";
import { makeTerminal } from "../support/make-terminal";
import { EXAMPLE_TREE, makeExampleTree, type TreeFiles } from "../support/temp-tree";

const SCENARIOS = "workflows/tool-lending/scenarios";
const STORIES = readdirSync(`${EXAMPLE_TREE}/${SCENARIOS}`).length;

async function play(command: typeof testCommand, args: string[], env: Record<string, string> = {}) {
  const terminal = makeTerminal(env);
  const code = await command(terminal, args);
  const [printed, complained] = [terminal.printed.join("\n"), terminal.complained.join("\n")];
  return { code, printed, complained, last: terminal.printed.at(-1) };
}

async function testTree(files: TreeFiles, ...args: string[]) {
  return play(testCommand, ["--dir", await makeExampleTree(files), ...args]);
}

test("plays every scenario and ends with how many passed", async () => {
  const { code, last } = await play(testCommand, ["--dir", EXAMPLE_TREE]);
  expect(code).toBe(0);
  expect(last).toBe(`${STORIES} passed, 0 failed`);
});

test("a step that comes out otherwise fails, and is named", async () => {
  const text = await readFile(`${EXAMPLE_TREE}/${SCENARIOS}/too-many.json`, "utf8");
  const wrong = text.replace('"refused": "case/rule-refused"', '"refused": "case/stale"');
  expect(wrong).not.toBe(text);
  const { code, printed, last } = await testTree({ [`${SCENARIOS}/too-many.json`]: wrong });
  expect(code).toBe(1);
  expect(printed).toContain("case/rule-refused");
  expect(last).toBe(`${STORIES - 1} passed, 1 failed`);
});

test("a file that is no scenario fails with what is wrong; the others are played", async () => {
  const { code, printed, last } = await testTree({
    [`${SCENARIOS}/odd.json`]: { title: { zh: "怪" }, steps: 5 },
    [`${SCENARIOS}/torn.json`]: "{",
  });
  expect(code).toBe(1);
  expect(printed).toContain("✕ 怪");
  expect(printed).toContain("/steps check/wrong-type");
  expect(printed).toContain(`${SCENARIOS}/torn.json:/ check/not-json`);
  expect(last).toBe(`${STORIES} passed, 2 failed`);
});

test("a package that cannot be read has failed; another that was asked for has not", async () => {
  const files = {
    ...{ "workflows/odd/workflow.json": "{", "workflows/odd/README.md": "" },
    "schemas/odd/data.json": { type: "object", properties: {} },
  };
  expect((await testTree(files, "odd")).last).toBe("0 passed, 1 failed");
  expect((await testTree(files, "tool-lending")).last).toMatch(/^[1-9] passed, 0 failed$/);
});

test("wrong use exits with 2", async () => {
  expect((await testTree({}, "tool-renting")).code).toBe(2);
  expect((await testTree({}, "--colour")).code).toBe(2);
  const nowhere = await play(testCommand, ["--dir", `${EXAMPLE_TREE}/workflows`]);
  expect(nowhere).toMatchObject({ code: 2, printed: "" });
  expect(nowhere.complained).toContain("check/no-packages-folder");
});

test("qy run plays one file and says with --explain why a step was refused", async () => {
  const file = `${EXAMPLE_TREE}/${SCENARIOS}/too-many.json`;
  const { code, printed } = await play(runCommand, [file, "--dir", EXAMPLE_TREE, "--explain"]);
  expect(code).toBe(0);
  expect(printed).toMatch(/✕ .+/);
  expect(printed.endsWith("通过")).toBe(true);
});

test("qy run of a file that is no scenario says so", async () => {
  const dir = await makeExampleTree({
    [`${SCENARIOS}/odd.json`]: { steps: [{ wait: "long" }] },
    [`${SCENARIOS}/torn.json`]: "{",
    "stray.json": {},
  });
  const run = (file: string) => play(runCommand, [`${dir}/${file}`, "--dir", dir]);
  const odd = await run(`${SCENARIOS}/odd.json`);
  expect(odd.code).toBe(1);
  expect(odd.printed).toContain("/steps/0/wait check/wrong-type");
  const torn = await run(`${SCENARIOS}/torn.json`);
  expect(torn).toMatchObject({ code: 2, printed: "" });
  expect(torn.complained).toContain("check/not-json");
  expect((await run("stray.json")).code).toBe(2);
  expect((await run("nowhere.json")).complained).toContain("check/unreadable-file");
});

test("both speak English where the terminal does, or the setting says so", async () => {
  const chinese = /[\u4e00-\u9fff]/;
  const text = await readFile(`${EXAMPLE_TREE}/${SCENARIOS}/too-many.json`, "utf8");
  const wrong = text.replace('"refused": "case/rule-refused"', '"refused": "case/stale"');
  const dir = await makeExampleTree({ [`${SCENARIOS}/too-many.json`]: wrong });
  const english: Record<string, string>[] = [
    { LANG: "en_GB.UTF-8" },
    { QY_LANG: "en", LANG: "zh_CN.UTF-8" },
  ];
  for (const env of english) {
    const tested = await play(testCommand, ["--dir", dir], env);
    expect(tested.printed).toMatch(/step \d+ .*refused with case\/rule-refused/);
    expect(tested.printed).not.toMatch(chinese);
    const unknown = await play(testCommand, ["--dir", dir, "nobody"], env);
    expect(unknown.complained).toBe("qy test: there is no package nobody");
  }
  const file = `${EXAMPLE_TREE}/${SCENARIOS}/too-many.json`;
  const args = [file, "--dir", EXAMPLE_TREE, "--explain"];
  const told = await play(runCommand, args, { QY_LANG: "en" });
  expect(told.printed).toContain("Too many tools for one loan.");
  expect(told.printed.endsWith("\npassed")).toBe(true);
  expect(told.printed).not.toMatch(chinese);
  const inChinese = await play(runCommand, args, { QY_LANG: "zh", LANG: "en_US.UTF-8" });
  expect(inChinese.printed).toContain("一次借得太多");
});
