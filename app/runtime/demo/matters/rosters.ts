import type { JsonObject } from "../../../engine/json";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";

const PLACE = "991021200000";
const VILLAGES = "石桥村 柏树村 岩湾村 松坪村 梨坪村 水井村 上坝村 云头村";

type Post = "chief" | "officer" | "auxiliary";

/** What is stated of auxiliaries who were trained before the platform: the paper, its date, and why there is no matter. */
export function trainedBefore(office: string): JsonObject {
  return {
    priorPaper: `岗前培训合格证 ${office}〔2024〕12号`,
    priorOn: "2024-03-15",
    priorWhy: "平台启用以前培训，原件存县局政工",
  };
}

/** One person's week; the places of the village days stand behind them. */
function line(
  [account, name, post]: [string, string, Post],
  shifts: string,
  more: JsonObject = {},
): JsonObject {
  const stated = post === "auxiliary" ? trainedBefore("云公训") : {};
  const row: JsonObject = { name, post, trained: "yes", ...stated, shifts, ...more };
  return account === "" ? row : { ...row, account };
}

const HOUSE = "警务室 警务室 下村 警务室 警务室 休 休";
const SATURDAY = "警务室 休 警务室 警务室 下村 警务室 休";

/** The auxiliaries, each in the police room of the own village. */
const auxiliaries: JsonObject[] = [
  line(["yangxiulan", "杨秀兰", "auxiliary"], HOUSE, { room: "石桥村" }),
  line(["luojianping", "罗建平", "auxiliary"], "警务室 下村 警务室 休 休 警务室 警务室", {
    room: "柏树村",
  }),
  line(["qinxiaomei", "覃小梅", "auxiliary"], SATURDAY, { room: "松坪村" }),
  line(["tianmaolin", "田茂林", "auxiliary"], "请假 请假 警务室 警务室 下村 警务室 休", {
    room: "梨坪村",
  }),
  line(["xiangchunfang", "向春芳", "auxiliary"], HOUSE, { room: "水井村" }),
  line(["wuguoliang", "吴国良", "auxiliary"], HOUSE, { room: "上坝村" }),
  line(["longyuqing", "龙玉清", "auxiliary"], SATURDAY, { room: "云头村" }),
];

const officersThisWeek: JsonObject[] = [
  line(["gaoyuan", "高原", "officer"], "值班 休 下村：石桥村/柏树村/岩湾村/松坪村 值班 休 休 值班"),
  line(
    ["luoxiaodong", "罗晓东", "officer"],
    "下村：梨坪村/水井村/上坝村/云头村 警务室 夜班 休 备勤 值班 休",
  ),
  line(["luming", "陆明", "chief"], "警务室 值班 休 下村：云头村 值班 休 备勤"),
];

/** Made by hand and not finished: somebody who is not trained yet stands on it, and somebody who rests too little. */
const officersNextWeek: JsonObject[] = [
  line(
    ["gaoyuan", "高原", "officer"],
    "休 值班 下村：石桥村/柏树村/岩湾村/松坪村 值班 休 备勤 值班",
    { before: "值班 休 下村 值班 休 休 值班" },
  ),
  line(["luoxiaodong", "罗晓东", "officer"], "值班 休 夜班 白班 休 值班 休", {
    before: "下村 警务室 夜班 休 备勤 值班 休",
  }),
  line(
    ["luming", "陆明", "chief"],
    "警务室 下村：梨坪村/水井村/上坝村/云头村 休 备勤 值班 休 备勤",
    {
      before: "警务室 值班 休 下村 值班 休 备勤",
    },
  ),
];

/** Everybody of 青石派出所 with this week's shifts; the roster of it was published. */
export const rowsThisWeek: readonly JsonObject[] = [...officersThisWeek, ...auxiliaries];

const untrained = line(["", "石永福", "auxiliary"], "培训 培训 培训 夜班 休 休 休", {
  trained: "no",
});

/** 青石派出所: this week's roster is published, next week's is being made. */
export function rosters(day: DayFromNow): DemoMatter[] {
  const weekday = weekdayOf(day(0));
  const step = (
    by: string,
    event: string,
    daysAgo: number,
    at: string,
    form: JsonObject,
  ): DemoStep => ({
    ...{ by, event, form },
    when: { daysAgo, at },
  });
  const plan = (from: string, rows: JsonObject[]): JsonObject => ({
    ...{ from, days: 7, dutyPhone: "0000-6200110", villages: VILLAGES, rows },
  });
  const made = weekday + 7;
  return [
    {
      key: "roster-this-week",
      package: "duty-rotation",
      place: PLACE,
      steps: [
        step("ranxiaoyan", "start", made, "09:00", plan(day(-weekday), [...rowsThisWeek])),
        step("ranxiaoyan", "check", made, "10:00", {}),
        step("ranxiaoyan", "submit", made, "10:05", {}),
        step("luming", "publish", made - 1, "09:00", { publishedOn: day(1 - made) }),
      ],
    },
    {
      key: "roster-next-week",
      package: "duty-rotation",
      place: PLACE,
      steps: [
        step(
          "ranxiaoyan",
          "start",
          1,
          "15:00",
          plan(day(7 - weekday), [...officersNextWeek, ...auxiliaries, untrained]),
        ),
      ],
    },
  ];
}

/** 0 for Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
