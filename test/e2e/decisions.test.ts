import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import type { OperationInput } from "../../app/runtime/api";
import { openPage, screenshot } from "./support/browser";
import { expectText, signIn } from "./support/drive-page";
import { expectPresentable } from "./support/expect-presentable";
import { serveProduct, type Product } from "./support/serve-product";

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

/** For whoever wants to look: the stops as pictures in this folder. */
const pictures = process.env["DECISION_PICTURES"];

async function look(page: Page, name: string): Promise<void> {
  await expectPresentable(page, name);
  if (pictures) await screenshot(page, `${pictures}/${name}.png`);
}

function comeIn(name: string, options: { width?: number; javaScript?: boolean } = {}) {
  const fonts = pictures !== undefined;
  return openPage({ ...options, fonts }).then((page) =>
    signIn(page, { origin: product.origin, name }),
  );
}

/** A session of somebody, for the steps before the story. */
async function sessionOf(login: string) {
  const { runtime } = product;
  const entered = await runtime.signIn({ login, password: "qingyuan", address: "e2e" });
  if (!entered.ok) throw new Error(entered.refusal.code);
  return entered.value;
}

async function take(login: string, caseId: string, event: string, form: JsonObject) {
  const session = await sessionOf(login);
  const view = await product.runtime.caseView(session, caseId);
  const expectedSeq = view.ok ? view.value.seq : 0;
  const input = { caseId, event, form, expectedSeq, commandId: randomUUID() };
  const taken = await product.runtime.send(session, input);
  if (!taken.ok) throw new Error(`${event}: ${taken.refusal.code}`);
}

/** A need of 青石 that is reported and waits to be drawn up. */
async function reportNeed(): Promise<string> {
  const posts = [{ village: "991021200201", villageName: "石桥村", headcount: 1 }];
  const form = { track: "service", posts, reason: "vacant", note: "原来的协勤外出务工" };
  const place = "991021200000";
  const input = { package: "auxiliary-selection.need", place, form, expectedSeq: 0 };
  const started = await product.runtime.start(await sessionOf("luming"), {
    ...{ ...input, commandId: randomUUID() },
  });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.caseId;
}

const PLAN = { quota: 60, inPost: 52, pay: "每月补贴按县里批准的标准", money: "县财政" };

/** An operation that has a page of its own, past the browser; gives its task. */
async function operate(
  login: string,
  caseId: string,
  input: Pick<OperationInput, "operation"> & Partial<OperationInput>,
  name?: string,
): Promise<string> {
  const { runtime } = product;
  const session = await sessionOf(login);
  const view = await runtime.caseView(session, caseId);
  const dealings = await runtime.dealings(session, caseId);
  const offer =
    dealings.ok && dealings.value.operations.find((one) => one.operation === input.operation);
  if (!view.ok || !offer) throw new Error(`${input.operation} is not offered`);
  const { task, targets = [] } = offer;
  const to = targets.filter((one) => one.name === name).map(({ id }) => id);
  const base = { caseId, expectedSeq: view.value.seq, commandId: randomUUID() };
  const about = task === undefined ? {} : { task };
  const done = await runtime.operate(session, { ...base, ...about, ...input, to });
  if (!done.ok) throw new Error(done.refusal.code);
  return task ?? "";
}

