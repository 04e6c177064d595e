import type { JsonObject } from "../../../engine/json";
import type { DayFromNow, DemoMatter, DemoStep } from "../demo-matter";
import { stepAt } from "../step-at";

const NAMES: Readonly<Record<string, string>> = {
  ...{ gaoyuan: "高原", luoxiaodong: "罗晓东", luming: "陆明", zhouzheng: "周正", linxia: "林霞" },
  ...{ luqiang: "卢强", dingli: "丁力" },
};

/** Who kept the watch, from which day on, what happened, and whose signature ended it. */
interface Watch {
  place: string;
  by: string;
  next: string;
  daysAgo: number;
  note?: [time: string, what: string];
  open?: string;
}

const QINGSHI = "991021200000";
const WATCHES: readonly Watch[] = [
  { place: QINGSHI, by: "gaoyuan", next: "luoxiaodong", daysAgo: 7 },
  {
    ...{ place: QINGSHI, by: "luoxiaodong", next: "luming", daysAgo: 6 },
    note: ["22:40", "一户放音响到深夜，到场劝了，关了。"],
  },
  {
    ...{ place: QINGSHI, by: "luming", next: "gaoyuan", daysAgo: 5 },
    open: "柏树村工钱的事，明天问劳动监察",
  },
  {
    ...{ place: QINGSHI, by: "gaoyuan", next: "luoxiaodong", daysAgo: 4 },
    note: ["19:15", "水井村路边货车陷沟，叫了铲车，十点前路通。"],
  },
  { place: QINGSHI, by: "luoxiaodong", next: "luming", daysAgo: 3 },
  { place: QINGSHI, by: "luming", next: "luoxiaodong", daysAgo: 2 },
  { place: QINGSHI, by: "luoxiaodong", next: "gaoyuan", daysAgo: 1 },
  {
    ...{ place: "991023200000", by: "linxia", next: "zhouzheng", daysAgo: 2 },
    note: ["20:30", "古井村老人摔倒，陪同送卫生院，已通知家里。"],
  },
];

const EQUIPMENT = ["radio", "recorder", "car"];

/** A week's watches with what was handed over. */
export function watches(day: DayFromNow): DemoMatter[] {
  return [
    ...WATCHES.map((watch) => watchOf(watch, day)),
    shortOfKeys(day),
    {
      ...{ key: "watch:linxia:today", package: "duty-rotation.shift", place: "991023200000" },
      steps: [
        stepAt("linxia", "start", [0, "08:30"], {
          form: { attendance: "present", day: day(0), shift: "值班" },
        }),
      ],
    },
  ];
}

function watchOf({ place, by, next, daysAgo, note, open }: Watch, day: DayFromNow): DemoMatter {
  const steps: DemoStep[] = [signIn(by, daysAgo, day)];
  if (note !== undefined) {
    const [time, what] = note;
    steps.push(stepAt(by, "note", [daysAgo, "23:30"], { form: { time, what } }));
  }
  const openItems: JsonObject = open === undefined ? {} : { openItems: [{ what: open }] };
  steps.push(
    stepAt(by, "handOver", [daysAgo - 1, "08:20"], {
      form: {
        incoming: NAMES[next] ?? next,
        ...openItems,
        equipment: EQUIPMENT.map((thing) => ({ thing, state: "ok" })),
      },
    }),
    stepAt(next, "takeOver", [daysAgo - 1, "08:26"], { form: { agreed: "yes" } }),
  );
  return { key: `watch:${by}:${daysAgo}`, package: "duty-rotation.shift", place, steps };
}

function signIn(by: string, daysAgo: number, day: DayFromNow): DemoStep {
  return stepAt(by, "start", [daysAgo, "08:30"], {
    form: { attendance: "present", day: day(-daysAgo), shift: "值班" },
  });
}

/** At 河口 the one who came found a key missing: the chief has to settle it. */
function shortOfKeys(day: DayFromNow): DemoMatter {
  return {
    ...{ key: "watch:luqiang:1", package: "duty-rotation.shift", place: "991023100000" },
    steps: [
      signIn("luqiang", 1, day),
      stepAt("luqiang", "handOver", [0, "08:20"], {
        form: {
          incoming: "丁力",
          equipment: ["radio", "car", "keys"].map((thing) => ({ thing, state: "ok" })),
        },
      }),
      stepAt("dingli", "takeOver", [0, "08:35"], {
        form: { agreed: "no", differences: "值班室钥匙交接写两把，只有一把。" },
      }),
    ],
  };
}
