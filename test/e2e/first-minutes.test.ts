import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { openPage } from "./support/browser";
import { enter, expectText, press, pressThrough, sendStep } from "./support/drive-page";
import { expectPresentable } from "./support/expect-presentable";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";

/** The first three minutes after `npm start`, as they are told to those who see it for the first time. */
let product: Product;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
});
afterAll(() => product.close());

const drawn = process.env["LOOK"] === "1";
const desk = () => openPage({ width: 1280, height: 800, fonts: drawn });
const phone = () => openPage({ width: 360, height: 780, fonts: drawn });

const at = async (page: Promise<Page>, name: string) => enter(await page, product.origin, name);

test("the start page: villages by their models, and a door for each kind of desk", async () => {
  const wide = await desk();
  await wide.goto(product.origin);
  await wide.getByRole("heading", { name: "一村一策，各按各的模式办" }).waitFor();
  for (const model of ["驻村协勤 13", "一区一警·一村一辅 10", "所队合一 4", "警务室＋房屋托管 1"])
    await expectText(wide, model);
  expect(await wide.locator('main a[href^="/villages/"]').count()).toBeGreaterThanOrEqual(28);
  for (const door of ["周敏", "杨秀兰", "高原"])
    expect(await wide.locator(`button[aria-label="以${door}登录"]`).isVisible()).toBe(true);
  await wide.getByRole("link", { name: /^村民.*不用登录/ }).waitFor();
  expect(await expectPresentable(wide, "01-start")).toContain("演示数据，均为虚构");
  const narrow = await phone();
  await narrow.goto(product.origin);
  await expectPresentable(narrow, "01-start-phone");
});

test("石桥村 beside 东关村: the same software, each by its own model", async () => {
  const page = await desk();
  await page.goto(product.origin);
  await page.getByRole("link", { name: /^石桥村/ }).click();
  await page.getByRole("heading", { name: "石桥村", level: 1 }).waitFor();
  await page.selectOption("#beside", { label: "东关村" });
  await page.getByRole("button", { name: "显示" }).click();
  await page.getByRole("heading", { name: "石桥村和东关村，各有各的办法" }).waitFor();
  const [one, other] = await page.locator("main article").allInnerTexts();
  expect(one).toMatch(/驻村协勤[\s\S]*纠纷先在村里调[\s\S]*家庭警务站/);
  expect(other).toMatch(/警务室＋房屋托管[\s\S]*房源登记[\s\S]*退租交接[\s\S]*夜间窗口/);
  expect(other).not.toContain("家庭警务站");
  await expectPresentable(page, "02-villages");
  const narrow = await phone();
  await narrow.goto(page.url());
  await expectPresentable(narrow, "02-villages-phone");
});

test("compared for 青石乡, 一村一警 is 不可行 and says why, 驻村协勤 is 可行", async () => {
  const page = await at(desk(), "周敏");
  await page.goto(`${product.origin}/models/compare`);
  await page.selectOption('[name="unit"]', { label: "青石乡" });
  await page.locator('[name="model"]').first().selectOption({ label: "一村一警" });
  await page.locator('[name="model"]').last().selectOption({ label: "驻村协勤" });
  await page.getByRole("button", { name: "对比", exact: true }).click();
  await page.getByRole("heading", { name: "青石乡 8 个村，哪个模式办得下来" }).waitFor();
  const [each, resident] = await page.locator("main article").allInnerTexts();
  expect(each).toMatch(/不可行[\s\S]*包村民警 8 人，现有 2 人，缺 6 人/);
  expect(each).toContain("每个村要有一名包村民警：8 个村只有 2 人");
  expect(resident).toMatch(/可行[\s\S]*协勤 8 人/);
  expect(resident).not.toContain("不可行");
  const [left, right] = await page
    .locator("main article")
    .evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect()));
  expect(right?.top).toBe(left?.top);
  expect(right?.left).toBeGreaterThan((left?.left ?? 0) + 300);
  await expectPresentable(page, "03-compare");
  await page.getByRole("link", { name: "看实施方案" }).click();
  await page
    .getByRole("heading", { name: /驻村协勤模式实施方案/ })
    .first()
    .waitFor();
  await page.getByRole("link", { name: /Word/ }).first().waitFor();
  await expectPresentable(page, "03-plan");
  await page.goBack();
  const narrow = await at(phone(), "周敏");
  await narrow.goto(page.url());
  await expectPresentable(narrow, "03-compare-phone");
});

