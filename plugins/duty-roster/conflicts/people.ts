import type { Day, Text } from "../../../app/engine/plugin/api";
import type { Conflict, ConflictKind, Fix } from "../conflict";
import { sayDays } from "../days";
import { dayOffFix, replaceFix, replacements, sayReplacement } from "../replacements";
import { isOfficer, type Roster, type Row } from "../roster";
import type { Shift } from "../shifts";

/** A day of somebody's that must not stand as it does. */
interface Fault {
  index: number;
  day: Day;
  shift: Shift;
}

/** What can be done about one person's days: somebody else takes the first night, or all become days off. */
function mend(roster: Roster, row: Row, faults: readonly Fault[]) {
  const night = faults.find(({ shift }) => shift.kind.night);
  const [stand] =
    night === undefined ? [] : replacements(roster, { ...night, officers: isOfficer(row) });
  const fixes: Fix[] = [];
  if (night !== undefined && stand !== undefined) {
    fixes.push(replaceFix({ row: stand.row, shift: night.shift, day: night.day }, row));
  }
  const off = faults.map(({ day }) => dayOffFix(row, day));
  const [first] = off;
  if (first !== undefined) {
    const cells = off.flatMap((fix) => fix.cells);
    const many = { zh: `这 ${off.length} 天改休息`, en: `Off on these ${off.length} days` };
    fixes.push(off.length === 1 ? first : { label: many, cells });
  }
  const said =
    night !== undefined && stand !== undefined
      ? sayReplacement(stand, night.day, roster.settings.maxHoursWeek)
      : undefined;
  return { fixes, said };
}

/** What is said of one kind of such days. */
interface Saying {
  kind: ConflictKind;
  /** Before the name in the conflict's key. */
  key: string;
  title: (name: string) => Text;
  clause: Text;
  /** Where nobody can stand in. */
  remedy: Text;
}

const UNTRAINED: Saying = {
  kind: "untrained",
  key: "还不能排班",
  title: (name) => ({ zh: `${name}还不能排班`, en: `${name} cannot be rostered yet` }),
  clause: { zh: "岗前培训：还没有登记合格", en: "Training before the post: not passed yet" },
  remedy: {
    zh: "先改为休息或培训。培训合格后，在“登记培训结果”里写上结业证明编号再排。",
    en: "Make it a day off or training. Roster again once the result is registered.",
  },
};

/** A word alone trains nobody. */
const CLAIMED: Saying = {
  ...UNTRAINED,
  clause: {
    zh: "填了“合格”，没有结业证明，也没有写全以前培训的凭据、日期和原因",
    en: "Said to be trained, with no certificate and no paper, date and reason of an earlier training",
  },
  remedy: {
    zh: "先改为休息或培训。平台启用以前培训的，在“登记培训结果”里写凭据、日期和原因；没有培训的先报培训。",
    en: "Make it a day off or training. For a training before the platform give paper, date and reason under Register training.",
  },
};

const EXEMPT: Saying = {
  kind: "exempt",
  key: "免夜班",
  title: (name) => ({ zh: `${name}免夜班`, en: `${name} is exempt from nights` }),
  clause: { zh: "排了夜间的班", en: "Put on duty through the night" },
  remedy: { zh: "改成白天的班，或换一个人。", en: "Give a day shift, or somebody else." },
};

const AWAY: Saying = {
  kind: "away",
  key: "不能上班",
  title: (name) => ({ zh: `${name}这天不能上班`, en: `${name} cannot come on this day` }),
  clause: { zh: "本人说过这天来不了", en: "They said that they cannot come" },
  remedy: { zh: "改为休息，或换一个人。", en: "Make it a day off, or somebody else." },
};

/** Nobody serves before the training is passed; training itself and days off may stand. */
export function untrained(roster: Roster): Conflict[] {
  const isFault = (row: Row, shift: Shift): boolean => !row.trained && shift.kind.serves;
  return [
    ...faulty(roster, UNTRAINED, (row, shift) => isFault(row, shift) && !row.isClaimed),
    ...faulty(roster, CLAIMED, (row, shift) => isFault(row, shift) && row.isClaimed),
  ];
}

