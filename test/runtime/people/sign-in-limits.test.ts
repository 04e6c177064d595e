import { expect, test } from "vitest";
import { createSignInLimits } from "../../../app/runtime/people/sign-in-limits";
import { MINUTE, SECOND } from "../../../app/engine/time/duration";

function makeLimits() {
  const clock = { time: 0 };
  const limits = createSignInLimits(() => clock.time);
  const tryOften = (times: number, login: (i: number) => string, address = "10.0.0.1") => {
    for (let i = 0; i < times; i += 1) limits.begin(login(i), address);
  };
  return { clock, limits, tryOften };
}

test("a login is closed after five wrong passwords, for a quarter of an hour, from any address", () => {
  const { clock, limits, tryOften } = makeLimits();
  tryOften(5, () => "gaoyuan");
  expect(limits.begin("gaoyuan", "10.0.0.2")).toMatchObject({
    code: "auth/locked",
    kind: "too-many",
    params: { minutes: 15 },
  });
  clock.time = 14.5 * MINUTE;
  expect(limits.begin("gaoyuan", "10.0.0.2")?.params?.["minutes"]).toBe(1);
  clock.time = 15 * MINUTE;
  expect(limits.begin("gaoyuan", "10.0.0.2")).toBeUndefined();
});

test("tries while it is closed do not keep it closed", () => {
  const { clock, limits, tryOften } = makeLimits();
  tryOften(5, () => "gaoyuan");
  clock.time = 10 * MINUTE;
  tryOften(50, () => "gaoyuan");
  clock.time = 15 * MINUTE;
  expect(limits.begin("gaoyuan", "10.0.0.2")).toBeUndefined();
});

test("the right password clears the count", () => {
  const { limits, tryOften } = makeLimits();
  tryOften(4, () => "gaoyuan");
  expect(limits.begin("gaoyuan", "10.0.0.1")).toBeUndefined();
  limits.succeeded("gaoyuan", "10.0.0.1");
  tryOften(4, () => "gaoyuan");
  expect(limits.begin("gaoyuan", "10.0.0.1")).toBeUndefined();
});

test("one closed login leaves the others open", () => {
  const { limits, tryOften } = makeLimits();
  tryOften(5, () => "gaoyuan");
  expect(limits.begin("luming", "10.0.0.1")).toBeUndefined();
});

test("an address that tries many logins is slowed, each time for longer, up to a minute", () => {
  const { clock, limits, tryOften } = makeLimits();
  tryOften(10, (i) => `login${i}`);
  const waits = Array.from({ length: 8 }, (_, i) => {
    const refusal = limits.begin(`next${i}`, "10.0.0.1");
    expect(refusal?.code).toBe("auth/too-fast");
    const seconds = Number(refusal?.params?.["seconds"]);
    clock.time += seconds * SECOND;
    expect(limits.begin(`next${i}`, "10.0.0.1")).toBeUndefined();
    return seconds;
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test("another address is not slowed", () => {
  const { limits, tryOften } = makeLimits();
  tryOften(12, (i) => `login${i}`);
  expect(limits.begin("gaoyuan", "10.0.0.2")).toBeUndefined();
});

test("one known password does not wipe out the guesses at others", () => {
  const { limits, tryOften } = makeLimits();
  tryOften(9, (i) => `login${i}`);
  limits.begin("mine", "10.0.0.1");
  limits.succeeded("mine", "10.0.0.1");
  expect(limits.begin("login9", "10.0.0.1")).toBeUndefined();
  expect(limits.begin("login10", "10.0.0.1")?.code).toBe("auth/too-fast");
});
