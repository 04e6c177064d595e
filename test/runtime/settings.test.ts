import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import { RefusalError } from "../../app/engine/refusal";
import { readSettings, type Environment } from "../../app/runtime/settings";

function faultsOf(env: Environment): { code: string; text: string } {
  try {
    readSettings(env);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { code: error.refusal.code, text: error.refusal.message.zh };
  }
  throw new Error("the settings were accepted");
}

test("an empty environment starts a demo on this machine, with SQLite in the project's data folder", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    mode: "demo",
    host: "127.0.0.1",
    port: 3000,
    origin: null,
    language: "zh",
    log: "warn",
    clock: Date.UTC(2026, 10, 23, 2),
    proxies: 0,
  });
  expect(isAbsolute(settings.dataFolder)).toBe(true);
  expect(settings.databaseUrl).toBe(`sqlite:${settings.dataFolder}/qingyuan.sqlite`);
});

test("the settings are frozen", () => {
  expect(Object.isFrozen(readSettings({}))).toBe(true);
});

test("values given as text become what they mean, and empty ones count as unset", () => {
  const settings = readSettings({
    PORT: "8080",
    HOST: " ",
    DATABASE_URL: "sqlite:/srv/qy.sqlite",
    QY_DATA_DIR: "/srv/qingyuan",
    QY_ORIGIN: "https://Qingyuan.Example.CN",
    QY_MODE: "production",
    QY_LANG: "en",
    QY_PROXIES: "1",
    QY_METRICS_TOKEN: "0123456789abcdef",
  });
  expect(settings).toEqual({
    mode: "production",
    host: "127.0.0.1",
    port: 8080,
    databaseUrl: "sqlite:/srv/qy.sqlite",
    dataFolder: "/srv/qingyuan",
    origin: "https://qingyuan.example.cn",
    language: "en",
    log: "warn",
    clock: null,
    proxies: 1,
    metricsToken: "0123456789abcdef",
  });
});

test("the demo's clock is a time in Shanghai", () => {
  expect(readSettings({ QY_CLOCK: "2026-12-01T10:00" }).clock).toBe(Date.UTC(2026, 11, 1, 2));
});

test("a demo's clock stands at the day around which its matters are told; it may run, and always does in production", () => {
  expect(readSettings({}).clock).toBe(Date.UTC(2026, 10, 23, 2));
  expect(readSettings({ QY_CLOCK: "now" }).clock).toBeNull();
  const live = { QY_MODE: "production", QY_ORIGIN: "https://example.cn" };
  expect(readSettings(live).clock).toBeNull();
});

test("a SQLite file is found from the project's folder, wherever the command was typed", () => {
  const { databaseUrl } = readSettings({ DATABASE_URL: "sqlite:./elsewhere.sqlite" });
  expect(databaseUrl).toMatch(/^sqlite:\/.*\/elsewhere\.sqlite$/);
});

test("all faults are told together, each with its name, its value and what it should be", () => {
  const { code, text } = faultsOf({
    PORT: "eighty",
    DATABASE_URL: "mysql://x",
    QY_MODE: "prod",
    QY_ORIGIN: "https://example.cn/app",
    QY_CLOCK: "2026-02-30T10:00",
    QY_ORGIN: "https://example.cn",
  });
  expect(code).toBe("runtime/settings");
  expect(text).toContain("设置有 6 处不对");
  expect(text).toContain("PORT 应是 0–65535 的整数，例如 3000（现在是“eighty”）");
  expect(text).toContain("DATABASE_URL 应写成");
  expect(text).toContain("QY_MODE 应是 demo（演示）或 production（正式）（现在是“prod”）");
  expect(text).toContain("QY_ORIGIN 应是网站的地址，不带路径");
  expect(text).toContain("QY_CLOCK 没有这个时间");
  expect(text).toContain("QY_ORGIN 没有这项设置");
});

test("the faults are told in English where the operator reads English", () => {
  expect(() => readSettings({ PORT: "70000", QY_LANG: "en" })).toThrow(
    "PORT must be a whole number from 0 to 65535, for example 3000 (it is “70000”)",
  );
});

test.each([
  ["without an address", {}, "QY_ORIGIN 正式使用时必须写明"],
  [
    "over plain http",
    { QY_ORIGIN: "http://example.cn" },
    "QY_ORIGIN 正式使用时必须以 https:// 开头",
  ],
  [
    "with a clock that stands still",
    { QY_ORIGIN: "https://example.cn", QY_CLOCK: "2026-11-23T10:00" },
    "QY_CLOCK 只能在演示时用",
  ],
])("production is refused %s", (_what, env, expected) => {
  const { text } = faultsOf({ QY_MODE: "production", ...env });
  expect(text).toContain("设置有 1 处不对");
  expect(text).toContain(expected);
});

test("production on this machine alone may go without https", () => {
  const env = { QY_MODE: "production", QY_ORIGIN: "http://localhost:3000" };
  expect(readSettings(env).mode).toBe("production");
});
