import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { enter, expectText } from "./support/drive-page";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

/** A dispute and a need pass from hand to hand: what people do with tasks beside the steps, on shipped packages. */
let product: Product;
let tell: Teller;
let dispute = "";
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
  tell = createTeller(product);
  dispute = await register("三组排水沟");
});
afterAll(() => product.close());

const at = (caseId: string) => `${product.origin}/cases/${caseId}`;
const page = (name: string, javaScript = true) =>
  openPage({ javaScript }).then((fresh) => enter(fresh, product.origin, name));
const PARTIES = [
  { name: "李长顺", role: "applicant" },
  { name: "杨德厚", role: "respondent" },
];

function register(where: string): Promise<string> {
  const form = { reporter: "李长顺", where, what: "排水。", urgency: "normal", hurt: "no" };
  return tell.start("yangxiulan", { package: "dispute-mediation", place: "991021200201", form });
}

/** Opens an operation's page from the matter's, as a person does. */
async function open(on: Page, caseId: string, word: string): Promise<void> {
  await on.goto(at(caseId));
  const link = on.getByRole("link", { name: word, exact: true }).first();
  if (!(await link.isVisible())) await on.getByText("更多", { exact: true }).click();
  await link.click();
  await on.getByRole("heading", { level: 1 }).waitFor();
}

async function send(on: Page, caseId: string): Promise<void> {
  await on.locator('main button[value="send"]').click();
  await on.waitForURL(at(caseId), { timeout: 15_000 }).catch(async () => {
    throw new Error(`not done: ${await on.locator("main").innerText()}`);
  });
}

const choose = (on: Page, name: string) => on.locator("label", { hasText: name }).first().click();
const bar = (on: Page) => on.getByRole("navigation", { name: "办理以外的操作" });

test("取回 before anybody acted; 转交 to a colleague; what is forged is refused and keeps what was written", async () => {
  const proposal = { type: "adjacency", parties: PARTIES, proposal: { track: "mediation" } };
  await tell.take("yangxiulan", dispute, "proposeTriage", proposal);
  const auxiliary = await page("杨秀兰");
  await auxiliary.goto(at(dispute));
  await expectText(auxiliary, /您刚才：/);
  await auxiliary.getByRole("link", { name: "撤销" }).click();
  await expectText(auxiliary, /期限接着原来的走/);
  await send(auxiliary, dispute);
  await expectText(auxiliary, "杨秀兰取回");
  await tell.take("yangxiulan", dispute, "proposeTriage", proposal);

  // Without scripts.
  const officer = await page("高原", false);
  await officer.goto(at(dispute));
  expect(await bar(officer).locator("div").first().getByRole("link").allInnerTexts()).toEqual([
    ...["转交", "退回", "催办", "请示"],
  ]);
  await officer.goto(`${at(dispute)}/operations/handOver?task=forged`);
  await expectText(officer, "这个环节不能“转交”。");
  await open(officer, dispute, "转交");
  await expectText(officer, /不再回到您这里；期限照走/);
  await officer.fill('[name="reason"]', "今天出警");
  await officer
    .locator('input[name="to"]')
    .first()
    .evaluate((box: HTMLInputElement) => {
      box.value = "somebody";
      box.checked = true;
    });
  await officer.locator('main button[value="send"]').click();
  await expectText(officer, "operation/nobody");
  expect(await officer.inputValue('[name="reason"]')).toBe("今天出警");
  await choose(officer, "罗晓东");
  await send(officer, dispute);
  await expectText(officer, "转交给罗晓东办");
  await expectText(officer, "高原转交给罗晓东");
});