/** Who is exempt from nights is never asked why. */
export function exempt(roster: Roster): Conflict[] {
  return faulty(roster, EXEMPT, (row, shift) => row.nightExempt && shift.kind.night);
}

/** Days on which somebody said that they cannot come. */
export function away(roster: Roster): Conflict[] {
  return faulty(
    roster,
    AWAY,
    (row, shift, day) => shift.kind.serves && row.away.has(Number(day.slice(8))),
  );
}

/** One conflict for each person who has days that must not stand. */
function faulty(
  roster: Roster,
  saying: Saying,
  isFault: (row: Row, shift: Shift, day: Day) => boolean,
): Conflict[] {
  return roster.rows.flatMap((row): Conflict[] => {
    const faults = roster.days.flatMap((day, index): Fault[] => {
      const shift = row.shifts[index] ?? null;
      return shift !== null && isFault(row, shift, day) ? [{ index, day, shift }] : [];
    });
    if (faults.length === 0) return [];
    const days = faults.map(({ day }) => day);
    const { fixes, said } = mend(roster, row, faults);
    return [
      {
        key: `${saying.key}·${row.name}`,
        kind: saying.kind,
        weight: "hard",
        people: [row.id],
        names: [row.name],
        days,
        title: saying.title(row.name),
        when: sayDays(days),
        clauses: [{ holds: false, text: saying.clause }],
        found: days.length,
        limit: 0,
        remedy: said ?? saying.remedy,
        fixes,
      },
    ];
  });
}

/** Days that nobody has filled in, for all people together: they are met often while a roster is made. */
export function open(roster: Roster): Conflict[] {
  const unfinished = roster.rows.filter((row) => row.shifts.some((shift) => shift === null));
  if (unfinished.length === 0) return [];
  const days = roster.days.filter((_, index) => unfinished.some((row) => !row.shifts[index]));
  const cells = unfinished.reduce(
    (sum, row) => sum + row.shifts.filter((shift) => shift === null).length,
    0,
  );
  const names = unfinished.map((row) => row.name);
  return [
    {
      key: "还没排完",
      kind: "open",
      weight: "hard",
      people: unfinished.map((row) => row.id),
      names,
      days,
      title: { zh: "还没排完", en: "Not filled in yet" },
      when: {
        zh: `${unfinished.length} 人，共 ${cells} 格`,
        en: `${unfinished.length} people, ${cells} days`,
      },
      clauses: [{ holds: false, text: { zh: `未排：${names.join("、")}`, en: names.join(", ") } }],
      found: cells,
      limit: 0,
      remedy: { zh: "没有班的日子写“休”。", en: "A day without a shift is a day off: say so." },
      fixes: [],
    },
  ];
}

/** People are named on papers and in swaps: two of one name must be told apart. */
export function sameName(roster: Roster): Conflict[] {
  const twice = roster.rows.filter((row, index) =>
    roster.rows.some((other, at) => at < index && other.name === row.name),
  );
  return twice.map(({ name }) => {
    const rows = roster.rows.filter((row) => row.name === name);
    return {
      key: `同名·${name}`,
      kind: "sameName",
      weight: "hard",
      people: rows.map((row) => row.id),
      names: [name],
      days: [],
      title: { zh: `有 ${rows.length} 个${name}`, en: `${rows.length} people called ${name}` },
      when: { zh: "人员名单", en: "The list of people" },
      clauses: [{ holds: false, text: { zh: "同名的人分不清", en: "They cannot be told apart" } }],
      found: rows.length,
      limit: 1,
      remedy: {
        zh: "重复的删去；真是同名的，名字后面加上村名。",
        en: "Take the repeat out, or add the village to the name.",
      },
      fixes: [],
    };
  });
}
