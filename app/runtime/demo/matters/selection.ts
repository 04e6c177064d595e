import type { JsonObject } from "../../../engine/json";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";

/** Who signed up, for which village, and who speaks for that village. */
interface Applicant {
  name: string;
  idNo: string;
  village: string;
  /** Login. */
  committee: string;
  /** Who signed the committee's recommendation. */
  signatories: [string, string];
  residentSince: string;
  education: string;
}

/** A round of one township, from its plan to its list on public notice. */
interface Round {
  key: string;
  title: string;
  /** The station's area. */
  place: string;
  need: string;
  phones: { contact: string; supervision: string };
  posts: { villageName: string; village: string }[];
  applicants: Applicant[];
  /** Logins. */
  people: { personnel: string; clerk: string; chief: string; township: string };
  /** 云岭县 interviews and lets the village vote; elsewhere the county signs as well. */
  assessed: "interviewAndVote" | "countySigns";
  published: { daysAgo: number; at: string };
  readAtMeeting: boolean;
}

const [YANWAN, SHANGBA] = ["991021200203", "991021200207"];
const [ZHUYUAN, GUJING, CHASHAN] = ["991023200203", "991023200204", "991023200205"];

/** A round of 青石乡 whose two villages interviewed and voted: one has nobody, the auxiliary of the other leaves. */
const QINGSHI: Round = {
  ...{ key: "selection", title: "青石乡2026年驻村协勤补选", place: "991021200000" },
  need: "青石乡用人需求〔2026〕02号",
  phones: { contact: "0000-6200111", supervision: "0000-6000120" },
  posts: [
    { villageName: "岩湾村", village: YANWAN },
    { villageName: "上坝村", village: SHANGBA },
  ],
  applicants: [
    {
      ...{ name: "石永福", idNo: "990101198806200018", village: YANWAN },
      ...{ committee: "xiangdezhong", residentSince: "2012-03-01", education: "junior" },
      signatories: ["向德忠", "石昌福"],
    },
    {
      ...{ name: "田桂花", idNo: "990101198403150028", village: SHANGBA },
      ...{ committee: "wujiaxing", residentSince: "2009-08-01", education: "junior" },
      signatories: ["吴家兴", "吴正坤"],
    },
  ],
  people: { personnel: "zhoumin", clerk: "ranxiaoyan", chief: "luming", township: "qinming" },
  assessed: "interviewAndVote",
  published: { daysAgo: 6, at: "15:00" },
  readAtMeeting: true,
};

interface Election extends Applicant {
  villageName: string;
  daysAgo: number;
}

/** The terms of three auxiliaries of 清溪乡 end: a round for each village, begun as each of them fell due. */
const elections: Election[] = [
  {
    ...{ name: "周元秀", idNo: "990101199105120028", village: ZHUYUAN, villageName: "竹园村" },
    ...{ committee: "zhouyuanqing", residentSince: "2014-02-01", education: "senior", daysAgo: 5 },
    signatories: ["周元清", "周水根"],
  },
  {
    ...{ name: "郑家旺", idNo: "990101198709080034", village: GUJING, villageName: "古井村" },
    ...{ committee: "zhengdequan", residentSince: "1987-09-08", education: "senior", daysAgo: 4 },
    signatories: ["郑德全", "郑永贵"],
  },
  {
    ...{ name: "姚春梅", idNo: "990101199302270041", village: CHASHAN, villageName: "茶山村" },
    ...{ committee: "yaoshunfa", residentSince: "2016-10-01", education: "college", daysAgo: 3 },
    signatories: ["姚顺发", "姚立新"],
  },
];

function election({ villageName, daysAgo, ...applicant }: Election, index: number): Round {
  const { village } = applicant;
  return {
    ...{ key: `selection:${village}`, title: `${villageName}驻村协勤换届选聘` },
    ...{ place: "991023200000", need: `清溪乡用人需求〔2026〕0${index + 1}号` },
    phones: { contact: "0000-7200111", supervision: "0000-7000120" },
    posts: [{ villageName, village }],
    applicants: [applicant],
    people: { personnel: "wenjie", clerk: "zengyu", chief: "fangwei", township: "luochenggang" },
    assessed: "countySigns",
    published: { daysAgo, at: "10:00" },
    readAtMeeting: false,
  };
}

