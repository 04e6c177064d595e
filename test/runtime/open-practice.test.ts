import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Runtime, Session } from "../../app/runtime/api";
import { openPlatform } from "../../app/runtime/open-platform";
import { openRuntime } from "../../app/runtime/open-runtime";
import { readSettings } from "../../app/runtime/settings";

const folder = mkdtempSync(join(tmpdir(), "qingyuan-practice-"));
let runtime: Runtime;
let session: Session;

beforeAll(async () => {
  const environment = { QY_DATA_DIR: folder, QY_CLOCK: "2026-11-23T10:00", QY_LOG: "silent" };
  runtime = await openRuntime(
    await openPlatform({ settings: readSettings(environment), holder: "test" }),
  );
  const login = { login: "yangxiulan", password: "qingyuan", address: "test" };
  const signedIn = await runtime.signIn(login);
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  session = signedIn.value;
}, 120_000);
afterAll(async () => {
  await runtime.close();
  rmSync(folder, { recursive: true, force: true });
});

const dispute = {
  ...{ package: "dispute-mediation", place: "991021200201", expectedSeq: 0 },
  form: {
    ...{ reporter: "李长顺", where: "石桥村三组", what: "为排水沟争吵。" },
    ...{ urgency: "normal", hurt: "no" },
  },
};

async function total(of: Runtime): Promise<number | undefined> {
  const { queues } = await of.worklist(session, { queue: "unit", after: null });
  return queues.find(({ name }) => name === "all")?.count;
}

test("what is done in practice is nowhere in the live installation, and takes none of its numbers", async () => {
  const practice = await runtime.practice();
  const before = await total(runtime);
  expect(await total(practice)).toBe(0);
  const practised = await practice.start(session, { ...dispute, commandId: "practised" });
  expect(practised).toMatchObject({ ok: true, value: { number: "石桥 2026-0001" } });
  expect(await total(practice)).toBe(1);
  expect(await total(runtime)).toBe(before);
  const caseId = practised.ok ? practised.value.caseId : "";
  expect(await runtime.caseView(session, caseId)).toMatchObject({
    ok: false,
    refusal: { code: "case/not-found" },
  });
  const first = await runtime.start(session, { ...dispute, commandId: "live" });
  const second = await runtime.start(session, { ...dispute, commandId: "live too" });
  const numbers = [first, second].map((one) => Number(one.ok && one.value.number?.slice(-4)));
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  const book = await practice.registers(session);
  expect(book).toEqual(await runtime.registers(session));
});

test("a person signed in once is signed in to both, and practising twice is the same", async () => {
  const practice = await runtime.practice();
  expect(await practice.findSession(session.token)).toMatchObject({ login: "yangxiulan" });
  expect(await runtime.practice()).toBe(practice);
  expect(await practice.practice()).toBe(practice);
});