test("委派 and 交回; 退回 and straight back; 催办 says when it is possible again", async () => {
  await tell.take("luoxiaodong", dispute, "confirmTriage", {
    ...{ type: "adjacency", injury: "none", track: "mediation" },
    parties: PARTIES.map((party, i) => ({ id: `#${i}`, ...party })),
  });
  const consent = {
    parties: [0, 1].map((i) => ({ id: `#${i}`, informed: "yes", consent: "agree" })),
  };
  await tell.take("yangxiulan", dispute, "recordConsent", consent);
  const mediator = await page("杨国安");
  await open(mediator, dispute, "委派");
  await choose(mediator, "高原");
  await send(mediator, dispute);
  const helper = await page("高原");
  await open(helper, dispute, "交回");
  await helper.fill('[name="text"]', "沟是两家共用的，可以调解");
  await send(helper, dispute);
  await expectText(helper, "沟是两家共用的，可以调解");

  await open(mediator, dispute, "退回");
  await choose(mediator, "征求意愿");
  await choose(mediator, "直接回到");
  await mediator.fill('[name="reason"]', "李长顺的意愿要再问");
  await send(mediator, dispute);
  await expectText(mediator, "退回：征求意愿，补好以后直接回来");
  await tell.take("yangxiulan", dispute, "recordConsent", consent);
  await mediator.reload();
  await mediator.getByRole("heading", { level: 2, name: "受理" }).waitFor();

  await open(helper, dispute, "催办");
  await send(helper, dispute);
  await expectText(helper, /催办 1 次/);
  await open(helper, dispute, "催办");
  await expectText(helper, /24 小时内已经催办过，2026年11月24日 10:00以后可以再催/);
  expect(await helper.locator('main button[value="send"]').count()).toBe(0);
});

test("a jump takes two persons", async () => {
  const chief = await page("陆明");
  await open(chief, dispute, "跳转");
  await chief.locator('input[name="state"]').last().check();
  await chief.fill('[name="reason"]', "登记错了环节");
  await send(chief, dispute);
  await expectText(chief, /陆明提出跳转到“.+”/);
  expect(await chief.getByRole("link", { name: "确认跳转" }).count()).toBe(0);
  expect(await chief.getByRole("link", { name: "撤销", exact: true }).count()).toBe(1);
  const second = await page("何静");
  await open(second, dispute, "确认跳转");
  await send(second, dispute);
  await expectText(second, /何静确认跳转到“.+”/);
});

test("加签 beside oneself, taken back with a reason", async () => {
  const need = await tell.start("luming", {
    ...{ package: "auxiliary-selection.need", place: "991021200000" },
    form: {
      ...{ track: "service", reason: "vacant", note: "原来的协勤外出务工" },
      posts: [{ village: "991021200201", villageName: "石桥村", headcount: 1 }],
    },
  });
  const plan = { quota: 60, inPost: 52, pay: "按县里批准的标准", money: "县财政" };
  await tell.take("zhoumin", need, "drawUp", plan);
  await tell.take("zhoumin", need, "seekOpinions");
  const signer = await page("何静");
  await open(signer, need, "并加签");
  await choose(signer, "许静");
  await send(signer, need);
  await expectText(signer, "许静");
  await signer.getByRole("link", { name: "撤销" }).click();
  await signer.fill('[name="reason"]', "纪检另行审核");
  await send(signer, need);
  await expectText(signer, "何静减去许静");
});

test("several ticked in the list are handed over together; sent twice it is done once", async () => {
  const disputes = [await register("一组水井"), await register("二组晒坝")];
  const officer = await page("高原");
  await officer.goto(`${product.origin}/cases?queue=unit`);
  for (const id of disputes) await officer.check(`input[name="case"][value="${id}"]`);
  await officer.getByRole("button", { name: "一起办所选" }).click();
  await officer.getByRole("link", { name: /转交（2 件）/ }).click();
  await choose(officer, "罗晓东");
  const fields = await officer
    .locator("main form")
    .evaluate((form: HTMLFormElement) =>
      [...new FormData(form)].map(([name, value]) => [name, String(value)] as const),
    );
  const address = officer.url();
  await officer.locator('main button[value="send"]:not([tabindex="-1"])').click();
  await expectText(officer, "办好 2 件，没有办成 0 件");
  const again = await officer.evaluate(
    async ({ to, sent }) => {
      const body = new FormData();
      for (const [name, value] of [...sent, ["intent", "send"] as const]) body.append(name, value);
      return (await fetch(to, { method: "POST", body })).text();
    },
    { to: address, sent: fields },
  );
  expect(again).toContain("办好 2 件，没有办成 0 件");
  await officer.goto(at(disputes[0] ?? ""));
  expect(await officer.locator("main").getByText("高原转交给罗晓东").count()).toBe(1);
});
