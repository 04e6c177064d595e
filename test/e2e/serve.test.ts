import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../app/runtime/project-root";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "qingyuan-serve-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The program that `npm start` runs, as built, on a free port; `npm test` has built it before. */
function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(projectRoot, "build/cli/main.js"), "serve"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", QY_DATA_DIR: folder, ...env },
  });
  let said = "";
  let change: () => void = () => undefined;
  const hear = (text: Buffer) => {
    said += text.toString();
    change();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    ended,
    said: () => said,
    stop: () => child.kill("SIGTERM"),
    /** Waits until it has said this. */
    heard: (text: string) =>
      new Promise<void>((resolve) => {
        change = () => said.includes(text) && resolve();
        change();
      }),
  };
}

test("it says what to open and who can sign in, answers, stops in order, and starts again", async () => {
  for (const time of ["first", "second"]) {
    const server = start();
    await server.heard("zhouzheng");
    const [, address] = /打开 {2}(http:\/\/127\.0\.0\.1:\d+)\n/.exec(server.said()) ?? [];
    expect(server.said(), time).toContain("密码都是 qingyuan");
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const page = await (await fetch(`${address}/`)).text();
    expect(page).toContain("演示数据，均为虚构");
    server.stop();
    expect(await server.ended).toBe(0);
  }
});

test("with wrong settings it names all of them together and ends", async () => {
  const server = start({ PORT: "x", QY_LANG: "fr" });
  expect(await server.ended).toBe(2);
  expect(server.said()).toContain("PORT");
  expect(server.said()).toContain("QY_LANG");
  expect(server.said()).not.toMatch(/\n\s+at /);
});
