import type { DayFromNow, DemoMatter } from "../demo-matter";
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

const dispute: Dispute = {
  reporter: "李长顺",
  where: "石桥村三组",
  what: "下雨屋后沟水漫进院坝，淹了堆的苞谷，想请村里评一评排水沟归谁修。",
  type: "adjacency",
  applicant: "李长顺",
  respondent: "杨德厚",
  note: "两家是前后邻居，吵过一次，没有动手。",
};

/** 三组排水沟纠纷: agreed in writing, half of it done, a visit and the court's window still open. */
export function drain(day: DayFromNow): DemoMatter {
  const at = (daysAgo: number, hour: string) => ({ daysAgo, at: hour });
  const [xiulan, guoan] = ["yangxiulan", "yangguoan"];
  return {
    key: "drain",
    package: "dispute-mediation",
    place: "991021200201",
    steps: [
      register({ by: xiulan, when: at(16, "10:00") }, dispute),
      propose({ by: xiulan, when: at(16, "10:20") }, dispute),
      confirm({ by: "gaoyuan", when: at(15, "09:00") }, dispute),
      askConsent({ by: xiulan, when: at(15, "16:00") }, "notYet"),
      askConsent({ by: xiulan, when: at(14, "08:30") }, "agree"),
      completeParties({ by: xiulan, when: at(14, "09:00") }, "石桥村三组", "13900000001"),
      accept(
        { by: guoan, when: at(14, "10:00") },
        {
          claims: "李长顺要求修好排水沟；杨德厚要求李长顺搬走堆在沟边的石料。",
          amountFen: 36000,
          committee: "石桥村人民调解委员会",
          mediators: "杨国安",
        },
      ),
      schedule({ by: xiulan, when: at(14, "11:00") }, day(-12)),
      take(
        "recordSession",
        { by: xiulan, when: at(12, "11:30") },
        {
          heldOn: day(-12),
          place: "石桥村警务室",
          mediators: "杨国安",
          present: "李长顺、杨德厚，邻居石有田",
          statements:
            "李长顺：沟水进了院坝，淹坏苞谷两百来斤。杨德厚：沟边堆了他的石料，水才改道；今年没清淤是我的不是。",
          proposals: "李长顺修沟壁，杨德厚出材料费。",
          result: "agreedWritten",
        },
      ),
      take(
        "draftAgreement",
        { by: guoan, when: at(9, "09:00") },
        {
          agreement: {
            mainFacts:
              "双方共用屋后排水沟，下雨时沟水漫入李长顺家院坝，淹坏苞谷约两百斤。争的是沟归谁修、钱由谁出。",
            responsibility: "李长顺认早年堆石料占了沟道，杨德厚认今年没有清淤，各有责任。",
          },
          items: [
            {
              obligor: "李长顺",
              action: "搬走石料，修好排水沟东侧沟壁，沟宽不少于四十厘米",
              dueOn: day(21),
            },
            {
              obligor: "杨德厚",
              obligee: "李长顺",
              action: "承担修沟材料费",
              fen: 36000,
              way: "现金，出收条",
              dueOn: day(-2),
            },
          ],
        },
      ),
      take(
        "fillIdentity",
        { by: guoan, when: at(9, "09:10") },
        {
          parties: [
            { id: "#0", idNumber: "99102119680305001X" },
            { id: "#1", idNumber: "991021195111120035" },
          ],
        },
      ),
      take(
        "recordSigning",
        { by: guoan, when: at(9, "10:00") },
        { signedOn: day(-9), copies: 3, allSigned: "yes", mediatorSigned: "yes", sealed: "yes" },
      ),
      take(
        "recordPerformance",
        { by: xiulan, when: at(2, "15:00") },
        {
          items: [
            { id: "#0", done: "no" },
            { id: "#1", done: "yes", doneOn: day(-2), proof: "收条照片" },
          ],
        },
      ),
    ],
  };
}
