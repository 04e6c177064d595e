import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsThisWeek } from "../../app/runtime/demo/matters/rosters";
import { openPage } from "./support/browser";
import { enter, expectText, press, sendStep } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

/** How 杨秀兰 was chosen: a paper form, a vote, a notice, an objection, a training, and only then a shift. */
let product: Product;
let tell: Teller;
beforeAll(async () => {
  product = await serveProduct();
  tell = createTeller(product);
});
afterAll(() => product.close());

const [SHIQIAO, BAISHU] = ["991021200201", "991021200202"];
const STATION = "991021200000";
const page = (name: string) => openPage().then((fresh) => enter(fresh, product.origin, name));
const at = (caseId: string) => `${product.origin}/cases/${caseId}`;

let round = "";
let yang = "";
let luo = "";

test("the clerk enters the paper form for 杨秀兰, with its photo and its date", async () => {
  await tell.clock("2026-08-24T09:00");
  round = await tell.start("zhoumin", {
    package: "auxiliary-selection",
    place: STATION,
    form: {
      ...{
        name: "青石乡2026年驻村协勤选聘",
        track: "service",
        basis: "青石乡用人需求〔2026〕01号",
      },
      posts: [
        { villageName: "石桥村", village: SHIQIAO, headcount: 1 },
        { villageName: "柏树村", village: BAISHU, headcount: 1 },
      ],
      pay: "每月补贴按县里批准的标准",
    },
  });
  await tell.take("zhoumin", round, "announce", {
    ...{ on: "2026-08-24", where: "各村村委会", contact: "0000-6200111" },
    ...{ supervision: "0000-6000120", places: "各村村务公开栏" },
  });
  await tell.clock("2026-08-25T10:00");
  await tell.take("ranxiaoyan", round, "signUp", { name: "杨秀兰", village: SHIQIAO });
  await tell.take("ranxiaoyan", round, "signUp", { name: "罗建平", village: BAISHU });
  yang = await tell.child(round, "candidate", 0);
  luo = await tell.child(round, "candidate", 1);

  const clerk = await page("冉小燕");
  await clerk.goto(`${at(yang)}/do/fillIn`);
  await fillForm(clerk, {
    ...{ idNo: "990101198403150028", residentSince: "2015-06-01", education: "junior" },
    ...{ veteran: "no", declaration: "yes", signed: "yes" },
  });
  await clerk.getByText("代录纸质件").click();
  await clerk.fill("#enteredForName", "杨秀兰");
  await clerk.fill("#enteredForDay", "2026-08-25");
  const buffer = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
  await clerk.setInputFiles("#enteredForPhoto", { name: "a.jpg", mimeType: "image/jpeg", buffer });
  await sendStep(clerk);
  await expectText(clerk, "原件：杨秀兰，2026年8月25日");
  await clerk.getByRole("link", { name: "看照片" }).waitFor();
});

test("the village votes: 61 of 74", async () => {
  const paper = { residentSince: "2012-03-01", education: "junior", veteran: "no" };
  await tell.take("ranxiaoyan", luo, "fillIn", {
    ...{ ...paper, idNo: "990101198806200018", declaration: "yes", signed: "yes" },
  });
  const villages = [
    { candidate: yang, committee: "yangguoan" },
    { candidate: luo, committee: "shichangfu" },
  ];
  await tell.clock("2026-08-27T09:00");
  for (const { candidate, committee } of villages)
    await tell.take(committee, candidate, "recommend", {
      ...{ opinion: "recommend", standing: "群众信得过", meetingOn: "2026-08-26", attendees: 7 },
      signatories: [{ name: "杨国安" }, { name: "石昌福" }],
    });
  await tell.clock("2026-08-28T09:00");
  for (const candidate of [yang, luo])
    await tell.take("luming", candidate, "screen", {
      ...{ identity: "yes", proofs: "yes", conclusion: "eligible" },
    });
  await tell.clock("2026-09-08T09:00");
  await tell.take("zhoumin", round, "openAssessment");
  for (const candidate of [yang, luo]) {
    await tell.reaches(candidate, "interviewing");
    await tell.take("zhoumin", candidate, "recordInterview", {
      ...{ on: "2026-09-08", interviewExam: 86 },
    });
  }
  await tell.clock("2026-09-10T20:00");
  const clerk = await page("冉小燕");
  await clerk.goto(`${at(yang)}/do/recordVote`);
  await fillForm(clerk, { heldOn: "2026-09-10", present: 74, yes: 61 });
  await sendStep(clerk);
  await expectText(clerk, /联审|审查/);
  await tell.take("ranxiaoyan", luo, "recordVote", { heldOn: "2026-09-10", present: 68, yes: 57 });
});

