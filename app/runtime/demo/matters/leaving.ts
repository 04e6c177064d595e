import type { DayFromNow, DemoMatter, DemoStep, DemoTime } from "../demo-matter";
import { register, take, type Dispute } from "../mediation-steps";

const VILLAGES = {
  ...{ 梨坪村: "991021200205", 水井村: "991021200206" },
  ...{ 上坝村: "991021200207", 云头村: "991021200208" },
} as const;

type Told = Omit<Dispute, "where"> & { village: keyof typeof VILLAGES; group: string };

/** What 罗晓东 has confirmed and asks the parties about. */
const ASKED: readonly Told[] = [
  {
    ...{ village: "水井村", group: "四组", type: "land" },
    ...{ reporter: "谭玉成", applicant: "谭玉成", respondent: "向永福" },
    what: "两家宅基地的界址说不清，石桩挪过位置。",
  },
  {
    ...{ village: "水井村", group: "一组", type: "adjacency" },
    ...{ reporter: "向家全", applicant: "向家全", respondent: "田光明" },
    what: "院墙滴水滴到隔壁灶房，下雨天进不去。",
  },
  {
    ...{ village: "梨坪村", group: "二组", type: "damage" },
    ...{ reporter: "田家发", applicant: "田家发", respondent: "杨胜" },
    what: "隔壁打药，蜂箱死了三箱。",
  },
  {
    ...{ village: "梨坪村", group: "五组", type: "neighbours" },
    ...{ reporter: "杨再兴", applicant: "杨再兴", respondent: "田永红" },
    what: "公用晒坝一家占了半边堆料。",
  },
  {
    ...{ village: "云头村", group: "三组", type: "land" },
    ...{ reporter: "龙光照", applicant: "龙光照", respondent: "龙光辉" },
    what: "坟山的界两房说法不一样。",
  },
];

/** What was registered this morning and waits for him. */
const NEW: readonly Told[] = [
  ...(
    [
      ["上坝村", "一组", "吴正林", "吴正华", "机耕道上堆了石头，三轮车过不去。"],
      ["上坝村", "三组", "吴国文", "吴大成", "鱼塘堤埂渗水，下面的田泡了。"],
      ["上坝村", "四组", "吴秀珍", "吴正林", "共用的水管被截，后面两家没水。"],
      ["云头村", "一组", "龙玉明", "龙正光", "赶场天占道摆摊，堵了出村的路。"],
      ["云头村", "五组", "龙素英", "龙玉明", "补种的林木成活少，补偿款对不上。"],
      ["水井村", "二组", "向明珍", "向永福", "自留地边上新栽的树挡了光。"],
      ["梨坪村", "四组", "田桂芝", "杨胜", "狗没有拴，追着孩子跑。"],
    ] as const
  ).map(([village, group, applicant, respondent, what]): Told => ({
    ...{ village, group, what, applicant, respondent },
    ...{ reporter: applicant, type: "neighbours" },
  })),
];

const by = "luoxiaodong";

function told(one: Told, key: string, steps: (dispute: Dispute) => DemoStep[]): DemoMatter {
  const { village, group, ...rest } = one;
  const dispute: Dispute = { ...rest, where: `${village}${group}` };
  return { key, package: "dispute-mediation", place: VILLAGES[village], steps: steps(dispute) };
}

/** 罗晓东 is to be moved and 谭磊 to come: fourteen matters are open with him, one of them 谭磊's cousin's. */
export function leaving(day: DayFromNow): DemoMatter[] {
  const asked = ASKED.map((one, i) => {
    const at = (minutes: number): DemoTime => ({ daysAgo: 3, at: `09:${10 + i * 8 + minutes}` });
    const confirmed = {
      type: one.type,
      parties: [
        { name: one.applicant, role: "applicant" },
        { name: one.respondent, role: "respondent" },
      ],
      ...{ injury: "none", track: "mediation" },
    };
    const recusal = { name: "谭磊", relation: "relative" };
    return told(one, `leaving-asked-${i}`, (dispute) => [
      register({ by, when: at(0) }, dispute),
      take("confirmTriage", { by, when: at(3) }, confirmed),
      ...(i === 0 ? [take("declareRecusal", { by, when: at(5) }, recusal)] : []),
    ]);
  });
  const fresh = NEW.map((one, i) =>
    told(one, `leaving-new-${i}`, (dispute) => [
      register({ by, when: { minutesAgo: 70 - i * 8 } }, dispute),
    ]),
  );
  const planned = { leaver: "罗晓东", kind: "transfer", plannedOn: day(17) };
  const villages = "驻村民警，水井、梨坪、上坝、云头四村";
  const move: DemoMatter = {
    ...{ key: "leaving-move", package: "staff-move", place: VILLAGES.水井村 },
    steps: [
      take(
        "start",
        { by: "luming", when: { daysAgo: 5, at: "15:00" } },
        { ...planned, post: villages },
      ),
      take(
        "nameReplacement",
        { by: "zhoumin", when: { daysAgo: 4, at: "10:00" } },
        { name: "谭磊", from: "平川派出所", dueOn: day(1) },
      ),
    ],
  };
  return [...asked, ...fresh, move];
}
