import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage } from "./support/browser";
import { enter, expectText, pressThrough, sendStep } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

/** A deposit of 1,200 that two people in 东关村 cannot agree on becomes 900, and two matters are closed by it. */
let product: Product;
let tell: Teller;
beforeAll(async () => {
  product = await serveProduct();
  tell = createTeller(product);
});
afterAll(() => product.close());

const DONGGUAN = "991022100201";
const page = (name: string) => openPage().then((fresh) => enter(fresh, product.origin, name));
const at = (caseId: string) => `${product.origin}/cases/${caseId}`;

let tenancy = "";
let mediation = "";

/** From the landlady's room to the day on which the tenant has moved out. */
async function letAndLeft(): Promise<string> {
  await tell.clock("2026-12-02T09:00");
  const listing = await tell.start("liangyun", {
    ...{ package: "rental-custody", place: DONGGUAN },
    form: {
      ...{ ownerName: "孙桂香", ownerPhone: "13900008801", address: "东关村二组 18 号" },
      ...{ proof: "homestead", custodyMode: "registering" },
    },
  });
  await tell.take("liangyun", listing, "completeListing", {
    ...{ proofSeen: "yes", idSeen: "yes" },
    rooms: [{ no: "201", use: "bedroom", areaM2: 16, maxPersons: 2, rentFen: 60_000 }],
    selfCheck: ["wiring", "extinguisher", "escape", "structure"],
  });
  await tell.take("shentao", listing, "decideSafety", {
    ...{ checkedOn: "2026-12-02", wiring: "pass", gas: "na", extinguisher: "pass" },
    ...{ escape: "pass", bars: "pass", structure: "pass", checkers: "沈涛、梁芸" },
  });
  await tell.take("shentao", listing, "publishListing", { publishScope: "board" });
  await tell.take("liangyun", listing, "bookViewing", {
    ...{ roomNo: "201", on: "2026-12-02", time: "下午 3 点" },
  });
  const opened = await tell.child(listing, "tenancy");
  await tell.take("liangyun", opened, "recordViewing", { viewResult: "wants" });
  await tell.take("liangyun", opened, "recordContract", {
    tenants: [{ name: "陈志远", phone: "13900008802", minor: "no" }],
    terms: {
      ...{ from: "2026-12-03", kind: "fixed", to: "2026-12-14", rentFen: 60_000 },
      ...{ depositFen: 120_000, depositReturnDays: 3, deductionCases: "家具损坏照价扣" },
      ...{ written: "yes", signedOn: "2026-12-02", idChecked: "yes" },
    },
  });
  await tell.take("baixue", opened, "recordTenants", {
    tenants: [
      { id: "#0", idType: "residentId", residentId: "991021199303140119", household: "云岭县" },
    ],
  });
  await tell.take("liangyun", opened, "recordFiling", {
    ...{ number: "河湾住备 2026-0412", on: "2026-12-02", by: "landlord" },
  });
  await tell.clock("2026-12-10T10:00");
  const leaving = { by: "tenant", givenOn: "2026-12-10", leaveOn: "2026-12-14" };
  await tell.take("liangyun", opened, "giveNotice", leaving);
  await tell.clock("2026-12-14T10:00");
  await tell.take("liangyun", opened, "recordHandover", {
    ...{ on: "2026-12-14", water: 123, power: 4567, keysBack: "yes" },
    ...{ depositAgreed: "no", note: "房东说墙花了" },
  });
  await tell.clock("2026-12-15T09:00");
  await tell.take("liangyun", opened, "recordEnd", {
    reportedOn: "2026-12-15",
    residenceTold: "yes",
  });
  return opened;
}

test("only what both agreed to crosses from the tenancy to the mediation", async () => {
  tenancy = await letAndLeft();
  const desk = await page("梁芸");
  await desk.goto(`${at(tenancy)}/do/openMediation`);
  const asked = {
    ...{ reporter: "陈志远", urgency: "normal", hurt: "no" },
    what: "租房到期搬走，押金 1200 元退多少，双方谈不拢。",
  };
  await fillForm(desk, { ...asked, agreed: "no" });
  await pressThrough(desk);
  // Without their consent nothing crosses.
  await desk.getByRole("alert").waitFor();
  await fillForm(desk, { agreed: "yes" });
  await sendStep(desk);
  await expectText(desk, /调解/);

  mediation = await tell.child(tenancy, "dispute");
  const officer = await page("沈涛");
  await officer.goto(at(mediation));
  await officer.getByRole("heading", { level: 1 }).waitFor();
  // Folded answers too.
  const text = await officer.locator("main").textContent();
  expect(text).toContain("陈志远");
  expect(text).toContain("东关村二组 18 号");
  expect(text).not.toMatch(/1390000880|991021199303140119|600\.00|0412/);
});

