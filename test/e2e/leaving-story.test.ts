import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { enter, expectText, press, sendStep } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

/** 罗晓东 leaves with fourteen matters: not before 谭磊 has come and both have signed; his cousin's goes to the chief. */
const SHUIJING = "991021200206";
let product: Product;
let tell: Teller;
let move = "";
beforeAll(async () => {
  product = await serveProduct();
  tell = createTeller(product);
  const [found] = await product.platform.database.run<{ id: string }>(
    "select id from cases where package = 'staff-move' and status = 'open' and place_code = ?",
    [SHUIJING],
  );
  move = found?.id ?? "";
});
afterAll(() => product.close());

const at = (path: string) => `${product.origin}${path}`;
const page = (name: string) => openPage().then((fresh) => enter(fresh, product.origin, name));

async function takeStep(desk: Page, event: string, form: Parameters<typeof fillForm>[1]) {
  await desk.goto(at(`/cases/${move}/do/${event}`));
  await fillForm(desk, form);
  await sendStep(desk);
}

test("who is to leave sees that nobody has come; the list says what is really open", async () => {
  const leaver = await page("罗晓东");
  await leaver.goto(at(`/handovers/${move}`));
  await expectText(leaver, "谭磊到岗");
  expect(await leaver.locator("main").innerText()).toContain("清单还没有列");
  await leaver.goto(at(`/cases/${move}`));
  expect(await leaver.locator('a[href$="/do/leavePost"]').count()).toBe(0);

  await tell.clock("2026-11-24T09:00");
  const { people } = product.platform;
  // 谭磊's new post, as the county's administrator gives it on the day.
  await people.save({
    assignments: [
      {
        ...{ id: "demo.tanlei.here", user: "demo.tanlei", role: "officer" },
        ...{ unit: "991021200.station", from: product.platform.clock.now(), to: null },
      },
    ],
  });
  await takeStep(await page("陆明"), "recordArrival", { arrivedOn: "2026-11-24" });
  await takeStep(leaver, "makeList", { things: ["radio", "books", "files"] });
  await leaver.goto(at(`/handovers/${move}`));
  await expectText(leaver, "罗晓东交接清单，14 件");
  const recused = leaver.getByRole("row").filter({ hasText: "回避" });
  expect(await recused.count()).toBe(1);
  expect(await recused.innerText()).toContain("陆明");
});

test("both sign, everything goes, the cousin's to the chief", async () => {
  const signed = "2026-11-24";
  await takeStep(await page("罗晓东"), "leaverSign", { leaverSignedOn: signed });
  const comer = await page("谭磊");
  await takeStep(comer, "replacementSign", { replacementSignedOn: signed });
  await tell.reaches(move, "ready");
  await comer.goto(at(`/handovers/${move}`));
  await expect
    .poll(async () => {
      await comer.reload();
      return comer.getByRole("heading", { level: 1 }).innerText();
    })
    .toBe("罗晓东的 14 件都有人接了");
  await comer.goto(at("/cases"));
  await comer.getByRole("heading", { name: "事项", level: 1 }).waitFor();
  expect(await comer.locator("main").innerText()).not.toContain("宅基地");
  const chief = await page("陆明");
  await chief.goto(at(`/handovers/${move}`));
  await expectText(chief, /报告过谭磊要回避，交给陆明/);
  await chief.goto(at(`/cases/${move}/papers/handoverList`));
  await expectText(chief, "离岗交接清单");
});

test("one more has come since: leaving is refused until it has somebody", async () => {
  const late = await tell.start("luoxiaodong", {
    ...{ package: "dispute-mediation", place: SHUIJING },
    form: { reporter: "向学", where: "水井村", what: "问一件事。", urgency: "normal", hurt: "no" },
  });
  const chief = await page("陆明");
  await chief.goto(at(`/cases/${move}/do/leavePost`));
  await fillForm(chief, { leftOn: "2026-11-24", accountClosed: "yes" });
  await press(chief, "check");
  await chief.locator('input[name="answers"]').waitFor({ state: "attached" });
  await press(chief, "send");
  await expectText(chief, /罗晓东手里还有 1 件没有人接：水井/);

  await tell.take("tanlei", late, "confirmTriage", {
    type: "other",
    parties: [
      { name: "向学", role: "applicant" },
      { name: "向家全", role: "respondent" },
    ],
    ...{ injury: "none", track: "mediation" },
  });
  await takeStep(chief, "leavePost", { leftOn: "2026-11-24", accountClosed: "yes" });
  await expectText(chief, "已离岗");
});
