import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";
import { DEMO_PEOPLE } from "../demo-people";
import { stepAt } from "../step-at";
import { DONGGUAN } from "./dongguan";
import { FENGLIN_AUXILIARY } from "./past-selection";

/** Who signs for a county, and who gives things out at a station. */
const COUNTY_HR: Readonly<Record<string, string>> = {
  "991021": "zhoumin",
  "991022": "songli",
  "991023": "wenjie",
};
const CLERKS: Readonly<Record<string, string>> = {
  "991021200": "ranxiaoyan",
  "991021100": "huanglan",
  "991022100": "baixue",
  "991023200": "zengyu",
  "991023100": "xiefang",
};

/** The longest ago that an agreement of this year began; it is looked at again sixty days before its end. */
const OLDEST = 313;
const MONTHS = 12;
/** So many of the oldest are renewed already; the others wait for it. */
const RENEWED = 3;
/** 东关村 has custody since three weeks ago; its auxiliaries have agreements that say so. */
const SINCE_CUSTODY = 13;

interface Hired {
  key: string;
  name: string;
  village: string;
  /** Days since the agreement was begun. */
  ago: number;
}

/** The agreements of the auxiliaries in post, and of some who came and went. */
export function contracts(day: DayFromNow): DemoMatter[] {
  const auxiliaries = DEMO_PEOPLE.flatMap(({ login, name, posts }) =>
    posts
      .filter(({ role }) => role === "auxiliary" && login !== FENGLIN_AUXILIARY)
      .map(({ unit }) => ({ key: login, name, village: unit })),
  );
  const agreements = auxiliaries.map((one, index): DemoMatter => {
    // Seven at a time keep the weekday: nobody signs on a Sunday.
    const usual = OLDEST - Math.floor(index / 5) * 28 - (index % 5);
    const hired = { ...one, ago: one.village === DONGGUAN ? SINCE_CUSTODY : usual };
    const steps = service(hired, day);
    return {
      ...contractOf(hired),
      steps: index < RENEWED ? [...steps, renewal(hired, day)] : steps,
    };
  });
  return [...agreements, resigned(day), ...labour(day)];
}

function contractOf({ key, village }: Hired): Pick<DemoMatter, "key" | "package" | "place"> {
  return { key: `contract:${key}`, package: "training.contract", place: village };
}

function staffOf(village: string): { personnel: string; clerk: string } {
  const [personnel = "", clerk = ""] = [
    COUNTY_HR[village.slice(0, 6)],
    CLERKS[village.slice(0, 9)],
  ];
  return { personnel, clerk };
}

function service({ name, village, ago }: Hired, day: DayFromNow): DemoStep[] {
  const { personnel, clerk } = staffOf(village);
  return [
    stepAt(personnel, "start", [ago, "09:00"], {
      form: { name, track: "service", certificateNumber: "岗前培训合格证〔2024〕12号" },
    }),
    stepAt(personnel, "draftService", [ago, "09:20"], {
      form: {
        ...{ from: day(1 - ago), months: MONTHS, post: "驻村协勤", insured: "yes" },
        pay: "每月补贴按县里批准的标准",
      },
    }),
    stepAt(personnel, "signService", [ago, "15:00"], {
      form: { signedOn: day(-ago), copies: "yes" },
    }),
    stepAt(clerk, "issueItem", [ago - 1, "10:00"], {
      form: {
        what: ago % 2 === 0 ? "uniform" : "card",
        count: ago % 2 === 0 ? 2 : 1,
        on: day(1 - ago),
      },
    }),
  ];
}

function renewal({ village, ago }: Hired, day: DayFromNow): DemoStep {
  return stepAt(staffOf(village).personnel, "renew", [3, "10:00"], {
    form: { appraisal: "第三季度考核表", from: day(366 - ago), months: MONTHS },
  });
}

/** 岩湾村 has had nobody since then. */
function resigned(day: DayFromNow): DemoMatter {
  const hired = { key: "yanwan", name: "向家旺", village: "991021200203", ago: 300 };
  const { personnel, clerk } = staffOf(hired.village);
  return {
    ...contractOf(hired),
    steps: [
      ...service(hired, day),
      stepAt(personnel, "leave", [60, "09:00"], {
        form: { ground: "resigned", lastDay: day(-56) },
      }),
      stepAt(clerk, "completeHandover", [55, "10:00"], {
        form: { itemsReturned: "yes", accountsClosed: "yes", proofGiven: "yes", on: day(-55) },
      }),
    ],
  };
}

/** 河口's merged team has auxiliaries of the other kind: a contract with a probation. */
function labour(day: DayFromNow): DemoMatter[] {
  const begun: [key: string, name: string, village: string, ago: number][] = [
    ["liangzhiqiang", "梁志强", "991023100201", 118],
    ["huangxiaoyan", "黄小燕", "991023100202", 34],
  ];
  return begun.map(([key, name, village, ago]): DemoMatter => {
    const { personnel } = staffOf(village);
    const confirmed = stepAt("tangyi", "giveOpinion", [ago - 62, "10:00"], {
      form: { opinion: "confirm", reason: "试用期做事稳当，符合录用条件" },
    });
    return {
      ...contractOf({ key, name, village, ago }),
      steps: [
        stepAt(personnel, "start", [ago, "09:00"], {
          form: { name, track: "labour", certificateNumber: "岗前培训合格证〔2026〕03号" },
        }),
        stepAt(personnel, "draftLabour", [ago, "09:20"], {
          form: {
            ...{ from: day(1 - ago), months: 24, probationMonths: 2, post: "勤务辅警" },
            pay: "按县里批准的标准",
          },
        }),
        stepAt(personnel, "signLabour", [ago, "15:00"], {
          form: { signedOn: day(-ago), copies: "yes" },
        }),
        ...(ago > 62 ? [confirmed] : []),
      ],
    };
  });
}
