import type { JsonObject } from "../../../engine/json";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";

/** Who takes the steps in a township and its county. */
interface Cast {
  officer: string;
  chief: string;
  legal: string;
  township: string;
  leader: string;
}

const QINGSHI: Cast = {
  ...{ officer: "gaoyuan", chief: "luming", legal: "hejing" },
  ...{ township: "qinming", leader: "qinweiguo" },
};
const CHENGGUAN: Cast = {
  ...{ officer: "shentao", chief: "jiangning", legal: "hanfeng" },
  ...{ township: "dingshan", leader: "shiyan" },
};

const inPackage = { package: "model-adoption" };

const step = (by: string, event: string, daysAgo: number, form: JsonObject): DemoStep => ({
  ...{ by, event, form },
  when: { daysAgo, at: "15:00" },
});

/** Models on their way: one in its trial, one before the county's legal office. */
export function adoptions(day: DayFromNow): DemoMatter[] {
  return [resident(QINGSHI, day), custody(CHENGGUAN, day)];
}

/** 青石乡: eight mountain villages, half a year of trial nearly over. */
function resident(cast: Cast, day: DayFromNow): DemoMatter {
  const { officer, chief, legal, township, leader } = cast;
  return {
    ...inPackage,
    key: "adoption-qingshi",
    place: "991021200000",
    steps: [
      step(chief, "start", 196, { scope: "township", model: "resident-auxiliary" }),
      step(officer, "recordSurvey", 189, {
        villagers: "8 个村问了 214 户，多数盼着村里天天有人，担心新人不熟村里的事。",
        objections: 11,
      }),
      step(chief, "chooseModel", 186, {
        model: "resident-auxiliary",
        verdict: "feasible",
        why: "村散、路远，民警 2 人一周只够每村去两次，本村人常住办得快。",
      }),
      step(chief, "setParameters", 186, {}),
      step(chief, "writePlan", 175, {
        planTitle: "云岭县驻村协勤模式实施方案",
        from: day(-150),
        staff: "协勤 8 人，本村选，先有 7 人到岗；包片民警 2 人，不增加。",
        room: "8 个村都用村委会的房子作警务室，经费由乡和县局分担。",
        training: "县局统一培训，合格才签协议、才排班。",
        duties:
          "协勤：登记、陪同、回访，值守村警务室；能不能调由民警或调解员确认。\n民警：每周到村两次，看登记簿和日志。\n纪律：不单独执法，不收钱物，不向外说来办事的人。",
        ways: "小纠纷先在村里调；求助、送证当天记簿；值班表提前公布，去向牌挂在门口。",
        books: "登记簿四本，当天记；公开办公时间和值班电话上墙，不公开私人号码。",
        numbers:
          "矛盾纠纷调解：生效后第几天回访：7、30、90 天（可改 最多 4 个，每个 3—365 天；依据：来源写了回访，没有写第几天）。\n岗前培训：总课时不少于：40（可改 40—120；依据：来源写了统一培训和七门课，没有写课时）。\n勤务轮值：警务室每周几个工作日：2 天（可改 2—5 天；依据：「不能保证每周两个工作日到警务室工作」是来源指出的毛病，反过来作要求）。",
        figures: "纠纷办结用几天、走访按期、警务室有人的比例、恢复办理的比例。",
        leftOut:
          "重点对象帮教、邪教、非法组织的监控、帮教、转化等：平台只办服务事项，不监控人。\n收集治安信息的方法：培训里换成填写登记簿和保护个人信息。",
        issuer: "云岭县公安局",
      }),
      step(legal, "reviewLegal", 168, {
        legalOk: "yes",
        legalOpinion: "协勤不单独执法写清楚了，可以报。",
      }),
      step(township, "recordTownship", 162, {
        townshipOk: "yes",
        townshipOpinion: "同意，房子和一半经费由乡里落实。",
      }),
      step(leader, "decideAdoption", 157, {
        decision: "approve",
        decisionWords: "人和房子落实，同意试行。",
        decidedOn: day(-157),
      }),
    ],
  };
}

/** 西关村 beside 东关村: more and more rooms are let. */
function custody(cast: Cast, day: DayFromNow): DemoMatter {
  const { officer, chief } = cast;
  return {
    ...inPackage,
    key: "adoption-xiguan",
    place: "991022100000",
    steps: [
      step(chief, "start", 24, {
        ...{ scope: "village", village: "991022100202", villageName: "西关村" },
        model: "room-and-custody",
      }),
      step(officer, "recordSurvey", 17, {
        villagers: "问了 96 户，出租的多数愿意托管，嫌晚上没有人接。",
        objections: 7,
      }),
      step(chief, "chooseModel", 13, {
        model: "room-and-custody",
        verdict: "feasible",
        why: "出租房八十多套，押金纠纷多起来，租客白天没有空。",
      }),
      step(chief, "setParameters", 12, {}),
      step(chief, "writePlan", 5, {
        planTitle: "河湾县警务室＋房屋托管模式实施方案",
        from: day(38),
        staff: "托管员 1 人，由现有协勤兼；民警到警务室每周三天。",
        room: "用村委会一楼两间，设托管窗口，不收费。",
        training: "托管员先学安全核查、登记和个人信息保护，合格再上岗。",
        duties:
          "托管员：登记房源，陪看房，核查安全，只登记自愿托管的。\n民警：处理不安全的房子，确认押金纠纷的去向。\n纪律：不收费，不扣证件，不向外说租客的情况。",
        ways: "房东登记租客、租客登记居住分开办；押金谈不拢的转人民调解。",
        books: "登记簿五本；警务室和夜间窗口的时间上墙。",
        numbers:
          "出租房屋托管：收费：0 元（依据：「社区警务室不收取任何费用」）。\n出租房屋托管：几个月复查一次：6 个月（可改 1—12 个月；依据：来源没有写，按半年一次）。\n房屋租赁登记：押金有争议，几天内定怎么办：7 天（可改 3—15 天；依据：来源没有写）。\n矛盾纠纷调解：受理后多少个工作日内调解：2 个工作日（可改 1—5 个工作日；依据：租客流动快，押金纠纷要快办，来源没有写天数）。\n岗前培训：总课时不少于：40（可改 40—120；依据：来源写了统一培训和七门课，没有写课时）。",
        figures: "登记用几天、核查按期、夜间窗口守时的比例。",
        leftOut:
          "外来人员租房必须到警务室进行联系：改成自愿，托管是服务，不是租房的必经之路。\n有效地实现了出租房屋全管控和流动人口零发案的目标：目标改成住得安全、纠纷少，不管控人。",
        issuer: "河湾县公安局",
      }),
    ],
  };
}
