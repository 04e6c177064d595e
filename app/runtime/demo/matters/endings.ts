import type { DemoMatter } from "../demo-matter";
import { confirm, propose, register, take, type Dispute } from "../mediation-steps";

const at = (daysAgo: number, hour: string) => ({ daysAgo, at: hour });

const henhouse: Dispute = {
  reporter: "田小英",
  where: "石桥村二组路口",
  what: "电瓶车碰翻鸡笼，压坏一只，要赔八十块。",
  type: "damage",
  applicant: "田小英",
  respondent: "龙光明",
};

const market: Dispute = {
  reporter: "吴桂花",
  where: "水井村三组",
  what: "买牛款一千五百元拖了三个月没给。",
  type: "debt",
  applicant: "吴桂花",
  respondent: "向大有",
};

/** Already at an end, so that the register has lines. */
export function endings(): DemoMatter[] {
  const inPackage = { package: "dispute-mediation" };
  return [
    {
      ...inPackage,
      key: "henhouse",
      place: "991021200201",
      steps: [
        register({ by: "yangxiulan", when: at(12, "17:10") }, henhouse),
        propose({ by: "yangxiulan", when: at(12, "17:15") }, henhouse, "onSpot"),
        confirm({ by: "yangguoan", when: at(12, "17:20") }, henhouse, "onSpot"),
        take(
          "settleOnSpot",
          { by: "yangxiulan", when: at(12, "17:40") },
          {
            content: "龙光明当场付八十元，两清。",
            factsClear: "yes",
            allAgree: "yes",
            doneNow: "yes",
            mediators: "杨国安",
          },
        ),
      ],
    },
    {
      ...inPackage,
      key: "market",
      place: "991021200206",
      steps: [
        register({ by: "xiangchunfang", when: at(10, "09:00") }, market),
        propose({ by: "xiangchunfang", when: at(10, "09:10") }, market),
        confirm({ by: "luoxiaodong", when: at(10, "10:00") }, market),
        take(
          "recordConsent",
          { by: "xiangchunfang", when: at(9, "10:00") },
          {
            parties: [
              { id: "#0", informed: "yes", consent: "agree" },
              { id: "#1", informed: "yes", consent: "refuse" },
            ],
          },
        ),
        take(
          "giveNotice",
          { by: "tianshufen", when: at(8, "09:00") },
          { reason: "向大有不愿调解，说要到法院去讲。", ways: ["court"] },
        ),
        take(
          "recordReceipt",
          { by: "tianshufen", when: at(8, "15:00") },
          { noticeReceived: "signed" },
        ),
      ],
    },
  ];
}
