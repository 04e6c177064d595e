import type { JsonObject } from "../../../engine/json";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";

const QINGSHI = "991021200000";
const [YANWAN, BAISHU] = ["991021200203", "991021200202"];
const [SHI, TIAN] = [0, 1];

/** A round of 青石乡 whose list is on public notice today, with some working days to go. */
export function selection(day: DayFromNow): DemoMatter {
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
      ...(child === undefined ? {} : { child: { link: "candidate", index: child } }),
    });

  take("zhoumin", "start", [28, "09:00"], {
    ...{ name: "青石乡2026年驻村协勤补选", track: "service", basis: "青石乡用人需求〔2026〕02号" },
    pay: "每月补贴按县里批准的标准",
    posts: [
      { villageName: "岩湾村", village: YANWAN, headcount: 1 },
      { villageName: "柏树村", village: BAISHU, headcount: 1 },
    ],
  });
  take("zhoumin", "announce", [28, "09:30"], {
    ...{ on: day(-28), where: "各村村委会", contact: "0000-6200111" },
    ...{ supervision: "0000-6000120", places: "各村村务公开栏" },
  });
  take("ranxiaoyan", "signUp", [27, "10:00"], { name: "石永福", village: YANWAN });
  take("ranxiaoyan", "signUp", [27, "10:20"], { name: "田桂花", village: BAISHU });

  const applicants = [
    { child: SHI, idNo: "990101198806200018", committee: "xiangdezhong", since: "2012-03-01" },
    { child: TIAN, idNo: "990101198403150028", committee: "shichangfu", since: "2009-08-01" },
  ];
  for (const { child, idNo, committee, since } of applicants) {
    const on = (event: string, by: string, when: [number, string], form: JsonObject) =>
      take(by, event, when, form, child);
    on("fillIn", "ranxiaoyan", [27, `11:0${child}`], {
      ...{ idNo, residentSince: since, education: "junior", veteran: "no" },
      ...{ declaration: "yes", signed: "yes" },
    });
    on("recommend", committee, [26, `15:0${child}`], {
      ...{ opinion: "recommend", standing: "群众信得过", meetingOn: day(-26), attendees: 7 },
      signatories: [{ name: "向德忠" }, { name: "石昌福" }],
    });
    on("screen", "luming", [25, `09:0${child}`], {
      ...{ identity: "yes", proofs: "yes", conclusion: "eligible" },
    });
  }
  take("zhoumin", "openAssessment", [18, "09:00"]);
  for (const { child } of applicants) {
    const on = (event: string, by: string, when: [number, string], form: JsonObject) =>
      take(by, event, when, form, child);
    on("recordInterview", "zhoumin", [17, `10:0${child}`], {
      on: day(-17),
      interviewExam: 84 + child,
    });
    on("recordVote", "ranxiaoyan", [14, `16:0${child}`], {
      heldOn: day(-14),
      present: 68,
      yes: 57,
    });
    on("signTownship", "qinming", [11, `09:0${child}`], { opinion: "agree", unrelated: "yes" });
    on("signStation", "luming", [11, `10:0${child}`], { opinion: "agree", unrelated: "yes" });
    on("propose", "zhoumin", [10, `11:0${child}`], {});
  }
  take("zhoumin", "publish", [6, "15:00"], {
    ...{ places: "村务公开栏", supervision: "0000-6000120", way: "打电话或写信。" },
  });
  for (const [place, at] of [
    ["board", "16:00"],
    ["meeting", "19:30"],
  ] as const) {
    take("ranxiaoyan", "recordPosting", [6, at], {
      place,
      villageName: "岩湾村",
      on: day(-6),
      photo: "yes",
    });
  }
  return { key: "selection", package: "auxiliary-selection", place: QINGSHI, steps };
}