test("on a phone: five answers, a refusal in one sentence, 报民警, the officer confirms, the log has the line", async () => {
  const page = await at(phone(), "杨秀兰");
  await page.goto(`${product.origin}/today`);
  const noted = async () =>
    Number(/已自动记 (\d+) 条/.exec(await page.locator("main").innerText())?.[1] ?? 0);
  const before = await noted();
  await expectPresentable(page, "04-today");

  await page.getByRole("link", { name: "登记", exact: true }).click();
  const process = page.getByRole("link", { name: "矛盾纠纷调解" });
  await process.waitFor();
  await expectPresentable(page, "05-choose");
  await process.click();
  await page.getByRole("textbox", { name: "谁来反映" }).waitFor();
  await fillForm(page, {
    reporter: "李长顺",
    where: "石桥村三组",
    what: "邻居盖猪圈占了半尺过道，想请村里来量一量。",
    urgency: "normal",
    hurt: "no",
  });
  await expectPresentable(page, "06-five-answers");
  const matter = await sendStep(page);
  await expectText(page, /已登记，编号石桥 2026-\d{4}/);
  await expectPresentable(page, "07-registered");

  const answer = await page.goto(`${matter}/do/confirmTriage`);
  expect(answer?.status()).toBe(403);
  await expectText(page, /^这一步由.*民警.*办理/);
  await expectPresentable(page, "08-refused");
  await page.getByRole("button", { name: "报民警确认" }).click();
  await page.waitForURL(matter);
  await expectText(page, /已经通知/);
  await expectPresentable(page, "09-called");

  const officer = await at(phone(), "高原");
  await officer.goto(`${product.origin}/me`);
  await expectPresentable(officer, "10-officer-told");
  await officer.goto(`${matter}/do/confirmTriage`);
  await fillForm(officer, {
    type: "adjacency",
    parties: [
      { name: "李长顺", role: "applicant" },
      { name: "杨德厚", role: "respondent" },
    ],
    injury: "none",
    track: "mediation",
  });
  await expectPresentable(officer, "11-officer-form");
  await sendStep(officer);
  await expectPresentable(officer, "12-confirmed");

  await page.goto(`${product.origin}/today`);
  expect(await noted()).toBe(before + 1);
  await expectPresentable(page, "13-today-after");
});

test("清源县 changes the notice from 5 to 7 working days for its 驻村协勤 villages only, and sends it to 法制", async () => {
  const page = await at(desk(), "文洁");
  await page.getByRole("link", { name: "规则" }).first().click();
  await page.getByRole("heading", { name: "规则", level: 1 }).waitFor();
  await expectPresentable(page, "14-rules");
  await page.locator("details > summary", { hasText: "协勤选聘" }).first().click();
  await page.getByRole("link", { name: "公示几个工作日" }).click();
  await page.waitForURL("**/parameters/noticeWorkdays**");
  await page.getByLabel(/只适用于驻村协勤的 5 个村/).check();
  await page.fill("#value", "7");
  await press(page, "see");
  await page.locator("ins", { hasText: "7 个工作日" }).waitFor();
  expect(await page.locator("del").first().textContent()).toBe("5 个工作日");
  await expectText(page, /只适用于清源县驻村协勤的 5 个村。其他村仍为 5 个工作日。/);
  await expectText(page, "期限正在走的 3 件");
  for (const village of ["竹园村", "古井村", "茶山村"])
    await expectText(page, `${village}驻村协勤换届选聘`);
  await page.fill("#why", "山里逢场才下山，5 个工作日有的村民看不到公示。");
  await page.locator('[name="wantedFrom"]').fill("2026-12-01");
  await expectPresentable(page, "15-parameter");
  await press(page, "submit");
  await page.waitForURL("**/rules/changes/**");
  await expectText(page, "已送法制审核。");
  await expectPresentable(page, "16-sent");
});

