import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, problemsOf } from "./support/browser";
import { enter, expectText, press } from "./support/drive-page";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

let product: Product;
let tell: Teller;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
  tell = createTeller(product);
});
afterAll(() => product.close());

const desk = async (name: string, javaScript: boolean) =>
  enter(await openPage({ width: 1280, height: 800, javaScript }), product.origin, name);

/** 清源村 is under 驻村协勤, 河口村 under 所队合一: who takes the steps there. */
const VILLAGES = {
  清源村: {
    place: "991023200201",
    first: "heguifen",
    officer: "zhouzheng",
    mediator: "chendeqing",
  },
  河口村: { place: "991023100201", first: "dingli", officer: "luqiang", mediator: "suping" },
} as const;

/** A dispute that begins today, is settled by word of mouth and kept the same day; gives its id. */
async function settled(village: keyof typeof VILLAGES, today: string): Promise<string> {
  const { place, first, officer, mediator } = VILLAGES[village];
  const parties = [
    { name: "周水根", role: "applicant" },
    { name: "吴金宝", role: "respondent" },
  ];
  const each = (answers: object) => [0, 1].map((index) => ({ id: `#${index}`, ...answers }));
  const talk = { place: `${village}警务室`, mediators: "调解员" };
  const matter = await tell.start(first, {
    ...{ package: "dispute-mediation", place },
    form: {
      ...{ reporter: "周水根", where: `${village}二组`, what: "竹林遮了菜地的光。" },
      ...{ urgency: "normal", hurt: "no" },
    },
  });
  const take = (by: string, event: string, form: object) =>
    tell.take(by, matter, event, JSON.parse(JSON.stringify(form)));
  await take(officer, "confirmTriage", {
    ...{ type: "adjacency", parties, injury: "none", track: "mediation" },
  });
  await take(mediator, "recordConsent", { parties: each({ informed: "yes", consent: "agree" }) });
  await take(mediator, "completeParties", { parties: each({ minor: "no", address: village }) });
  await take(mediator, "accept", {
    ...{ source: "application", claims: "各说各的要求。", committee: `${village}人民调解委员会` },
    ...{ mediators: "调解员", chosenBy: "parties" },
  });
  await take(mediator, "schedule", {
    on: today,
    time: "晚上七点",
    open: "closed",
    place: talk.place,
  });
  await take(mediator, "recordSession", {
    ...{ ...talk, heldOn: today, present: "双方当事人", statements: "砍掉三排竹子。" },
    result: "agreedOral",
  });
  await take(mediator, "recordOral", {
    items: [{ obligor: "吴金宝", action: "砍掉靠菜地的三排竹子", dueOn: today }],
    oral: { agreedOn: today, nobodyWantsPaper: "yes" },
  });
  await take(mediator, "recordPerformance", {
    items: [{ id: "#0", done: "yes", doneOn: today }],
  });
  return matter;
}

/** Visits on a day. */
async function visit(matter: string, village: keyof typeof VILLAGES, day: string): Promise<void> {
  const kept = { visitedOn: day, visited: "周水根", kept: "done", satisfaction: "good" };
  await tell.clock(`${day}T10:00`);
  await tell.take(VILLAGES[village].mediator, matter, "recordVisit", kept);
}

describe("清源县 changes the days of its return visits for its 驻村协勤 villages, by two people", () => {
  let before = "";

  test("drafted with its sentence, tried on past matters, reviewed and published from a day on", async () => {
    before = await settled("清源村", "2026-11-23");
    // The drafter's desk has scripts, the legal office's has none.
    const drafter = await desk("文洁", true);
    await drafter.goto(`${product.origin}/rules/dispute-mediation/parameters/returnVisitDays`);
    await drafter.getByLabel(/只适用于驻村协勤的 5 个村/).check();
    await drafter.fill("#value", "7、30、60、90");
    await drafter.fill("#why", "两个月时的反复最多，加一次回访。");
    await press(drafter, "see");
    await drafter.locator("ins", { hasText: "7、30、60、90 天" }).waitFor();
    expect(await drafter.locator("del").first().textContent()).toBe("7、30、90 天");
    await expectText(drafter, /只适用于清源县驻村协勤的 5 个村。其他村仍为 7、30、90 天。/);
    await press(drafter, "submit");
    await drafter.waitForURL("**/rules/changes/**");
    await expectText(drafter, "已送法制审核。");
    const change = drafter.url();
    expect(await drafter.locator('button[value="approve"]').count()).toBe(0);

    await drafter.goto(`${change}/trial`);
    await press(drafter, "begin");
    await press(drafter, "read");
    await expectText(drafter, "文洁已看过");
    // The matters are named, and all of them are of the villages that the change is for.
    const named = await drafter.locator('main a[href*="/trial?case="]').allInnerTexts();
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => /河口|渡口|红岩|码头/.test(name))).toEqual([]);

    const lawyer = await desk("陈默", false);
    await lawyer.goto(`${product.origin}/rules`);
    await expectText(lawyer, "等您办");
    await lawyer.goto(change);
    await press(lawyer, "approve");
    await expectText(lawyer, "写上文号");
    await lawyer.fill("#approve-opinion", "同意。");
    await lawyer.fill("#approve-documentNumber", "清公法〔2026〕11号");
    await press(lawyer, "approve");
    await expectText(lawyer, "意见和文号已记下");
    await lawyer.fill("#publish-from", "2026-12-01");
    await press(lawyer, "publish");
    await expectText(lawyer, "2026年12月1日起的新事项按这一版办，已经开始的照旧");

    await drafter.goto(`${product.origin}/rules`);
    await expectText(drafter, "2026年12月1日起改为 7、30、60、90 天。");
    await drafter.goto(
      `${product.origin}/rules/dispute-mediation/versions?model=resident-auxiliary`,
    );
    await expectText(drafter, "清公法〔2026〕11号");
    expect(problemsOf(drafter)).toEqual([]);
  });

  test("new matters there are visited four times; 河口镇, and what had begun, keep 7, 30 and 90 days", async () => {
    await tell.clock("2026-12-01T10:00");
    const after = await settled("清源村", "2026-12-01");
    const merged = await settled("河口村", "2026-12-01");
    await visit(before, "清源村", "2026-12-02");
    await visit(after, "清源村", "2026-12-08");
    await visit(merged, "河口村", "2026-12-08");
    await visit(before, "清源村", "2026-12-23");
    await visit(after, "清源村", "2026-12-31");
    await visit(merged, "河口村", "2026-12-31");
    const officer = await desk("周正", false);
    const other = await desk("卢强", false);
    for (const [page, matter, next] of [
      [officer, before, /2027年2月2[12]日/],
      [officer, after, /2027年(1月30|2月1)日/],
      [other, merged, /2027年3月1日/],
    ] as const) {
      await page.goto(`${product.origin}/cases/${matter}`);
      await expectText(page, next);
    }
  });
});
