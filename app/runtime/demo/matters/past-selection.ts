import type { JsonObject } from "../../../engine/json";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";
import { stepAt } from "../step-at";

/** The auxiliary of 枫林村, who was chosen in this round. */
export const FENGLIN_AUXILIARY = "chenguohua";

const candidate = [{ link: "candidate", index: 0 }];
const objection = [...candidate, { link: "objection", index: 0 }];
const training = [...candidate, { link: "training", index: 0 }];
const contract = [...candidate, { link: "contract", index: 0 }];

/** Weeks after the round began, as days ago. */
const BEGAN = 196;

/** How 陈国华 was chosen: an objection on the notice was looked into, then came training and agreement, and the round ended. */
export function pastSelection(day: DayFromNow): DemoMatter {
  const on = (after: number): string => day(after - BEGAN);
  const take = (
    by: string,
    event: string,
    [after, at]: [after: number, at: string],
    more: { form?: JsonObject; child?: DemoStep["child"] } = {},
  ): DemoStep => stepAt(by, event, [BEGAN - after, at], more);
  const agree = { form: { opinion: "agree", unrelated: "yes" }, child: candidate };
  const phones = { contact: "0000-7200111", supervision: "0000-7000120" };
  const lessons = ["discipline", "law", "village", "mediation", "people"];
  return {
    ...{ key: "selection:991023200202", package: "auxiliary-selection", place: "991023200000" },
    steps: [
      take("wenjie", "start", [0, "09:00"], {
        form: {
          ...{ name: "枫林村驻村协勤换届选聘", track: "service" },
          ...{ basis: "清溪乡用人需求〔2026〕00号", pay: "每月补贴按县里批准的标准" },
          posts: [{ villageName: "枫林村", village: "991023200202", headcount: 1 }],
        },
      }),
      take("wenjie", "announce", [0, "09:30"], {
        form: { on: on(0), where: "村委会", places: "村务公开栏", ...phones },
      }),
      take("zengyu", "signUp", [1, "10:00"], { form: { name: "陈国华", village: "991023200202" } }),
      take("zengyu", "fillIn", [1, "11:00"], {
        form: {
          ...{ idNo: "990101199004120037", residentSince: "1990-04-12", education: "senior" },
          ...{ veteran: "no", declaration: "yes", signed: "yes" },
        },
        child: candidate,
      }),
      take("zengyu", "recommend", [2, "15:00"], {
        form: {
          ...{ opinion: "recommend", standing: "热心，群众信得过", meetingOn: on(2), attendees: 7 },
          signatories: [{ name: "陈永福" }, { name: "周成林" }],
        },
        child: candidate,
      }),
      take("fangwei", "screen", [3, "09:00"], {
        form: { identity: "yes", proofs: "yes", conclusion: "eligible" },
        child: candidate,
      }),
      take("wenjie", "openAssessment", [10, "09:00"]),
      take("luochenggang", "signTownship", [14, "09:00"], agree),
      take("fangwei", "signStation", [14, "10:00"], agree),
      take("wenjie", "signCounty", [15, "09:00"], agree),
      take("wenjie", "propose", [15, "11:00"], { child: candidate }),
      take("wenjie", "publish", [21, "10:00"], {
        form: { places: "村务公开栏", supervision: phones.supervision, way: "打电话或写信。" },
      }),
      take("zengyu", "recordPosting", [21, "16:00"], {
        form: { place: "board", villageName: "枫林村", on: on(21), photo: "yes" },
      }),
      take("wenjie", "registerObjection", [22, "10:00"], {
        form: {
          channel: "phone",
          receivedOn: on(22),
          facts: "去年冬天他在县城做工，没有住在村里。",
        },
        child: candidate,
      }),
      take("wenjie", "takeUp", [22, "11:00"], {
        form: { named: "anonymous", concrete: "yes" },
        child: objection,
      }),
      take("wenjie", "submitFindings", [23, "16:00"], {
        form: { result: "notUpheld", ground: "untrue", basis: "村委会证明、水电记录（存卷 2 页）" },
        child: objection,
      }),
      take("jiqing", "confirm", [24, "09:00"], { child: objection }),
      take("wenjie", "answer", [24, "10:00"], {
        form: { on: on(24), way: "none" },
        child: objection,
      }),
      take("wenjie", "sendToTraining", [31, "09:00"], { child: candidate }),
      take("yetong", "arrange", [32, "09:00"], {
        form: {
          ...{ number: "2026 年第 2 期", title: "驻村协勤岗前培训班", from: on(35), to: on(39) },
          ...{ place: "清源县公安局训练室", contact: "叶桐 0000-9000110" },
        },
        child: training,
      }),
      ...lessons.map((subject, index) =>
        take("yetong", "recordLesson", [35 + index, "17:00"], {
          form: { on: on(35 + index), mode: "onSite", subject, hours: 8 },
          child: training,
        }),
      ),
      take("yetong", "examine", [39, "18:00"], {
        form: {
          ...{ on: on(39), practical: "pass", disciplineExam: 84, lawExam: 76, policyExam: 80 },
          ...{ villageExam: 91, mediationExam: 88, peopleExam: 90, recordsExam: 79 },
        },
        child: training,
      }),
      take("yetong", "certify", [42, "09:00"], { form: { issuedOn: on(42) }, child: training }),
      take("wenjie", "openContract", [43, "09:00"], { child: candidate }),
      take("wenjie", "draftService", [43, "10:00"], {
        form: {
          ...{ from: on(45), months: 12, post: "驻村协勤", insured: "yes" },
          pay: "每月补贴按县里批准的标准",
        },
        child: contract,
      }),
      take("wenjie", "signService", [44, "10:00"], {
        form: { signedOn: on(44), copies: "yes" },
        child: contract,
      }),
      take("wenjie", "closeRound", [46, "09:00"]),
    ],
  };
}
