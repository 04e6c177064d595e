import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { enter, expectText, pressThrough, sendStep } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

/** A village becomes one in the town: new matters are by another model from a day on, begun ones end as they began. */
let product: Product;
let tell: Teller;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
  tell = createTeller(product);
});
afterAll(() => product.close());

const page = (name: string) => openPage().then((fresh) => enter(fresh, product.origin, name));
const [DONGGUAN, XIGUAN] = ["991022100201", "991022100202"];

test("东关村's page tells since when it works otherwise, by whose decision, and what ends as it began", async () => {
  const visitor = await openPage({ javaScript: false });
  await visitor.goto(`${product.origin}/villages/${DONGGUAN}`);
  const text = await visitor.locator("main").innerText();
  expect(text).toMatch(/11月2日起改按警务室＋房屋托管办理.*6 件/);
  expect(text).toMatch(/县局核定为城中村，依据：东关村型〔2026〕\d+号/);
});

test("西关村 is proposed by its station and approved for 1 December; the village's page explains both ways", async () => {
  const dispute = await tell.start("fanzhiming", {
    ...{ package: "dispute-mediation", place: XIGUAN },
    form: {
      ...{ reporter: "周玉兰", where: "西关村二组", what: "租客的车堵了出口。" },
      ...{ urgency: "normal", hurt: "no" },
    },
  });
  const auxiliary = await page("范志明");
  const listing = `${product.origin}/cases/new?process=rental-custody`;
  await auxiliary.goto(listing);
  await expectText(auxiliary, /西关村按“一区一警·一村一辅”办理，没有启用“.*托管.*”/);

  const chief = await page("蒋宁");
  await chief.goto(`${product.origin}/villages/${XIGUAN}/kind`);
  await fillForm(chief, {
    ...{ kind: "urban", from: "2026-12-01", facts: "1105 户，外来居住 210 人，出租房 86 套。" },
    why: "出租房多起来，押金、水电的纠纷多。",
  });
  await pressThrough(chief);
  await chief.waitForURL(`**/villages/${XIGUAN}/facts`);
  const [proposed] = await product.run<{ id: string }>(
    "select id from cases where package = 'village-kind' and place_code = ? and status = 'open'",
    [XIGUAN],
  );
  const matter = proposed?.id ?? "";
  const county = await page("韩锋");
  await county.goto(`${product.origin}/cases/${matter}/do/decideKind`);
  await fillForm(county, {
    ...{ decision: "approve", decisionWords: "村情属实，同意。", decidedOn: "2026-11-23" },
  });
  await sendStep(county);
  await tell.reaches(matter, "approved");

  const visitor = await openPage({ width: 1280, javaScript: false });
  const village = `${product.origin}/villages/${XIGUAN}`;
  await visitor.goto(village);
  await expectText(visitor, /12月1日起改按警务室＋房屋托管办理/);
  await expectText(visitor, /县局核定为城中村，依据：西关村型〔2026〕\d+号/);

  await tell.clock("2026-12-01T09:00");
  await visitor.goto(village);
  const text = await visitor.locator("main").innerText();
  expect(text).toMatch(/警务室＋房屋托管：/);
  expect(text).toMatch(/12月1日起改按警务室＋房屋托管办理.*\d+ 件/);
  await auxiliary.goto(listing);
  await auxiliary.locator('[id="form/ownerName"]').waitFor();

  // What had begun goes on under the rules it began with.
  const begun = await tell.start("fanzhiming", {
    ...{ package: "rental-custody", place: XIGUAN },
    form: {
      ...{ ownerName: "何玉梅", ownerPhone: "13900008803", address: "西关村二组 3 号" },
      ...{ proof: "homestead", custodyMode: "registering" },
    },
  });
  expect(begun).not.toBe(dispute);
  await auxiliary.goto(`${product.origin}/cases/${dispute}/do/proposeTriage`);
  await auxiliary.getByRole("heading", { level: 1 }).waitFor();
  await fillForm(auxiliary, {
    type: "neighbours",
    parties: [
      { name: "周玉兰", role: "applicant" },
      { name: "田力", role: "respondent" },
    ],
    proposal: { track: "mediation" },
  });
  await sendStep(auxiliary);
});
