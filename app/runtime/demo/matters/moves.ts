import type { DayFromNow, DemoMatter } from "../demo-matter";
import { stepAt } from "../step-at";

/** People who leave their posts: nobody found yet, waited for, the list being signed, and one who stays. */
export function moves(day: DayFromNow): DemoMatter[] {
  const move = (key: string, place: string, steps: DemoMatter["steps"]): DemoMatter => ({
    ...{ key: `move:${key}`, package: "staff-move", place, steps },
  });
  return [
    move("wuguoliang", "991021200207", [
      stepAt("luming", "start", [34, "09:00"], {
        form: {
          ...{ leaver: "吴国良", kind: "resign", plannedOn: day(38), post: "上坝村驻村协勤" },
        },
      }),
      stepAt("zhoumin", "nameReplacement", [9, "15:00"], {
        form: { name: "田桂花", from: "上坝村，公示和培训合格以后到岗", dueOn: day(28) },
      }),
    ]),
    move("tanlei", "991021100204", [
      stepAt("pengyong", "start", [20, "09:00"], {
        form: {
          ...{ leaver: "谭磊", kind: "transfer", plannedOn: day(10) },
          post: "驻村民警，河沿、双井两村",
        },
      }),
      stepAt("zhoumin", "nameReplacement", [18, "10:00"], {
        form: { name: "石磊", from: "本所，原在大坪、石板两村", dueOn: day(-10) },
      }),
      stepAt("huanglan", "recordArrival", [10, "09:00"], { form: { arrivedOn: day(-10) } }),
    ]),
    move("weijun", "991023100204", [
      stepAt("tangyi", "start", [4, "11:00"], {
        form: {
          ...{ leaver: "韦军", kind: "adjust", plannedOn: day(40) },
          post: "河口派出所民警，码头村",
        },
      }),
    ]),
    move("geqin", "991022100203", [
      stepAt("jiangning", "start", [52, "09:00"], {
        form: {
          ...{ leaver: "葛勤", kind: "resign", plannedOn: day(-20), post: "南湖村驻村协勤" },
        },
      }),
      stepAt("jiangning", "stopMove", [47, "10:00"], {
        form: { stopped: "家里安排好了，本人愿意留下。" },
      }),
    ]),
  ];
}
