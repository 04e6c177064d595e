import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, problemsOf } from "./support/browser";
import { expectText, press, pressThrough, sendStep, signIn } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

const parties = [
  { name: "田小英", role: "applicant" },
  { name: "龙光明", role: "respondent" },
];
const settled = {
  content: "龙光明当场付八十元，两清。",
  factsClear: "yes",
  allAgree: "yes",
  mediators: "杨国安",
};

describe.each([
  ["with scripts", true],
  ["without scripts", false],
])("a dispute on a phone, %s", (_name, javaScript) => {
  const pageOf = async (name: string) => {
    return signIn(await openPage({ javaScript }), { origin: product.origin, name });
  };

  test("five answers, a refusal with its reason, a confirmation, and a settlement on the spot", async () => {
    const auxiliary = await pageOf("杨秀兰");
    await auxiliary.goto(`${product.origin}/cases/new?process=dispute-mediation`);
    await fillForm(auxiliary, {
      reporter: "田小英",
      where: "石桥村二组路口",
      what: "电瓶车碰翻鸡笼，压坏一只。",
      urgency: "normal",
    });
    await press(auxiliary, "send");
    // One answer is missing: the page says which, and keeps the others.
    await auxiliary.getByRole("alert").getByRole("link", { name: /受伤/ }).waitFor();
    expect(await auxiliary.inputValue('[name="form/reporter"]')).toBe("田小英");
    await fillForm(auxiliary, { hurt: "no" });
    const matter = await sendStep(auxiliary);
    await expectText(auxiliary, /石桥 2026-\d{4}/);
    await auxiliary.getByRole("button", { name: "报民警确认" }).waitFor();

    // Confirming is an officer's step: the auxiliary is told whose it is.
    await auxiliary.goto(`${matter}/do/confirmTriage`);
    await expectText(auxiliary, /这一步由.*民警.*办理/);

    const officer = await pageOf("高原");
    await officer.goto(`${matter}/do/confirmTriage`);
    await fillForm(officer, {
      type: "damage",
      parties,
      injury: "none",
      track: "onSpot",
      triageNote: "两家都在场",
    });
    await sendStep(officer);
    await expectText(officer, "当场");

    await auxiliary.goto(`${matter}/do/settleOnSpot`);
    await fillForm(auxiliary, { ...settled, doneNow: "no" });
    await pressThrough(auxiliary);
    // A gate: one sentence, the clause that failed, and nothing lost.
    await auxiliary.getByRole("alert").getByText("当场").first().waitFor();
    expect(await auxiliary.inputValue('[name="form/content"]')).toBe(settled.content);

    await fillForm(auxiliary, { doneNow: "yes" });
    await pressThrough(auxiliary);
    await auxiliary.waitForURL("**/cases");
    await officer.goto(matter);
    await expectText(officer, "办结");
    expect(problemsOf(officer)).toEqual([]);
  });
});
