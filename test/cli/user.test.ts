import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { unitCommand } from "../../app/cli/unit";
import { userCommand } from "../../app/cli/user";
import { openPlatform } from "../../app/runtime/open-platform";
import { readSettings } from "../../app/runtime/settings";
import { makeTerminal } from "../support/make-terminal";

// Hashing passwords and syncing to the disk take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
let env: Record<string, string> = {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qy-cli-"));
  env = { QY_DATA_DIR: folder, QY_MODE: "production", QY_ORIGIN: "https://example.cn" };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openInstallation = () => openPlatform({ settings: readSettings(env), holder: "test" });

async function type(
  command: typeof userCommand,
  line: string,
  typed?: string,
): Promise<{ code: number; printed: string; complained: string }> {
  const terminal = makeTerminal(env, typed);
  const code = await command(terminal, line.split(" "));
  return { code, printed: terminal.printed.join("\n"), complained: terminal.complained.join("\n") };
}

const addCounty = "add --id 991021 --name 云岭县 --kind county --covers 991021";
const addAdmin = "add --login heming --name 何明 --role admin --unit 991021";

async function signIn(password: string) {
  const platform = await openInstallation();
  const answer = await platform.people.signIn({ login: "heming", password, address: "" });
  await platform.close();
  return answer;
}

test("a new production installation is entered with two commands", async () => {
  expect(await type(unitCommand, addCounty)).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/云岭县/),
  });
  const added = await type(userCommand, addAdmin, "spring water 7\n");
  expect(added).toMatchObject({ code: 0, complained: "" });
  expect(added.printed).not.toContain("spring");
  expect(await signIn("spring water 7")).toMatchObject({
    ok: true,
    value: { person: { name: "何明", assignments: [{ role: "admin" }] } },
  });
});

test("what is missing is named", async () => {
  const { code, complained } = await type(userCommand, "add --login heming");
  expect(code).toBe(2);
  expect(complained).toMatch(/^缺少 \(missing\): --role, --unit, --name\n/);
});

test("a made password is shown once, and fits", async () => {
  await type(unitCommand, addCounty);
  const { printed } = await type(userCommand, `${addAdmin} --generate`);
  const password = /[a-z0-9]{4}(-[a-z0-9]{4}){3}/.exec(printed)?.[0] ?? "";
  expect(await signIn(password)).toMatchObject({ ok: true });
  expect((await type(userCommand, "list")).printed).not.toContain(password);
});

test("a password too short is refused, and nobody is added", async () => {
  await type(unitCommand, addCounty);
  const refused = await type(userCommand, addAdmin, "short\n");
  expect(refused).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/auth\/password-short/),
  });
  expect(await type(userCommand, "list")).toMatchObject({ code: 0, printed: "" });
});

test("without a first unit the refusal says how to add one", async () => {
  const refused = await type(userCommand, addAdmin, "spring water 7\n");
  expect(refused.code).toBe(1);
  expect(refused.complained).toContain("qy unit add");
});

test("reset, disable and post change the account; list shows it", async () => {
  await type(unitCommand, addCounty);
  await type(userCommand, addAdmin, "spring water 7\n");
  await type(userCommand, "post --login heming --role officer --unit 991021");
  expect(await type(userCommand, "list")).toMatchObject({
    printed: "heming  何明  配置管理员·云岭县  驻村民警·云岭县",
  });
  await type(userCommand, "reset --login heming", "another water 8\n");
  expect(await signIn("another water 8")).toMatchObject({ ok: true });
  await type(userCommand, "disable --login heming");
  expect(await signIn("another water 8")).toMatchObject({ refusal: { code: "auth/wrong" } });
  const { printed } = await type(userCommand, "list --json");
  expect(JSON.parse(printed)).toMatchObject({ users: [{ login: "heming", disabled: true }] });
});

test("while the server holds the folder the command is refused and says by whom", async () => {
  const server = await openPlatform({ settings: readSettings(env), holder: "serve" });
  const refused = await type(unitCommand, addCounty);
  await server.close();
  expect(refused).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/serve.*\n.*runtime\/locked/),
  });
  expect(await type(unitCommand, addCounty)).toMatchObject({ code: 0 });
});

test("a unit adopts a package that exists, from a day on", async () => {
  await type(unitCommand, addCounty);
  const adopt = "adopt --unit 991021 --package";
  expect(await type(unitCommand, `${adopt} dispute-mediation`)).toMatchObject({ code: 0 });
  const unknown = await type(unitCommand, `${adopt} no-such`);
  expect(unknown).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/dispute-mediation/),
  });
  const variant = await type(unitCommand, `${adopt} dispute-mediation --variant no-such`);
  expect(variant).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/people\/unknown-variant/),
  });
  const { printed } = await type(unitCommand, "list");
  expect(printed).toBe("991021  云岭县  county  991021  dispute-mediation");
});

test.each(["", "grow", "add --login x", "add --nonsense", "constructor"])(
  "the wrong use %j shows the usage and exits with 2",
  async (line) => {
    expect(await type(userCommand, line)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/qy user reset/),
    });
  },
);

test("wrong settings exit with 2 and are told together", async () => {
  env = { ...env, PORT: "x", QY_LOG: "loud" };
  expect(await type(userCommand, "list")).toMatchObject({
    code: 2,
    complained: expect.stringMatching(/2 处不对/),
  });
});
