import { expect, test } from "vitest";
import type { JsonObject } from "../../app/engine/json";
import { instantOf } from "../../app/engine/time/zone";
import { uuidv7 } from "../../app/runtime/cases/new-id";
import { findLinks } from "../../app/storage/case-briefs";
import { makeResidentId } from "../support/make-resident-id";
import {
  accepted,
  codeOf,
  openTestCases,
  SHIQIAO,
  take,
  type Login,
  type TestCases,
} from "../support/open-test-cases";

type Step = [at: string, by: Login, event: string, form: JsonObject];

async function takeAll(cases: TestCases, caseId: string, steps: readonly Step[]): Promise<void> {
  for (const [at, by, event, form] of steps) {
    cases.clock.time = instantOf(at);
    const taken = await take(cases, { by, caseId, event, form });
    expect(`${event} ${codeOf(taken)}`).toBe(`${event} accepted`);
  }
}

const TENANCY: Step[] = [
  ["2026-05-20T10:00", "yangxiulan", "recordViewing", { viewResult: "wants" }],
  [
    "2026-05-22T10:00",
    "yangxiulan",
    "recordContract",
    {
      tenants: [{ name: "陈志远", minor: "no" }],
      terms: {
        ...{ from: "2026-05-25", kind: "fixed", to: "2026-11-24", written: "yes" },
        ...{ signedOn: "2026-05-22", rentFen: 60000, depositFen: 120000, depositReturnDays: 3 },
        ...{ deductionCases: "家具损坏照价扣", idChecked: "yes" },
      },
    },
  ],
  [
    "2026-05-25T10:00",
    "gaoyuan",
    "recordTenants",
    {
      tenants: [
        {
          ...{ id: "3-1", idType: "residentId", household: "河湾县" },
          residentId: makeResidentId({ birthDate: "1993-03-14", order: 11 }),
        },
      ],
    },
  ],
  ["2026-05-25T11:00", "yangxiulan", "fileLater", {}],
  [
    "2026-11-10T10:00",
    "yangxiulan",
    "giveNotice",
    { by: "tenant", givenOn: "2026-11-10", leaveOn: "2026-11-24" },
  ],
  [
    "2026-11-24T10:00",
    "yangxiulan",
    "recordHandover",
    { on: "2026-11-24", keysBack: "yes", depositAgreed: "no", note: "墙花了" },
  ],
  [
    "2026-11-25T09:00",
    "yangxiulan",
    "recordEnd",
    { reportedOn: "2026-11-25", residenceTold: "yes" },
  ],
  [
    "2026-11-25T10:00",
    "yangxiulan",
    "openMediation",
    {
      ...{ reporter: "陈志远", where: "石桥村二组 18 号", urgency: "normal", hurt: "no" },
      ...{ what: "押金 1200 元退多少，谈不拢。", agreed: "yes" },
    },
  ],
];

const parties = [
  { id: "2-1", name: "陈志远", role: "applicant" },
  { id: "2-2", name: "孙桂香", role: "respondent" },
];
const MEDIATION: Step[] = [
  [
    "2026-11-25T10:30",
    "gaoyuan",
    "confirmTriage",
    {
      ...{ type: "tenancy", injury: "none", track: "mediation" },
      parties: parties.map(({ name, role }) => ({ name, role })),
    },
  ],
  [
    "2026-11-25T11:00",
    "yangxiulan",
    "recordConsent",
    { parties: parties.map(({ id }) => ({ id, informed: "yes", consent: "agree" })) },
  ],
  [
    "2026-11-25T11:10",
    "yangxiulan",
    "completeParties",
    { parties: parties.map(({ id }) => ({ id, minor: "no", address: "石桥村二组" })) },
  ],
  [
    "2026-11-26T09:00",
    "yangguoan",
    "accept",
    {
      ...{ source: "application", claims: "陈志远要退一千二，孙桂香要扣三百。" },
      ...{ committee: "石桥村人民调解委员会", mediators: "杨国安", chosenBy: "parties" },
    },
  ],
  [
    "2026-11-26T09:10",
    "yangxiulan",
    "schedule",
    { on: "2026-11-26", time: "上午", place: "石桥村警务室", open: "closed" },
  ],
  [
    "2026-11-26T11:00",
    "yangguoan",
    "recordSession",
    {
      ...{ heldOn: "2026-11-26", place: "石桥村警务室", mediators: "杨国安" },
      ...{ present: "双方", statements: "说好退九百。", result: "agreedWritten" },
    },
  ],
  [
    "2026-11-26T11:20",
    "yangguoan",
    "draftAgreement",
    {
      agreement: { mainFacts: "押金 1200 元，墙面有损坏。", responsibility: "双方各让一步。" },
      items: [
        {
          ...{ obligor: "孙桂香", obligee: "陈志远", action: "退押金", fen: 90000 },
          ...{ way: "现金", dueOn: "2026-11-30" },
        },
      ],
    },
  ],
  [
    "2026-11-26T11:30",
    "yangguoan",
    "fillIdentity",
    {
      parties: parties.map(({ id }, i) => ({
        id,
        idNumber: makeResidentId({ birthDate: "1970-01-02", order: 21 + i }),
      })),
    },
  ],
  [
    "2026-11-26T11:40",
    "yangguoan",
    "recordSigning",
    {
      ...{ signedOn: "2026-11-26", copies: 3 },
      ...{ allSigned: "yes", mediatorSigned: "yes", sealed: "yes" },
    },
  ],
];

