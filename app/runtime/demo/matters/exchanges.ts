import { addDays } from "../../../engine/time/zone";
import type { DayFromNow, DemoStep } from "../demo-matter";
import { stepAt } from "../step-at";

/**
 * What is asked of 清溪's roster of this week: a leave that was approved, one that waits, and an exchange that the other
 * has agreed to.
 */
export function exchanges(monday: string, day: DayFromNow): DemoStep[] {
  const [friday, saturday, sunday] = [4, 5, 6].map((days) => addDays(monday, days)) as [
    string,
    string,
    string,
  ];
  const link = (name: string, index: number) => [{ link: name, index }];
  return [
    stepAt("chenguohua", "askLeave", [1, "15:00"], {
      form: {
        ...{ who: "陈国华", kind: "family", fromDay: friday, toDay: friday },
        ...{ shifts: "警务室", substitute: "何桂芬" },
      },
    }),
    stepAt("fangwei", "approve", [1, "16:30"], { child: link("leave", 0) }),
    stepAt("zhouxiaofeng", "askLeave", [0, "08:40"], {
      form: {
        ...{ who: "周小凤", kind: "comp", workedDay: day(-16), fromDay: friday, toDay: friday },
        shifts: "警务室",
      },
    }),
    stepAt("zhouzheng", "askSwap", [1, "16:00"], {
      form: {
        ...{ asker: "周正", askerDay: saturday, askerShift: "值班", other: "林霞" },
        ...{ otherDay: sunday, otherShift: "值班", reason: "孩子家长会" },
      },
    }),
    stepAt("linxia", "agree", [1, "17:30"], { form: { way: "self" }, child: link("swap", 0) }),
  ];
}
