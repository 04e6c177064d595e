import type { JsonObject } from "../../../engine/json";
import { addDays, daysBetween } from "../../../engine/time/zone";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";
import { trainedBefore } from "./rosters";
import { exchanges } from "./exchanges";

type Post = "chief" | "officer" | "auxiliary";

/** Name, post, account, police room kept, and the week from Monday. */
type Line = [name: string, post: Post, account: string, room: string, shifts: string];

interface Station {
  place: string;
  phone: string;
  villages: string;
  /** Who makes the roster, and who publishes it. */
  clerk: string;
  chief: string;
  lines: Line[];
}

const HOUSE = "警务室 警务室 警务室 警务室 警务室 休 休";

const QINGXI: Station = {
  ...{ place: "991023200000", phone: "0000-7200110", clerk: "fangwei", chief: "fangwei" },
  villages: "清源村 枫林村 竹园村 古井村 茶山村",
  lines: [
    ["方伟", "chief", "fangwei", "", "休 白班 下村：古井村 白班 值班 休 白班"],
    [
      ...(["周正", "officer", "zhouzheng", ""] as const),
      "下村：清源村/枫林村/竹园村/茶山村 值班 休 值班 休 值班 休",
    ],
    ["林霞", "officer", "linxia", "", "值班 休 值班 休 白班 休 值班"],
    ["何桂芬", "auxiliary", "heguifen", "清源村", HOUSE],
    ["陈国华", "auxiliary", "chenguohua", "枫林村", HOUSE],
    ["周小凤", "auxiliary", "zhouxiaofeng", "竹园村", HOUSE],
    ["郑家旺", "auxiliary", "zhengjiawang", "古井村", HOUSE],
    ["姚春梅", "auxiliary", "yaochunmei", "茶山村", HOUSE],
  ],
};

const HEKOU: Station = {
  ...{ place: "991023100000", phone: "0000-7100110", clerk: "tangyi", chief: "tangyi" },
  villages: "河口村 渡口村 红岩村 码头村",
  lines: [
    [
      ...(["唐毅", "chief", "tangyi", ""] as const),
      "白班 白班 休 下村：河口村/渡口村/红岩村/码头村 白班 休 白班",
    ],
    ["卢强", "officer", "luqiang", "", "白班 值班 休 值班 休 休 值班"],
    ["韦军", "officer", "weijun", "", "值班 休 值班 休 白班 值班 休"],
    ["丁力", "officer", "dingli", "", "休 白班 值班 休 值班 休 值班"],
  ],
};

const PINGCHUAN: Station = {
  ...{ place: "991021100000", phone: "0000-6100110", clerk: "huanglan", chief: "pengyong" },
  villages: "大坪村 新场村 石板村 河沿村 桥头村 双井村",
  lines: [
    [
      ...(["彭勇", "chief", "pengyong", ""] as const),
      "白班 休 下村：大坪村/新场村/石板村/桥头村 白班 白班 休 白班",
    ],
    ["石磊", "officer", "shilei", "", "值班 休 值班 休 白班 值班 休"],
    ["冉静", "officer", "ranjing", "", "值班 休 休 白班 值班 休 值班"],
    ["谭磊", "officer", "tanlei", "", "下村：河沿村/双井村 值班 休 值班 休 值班 休"],
    ["张巧儿", "auxiliary", "zhangqiaoer", "大坪村", HOUSE],
    ["马林", "auxiliary", "malin", "石板村", HOUSE],
  ],
};

const CHENGGUAN: Station = {
  ...{ place: "991022100000", phone: "0000-8100110", clerk: "baixue", chief: "jiangning" },
  villages: "东关村 西关村 南湖村 北门村 菜园村",
  lines: [
    ["蒋宁", "chief", "jiangning", "", "白班 白班 白班 白班 休 下村：北门村/菜园村 休"],
    ["沈涛", "officer", "shentao", "", "值班 休 值班 休 下村：东关村/西关村/南湖村 休 值班"],
    ["于海波", "officer", "yuhaibo", "", "白班 值班 休 值班 休 值班 休"],
    ["邹敏", "officer", "zoumin", "", "休 值班 休 白班 值班 休 值班"],
    ["梁芸", "auxiliary", "liangyun", "东关村", HOUSE],
    ["许巧云", "auxiliary", "xuqiaoyun", "东关村", HOUSE],
    ["范志明", "auxiliary", "fanzhiming", "西关村", HOUSE],
    ["葛勤", "auxiliary", "geqin", "南湖村", HOUSE],
    ["汤小禾", "auxiliary", "tangxiaohe", "北门村", HOUSE],
    ["季芳", "auxiliary", "jifang", "菜园村", HOUSE],
  ],
};

