import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { openPage, problemsOf } from "./support/browser";
import { fillForm } from "./support/fill-form";
import { serveDemo, type Demo } from "./support/serve-demo";

let demo: Demo;
beforeAll(async () => {
  demo = await serveDemo();
}, 180_000);
afterAll(() => demo.stop());

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${demo.url}/sign-in`);
  await page.fill("[name=login]", login);
  await page.fill("[name=password]", "qingyuan");
  await Promise.all([
    page.waitForURL(/\/cases/),
    page.locator("button[type=submit]").last().click(),
  ]);
}

/** Presses the page's main button, and the one on the check-answers page where the step has one. */
async function send(page: Page): Promise<void> {
  await page
    .locator('button[name="intent"][value="send"], button[name="intent"][value="check"]')
    .last()
    .click();
  await page.waitForLoadState("networkidle");
}

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
  test("five answers, a proposal, a refusal with its reason, a confirmation, and a settlement on the spot", async () => {
    const auxiliary = await openPage({ javaScript });
    await signIn(auxiliary, "yangxiulan");
    await auxiliary.goto(`${demo.url}/cases/new`);
    await fillForm(auxiliary, {
      reporter: "田小英",
      where: "石桥村二组路口",
      what: "电瓶车碰翻鸡笼，压坏一只。",
      urgency: "normal",
    });
    await send(auxiliary);
    // One answer is missing: the page says which, and keeps the others.
    await expect
      .poll(() => auxiliary.locator("[role=alert]").first().textContent())
      .toContain("受伤");
    expect(await auxiliary.inputValue('[name="form/reporter"]')).toBe("田小英");
    await fillForm(auxiliary, { hurt: "no" });
    await send(auxiliary);
    await auxiliary.waitForURL(/\/cases\/9910/);
    const matter = new URL(auxiliary.url()).pathname;
    // The address changes a moment before the page does.
    await expect.poll(() => auxiliary.locator("main").textContent()).toContain("石桥 2026-");
    expect(await auxiliary.locator("main").textContent()).toContain("报民警确认");

    // Confirming is an officer's step: the auxiliary is told whose it is.
    await auxiliary.goto(`${demo.url}${matter}/do/confirmTriage`);
    await expect.poll(() => auxiliary.locator("main").textContent()).toContain("民警");

    const officer = await openPage({ javaScript });
    await signIn(officer, "gaoyuan");
    await officer.goto(`${demo.url}${matter}/do/confirmTriage`);
    await fillForm(officer, {
      type: "damage",
      parties,
      injury: "none",
      track: "onSpot",
      triageNote: "两家都在场",
    });
    await send(officer);
    if ((await officer.locator('button[name="intent"][value="back"]').count()) > 0)
      await send(officer);
    await expect.poll(() => officer.locator("main").textContent()).toContain("当场");

    await auxiliary.goto(`${demo.url}${matter}/do/settleOnSpot`);
    await fillForm(auxiliary, { ...settled, doneNow: "no" });
    await send(auxiliary);
    if ((await auxiliary.locator('button[name="intent"][value="back"]').count()) > 0)
      await send(auxiliary);
    // A gate: one sentence, the clause that failed, and nothing lost.
    await expect.poll(() => auxiliary.locator("main").textContent()).toContain("当场");

    await auxiliary.goto(`${demo.url}${matter}/do/settleOnSpot`);
    await fillForm(auxiliary, { ...settled, doneNow: "yes" });
    await send(auxiliary);
    if ((await auxiliary.locator('button[name="intent"][value="back"]').count()) > 0)
      await send(auxiliary);
    await officer.goto(`${demo.url}${matter}`);
    await expect.poll(() => officer.locator("main").textContent()).toContain("办结");
    expect(problemsOf(officer)).toEqual([]);
  }, 180_000);
});
