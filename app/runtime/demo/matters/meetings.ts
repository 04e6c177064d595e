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

const at = (daysAgo: number, hour: string) => ({ daysAgo, at: hour });

interface Village {
  auxiliary: string;
  officer: string;
  mediator: string;
  mediatorName: string;
  committee: string;
}

const stoneBridge: Village = {
  auxiliary: "yangxiulan",
  officer: "gaoyuan",
  mediator: "yangguoan",
  mediatorName: "杨国安",
  committee: "石桥村人民调解委员会",
};

const waterWell: Village = {
  auxiliary: "xiangchunfang",
  officer: "luoxiaodong",
  mediator: "tianshufen",
  mediatorName: "田淑芬",
  committee: "青石乡人民调解委员会",
};

const spring: Village = {
  auxiliary: "heguifen",
  officer: "zhouzheng",
  mediator: "chendeqing",
  mediatorName: "陈德清",
  committee: "清源村人民调解委员会",
};

/** From the five answers to a mediator who has taken it on, within two days. */
function untilAccepted(
  { auxiliary, officer, mediator, mediatorName, committee }: Village,
  { dispute, began, claims }: { dispute: Dispute; began: number; claims: string },
): DemoStep[] {
  return [
    register({ by: auxiliary, when: at(began, "09:00") }, dispute),
    propose({ by: auxiliary, when: at(began, "09:20") }, dispute),
    confirm({ by: officer, when: at(began, "11:00") }, dispute),
    askConsent({ by: auxiliary, when: at(began, "16:00") }, "agree"),
    completeParties({ by: auxiliary, when: at(began, "16:20") }, dispute.where),
    accept(
      { by: mediator, when: at(began - 1, "09:00") },
      { claims, committee, mediators: mediatorName },
    ),
  ];
}

const boundary: Dispute = {
  reporter: "谭玉成",
  where: "水井村二组",
  what: "老界石找不到了，两家都说那几棵杉树是自家的。",
  type: "land",
  applicant: "谭玉成",
  respondent: "向家明",
};

const eaves: Dispute = {
  reporter: "覃大平",
  where: "水井村一组",
  what: "新盖的屋檐水滴在邻家院墙上，墙脚泡松了。",
  type: "adjacency",
  applicant: "覃大平",
  respondent: "覃小平",
};

const passage: Dispute = {
  reporter: "石明亮",
  where: "石桥村四组",
  what: "砌墙占了过道，柴车进不去。",
  type: "land",
  applicant: "石明亮",
  respondent: "石光前",
};

const hedge: Dispute = {
  reporter: "何长庚",
  where: "清源村三组",
  what: "竹林遮了菜地的光，菜长不起来。",
  type: "adjacency",
  applicant: "何长庚",
  respondent: "郑金宝",
};

/** Taken on by a mediator: waiting for a date, for the day, and for what comes after no agreement. */
export function meetings(day: DayFromNow): DemoMatter[] {
  const inPackage = { package: "dispute-mediation" };
  const well = { ...inPackage, place: "991021200206" };
  const office = { place: "青石司法所调解室" };
  return [
    {
      ...inPackage,
      key: "passage",
      place: "991021200201",
      steps: [
        ...untilAccepted(stoneBridge, { dispute: passage, began: 8, claims: "墙退回一尺。" }),
        schedule({ by: "yangxiulan", when: at(7, "10:00") }, day(-5)),
        take(
          "recordSession",
          { by: "yangguoan", when: at(5, "11:00") },
          {
            heldOn: day(-5),
            place: "石桥村警务室",
            mediators: "杨国安",
            present: "石明亮、石光前",
            statements: "石明亮：墙要退一尺。石光前：过道本来就是我家的。",
            result: "noAgreement",
          },
        ),
      ],
    },
    {
      ...well,
      key: "boundary",
      steps: [
        ...untilAccepted(waterWell, { dispute: boundary, began: 7, claims: "认定界线。" }),
        schedule({ by: "xiangchunfang", when: at(6, "10:00") }, day(-4), office),
        take(
          "recordSession",
          { by: "tianshufen", when: at(4, "11:20") },
          {
            heldOn: day(-4),
            ...office,
            mediators: "田淑芬",
            present: "谭玉成、向家明，老支书谭有福",
            statements: "看了两家的林权证，四至写得不一样，约好一起上山看。",
            result: "again",
          },
        ),
      ],
    },
    {
      ...inPackage,
      key: "hedge",
      place: "991023200201",
      steps: untilAccepted(spring, { dispute: hedge, began: 3, claims: "砍掉靠菜地的竹子。" }),
    },
    {
      ...well,
      key: "eaves",
      steps: [
        ...untilAccepted(waterWell, { dispute: eaves, began: 2, claims: "改屋檐水，修好墙脚。" }),
        schedule({ by: "xiangchunfang", when: at(1, "15:00") }, day(1), office),
      ],
    },
  ];
}
