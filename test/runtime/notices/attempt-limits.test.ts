import { expect, test } from "vitest";
import { createAttemptLimits } from "../../../app/runtime/notices/attempt-limits";

function limits() {
  const clock = { time: 1_000_000 };
  const made = createAttemptLimits(() => clock.time, { most: 2, within: 100 });
  return { clock, ...made };
}

test("lets so many through within a span, and says how long the next one waits", () => {
  const { clock, begin } = limits();
  expect(begin("a")).toBe(0);
  clock.time += 40;
  expect(begin("a")).toBe(0);
  expect(begin("a")).toBe(60);
  expect(begin("b")).toBe(0);
  clock.time += 60;
  expect(begin("a")).toBe(0);
  expect(begin("a")).toBe(40);
});

test("an attempt that was taken back did not count", () => {
  const { begin, takeBack } = limits();
  begin("a");
  begin("a");
  takeBack("a");
  expect(begin("a")).toBe(0);
  expect(begin("a")).toBe(100);
});