/** Rounds whose lists are on public notice today, with some working days to go. */
export function selections(day: DayFromNow): DemoMatter[] {
  return [QINGSHI, ...elections.map(election)].map((round) => tell(round, day));
}

function tell(round: Round, day: DayFromNow): DemoMatter {
  const { key, title, place, posts, applicants, phones } = round;
  const { personnel, clerk, chief, township } = round.people;
  const steps: DemoStep[] = [];
  const take = (
    by: string,
    event: string,
    when: [daysAgo: number, at: string],
    form: JsonObject = {},
    child?: number,
  ) =>
    steps.push({
      ...{ by, event, form },
      when: { daysAgo: when[0], at: when[1] },
      ...(child === undefined ? {} : { child: [{ link: "candidate", index: child }] }),
    });
  const each = (
    event: string,
    by: (applicant: Applicant) => string,
    [daysAgo, hour]: [number, string],
    form: (applicant: Applicant, index: number) => JsonObject = () => ({}),
  ) =>
    applicants.forEach((applicant, index) =>
      take(by(applicant), event, [daysAgo, `${hour}:0${index}`], form(applicant, index), index),
    );

  take(personnel, "start", [28, "09:00"], {
    ...{ name: title, track: "service", basis: round.need, pay: "每月补贴按县里批准的标准" },
    posts: posts.map((post) => ({ ...post, headcount: 1 })),
  });
  take(personnel, "announce", [28, "09:30"], {
    ...{ on: day(-28), where: "各村村委会", places: "各村村务公开栏", ...phones },
  });
  applicants.forEach(({ name, village }, index) =>
    take(clerk, "signUp", [27, `10:${index}0`], { name, village }),
  );
  each(
    "fillIn",
    () => clerk,
    [27, "11"],
    ({ idNo, residentSince, education }) => ({
      ...{ idNo, residentSince, education, veteran: "no", declaration: "yes", signed: "yes" },
    }),
  );
  each(
    "recommend",
    ({ committee }) => committee,
    [26, "15"],
    ({ signatories }) => ({
      ...{ opinion: "recommend", standing: "群众信得过", meetingOn: day(-26), attendees: 7 },
      signatories: signatories.map((name) => ({ name })),
    }),
  );
  each(
    "screen",
    () => chief,
    [25, "09"],
    () => ({
      ...{ identity: "yes", proofs: "yes", conclusion: "eligible" },
    }),
  );
  take(personnel, "openAssessment", [18, "09:00"]);
  if (round.assessed === "interviewAndVote") {
    each(
      "recordInterview",
      () => personnel,
      [17, "10"],
      (_, index) => ({
        ...{ on: day(-17), interviewExam: 84 + index },
      }),
    );
    each(
      "recordVote",
      () => clerk,
      [14, "16"],
      () => ({
        ...{ heldOn: day(-14), present: 68, yes: 57 },
      }),
    );
  }
  const agreed = () => ({ opinion: "agree", unrelated: "yes" });
  each("signTownship", () => township, [11, "09"], agreed);
  each("signStation", () => chief, [11, "10"], agreed);
  if (round.assessed === "countySigns") each("signCounty", () => personnel, [10, "09"], agreed);
  each("propose", () => personnel, [10, "11"]);

  const { daysAgo, at } = round.published;
  take(personnel, "publish", [daysAgo, at], {
    ...{ places: "村务公开栏", supervision: phones.supervision, way: "打电话或写信。" },
  });
  const posted = { villageName: posts[0]?.villageName ?? "", on: day(-daysAgo), photo: "yes" };
  take(clerk, "recordPosting", [daysAgo, "16:00"], { place: "board", ...posted });
  if (round.readAtMeeting) {
    take(clerk, "recordPosting", [daysAgo, "19:30"], { place: "meeting", ...posted });
  }
  return { key, package: "auxiliary-selection", place, steps };
}
