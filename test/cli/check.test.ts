import { expect, test } from "vitest";
import { checkCommand } from "../../app/cli/check";
import { makeTerminal } from "../support/make-terminal";
import { EXAMPLE_TREE, makeExampleTree, makeTree } from "../support/temp-tree";

const WORKFLOW = "workflows/tool-lending/workflow.json";

async function check(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; printed: string; complained: string }> {
  const terminal = makeTerminal(env);
  const code = await checkCommand(terminal, args);
  return { code, printed: terminal.printed.join("\n"), complained: terminal.complained.join("\n") };
}

/** The example with its machine's first state mistyped. */
async function brokenTree(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(`${EXAMPLE_TREE}/${WORKFLOW}`, "utf8");
  return makeExampleTree({ [WORKFLOW]: text.replace('"initial": "asked"', '"initial": "ask"') });
}

test("passes a sound folder with exit code 0", async () => {
  const { code, printed } = await check(["--dir", EXAMPLE_TREE]);
  expect(code).toBe(0);
  expect(printed).toContain("tool-lending.repair 1.0.0");
  expect(printed).toContain("没有问题");
  expect(printed).toContain("错误 0");
});

test("prints one line a problem, with code, file, place and what to do, and exits with 1", async () => {
  const dir = await brokenTree();
  const { code, printed } = await check(["--dir", dir, "tool-lending"]);
  expect(code).toBe(1);
  expect(printed).toContain(`错误 check/unknown-state ${WORKFLOW}:/machine/initial 没有环节“ask”`);
  expect(printed).not.toContain("tool-lending.repair 1.0.0");
});

test("speaks the terminal's language: Chinese, unless it is English", async () => {
  const dir = await brokenTree();
  expect((await check(["--dir", dir], { LANG: "en_GB.UTF-8" })).printed).toContain(
    "There is no state",
  );
  expect((await check(["--dir", dir], { LANG: "en_GB.UTF-8", QY_LANG: "zh" })).printed).toContain(
    "没有环节",
  );
});

test("gives everything as JSON", async () => {
  const { code, printed } = await check(["--json", "--dir", await brokenTree(), "tool-lending"]);
  expect(code).toBe(1);
  expect(JSON.parse(printed)).toEqual({
    packages: [
      {
        id: "tool-lending",
        version: "1.0.0",
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        problems: [
          {
            code: "check/unknown-state",
            severity: "error",
            file: WORKFLOW,
            pointer: "/machine/initial",
            message: expect.stringMatching(/^没有环节“ask”/),
            en: expect.stringMatching(/^There is no state “ask”/),
          },
        ],
      },
    ],
  });
});

test("a package that cannot be read is listed without version and hash", async () => {
  const dir = await makeTree({ "workflows/odd/workflow.json": "{", "workflows/odd/README.md": "" });
  const { code, printed } = await check(["--json", "--dir", dir]);
  expect(code).toBe(1);
  const { packages } = JSON.parse(printed) as { packages: { problems: { code: string }[] }[] };
  expect(packages).toMatchObject([{ id: "odd", version: null, hash: null }]);
  expect(packages[0]?.problems.map((found) => found.code)).toContain("check/not-json");
});

test("warnings alone leave the exit code at 0", async () => {
  const dir = await makeExampleTree({ "workflows/tool-lending/papers/poster.json": {} });
  const { code, printed } = await check(["--dir", dir]);
  expect(code).toBe(0);
  expect(printed).toContain("提醒 check/paper-without-offer");
});

test("wrong use exits with 2: unknown package, folder without packages, unknown option", async () => {
  const unknown = await check(["--dir", EXAMPLE_TREE, "tool-renting"]);
  expect(unknown).toMatchObject({ code: 2, printed: "" });
  expect(unknown.complained).toContain("tool-renting");
  expect(unknown.complained).toContain("tool-lending");
  const bare = await check(["--dir", await makeTree({})]);
  expect(bare.code).toBe(2);
  expect(bare.complained).toContain("check/no-packages-folder");
  expect((await check(["--colour"])).code).toBe(2);
});
