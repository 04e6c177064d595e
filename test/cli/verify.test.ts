import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyCommand } from "../../app/cli/verify";
import { makeTerminal } from "../support/make-terminal";
import {
  accepted,
  bringBackDamaged,
  openTestCases,
  startLoan,
  take,
} from "../support/open-test-cases";
import { makeFolder, TEST_KEY } from "../support/open-test-database";

/** Two loans, one brought back damaged and sent to repair, and the installation they are stored in. */
async function makeInstallation() {
  const cases = await openTestCases();
  await startLoan(cases);
  const caseId = await startLoan(cases);
  await bringBackDamaged(cases, caseId);
  const form = { damagedTools: "水泵" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sendToRepair", form }));
  await cases.stop();
  const folder = makeFolder();
  writeFileSync(join(folder, "master.key"), TEST_KEY.toString("hex"), { mode: 0o600 });
  const [main] = await cases.database.run<{ file: string }>("pragma database_list");
  return {
    caseId,
    database: cases.database,
    env: { QY_DATA_DIR: folder, DATABASE_URL: `sqlite:${main?.file ?? ""}` },
  };
}

async function verify(env: Record<string, string>, ...args: string[]) {
  const terminal = makeTerminal(env);
  const code = await verifyCommand(terminal, args);
  return { code, printed: terminal.printed.join("\n"), complained: terminal.complained.join("\n") };
}

test("a sound installation is read whole, and every step comes out the same again", async () => {
  const { env } = await makeInstallation();
  expect(await verify(env)).toEqual({
    code: 0,
    printed: "核对了 3 件事项、8 步。\n没有发现问题。",
    complained: "",
  });
  const again = await verify({ ...env, QY_LANG: "en" }, "--replay");
  expect(again.code).toBe(0);
  expect(again.printed).toContain("8 steps were taken again and came out the same.");
});

test("the first broken matter and step are named", async () => {
  const { env, database, caseId } = await makeInstallation();
  await database.run("update case_events set at = at - 1 where case_id = ? and seq = 3", [caseId]);
  const { code, printed } = await verify(env);
  expect(code).toBe(1);
  expect(printed).toContain(`${caseId} 第 3 步: 这条办理记录被改动过`);
  expect(printed).toContain("[verify/chain]");
  const { problems } = JSON.parse((await verify(env, "--json", "--replay")).printed) as {
    problems: object[];
  };
  expect(problems[0]).toMatchObject({ code: "verify/chain", case: caseId, seq: 3 });
});

test("without a database it says so, makes none, and exits with 2", async () => {
  const folder = makeFolder();
  const file = join(folder, "none", "qy.db");
  const { code, complained } = await verify({
    QY_DATA_DIR: folder,
    DATABASE_URL: `sqlite:${file}`,
  });
  expect(code).toBe(2);
  expect(complained).toContain("还没有数据库");
  expect(complained).toContain("[verify/no-database]");
  expect([existsSync(file), readdirSync(folder)]).toEqual([false, []]);
});

test("wrong use exits with 2 and shows the usage", async () => {
  expect(await verify({}, "--repair")).toMatchObject({
    code: 2,
    complained: expect.stringContaining("qy verify [--replay]"),
  });
});

test("with another installation's key nothing is read", async () => {
  const { env } = await makeInstallation();
  writeFileSync(join(env.QY_DATA_DIR, "master.key"), Buffer.alloc(32, 9).toString("hex"));
  expect(await verify(env)).toMatchObject({
    code: 1,
    complained: expect.stringContaining("storage/wrong-key"),
  });
});