test("the list is public for seven working days; a villager without an account objects, and only she is held", async () => {
  await tell.clock("2026-09-14T09:00");
  for (const candidate of [yang, luo]) {
    const form = { opinion: "agree", unrelated: "yes" };
    await tell.take("qinming", candidate, "signTownship", form);
    await tell.take("luming", candidate, "signStation", form);
    await tell.take("zhoumin", candidate, "propose");
  }
  await tell.clock("2026-09-30T15:00");
  const personnel = await page("周敏");
  await personnel.goto(`${at(round)}/do/publish`);
  await fillForm(personnel, {
    ...{ places: "各村村务公开栏", supervision: "0000-6000120", way: "打电话或写信。" },
  });
  await sendStep(personnel);
  for (const place of ["board", "meeting"]) {
    const posting = { place, villageName: "石桥村", on: "2026-09-30", photo: "yes" };
    await tell.take("ranxiaoyan", round, "recordPosting", posting);
  }

  await tell.clock("2026-10-12T16:20");
  const villager = await openPage({ javaScript: false });
  await villager.goto(`${product.origin}/v/${SHIQIAO}`);
  await villager.getByRole("link", { name: /拟聘用人员公示.*2026年10月15日/ }).click();
  await expectText(villager, "公示还剩 4 个工作日，含今天");
  const notice = villager.url();
  await villager.getByRole("link", { name: "提异议" }).first().click();
  await villager.selectOption("#row", { index: 1 });
  await villager.fill('[id="form/facts"]', "2026年9月中旬她在外地打工，没有住在村里。");
  await press(villager, "check");
  await press(villager, "send");
  await villager.getByRole("heading", { name: "异议已收到" }).waitFor();
  expect(await villager.locator("main").innerText()).toMatch(/杨秀兰[\s\S]*暂缓/);
  await tell.reaches(yang, "held");
  // The round learns of it a moment later; then her row says so, and hers alone.
  const heldRows = async () => {
    await villager.goto(notice);
    return villager.locator("main tbody").getByText(/暂缓/).count();
  };
  await expect.poll(heldRows, { timeout: 15_000 }).toBe(1);

  // After the last day 罗建平 has passed; she waits for the answer.
  await tell.clock("2026-10-16T09:00");
  const objection = await tell.child(yang, "objection");
  await tell.take("zhoumin", objection, "takeUp", { named: "anonymous", concrete: "yes" });
  await tell.reaches(luo, "passed");
  await tell.reaches(yang, "heldOver");
  await personnel.goto(at(round));
  await expectText(personnel, /公示通过|已通过/);
  await expectText(personnel, /异议/);
  const gone = await villager.goto(notice);
  expect(gone?.status()).toBe(404);

  await tell.take("zhoumin", objection, "submitFindings", {
    ...{ result: "notUpheld", ground: "untrue", basis: "村委会证明、务工单位考勤（存卷 3 页）" },
  });
  await tell.clock("2026-10-19T09:00");
  await tell.take("xujing", objection, "confirm");
  await tell.reaches(yang, "passed");
});

test("cleared but untrained she is refused on the roster with the reason; after the training she stands on it", async () => {
  const rows = rowsThisWeek.map((row) =>
    row["name"] === "杨秀兰" ? { ...row, trained: "no" } : row,
  );
  await tell.clock("2026-10-20T09:00");
  const roster = await tell.start("ranxiaoyan", {
    package: "duty-rotation",
    place: STATION,
    form: {
      ...{ from: "2026-11-16", days: 7, dutyPhone: "0000-6200110", rows },
      villages: "石桥村 柏树村 岩湾村 松坪村 梨坪村 水井村 上坝村 云头村",
    },
  });
  const clerk = await openPage({ width: 1280 });
  await enter(clerk, product.origin, "冉小燕");
  await clerk.goto(`${product.origin}/duty/${roster}`);
  await expectText(clerk, "杨秀兰还不能排班");
  await expectText(clerk, "岗前培训：还没有登记合格");
  await clerk.getByRole("button", { name: "检查" }).click();
  await expectText(clerk, /还有冲突没有改好/);

  await tell.take("zhoumin", yang, "sendToTraining");
  const training = await tell.child(yang, "training");
  await tell.take("yetong", training, "arrange", {
    ...{ number: "2026 年第 3 期", title: "驻村协勤岗前培训班", from: "2026-10-26" },
    ...{ to: "2026-10-30", place: "云岭县公安局训练室", contact: "叶桐 0000-6000110" },
  });
  await tell.clock("2026-11-06T17:00");
  const lessons: [string, string, string, number][] = [
    ["2026-10-26", "onSite", "discipline", 8],
    ["2026-10-27", "onSite", "law", 8],
    ["2026-10-28", "onSite", "village", 8],
    ["2026-10-29", "onSite", "mediation", 8],
    ["2026-10-30", "onSite", "people", 8],
    ["2026-11-04", "online", "policy", 10],
    ["2026-11-05", "online", "records", 10],
  ];
  for (const [on, mode, subject, hours] of lessons)
    await tell.take("yetong", training, "recordLesson", { on, mode, subject, hours });
  await tell.take("yetong", training, "examine", {
    ...{ on: "2026-11-06", practical: "pass", disciplineExam: 78, lawExam: 79, policyExam: 80 },
    ...{ villageExam: 81, mediationExam: 82, peopleExam: 83, recordsExam: 84 },
  });
  await tell.take("yetong", training, "certify", { issuedOn: "2026-11-06" });
  await tell.reaches(yang, "contracting");

  await clerk.goto(`${at(roster)}/do/registerTraining`);
  const hers = rows.findIndex(({ name }) => name === "杨秀兰");
  await clerk.check(`input[name="form/rows/${hers}/trained"][value="yes"]`);
  await clerk.fill(`[id="form/rows/${hers}/training"]`, "石桥结业〔2026〕001号");
  await sendStep(clerk);
  await clerk.goto(`${product.origin}/duty/${roster}`);
  await expectText(clerk, "杨秀兰");
  expect(await clerk.getByText("杨秀兰还不能排班").count()).toBe(0);
  await clerk.getByRole("button", { name: "检查" }).click();
  await clerk.getByRole("button", { name: "报所长审" }).waitFor();
});