test(
  "¥900.00 paid after mediation ends the tenancy, and each register names the other",
  { timeout: 120_000 },
  async () => {
    const cases = await openTestCases({ dir: process.cwd(), clock: "2026-05-20T09:00" });
    const begun = await cases.part.start(cases.as("yangxiulan"), {
      ...{ package: "rental-custody.tenancy", place: SHIQIAO, expectedSeq: 0 },
      commandId: uuidv7(cases.clock.time),
      form: {
        ...{ landlordName: "孙桂香", landlordPhone: "13900008801" },
        ...{ address: "二组 18 号", roomNo: "201", viewOn: "2026-05-20" },
      },
    });
    const { caseId: tenancy } = accepted(begun);
    await takeAll(cases, tenancy, TENANCY);
    const [link] = await findLinks(cases.database, tenancy);
    const dispute = link?.caseId ?? "";

    const { answers } = accepted(await cases.part.caseView(cases.as("gaoyuan"), dispute));
    const crossed = answers.flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(crossed.sort()).toEqual(
      [
        ...["陈志远", "石桥村二组 18 号", "押金 1200 元退多少，谈不拢。", "一般", "没有"],
        "石桥租〔2026〕001号",
      ].sort(),
    );

    await takeAll(cases, dispute, MEDIATION);
    await cases.workers.runDue();
    const waiting = accepted(await cases.part.caseView(cases.as("gaoyuan"), tenancy));
    expect(waiting.states.map(({ title }) => title.zh)).toEqual(["调解中"]);

    const items = [{ id: "8-1", done: "yes", doneOn: "2026-11-28", proof: "收条" }];
    await takeAll(cases, dispute, [
      ["2026-11-28T10:00", "yangxiulan", "recordPerformance", { items }],
    ]);
    await cases.workers.runDue();
    const done = accepted(await cases.part.caseView(cases.as("gaoyuan"), tenancy));
    expect([done.status, done.endTitle?.zh]).toEqual(["ended", "已终止"]);

    const book = async (id: string) =>
      accepted(await cases.part.register(cases.as("gaoyuan"), id, 2026)).rows[0]?.cells;
    expect(await book("rental-custody.tenancy.tenancyBook")).toMatchObject({
      ...{ landlord: "孙＊香", tenants: "陈＊远", deposit: "¥1,200.00", returned: "¥900.00" },
      state: "押金争议已调解付清，见 石桥调协〔2026〕1号",
    });
    expect(await book("dispute-mediation.disputeBook")).toMatchObject({
      facts: "押金 1200 元退多少，谈不拢。（接 石桥租〔2026〕001号）",
      paper: "石桥调协〔2026〕1号",
    });

    const slip = accepted(
      await cases.part.paper(cases.as("gaoyuan"), tenancy, "handoverSlip", "zh"),
    );
    expect(JSON.stringify(slip.blocks)).toContain("¥900.00（人民币玖佰元整）");
  },
);
