import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { enter, expectText, sendStep } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";

/** Somebody was beaten at home: no mediation by an auxiliary, an officer is called, and no one else learns of it. */
let product: Product;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
});
afterAll(() => product.close());

const page = (name: string) => openPage().then((fresh) => enter(fresh, product.origin, name));

test("有人被打 closes the mediation to the auxiliary, alerts the officers, and shows why", async () => {
  const auxiliary = await page("杨秀兰");
  await auxiliary.goto(`${product.origin}/cases/new?process=dispute-mediation`);
  await fillForm(auxiliary, {
    ...{ reporter: "吴桂花", where: "石桥村五组", what: "男人喝酒闹事，不敢回家。" },
    ...{ urgency: "mayEscalate", hurt: "unclear" },
  });
  const matter = await sendStep(auxiliary);
  await auxiliary.goto(`${matter}/do/proposeTriage`);
  await fillForm(auxiliary, {
    type: "marriageFamily",
    parties: [
      { name: "吴桂花", role: "applicant" },
      { name: "龙大全", role: "respondent" },
    ],
    proposal: { track: "mediation" },
  });
  await sendStep(auxiliary);
  const officer = await page("高原");
  await officer.goto(`${matter}/do/confirmTriage`);
  await fillForm(officer, { injury: "none", track: "mediation" });
  await sendStep(officer);

  await auxiliary.goto(`${matter}/do/answerGate`);
  await fillForm(auxiliary, { beaten: "yes", child: "unclear" });
  await sendStep(auxiliary);
  const said = await auxiliary.locator("main").innerText();
  expect(said).toMatch(/有人被打.*不能调解，请报民警确认/);
  expect(await auxiliary.locator('main a[href*="/do/"]').count()).toBe(0);
  await auxiliary.goto(`${matter}/do/askConsent`);
  await expectText(auxiliary, /有人被打.*不能调解，请报民警确认/);
  expect(await auxiliary.locator(`button[value="send"]`).count()).toBe(0);

  // Both officers of the station are told, and only they go on with it.
  for (const name of ["高原", "罗晓东"]) {
    const told = await page(name);
    await told.goto(`${product.origin}/me`);
    await expectText(told, /石桥 2026-\d{4}/);
  }
  await officer.goto(`${matter}/do/recordProtection`);
  await fillForm(officer, {
    ...{ doneOn: "2026-11-23", measures: ["stopped", "medical", "orderExplained"] },
    note: "到场制止，送乡卫生院验伤。",
  });
  await sendStep(officer);
  await nothingVisible(matter);
});

/** The other side has no account: what is open to everybody, and the printed book, say nothing of the family. */
async function nothingVisible(matter: string): Promise<void> {
  const secrets = /吴桂花|龙大全|喝酒闹事/;
  const husband: Page = await openPage({ javaScript: false });
  for (const path of ["/", "/v/991021200201", "/villages/991021200201", "/follow"]) {
    await husband.goto(`${product.origin}${path}`);
    expect([path, secrets.test(await husband.content())]).toEqual([path, false]);
  }
  const answer = await husband.goto(matter);
  expect(answer?.url()).toContain("/sign-in");
  expect(await husband.content()).not.toMatch(secrets);

  // The village's mediator, who may know both of them, finds the line in the book without names or facts.
  const mediator = await openPage({ width: 1280 });
  await enter(mediator, product.origin, "杨国安");
  await mediator.goto(`${product.origin}/registers`);
  await mediator.getByRole("link", { name: "协助调处矛盾纠纷登记簿" }).first().click();
  await mediator.getByRole("heading", { name: "协助调处矛盾纠纷登记簿" }).first().waitFor();
  const book = await mediator.locator("main").innerText();
  expect(book).toContain("不公开");
  expect(book).not.toMatch(secrets);
}
