import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";
import {
  accept,
  askConsent,
  completeParties,
  confirm,
  propose,
  register,
  schedule,
  take,
  type Dispute,
} from "../mediation-steps";

/**
 * 东关村 was a traditional village under an area officer until its station proposed, and the county approved, that it
 * is a village in the town: from DONGGUAN_URBAN on new matters are by the police room with custody. Story 8 of the
 * models tells the same with a day that is still to come; the demo has it behind it, so that both ways of working
 * stand side by side. What was begun before ends as it began: these six.
 */
export const DONGGUAN = "991022100201";
const DONGGUAN_URBAN = 21;

const at = (daysAgo: number, hour: string) => ({ daysAgo, at: hour });

/** 梁芸 registers, 沈涛 confirms, 孟凡荣 mediates. */
const [auxiliary, officer, mediator] = ["liangyun", "shentao", "mengfanrong"];
const room = { place: "东关村警务室" };

type Told = Pick<Dispute, "what" | "type" | "applicant" | "respondent"> & {
  key: string;
  where: string;
  claims: string;
  /** Days ago on which it was registered; before the change. */
  began: number;
};

interface Agreed extends Told {
  action: string;
  fen: number;
  /** Days from now until it has to be kept. */
  dueIn: number;
  identities: [string, string];
}

const AGREED: readonly Agreed[] = [
  {
    ...{ key: "dongguan-wall", where: "东关村一组", type: "adjacency", began: 34 },
    ...{ applicant: "周桂英", respondent: "马有才", claims: "把漏水的墙修好，赔被褥钱。" },
    what: "楼上水管漏水，把隔壁的墙和被褥泡了。",
    action: "修好水管和墙面，赔被褥钱",
    ...{ fen: 60000, dueIn: 12, identities: ["991022197102040020", "991022196811300011"] },
  },
  {
    ...{ key: "dongguan-stall", where: "东关村菜市口", type: "neighbours", began: 32 },
    ...{ applicant: "冯春兰", respondent: "贺长林", claims: "摊子往里收，让出过道。" },
    what: "摊子摆出来占了过道，货车进不来，吵了两回。",
    action: "分两次把摊棚拆改完，让出两米过道",
    ...{ fen: 20000, dueIn: 18, identities: ["991022198003150026", "991022197507220011"] },
  },
  {
    ...{ key: "dongguan-loan", where: "东关村三组", type: "debt", began: 31 },
    ...{ applicant: "许正明", respondent: "周小军", claims: "还借款八千元。" },
    what: "借款八千元，说好中秋还，到现在没有还。",
    action: "分期还清借款八千元",
    ...{ fen: 800000, dueIn: 37, identities: ["991022196506010018", "991022199001080014"] },
  },
  {
    ...{ key: "dongguan-wages", where: "东关村二组", type: "wages", began: 29 },
    ...{ applicant: "李大有", respondent: "丁宏", claims: "付清装修工钱。" },
    what: "装修完两个月，工钱还差四千五百元。",
    action: "分两次付清工钱",
    ...{ fen: 450000, dueIn: 25, identities: ["991022198511190016", "99102219791205001X"] },
  },
];

const MEETING_AGAIN: readonly Told[] = [
  {
    ...{ key: "dongguan-light", where: "东关村四组", type: "land", began: 26 },
    ...{ applicant: "何翠花", respondent: "吴立新", claims: "加盖的一层拆掉，不挡光。" },
    what: "隔壁房子加盖一层，挡了光，晒不到太阳。",
  },
  {
    ...{ key: "dongguan-noise", where: "东关村五组", type: "neighbours", began: 25 },
    ...{ applicant: "郑淑兰", respondent: "白永强", claims: "晚上十点以后不开机器。" },
    what: "楼下小作坊夜里开机器，睡不着。",
  },
];

/** How 东关村 changed, and what had been begun by then. */
export function dongguan(day: DayFromNow): DemoMatter[] {
  return [
    kindOfVillage(day),
    ...AGREED.map((one) => ({ ...matterOf(one), steps: agreed(one, day) })),
    ...MEETING_AGAIN.map((one) => ({ ...matterOf(one), steps: meetingAgain(one, day) })),
  ];
}

