import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

const APPROVE = "/workflow/machine/states/asked/meta/events/approve";

test("lets only what stands in a law that was read be statutory", async () => {
  expect(
    await findings({
      "/workflow/parameters/maxTools/statutory": true,
      "/workflow/rules/withinLimit/statutory": true,
      "/workflow/mustPass/0/statutory": true,
      [`${APPROVE}/statutory`]: true,
    }),
  ).toEqual([
    "check/statutory-not-read /workflow/mustPass/0/statutory",
    "check/statutory-not-read /workflow/parameters/maxTools/statutory",
    "check/statutory-not-read /workflow/rules/withinLimit/statutory",
    `check/statutory-without-norm ${APPROVE}/statutory`,
  ]);
  expect(
    await findings({
      "/workflow/parameters/maxTools/statutory": true,
      "/workflow/parameters/maxTools/legal": "pipl-6",
    }),
  ).toEqual([]);
});
