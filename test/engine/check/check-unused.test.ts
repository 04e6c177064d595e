import { expect, test } from "vitest";
import { findings } from "../../support/check-example";

test("warns about rules and deadlines that nothing uses", async () => {
  const rule = { title: { zh: "规则" }, when: true };
  const deadline = { title: { zh: "期限" }, from: "entry", count: 3, unit: "day" };
  expect(
    await findings({ "/workflow/rules/spare": rule, "/workflow/deadlines/spare": deadline }),
  ).toEqual(["check/unused /workflow/deadlines/spare", "check/unused /workflow/rules/spare"]);
});

test("counts a paper, one of its blocks and a withheld column as use", async () => {
  const rule = { title: { zh: "规则" }, when: true };
  expect(
    await findings({
      "/workflow/rules/a": rule,
      "/workflow/rules/b": rule,
      "/workflow/rules/c": rule,
      "/workflow/papers/receipt/when": "a",
      "/papers/receipt/blocks/3/when": "b",
      "/workflow/registers/loanBook/columns/tools/withheldWhen": "c",
    }),
  ).toEqual([]);
});
