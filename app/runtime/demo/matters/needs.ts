import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";
import { stepAt } from "../step-at";

const round = [{ link: "round", index: 0 }];
const candidate = (index: number): DemoStep["child"] => [...round, { link: "candidate", index }];

/** What stations need: one approved, whose round takes names; one that the county decides on; one just reported. */
export function needs(day: DayFromNow): DemoMatter[] {
  const need = "auxiliary-selection.need";
  return [
    { key: "need:pingchuan", package: need, place: "991021100000", steps: pingchuan(day) },
    {
      ...{ key: "need:qingshi", package: need, place: "991021200000" },
      steps: [
        stepAt("luming", "start", [13, "10:00"], {
          form: {
            ...{ track: "service", reason: "workload", note: "村大路远，一个人走不过来" },
            posts: [{ village: "991021200201", villageName: "石桥村", headcount: 1 }],
          },
        }),
        stepAt("zhoumin", "drawUp", [11, "09:30"], {
          form: { quota: 60, inPost: 52, pay: "每月补贴按县里批准的标准", money: "县财政" },
        }),
      ],
    },
    {
      ...{ key: "need:chengguan", package: need, place: "991022100000" },
      steps: [
        stepAt("jiangning", "start", [3, "16:00"], {
          form: {
            ...{ track: "service", reason: "new", note: "东关村租房多，请加一名房屋托管协勤" },
            posts: [{ village: "991022100201", villageName: "东关村", headcount: 1 }],
          },
        }),
      ],
    },
  ];
}

/** 平川镇 has nobody in two of its villages: approved, announced, one applicant found eligible, one filling in. */
function pingchuan(day: DayFromNow): DemoStep[] {
  const applicant = (name: string, village: string) => ({ form: { name, village }, child: round });
  return [
    stepAt("pengyong", "start", [27, "10:00"], {
      form: {
        ...{ track: "service", reason: "vacant", note: "两个村原来的协勤外出务工" },
        posts: [
          { village: "991021100202", villageName: "新场村", headcount: 1 },
          { village: "991021100204", villageName: "河沿村", headcount: 1 },
        ],
      },
    }),
    stepAt("zhoumin", "drawUp", [25, "09:00"], {
      form: { quota: 60, inPost: 52, pay: "每月补贴按县里批准的标准", money: "县财政" },
    }),
    stepAt("qinweiguo", "approve", [20, "09:00"], { form: { document: "云公政〔2026〕33号" } }),
    stepAt("zhoumin", "beginRound", [18, "09:00"]),
    stepAt("zhoumin", "announce", [7, "09:00"], {
      form: {
        ...{ on: day(-7), where: "各村村委会、平川派出所", places: "各村村务公开栏、镇政府" },
        ...{ contact: "0000-6100111", supervision: "0000-6000120" },
      },
      child: round,
    }),
    stepAt("huanglan", "signUp", [6, "10:00"], applicant("马春生", "991021100202")),
    stepAt("huanglan", "signUp", [5, "10:20"], applicant("朱玉兰", "991021100204")),
    stepAt("huanglan", "fillIn", [5, "11:00"], {
      form: {
        ...{ idNo: "990101199208170044", residentSince: "2011-05-01", education: "senior" },
        ...{ veteran: "no", declaration: "yes", signed: "yes" },
      },
      child: candidate(0),
    }),
    stepAt("huanglan", "recommend", [4, "15:00"], {
      form: {
        ...{ opinion: "recommend", standing: "办事公道，群众信得过", meetingOn: day(-4) },
        ...{ attendees: 6, signatories: [{ name: "朱大有" }, { name: "马德厚" }] },
      },
      child: candidate(0),
    }),
    stepAt("pengyong", "screen", [3, "09:00"], {
      form: { identity: "yes", proofs: "yes", conclusion: "eligible" },
      child: candidate(0),
    }),
  ];
}
