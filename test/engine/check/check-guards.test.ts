import { expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { check, findings } from "../../support/check-example";
import { changed, exampleDocument } from "../../support/example-document";

const LIST = "/workflow/machine/states/lent/on/bringBack";
const SAME = "/workflow/machine/states/overdue/on/bringBack";

const rule = (when: Json, absent?: Json): Json => ({
  title: { zh: "规则" },
  when,
  ...(absent === undefined ? {} : { absent }),
});
const use = (value: string): Json => ({ "==": [{ var: "data.use" }, value] });

/** The three ways out of `lent` and of `overdue`, with the rules `a` and `b` on the first two. */
function ways(a: Json, b: Json): Record<string, Json> {
  const list: Json[] = [
    { meta: { key: "a" }, guard: "a", target: "damaged" },
    { meta: { key: "b" }, guard: "b", target: "returned" },
    { meta: { key: "else" }, target: "returned" },
  ];
  return { [LIST]: list, [SAME]: list.slice(2), "/workflow/rules/a": a, "/workflow/rules/b": b };
}

async function about(changes: Record<string, Json>): Promise<string[]> {
  return (await findings(changes)).filter((one) => one.startsWith("check/guard"));
}

test("finds a rule that can never hold", async () => {
  const never = rule({ and: [use("farm"), use("house")] });
  expect(await about(ways(never, rule(use("other"))))).toEqual([
    `check/guard-never-true ${LIST}/0/guard`,
  ]);
});

test("finds a rule that holds only where an earlier one holds as well", async () => {
  const narrow = rule(use("farm"));
  const wide = rule({ in: [{ var: "data.use" }, ["farm", "house"]] });
  expect(await about(ways(wide, narrow))).toEqual([`check/guard-never-in-turn ${LIST}/1/guard`]);
});

test("warns where two can hold together, with a case that shows it", async () => {
  const wide = rule({ in: [{ var: "data.use" }, ["farm", "house"]] });
  const changes = ways(rule(use("farm")), wide);
  expect(await about(changes)).toEqual([`check/guards-overlap ${LIST}/1/guard`]);
  const found = (await check(changed(await exampleDocument(), changes))).find(
    (one) => one.code === "check/guards-overlap",
  );
  expect(found?.severity).toBe("warning");
  expect(found?.message.zh).toContain('data.use = "farm"');
});

test("has nothing to say where they exclude each other", async () => {
  expect(await about(ways(rule(use("farm")), rule(use("house"))))).toEqual([]);
});

test("takes parameters at their value", async () => {
  const limit = { "<": [{ var: "params.maxTools" }, 5] };
  expect(await about(ways(rule(limit), rule(use("house"))))).toEqual([
    `check/guard-never-true ${LIST}/0/guard`,
  ]);
});

test("works facts out from the data, so that no impossible case is made up", async () => {
  const facts = {
    isFarm: { title: { zh: "农活" }, type: "boolean", value: use("farm") },
    isHouse: { title: { zh: "修房" }, type: "boolean", value: use("house") },
  };
  const changes = ways(rule({ var: "facts.isFarm" }), rule({ var: "facts.isHouse" }));
  expect(
    await about({
      ...changes,
      "/workflow/facts/isFarm": facts.isFarm,
      "/workflow/facts/isHouse": facts.isHouse,
    }),
  ).toEqual([]);
});

test("says so where it cannot tell", async () => {
  const sum = (count: number): Json =>
    rule({ "==": [{ "%": [{ var: "facts.toolCount" }, 7] }, count] });
  expect(await about(ways(sum(1), sum(2)))).toEqual([`check/guards-not-analysed ${LIST}/0`]);
});