test("a step waits for its answer; a plan is signed in turn, refused with a reason, by whoever was added too; it is ordered, replied to, circulated and read", async () => {
  const id = await reportNeed();
  const matter = `${product.origin}/cases/${id}`;

  // 请示: personnel asks, the step waits, the leader finds it among what concerns him and answers.
  const hr = await comeIn("周敏", { width: 1280 });
  await hr.goto(matter);
  await hr.getByRole("link", { name: "请示" }).click();
  await hr.getByText("秦卫国").first().click();
  await hr.getByRole("textbox").last().fill("名额按五十二还是五十三报");
  await hr.locator("main form button").last().click();
  await hr.waitForURL(matter);
  await expectText(hr, "名额按五十二还是五十三报");
  await look(hr, "waits-1280");

  const leader = await comeIn("秦卫国", { javaScript: false });
  await leader.getByRole("link", { name: "与我有关 1" }).click();
  await expectText(leader, "名额按五十二还是五十三报");
  await look(leader, "concerns-360");
  await leader.getByRole("link", { name: "用人需求：石桥村1人" }).click();
  await leader.getByRole("textbox", { name: "您的答复" }).fill(" ");
  await leader.getByRole("button", { name: "答复", exact: true }).click();
  await leader.getByRole("alert").getByText("写明意见").waitFor();
  await look(leader, "answer-360");
  await leader.getByRole("textbox").last().fill("按五十二报");
  await leader.locator("main form button").last().click();
  await leader.waitForURL(matter);
  expect(await leader.getByRole("link", { name: "等您答复或者看" }).count()).toBe(0);

  // 督办 and 传阅, from the same section.
  const until = "2026-11-27";
  await operate("qinweiguo", id, { operation: "supervise", text: "本周拿出方案", until });
  await operate("qinweiguo", id, { operation: "circulate" }, "陆明");
  await leader.goto(matter);
  await expectText(leader, "还没看");
  await look(leader, "between-360");

  await hr.goto(matter);
  await expectText(hr, "按五十二报");
  await look(hr, "ordered-1280");
  await hr.getByRole("textbox", { name: "您的答复" }).fill("方案已拟，今天送会签");
  await hr.getByRole("button", { name: "答复", exact: true }).click();
  await hr.waitForURL(matter);
  await expectText(hr, "方案已拟，今天送会签");

  const chief = await comeIn("陆明");
  await chief.goto(`${product.origin}/cases/dealings`);
  await expectText(chief, "请您看");
  await chief.getByRole("link", { name: "用人需求：石桥村1人" }).click();
  await chief.getByRole("button", { name: "已阅" }).click();
  await chief.getByRole("status").getByText("已阅").waitFor();

  // 会签方案, in turn.
  await take("zhoumin", id, "drawUp", PLAN);
  await take("qinweiguo", id, "seekOpinions", {});
  const legal = await comeIn("何静", { javaScript: false });
  await legal.goto(matter);
  await expectText(legal, "还差 2 人同意即通过。");
  await expectText(legal, "有一人不同意，这次会签就结束");
  await expectText(legal, "还没轮到");
  await expectText(legal, "覃明");
  await look(legal, "panel-360");
  const task = await operate("hejing", id, { operation: "addBeside" }, "许静");
  await legal.goto(matter);
  await expectText(legal, "还差 3 人同意即通过。");
  await expectText(legal, "何静加签");
  await legal.getByRole("link", { name: "签署意见" }).click();
  await legal.getByRole("heading", { name: "答复" }).waitFor();
  await look(legal, "vote-360");
  await legal.locator('input[value="reject"]').check();
  await legal.getByRole("button", { name: "提交答复" }).click();
  await legal.getByRole("alert").getByText("不同意的，写明理由").waitFor();
  expect(await legal.locator('input[value="reject"]').isChecked()).toBe(true);
  await look(legal, "no-reason-360");
  await legal.locator('input[value="agree"]').check();
  await legal.getByRole("button", { name: "提交答复" }).click();
  await legal.waitForURL(matter);

  const added = await comeIn("许静", { width: 1280 });
  await added.goto(matter);
  await expectText(added, "还差 2 人同意即通过。");
  await look(added, "panel-1280");
  await added.getByRole("link", { name: "签署意见" }).click();
  await added.locator('input[value="reject"]').check();
  await added.getByRole("textbox", { name: "理由" }).fill("补贴标准没有写清楚");
  await look(added, "vote-1280");
  await added.getByRole("button", { name: "提交答复" }).click();
  await added.waitForURL(matter);
  await expectText(added, "没有通过：同意 1，不同意 1。");
  await look(added, "failed-1280");

  // 节点字段权限: reported again, the kind of post is read and not asked, on the page and in what scripts fetch.
  await take("zhoumin", id, "returnNeed", { reason: "写明哪个组" });
  await chief.goto(`${matter}/do/resubmit`);
  await chief
    .getByRole("region", { name: "已经填好，这一步不改的" })
    .getByText("岗位类别")
    .waitFor();
  expect(await chief.locator('[name^="track"], [name*=".track"]').count()).toBe(0);
  const fetched = await chief.evaluate(
    async (path) => (await fetch(path)).text(),
    `${matter}/do/resubmit.data`,
  );
  expect(fetched).toContain("headcount");
  expect(fetched).not.toContain('"track"');
  await look(chief, "fields-360");

  // Whoever comes late is told what became of it; nothing of it is lost, and nothing is signed.
  await legal.goto(`${matter}/vote/${encodeURIComponent(task)}`);
  await expectText(legal, "这一项何静已经答复");
}, 180_000);