test("¥900.00, in words as well, is agreed and paid: dispute and tenancy are closed", async () => {
  await tell.take("liangyun", mediation, "proposeTriage", {
    type: "tenancy",
    parties: [
      { name: "陈志远", role: "applicant" },
      { name: "孙桂香", role: "respondent" },
    ],
    proposal: { track: "mediation" },
  });
  await tell.take("shentao", mediation, "confirmTriage", {
    type: "tenancy",
    parties: [
      { id: "#0", name: "陈志远", role: "applicant" },
      { id: "#1", name: "孙桂香", role: "respondent" },
    ],
    ...{ injury: "none", track: "mediation" },
  });
  await tell.take("liangyun", mediation, "recordConsent", {
    parties: [
      { id: "#0", informed: "yes", consent: "agree" },
      { id: "#1", informed: "yes", consent: "agree" },
    ],
  });
  await tell.take("liangyun", mediation, "completeParties", {
    parties: [
      { id: "#0", minor: "no", address: "云岭县" },
      { id: "#1", minor: "no", address: "东关村二组" },
    ],
  });
  await tell.take("mengfanrong", mediation, "accept", {
    ...{ source: "application", claims: "退多少押金。", committee: "城关镇人民调解委员会" },
    ...{ mediators: "孟凡荣", chosenBy: "parties" },
  });
  const session = { place: "东关村警务室", mediators: "孟凡荣", present: "陈志远、孙桂香" };
  await tell.take("mengfanrong", mediation, "schedule", {
    ...{ on: "2026-12-15", time: "下午 3 点", place: session.place, open: "closed" },
  });
  await tell.clock("2026-12-15T16:00");
  await tell.take("mengfanrong", mediation, "recordSession", {
    ...{ ...session, heldOn: "2026-12-15", statements: "墙面扣三百元，退九百元。" },
    result: "agreedWritten",
  });

  const mediator = await page("孟凡荣");
  await mediator.goto(`${at(mediation)}/do/draftAgreement`);
  await fillForm(mediator, {
    agreement: { mainFacts: "租房到期，墙面有污损。", responsibility: "双方各有责任。" },
    items: [{ obligor: "孙桂香", action: "退还押金", fen: 90_000, dueOn: "2026-12-17" }],
  });
  await expectText(mediator, "人民币玖佰元整");
  await sendStep(mediator);
  await tell.take("mengfanrong", mediation, "fillIdentity", {
    parties: [
      { id: "#0", idNumber: "99102119680305001X" },
      { id: "#1", idNumber: "991021195111120035" },
    ],
  });
  await tell.take("mengfanrong", mediation, "recordSigning", {
    ...{ signedOn: "2026-12-15", copies: 3, allSigned: "yes", mediatorSigned: "yes" },
    sealed: "yes",
  });
  await mediator.goto(at(mediation));
  await mediator.getByRole("link", { name: "人民调解协议书" }).click();
  await expectText(mediator, /¥900\.00[\s\S]*人民币玖佰元整|人民币玖佰元整/);

  await tell.clock("2026-12-17T10:00");
  await mediator.goto(`${at(mediation)}/do/recordPerformance`);
  await fillForm(mediator, { items: [{ done: "yes", doneOn: "2026-12-17" }] });
  await sendStep(mediator);
  await tell.reaches(tenancy, "closed");
  const desk = await page("白雪");
  await desk.goto(at(tenancy));
  await expectText(desk, "已办结");
  await tell.take("mengfanrong", mediation, "recordVisit", {
    ...{ visitedOn: "2026-12-17", visited: "陈志远、孙桂香", kept: "done" },
  });
  await tell.take("mengfanrong", mediation, "archive", {
    materials: ["registration", "rights", "record", "agreement", "identity", "receipts", "visits"],
  });
  await mediator.goto(at(mediation));
  await expectText(mediator, "已办结");
});

test("both books cite the other matter", async () => {
  const desk = await openPage({ width: 1280 });
  await enter(desk, product.origin, "白雪");
  for (const [book, cites] of [
    ["出租房屋登记台账", /¥900\.00[\s\S]*押金争议已调解付清，见 东关调协〔2026〕\d+号/],
    ["协助调处矛盾纠纷登记簿", /接 东关租〔2026〕\d+号/],
  ] as const) {
    await desk.goto(`${product.origin}/registers`);
    await desk.getByRole("link", { name: book }).first().click();
    await desk.getByRole("heading", { name: book }).first().waitFor();
    expect(await desk.locator("main").innerText()).toMatch(cites);
  }
});
