import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { openPage, problemsOf } from "./support/browser";
import { expectText, press, sendStep, signIn } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";

const TODAY = "2026-11-23";

let product: Product;
beforeAll(async () => {
  product = await serveProduct(`${TODAY}T10:00`);
});
afterAll(() => product.close());

describe.each([
  { scripts: "with scripts", javaScript: true },
  { scripts: "without scripts", javaScript: false },
])("a dispute, from five answers to a closed matter, on a phone $scripts", ({ javaScript }) => {
  const people = new Map<string, Page>();
  let matter = "";

  /** The page of one person, who came in by the start page's door. */
  async function pageOf(name: string): Promise<Page> {
    const known = people.get(name);
    if (known) return known;
    const page = await openPage({ javaScript });
    await signIn(page, { origin: product.origin, name });
    people.set(name, page);
    return page;
  }

  async function take(name: string, event: string, answers: JsonObject): Promise<Page> {
    const page = await pageOf(name);
    await page.goto(`${matter}/do/${event}`);
    await fillForm(page, answers);
    await sendStep(page);
    return page;
  }

  test("杨秀兰 registers it in five answers and sees its number", async () => {
    const page = await pageOf("杨秀兰");
    await page.getByRole("link", { name: "登记" }).click();
    await page.getByRole("link", { name: "矛盾纠纷调解" }).click();
    await page.getByRole("textbox", { name: "谁来反映" }).waitFor();
    await fillForm(page, {
      reporter: "李长顺",
      where: "石桥村三组",
      what: "下雨屋后沟水漫进院坝，淹了堆的苞谷，想请村里评一评排水沟归谁修。",
      urgency: "normal",
      hurt: "no",
    });
    matter = await sendStep(page);
    await expectText(page, /已登记，编号石桥 2026-\d{4}/);
  });

  test("what is missing is said on top and at the field, and what was typed stays", async () => {
    const page = await pageOf("杨秀兰");
    await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
    await fillForm(page, { reporter: "石大勇", urgency: "normal" });
    await press(page, "send");
    await page.getByRole("alert").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("role"));
    await expect.poll(focused).toBe("alert");
    const links = page.getByRole("alert").getByRole("link");
    expect(await links.allInnerTexts()).toEqual([
      "写上在哪里，村和组就够",
      "写上是什么事，一两句话就够",
      "选一下有没有人受伤，问不到就选不清楚",
    ]);
    expect(await page.inputValue('[id="form/reporter"]')).toBe("石大勇");
    await links.first().click();
    expect(await page.evaluate(() => document.location.hash)).toBe("#form/where");
  });

  test("she proposes mediation, adding both parties", async () => {
    const page = await take("杨秀兰", "proposeTriage", {
      type: "adjacency",
      parties: [
        { name: "李长顺", role: "applicant" },
        { name: "杨德厚", role: "respondent" },
      ],
      proposal: { track: "mediation", note: "两家是前后邻居，没有动手。" },
    });
    await expectText(page, "已存上");
  });

  test("she cannot confirm it: the page says whose step it is, and she calls the officer", async () => {
    const page = await pageOf("杨秀兰");
    const response = await page.goto(`${matter}/do/confirmTriage`);
    expect(response?.status()).toBe(403);
    await expectText(page, /这一步由.*民警.*办理/);
    await expectText(page, "0000-6200110");
    await page.getByRole("button", { name: "报民警确认" }).click();
    await page.waitForURL(matter);
    await expectText(page, /已经通知/);
    const officer = await pageOf("高原");
    await officer.goto(`${product.origin}/me`);
    await expectText(officer, /石桥 2026-\d{4}/);
  });

  test("高原 confirms, both agree, 杨国安 accepts, they meet", async () => {
    await take("高原", "confirmTriage", { injury: "none", track: "mediation" });
    await take("杨秀兰", "recordConsent", {
      parties: [
        { informed: "yes", consent: "agree" },
        { informed: "yes", consent: "agree" },
      ],
    });
    await take("杨秀兰", "completeParties", {
      parties: [
        { minor: "no", address: "石桥村三组", phone: "13900000001" },
        { minor: "no", address: "石桥村三组" },
      ],
    });
    await take("杨国安", "accept", {
      source: "application",
      claims: "李长顺要求修好排水沟。",
      amountFen: 36_000,
      committee: "石桥村人民调解委员会",
      mediators: "杨国安",
      chosenBy: "parties",
    });
    await take("杨秀兰", "schedule", {
      on: TODAY,
      time: "上午 10 点",
      place: "石桥村警务室",
      open: "closed",
    });
    const page = await take("杨秀兰", "recordSession", {
      heldOn: TODAY,
      place: "石桥村警务室",
      mediators: "杨国安",
      present: "李长顺、杨德厚",
      statements: "李长顺：沟水进了院坝。杨德厚：今年没清淤是我的不是。",
      result: "agreedWritten",
    });
    await expectText(page, "拟协议书");
  });

  test("the agreement is drafted with its amount in words, signed, and printed on A4", async () => {
    const page = await pageOf("杨国安");
    await take("杨国安", "draftAgreement", {
      agreement: {
        mainFacts: "双方共用屋后排水沟，沟水漫入李长顺家院坝。",
        responsibility: "双方各有责任。",
      },
      items: [
        { obligor: "李长顺", action: "修好排水沟东侧沟壁", dueOn: "2026-11-30" },
        { obligor: "杨德厚", action: "承担材料费", fen: 36_000, dueOn: "2026-11-30" },
      ],
    });
    await take("杨国安", "fillIdentity", {
      parties: [{ idNumber: "99102119680305001X" }, { idNumber: "991021195111120035" }],
    });
    await take("杨国安", "recordSigning", {
      signedOn: TODAY,
      copies: 3,
      allSigned: "yes",
      mediatorSigned: "yes",
      sealed: "yes",
    });
    await page.getByRole("link", { name: "人民调解协议书" }).click();
    await page.getByRole("heading", { name: "人民调解协议书", level: 2 }).waitFor();
    await expectText(page, /石桥调协〔2026〕\d+号/);
    await expectText(page, "人民币叁佰陆拾元整");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button", { name: /打印/ }).count()).toBe(0);
    expect(await page.locator("article").filter({ visible: true }).count()).toBe(3);
    await page.emulateMedia({ media: null });
  });

  test("it is performed, visited, and closed; an incomplete file is refused with its reason", async () => {
    await take("杨秀兰", "recordPerformance", {
      items: [
        { done: "yes", doneOn: TODAY },
        { done: "yes", doneOn: TODAY },
      ],
    });
    await take("杨秀兰", "recordVisit", {
      visitedOn: TODAY,
      visited: "李长顺、杨德厚",
      kept: "done",
    });
    const page = await pageOf("杨国安");
    await page.goto(`${matter}/do/archive`);
    await fillForm(page, { materials: ["registration"] });
    await press(page, "check");
    await page.locator('input[name="answers"]').waitFor({ state: "attached" });
    await press(page, "send");
    await page.getByRole("alert").waitFor();
    expect(await page.isChecked('input[value="registration"]')).toBe(true);
    await fillForm(page, {
      materials: ["rights", "record", "agreement", "identity", "receipts", "visits"],
    });
    await sendStep(page);
    await expectText(page, "已办结");
  });

  test("nothing went wrong in any page on the way", () => {
    const expected = /the server responded with a status of (403|409|422)/;
    const found = [...people.values()].flatMap((page) => problemsOf(page));
    expect(found.filter((problem) => !expected.test(problem))).toEqual([]);
  });
});