/** The station proposed, the county approved two weeks before the day. */
function kindOfVillage(day: DayFromNow): DemoMatter {
  return {
    key: "kind-dongguan",
    package: "village-kind",
    place: DONGGUAN,
    steps: [
      take(
        "start",
        { by: "jiangning", when: at(40, "10:00") },
        {
          kind: "urban",
          from: day(-DONGGUAN_URBAN),
          facts: "1260 户，外来居住 720 人，出租房 364 套，到派出所 6 分钟，通光纤。",
          why: "租房的人多，押金、水电的纠纷多，白天家里没有人，原来的办法顾不上。",
        },
      ),
      take(
        "decideKind",
        { by: "hanfeng", when: at(35, "15:00") },
        { decision: "approve", decisionWords: "村情属实，同意按城中村办。", decidedOn: day(-35) },
      ),
    ],
  };
}

function matterOf({ key }: Told): Omit<DemoMatter, "steps"> {
  return { key, package: "dispute-mediation", place: DONGGUAN };
}

function untilMet(told: Told, day: DayFromNow): DemoStep[] {
  const { began, claims, where } = told;
  const dispute: Dispute = { ...told, reporter: told.applicant };
  return [
    register({ by: auxiliary, when: at(began, "09:00") }, dispute),
    propose({ by: auxiliary, when: at(began, "09:20") }, dispute),
    confirm({ by: officer, when: at(began, "11:00") }, dispute),
    askConsent({ by: auxiliary, when: at(began, "16:00") }, "agree"),
    completeParties({ by: auxiliary, when: at(began, "16:20") }, where),
    accept(
      { by: mediator, when: at(began - 1, "09:00") },
      { claims, committee: "东关村人民调解委员会", mediators: "孟凡荣" },
    ),
    schedule({ by: auxiliary, when: at(began - 1, "10:00") }, day(2 - began), room),
  ];
}

function session(
  { began, applicant, respondent }: Told,
  day: DayFromNow,
  result: { result: string; statements: string; proposals?: string },
): DemoStep {
  return take(
    "recordSession",
    { by: mediator, when: at(began - 2, "11:20") },
    {
      heldOn: day(2 - began),
      ...room,
      mediators: "孟凡荣",
      present: `${applicant}、${respondent}`,
      ...result,
    },
  );
}

/** Signed, and to be kept on a day that is still to come. */
function agreed(told: Agreed, day: DayFromNow): DemoStep[] {
  const { began, applicant, respondent, action, fen, dueIn, identities } = told;
  const signed = began - 4;
  const [one, other] = identities;
  return [
    ...untilMet(told, day),
    session(told, day, {
      result: "agreedWritten",
      statements: `${applicant}说了经过，${respondent}认可大部分。`,
      proposals: "定个日子，写下来。",
    }),
    take(
      "draftAgreement",
      { by: mediator, when: at(signed, "09:00") },
      {
        agreement: { mainFacts: told.what, responsibility: `${respondent}愿意办。` },
        items: [{ obligor: respondent, obligee: applicant, action, fen, dueOn: day(dueIn) }],
      },
    ),
    take(
      "fillIdentity",
      { by: mediator, when: at(signed, "09:10") },
      {
        parties: [
          { id: "#0", idNumber: one },
          { id: "#1", idNumber: other },
        ],
      },
    ),
    take(
      "recordSigning",
      { by: mediator, when: at(signed, "10:00") },
      { signedOn: day(-signed), copies: 3, allSigned: "yes", mediatorSigned: "yes", sealed: "yes" },
    ),
    take(
      "recordVisit",
      { by: auxiliary, when: at(signed - 7, "15:00") },
      {
        visitedOn: day(7 - signed),
        visited: `${applicant}、${respondent}`,
        kept: "going",
        satisfaction: "good",
      },
    ),
  ];
}

/** Talked once without an end; they meet again soon. */
function meetingAgain(told: Told, day: DayFromNow): DemoStep[] {
  return [
    ...untilMet(told, day),
    session(told, day, {
      result: "again",
      statements: `${told.applicant}说受不了；${told.respondent}说要和家里人商量。`,
    }),
    schedule({ by: auxiliary, when: at(told.began - 3, "10:00") }, day(1), {
      ...room,
      laterReason: "家里做主的人在外地做工，月底才回来，两边都愿意等。",
    }),
  ];
}
