import { expect, test } from "vitest";
import { welcome } from "../../app/cli/serve/welcome";
import type { UserRecord } from "../../app/engine/people-ports";

const settings = {
  mode: "demo" as const,
  origin: null,
  host: "127.0.0.1",
  dataFolder: "/srv/qingyuan",
  language: "zh" as const,
  clock: null as number | null,
};
const user: UserRecord = {
  id: "1",
  login: "heming",
  name: "何明",
  passwordHash: "",
  demo: false,
  disabledAt: null,
  language: "zh",
  largeType: false,
  createdAt: 0,
};
const demo = {
  accounts: [
    { login: "gaoyuan", name: "高原", role: { zh: "民警", en: "Officer" }, unitName: "青石派出所" },
  ],
  password: "qingyuan",
};

test("a demo whose clock stands still says where", () => {
  const standing = { ...settings, clock: Date.UTC(2026, 10, 23, 2) };
  const said = welcome({ settings: standing, port: 3000, demo, users: [] });
  expect(said).toContain("演示的时间停在 2026年11月23日 10:00");
});

test("the demo says what to open, who can sign in, and that all of it is invented", () => {
  const text = welcome({ settings, port: 3000, demo, users: [] });
  expect(text).toContain("http://127.0.0.1:3000");
  expect(text).toContain("演示数据，均为虚构");
  expect(text).toContain("密码都是 qingyuan");
  expect(text).toMatch(/gaoyuan +高原 +民警·青石派出所/);
});

test("listening on every network, this machine is told its own name", () => {
  const everywhere = { ...settings, host: "0.0.0.0" };
  expect(welcome({ settings: everywhere, port: 80, demo, users: [] })).toContain(
    "http://localhost:80",
  );
});

test("a production installation that nobody can enter is told the two commands", () => {
  const production = { ...settings, mode: "production" as const, origin: "https://example.cn" };
  const ask = { settings: production, port: 3000, demo: null };
  const empty = welcome({ ...ask, users: [] });
  expect(empty).toContain("qy unit add");
  expect(empty).toContain("qy user add");
  expect(empty).not.toContain("演示");
  expect(welcome({ ...ask, users: [user] })).not.toContain("qy user add");
  expect(welcome({ ...ask, users: [{ ...user, disabledAt: 1 }] })).toContain("qy user add");
});

test("demo accounts left in a production installation are pointed out", () => {
  const production = { ...settings, mode: "production" as const, origin: "https://example.cn" };
  const users = [user, { ...user, demo: true }];
  expect(welcome({ settings: production, port: 3000, demo: null, users })).toContain(
    "有演示账号，正式使用时都不能登录",
  );
});

test("the terminal speaks English where the operator asked for it", () => {
  const english = { ...settings, language: "en" as const };
  const text = welcome({ settings: english, port: 3000, demo, users: [] });
  expect(text).toContain("Qingyuan is running");
  expect(text).toContain("Officer·青石派出所");
});
