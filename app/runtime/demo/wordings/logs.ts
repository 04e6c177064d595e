import type { Wording, Wordings } from "../wordings";

/** A day's two lines: the round of the village, and what came after it. */
function day(
  [first, round]: [string, string],
  [second, kind, rest]: [string, string, string],
  more: Wording = {},
): Wording {
  return {
    "09:10": first,
    "走访三户，问了饮水和用火。": round,
    "10:30": second,
    mediation: kind,
    "调解一次，约了明天再谈。": rest,
    ...more,
  };
}

const PLAIN: Wording = { "饮水的事明天一起去看。": "看了。" };

const DAYS: readonly Wording[] = [
  day(
    ["08:50", "走访四户，看了老人取暖的炉子，提醒开窗"],
    ["14:20", "mediation", "到两家听了各自的说法，约好时间再谈"],
    { "饮水的事明天一起去看。": "炉子的事下周再看一遍。" },
  ),
  day(
    ["09:30", "走访两户外出务工的家，留了联系电话"],
    ["15:10", "publicity", "在村口讲冒充客服退款的骗法，来了十一个人"],
    PLAIN,
  ),
  day(
    ["10:05", "看了河边三处取水点，护栏松了一处，报了村里"],
    ["16:00", "papers", "送两本户口簿到家，本人签收"],
    { "饮水的事明天一起去看。": "护栏已同村里说好，周五修。" },
  ),
  day(
    ["08:40", "赶场天在路口看车辆，劝走占道的摊子三个"],
    ["11:30", "help", "帮走失的老人联系上家里"],
    PLAIN,
  ),
  day(
    ["09:20", "走访五户，问收成和外出打算"],
    ["13:50", "mediation", "回访上次说好的事，两家都照做了"],
    PLAIN,
  ),
  day(
    ["10:15", "到学校看放学路，和老师说了接送的事"],
    ["15:40", "room", "警务室接待三人，问上户口和居住证"],
    PLAIN,
  ),
  day(["08:30", "巡看林边用火，提醒两户烧灰的"], ["14:00", "help", "帮孤老背了一担水，修好门闩"], {
    "饮水的事明天一起去看。": "防火的话再到四组讲一次。",
  }),
  day(
    ["09:45", "走访三户养殖户，看了夜里的锁和灯"],
    ["16:20", "mediation", "当面说开了借用农具的事，写了条子"],
    PLAIN,
  ),
  day(
    ["11:00", "看了新开的小卖部，讲了烟花爆竹不能卖"],
    ["15:00", "publicity", "入户讲用电用气，发了十二张单子"],
    PLAIN,
  ),
  day(
    ["09:00", "走访两户低保户，记下要修的屋顶"],
    ["13:30", "papers", "代办身份证两张，送到家里"],
    { "饮水的事明天一起去看。": "屋顶的事已转村委会。" },
  ),
  day(
    ["08:55", "到渡口和桥头看了一遍，水退了"],
    ["10:40", "room", "警务室值守，接电话两个，都办完了"],
    PLAIN,
  ),
];

/** Days of work in other words: no two near each other are alike. */
export const logWordings: Wordings = {
  "work-log/signed-and-confirmed": DAYS,
  "work-log/officers-own-log": [...DAYS].reverse(),
};
