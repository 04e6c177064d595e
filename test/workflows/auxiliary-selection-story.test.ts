import { expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { instantOf } from "../../app/engine/time/zone";
import { uuidv7 } from "../../app/runtime/cases/new-id";
import { findLinks } from "../../app/storage/case-briefs";
import { accepted, codeOf, openTestCases, type TestCases } from "../support/open-test-cases";

const [QINGSHI, SHIQIAO, BAISHU] = ["991021200000", "991021200201", "991021200202"];

/** Who takes part besides the people that every test has: login → role and unit. */
const PARTS: Record<string, [role: string, unit: string]> = {
  zhoumin: ["countyHR", "991021"],
  xujing: ["auditor", "991021"],
  ranxiaoyan: ["stationClerk", "991021200.station"],
  luming: ["stationChief", "991021200.station"],
  qinming: ["township", "991021200"],
  shiqiao: ["villageCommittee", SHIQIAO],
  baishu: ["villageCommittee", BAISHU],
};

async function openWithParts(): Promise<TestCases> {
  const cases = await openTestCases({ dir: process.cwd(), clock: "2026-08-24T09:00" });
  const logins = Object.keys(PARTS);
  await cases.people.save({
    users: logins.map((login) => ({
      ...{ id: login, login, name: login, passwordHash: null, demo: false, disabledAt: null },
      ...{ language: "zh" as const, largeType: false, createdAt: 0 },
    })),
    assignments: logins.map((login) => {
      const [role = "", unit = ""] = PARTS[login] ?? [];
      return { id: `${login}.post`, user: login, role, unit, from: 0, to: null };
    }),
    adoptions: [
      {
        ...{ unit: "991021", package: "auxiliary-selection", variant: "yunling" },
        ...{ from: "2025-01-01", to: null },
      },
    ],
  });
  return cases;
}

/** One person after the other, as each opens the page. */
function story(cases: TestCases) {
  const as = (login: string) => cases.as(login as never);
  const view = async (login: string, caseId: string) =>
    accepted(await cases.part.caseView(as(login), caseId));
  return {
    view,
    at(clock: string) {
      cases.clock.time = instantOf(clock);
      return cases.workers.runDue();
    },
    async take(login: string, caseId: string, event: string, form: JsonObject = {}) {
      const { seq } = await view(login, caseId);
      const commandId = uuidv7(cases.clock.time);
      const sent = await cases.part.send(as(login), {
        caseId,
        event,
        form,
        commandId,
        expectedSeq: seq,
      });
      if (sent.ok) await cases.workers.runDue();
      return sent;
    },
    async start(login: string, packageId: string, form: JsonObject) {
      const commandId = uuidv7(cases.clock.time);
      const ask = { package: packageId, place: QINGSHI ?? "", commandId, expectedSeq: 0, form };
      return accepted(await cases.part.start(as(login), ask)).caseId;
    },
    async children(caseId: string, link: string) {
      const links = await findLinks(cases.database, caseId);
      return links
        .filter((one) => one.side === "child" && one.link === link)
        .map((one) => one.caseId);
    },
    async states(login: string, caseId: string) {
      return (await view(login, caseId)).states.map(({ title }) => title.zh);
    },
  };
}

const ROUND = {
  ...{ name: "青石乡2026年驻村协勤选聘", track: "service", basis: "青石乡用人需求〔2026〕01号" },
  pay: "每月补贴按县里批准的标准",
  posts: [
    { villageName: "石桥村", village: SHIQIAO, headcount: 1 },
    { villageName: "柏树村", village: BAISHU, headcount: 1 },
  ],
};
const APPLICATION = {
  ...{ residentSince: "2015-06-01", education: "junior", veteran: "no" },
  ...{ declaration: "yes", signed: "yes" },
};
const AGREES = { opinion: "agree", unrelated: "yes" };

test(
  "the second story: an objection holds Yang Xiulan, Luo Jianping passes, and she is trained before she is contracted",
  { timeout: 120_000 },
  async () => {
    const cases = await openWithParts();
    const { at, take, start, children, states, view } = story(cases);
    const round = await start("zhoumin", "auxiliary-selection", ROUND);
    const announcement = {
      ...{ on: "2026-08-24", where: "各村村委会", contact: "0000-6200111" },
      ...{ supervision: "0000-6000120", places: "各村村务公开栏" },
    };
    accepted(await take("zhoumin", round, "announce", announcement));
    await at("2026-08-25T10:00");
    for (const [name, village] of [
      ["杨秀兰", SHIQIAO],
      ["罗建平", BAISHU],
    ])
      accepted(
        await take("ranxiaoyan", round, "signUp", { name: name ?? "", village: village ?? "" }),
      );
    const applicants = await children(round, "candidate");
    const places = await Promise.all(
      applicants.map(async (caseId) => (await view("zhoumin", caseId)).placeName),
    );
    const [yang = "", luo = ""] = ["石桥村", "柏树村"].map(
      (place) => applicants[places.indexOf(place)],
    );
    expect((await view("shiqiao", yang)).placeName).toBe("石桥村");
    // A committee knows of its own village only.
    expect(codeOf(await cases.part.caseView(cases.as("shiqiao" as never), luo))).toBe(
      "case/not-found",
    );

    for (const [caseId, idNo, committee] of [
      [yang, "990101198403150028", "shiqiao"],
      [luo, "990101198806200018", "baishu"],
    ] as const) {
      accepted(await take("ranxiaoyan", caseId, "fillIn", { ...APPLICATION, idNo }));
      accepted(
        await take(committee, caseId, "recommend", {
          ...{
            opinion: "recommend",
            standing: "群众信得过",
            meetingOn: "2026-08-25",
            attendees: 7,
          },
          signatories: [{ name: "杨国安" }, { name: "杨德厚" }],
        }),
      );
      const screening = { identity: "yes", proofs: "yes", conclusion: "eligible" };
      accepted(await take("luming", caseId, "screen", screening));
    }
    await at("2026-09-02T09:00");
    accepted(await take("zhoumin", round, "openAssessment"));
    for (const caseId of [yang, luo]) {
      expect(await states("zhoumin", caseId)).toEqual(["面试"]);
      accepted(
        await take("zhoumin", caseId, "recordInterview", { on: "2026-09-02", interviewExam: 86 }),
      );
      const vote = { heldOn: "2026-09-02", present: 74, yes: 61 };
      accepted(await take("ranxiaoyan", caseId, "recordVote", vote));
      // Yunling: township and station sign, county personnel does not.
      accepted(await take("qinming", caseId, "signTownship", AGREES));
      accepted(await take("luming", caseId, "signStation", AGREES));
      accepted(await take("zhoumin", caseId, "propose"));
    }

    await at("2026-09-30T15:00");
    const notice = { places: "村务公开栏", supervision: "0000-6000120", way: "打电话或写信。" };
    accepted(await take("zhoumin", round, "publish", notice));
    expect(await states("zhoumin", yang)).toEqual(["公示中"]);
    for (const place of ["board", "meeting"]) {
      const posting = { place, villageName: "石桥村", on: "2026-09-30", photo: "yes" };
      accepted(await take("ranxiaoyan", round, "recordPosting", posting));
    }
    // Both villages see it, with the last of seven working days.
    for (const village of [SHIQIAO ?? "", BAISHU ?? ""]) {
      const board = accepted(await cases.part.board(village));
      expect(JSON.stringify(board)).toContain("拟聘用人员公示");
      expect(JSON.stringify(board)).toContain("2026-10-15");
    }
    const [published] = (await view("zhoumin", round)).notices;
    const noticeId = published?.id ?? "";
    const shown = accepted(await cases.part.notice(noticeId));
    expect(JSON.stringify(shown)).toContain("石桥报〔2026〕01号");

    await at("2026-10-12T10:00");
    const secret = "她九月在外地打工，没有住在村里。";
    const objected = await cases.part.object({
      ...{ id: noticeId, row: 1, commandId: uuidv7(cases.clock.time), language: "zh" },
      ...{ address: "203.0.113.7", form: { facts: secret, objectorName: "李有福" } },
    } as never);
    expect(accepted(objected).held).toMatchObject({
      row: expect.stringContaining("杨秀兰") as string,
    });
    await cases.workers.runDue();
    expect(await states("zhoumin", yang)).toEqual(["有异议，暂缓"]);
    expect(JSON.stringify(accepted(await cases.part.notice(noticeId)))).toContain(
      "有异议，核查中，暂缓",
    );

    // Neither the committee nor the station reads who objects or what; personnel and discipline do.
    const [objection = ""] = await children(yang, "objection");
    for (const login of ["shiqiao", "luming", "ranxiaoyan", "yangxiulan"]) {
      for (const caseId of [yang, objection]) {
        const seen = await cases.part.caseView(cases.as(login as never), caseId);
        expect(JSON.stringify(seen)).not.toMatch(/李有福|外地打工/);
      }
    }
    expect(JSON.stringify(await view("xujing", objection))).toContain(secret);

    await at("2026-10-16T09:00");
    expect(await states("zhoumin", luo)).toEqual(["公示通过，待培训"]);
    expect(await states("zhoumin", yang)).toEqual(["公示期满，异议核查中"]);
    expect(codeOf(await take("zhoumin", round, "closeRound"))).toBe("case/rule-refused");

    const taken = { named: "real", concrete: "yes" };
    const found = { result: "notUpheld", ground: "untrue", basis: "村委会证明（存卷 2 页）" };
    accepted(await take("zhoumin", objection, "takeUp", taken));
    accepted(await take("zhoumin", objection, "submitFindings", found));
    accepted(await take("xujing", objection, "confirm"));
    expect(await states("zhoumin", yang)).toEqual(["公示通过，待培训"]);
    expect(codeOf(await take("zhoumin", yang, "openContract"))).toBe("case/event-not-now");

    accepted(await take("zhoumin", yang, "sendToTraining"));
    const [training = ""] = await children(yang, "training");
    const course = {
      ...{ number: "2026 年第 3 期", title: "岗前培训班", from: "2026-10-19", to: "2026-10-23" },
      ...{ place: "县局训练室", contact: "0000-6000110" },
    };
    accepted(await take("zhoumin", training, "arrange", course));
    await at("2026-10-23T17:00");
    for (let day = 19; day < 24; day += 1) {
      const lesson = { on: `2026-10-${day}`, mode: "onSite", subject: "law", hours: 8 };
      accepted(await take("zhoumin", training, "recordLesson", lesson));
    }
    const marks = Object.fromEntries(
      ["discipline", "law", "policy", "village", "mediation", "people", "records"].map((key) => [
        `${key}Exam`,
        80,
      ]),
    );
    accepted(
      await take("zhoumin", training, "examine", { on: "2026-10-23", practical: "pass", ...marks }),
    );
    accepted(await take("zhoumin", training, "certify", { issuedOn: "2026-10-23" }));
    expect(await states("zhoumin", yang)).toEqual(["培训合格，待签约"]);

    accepted(await take("zhoumin", yang, "openContract"));
    const [contract = ""] = await children(yang, "contract");
    expect(JSON.stringify((await view("zhoumin", contract)).answers)).toContain(
      "石桥结业〔2026〕001号",
    );
    const terms = { from: "2026-11-01", months: 12, post: "驻村协勤", pay: "补贴", insured: "yes" };
    accepted(await take("zhoumin", contract, "draftService", terms));
    accepted(
      await take("zhoumin", contract, "signService", { signedOn: "2026-10-23", copies: "yes" }),
    );
    expect((await view("zhoumin", yang)).endTitle?.zh).toBe("已签约");
  },
);
