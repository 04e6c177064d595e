import type { DemoMatter } from "../demo-matter";
import { askConsent, confirm, propose, register, take, type Dispute } from "../mediation-steps";

const at = (daysAgo: number, hour: string) => ({ daysAgo, at: hour });
const inPackage = { package: "dispute-mediation" };

const smoke: Dispute = {
  reporter: "田秀英",
  where: "石桥村一组",
  what: "隔壁新砌的柴灶，烟往堂屋里灌，晒的衣裳都熏黑了。",
  type: "adjacency",
  applicant: "田秀英",
  respondent: "石文清",
};

const hens: Dispute = {
  reporter: "龙有光",
  where: "石桥村二组",
  what: "鸡进菜园，踩坏菜苗两厢，想请村里说一说。",
  type: "livestock",
  applicant: "龙有光",
  respondent: "向学",
  note: "都在家，愿意坐下来说。",
};

const dryingYard: Dispute = {
  reporter: "石有田",
  where: "石桥村四组",
  what: "石大勇在公用晒坝上堆砖，石有田家的谷子没处晒。",
  type: "neighbours",
  applicant: "石有田",
  respondent: "石大勇",
};

const household: Dispute = {
  reporter: "龙素珍",
  where: "石桥村五组",
  what: "婆媳为分家的事吵了几回，说不到一起。",
  type: "marriageFamily",
  applicant: "龙素珍",
  respondent: "田腊梅",
};

const wages: Dispute = {
  reporter: "罗明海",
  where: "柏树村一组",
  what: "在县城工地干了两个月，工钱 2,400 元没有给。",
  type: "wages",
  applicant: "罗明海",
  respondent: "某建筑队",
};

const rent: Dispute = {
  reporter: "陈志远",
  where: "东关村二巷",
  what: "退房时押金 1,200 元没有退，房东说墙弄脏了。",
  type: "tenancy",
  applicant: "陈志远",
  respondent: "孙桂香",
};

/** Just registered: one by each step that is taken before anybody has agreed to mediate. */
export function beginnings(): DemoMatter[] {
  const xiulan = "yangxiulan";
  const bridge = { ...inPackage, place: "991021200201" };
  return [
    {
      ...bridge,
      key: "hens",
      steps: [
        register({ by: xiulan, when: at(5, "15:10") }, hens),
        propose({ by: xiulan, when: at(5, "15:30") }, hens),
      ],
    },
    {
      ...bridge,
      key: "drying-yard",
      steps: [
        register({ by: xiulan, when: at(3, "09:20") }, dryingYard),
        propose({ by: xiulan, when: at(3, "09:40") }, dryingYard),
        confirm({ by: "luoxiaodong", when: at(3, "14:00") }, dryingYard),
        askConsent({ by: xiulan, when: at(2, "17:00") }, "notYet"),
      ],
    },
    {
      ...inPackage,
      key: "wages",
      place: "991021200202",
      steps: [
        register({ by: "luojianping", when: at(2, "10:00") }, wages),
        propose({ by: "luojianping", when: at(2, "10:15") }, wages, "referral"),
        confirm({ by: "luoxiaodong", when: at(1, "09:30") }, wages, "referral"),
      ],
    },
    {
      ...bridge,
      key: "household",
      steps: [
        register({ by: xiulan, when: { minutesAgo: 75 } }, household),
        propose({ by: xiulan, when: { minutesAgo: 65 } }, household),
        confirm({ by: "gaoyuan", when: { minutesAgo: 50 } }, household),
        take(
          "answerGate",
          { by: xiulan, when: { minutesAgo: 40 } },
          { beaten: "no", child: "unclear" },
        ),
      ],
    },
    {
      ...inPackage,
      key: "rent",
      place: "991022100201",
      steps: [register({ by: "liangyun", when: { minutesAgo: 35 } }, rent)],
    },
    {
      ...bridge,
      key: "smoke",
      steps: [register({ by: xiulan, when: { minutesAgo: 25 } }, smoke)],
    },
  ];
}