test("a villager reads a notice with its countdown, may object, and it prints as a paper", async () => {
  const page = await phone();
  await page.goto(product.origin);
  await page.getByRole("link", { name: /^村民.*不用登录/ }).click();
  await page.getByRole("heading", { name: "石桥村村务公开栏" }).waitFor();
  await expectPresentable(page, "17-board");
  await page.getByRole("link", { name: /拟聘用人员公示/ }).click();
  await expectText(page, /公示还剩 \d 个工作日/);
  await expectPresentable(page, "18-notice");
  const notice = page.url();
  await page.getByRole("link", { name: "提异议" }).first().click();
  await page.getByRole("heading", { name: "提异议", level: 1 }).waitFor();
  await expectPresentable(page, "19-objection");
  await page.goto(notice);
  await page.getByRole("link", { name: "打印张贴件" }).click();
  await page.waitForURL(/\/print/);
  await page.emulateMedia({ media: "print" });
  await expectPresentable(page, "20-print");
});

test("青石乡 adopts 驻村协勤: from the tiles over the comparison to the plan, the trial and its evaluation", async () => {
  const county = await at(desk(), "周敏");
  await county.goto(`${product.origin}/villages`);
  await county.getByRole("link", { name: "对比模式" }).click();
  await county.selectOption('[name="unit"]', { label: "青石乡" });
  await county.locator('[name="model"]').first().selectOption({ label: "一村一警" });
  await county.locator('[name="model"]').last().selectOption({ label: "驻村协勤" });
  await county.getByRole("button", { name: "对比", exact: true }).click();
  await expectText(county, "包村民警 8 人，现有 2 人，缺 6 人");
  await county.getByRole("link", { name: "改了参数再采用" }).click();
  await county.getByRole("button", { name: "开始采用" }).click();
  await county.waitForURL(/\/models\/adopt\/991021/);
  const guided = county.url();
  const step = async (page: Page, event: string, answers: JsonObject) => {
    await page.goto(`${guided}/do/${event}`);
    await fillForm(page, answers);
    await pressThrough(page);
    await page.waitForURL(guided);
  };
  const by = async (name: string, event: string, answers: JsonObject) =>
    step(await at(desk(), name), event, answers);

  await by("高原", "recordSurvey", { villagers: "问了 62 户，多数愿意。", objections: 3 });
  await county.goto(guided);
  await county.fill("#why", "村散、路远，村里有人愿意干。");
  await press(county, "choose");
  await county.locator('button[value="parameters"]').waitFor();
  await press(county, "parameters");
  await county.getByRole("link", { name: "写实施方案" }).waitFor();
  await step(county, "writePlan", { room: "用村委会的空房，开办费列入县局预算。" });
  await by("何静", "reviewLegal", { legalOk: "yes", legalOpinion: "合法，同意。" });
  await by("覃明", "recordTownship", { townshipOk: "yes", townshipOpinion: "同意，村里出房。" });
  const leader = { decision: "approve", decisionWords: "同意试行。", decidedOn: "2026-11-23" };
  await by("秦卫国", "decideAdoption", leader);

  const chief = await at(desk(), "陆明");
  for (let tries = 0; tries < 20; tries++) {
    await chief.goto(guided);
    if (await chief.getByRole("link", { name: "起草值班表" }).isVisible()) break;
  }
  for (const opened of ["选聘", "值班表", "工作日志", "协助调处矛盾纠纷登记簿"])
    await chief.locator("main aside").getByText(opened, { exact: true }).waitFor();
  await expectPresentable(chief, "21-trial");

  const legal = await at(desk(), "何静");
  await step(legal, "evaluatePilot", { evaluation: "群众找得到人。", result: "extend" });
  await expectText(legal, /继续/);
  await expectPresentable(legal, "22-evaluated");
  await legal.getByRole("link", { name: "打开、打印" }).click();
  await expectText(legal, /云岭县驻村协勤模式实施方案/);
  await expectText(legal, "用村委会的空房，开办费列入县局预算。");
  await expectPresentable(legal, "23-plan");
});