/** The merged team of 河口: who joins the station's own four for the month's one roster, and what they can do. */
const MERGED: readonly [name: string, post: Post, skills: string][] = [
  ["黎海", "officer", "勘查"],
  ["卢峰", "officer", "勘查 调解"],
  ["蓝天宇", "officer", "调解"],
  ["莫小兵", "officer", ""],
  ["覃丽", "officer", "勘查"],
  ["甘建国", "officer", "调解"],
  ["梁志强", "auxiliary", ""],
  ["黄小燕", "auxiliary", ""],
  ["陆永平", "auxiliary", ""],
  ["罗秋生", "auxiliary", ""],
  ["冯玉兰", "auxiliary", ""],
  ["曾宪文", "auxiliary", ""],
  ["钟海燕", "auxiliary", ""],
  ["邓少华", "auxiliary", ""],
  ["韩冬梅", "auxiliary", ""],
  ["潘大勇", "auxiliary", ""],
];

/** This week's rosters of the other stations, and 河口's month of twenty people that is still empty. */
export function stationRosters(day: DayFromNow): DemoMatter[] {
  const weekday = (daysBetween("2024-01-01", day(0)) + 7) % 7;
  const monday = day(-weekday);
  const made = weekday + 8;
  const weeks = [QINGXI, HEKOU, PINGCHUAN, CHENGGUAN].map((station): DemoMatter => {
    const { place, clerk, chief, lines } = station;
    const rows = lines.map(rowOf);
    return {
      key: `roster-week-${clerk}`,
      package: "duty-rotation",
      place,
      steps: [
        step(clerk, "start", [made, "09:00"], plan(station, { from: monday, days: 7, rows })),
        step(clerk, "check", [made, "10:00"]),
        step(clerk, "submit", [made, "10:05"]),
        step(chief, "publish", [made - 1, "09:00"], { publishedOn: day(1 - made) }),
        ...(station === QINGXI ? exchanges(monday, day) : []),
      ],
    };
  });
  return [...weeks, mergedMonth(day)];
}

function mergedMonth(day: DayFromNow): DemoMatter {
  const from = firstOfNextMonth(day(0));
  const next = firstOfNextMonth(from);
  const own = HEKOU.lines.map(([name, post, account], at): JsonObject => ({
    ...{ name, post, account, trained: "yes", carriedNights: post === "officer" ? 13 + at : 0 },
    ...(at % 2 === 1 ? { skills: "勘查" } : {}),
  }));
  const others = MERGED.map(([name, post, skills], at): JsonObject => ({
    ...{ name, post, trained: "yes", carriedNights: post === "officer" ? 12 + (at % 3) : 0 },
    ...(skills === "" ? {} : { skills }),
    ...(post === "auxiliary" ? trainedBefore("清公训") : {}),
    ...(at % 5 === 2 ? { away: `${8 + at} ${9 + at}` } : {}),
  }));
  const rows = [...own, ...others].map((row) => ({ ...row, before: "休" }));
  const days = daysBetween(from, next);
  return {
    key: "roster-month-hekou",
    package: "duty-rotation",
    place: HEKOU.place,
    steps: [step("tangyi", "start", [1, "16:00"], plan(HEKOU, { from, days, rows }))],
  };
}

function firstOfNextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
}

function rowOf([name, post, account, room, shifts]: Line): JsonObject {
  const stated = post === "auxiliary" ? trainedBefore("县公训") : {};
  const row: JsonObject = { name, post, account, trained: "yes", ...stated, shifts };
  return room === "" ? row : { ...row, room };
}

function plan(
  { phone, villages }: Station,
  { from, days, rows }: { from: string; days: number; rows: JsonObject[] },
): JsonObject {
  return { from, days, dutyPhone: phone, villages, rows };
}

function step(
  by: string,
  event: string,
  [daysAgo, at]: [number, string],
  form: JsonObject = {},
): DemoStep {
  return { by, event, form, when: { daysAgo, at } };
}
