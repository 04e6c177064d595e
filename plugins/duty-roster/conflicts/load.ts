import type { Day } from "../../../app/engine/plugin/api";
import type { Conflict } from "../conflict";
import { sayDays } from "../days";
import { countedHours, hoursByWeek, hoursOf, restBefore } from "../hours";
import { dayOffFix, nightsAround } from "../replacements";
import { shiftAt, type Roster, type Row } from "../roster";

/** More hours in a week than allowed. */
export function overHours(roster: Roster): Conflict[] {
  const { maxHoursWeek } = roster.settings;
  return roster.rows.flatMap((row) =>
    hoursByWeek(roster, row)
      .filter(({ hours }) => hours > maxHoursWeek)
      .map(({ start, end, hours }): Conflict => {
        const worked = daysWorked(roster, row, { start, end });
        const [first = roster.days[0] ?? ""] = worked;
        return {
          key: `超过工时·${row.name}·${first}`,
          kind: "overHours",
          weight: "hard",
          people: [row.id],
          names: [row.name],
          days: worked,
          title: { zh: `${row.name}工时太多`, en: `${row.name} works too many hours` },
          when: {
            zh: `${sayDays([first]).zh}这一周`,
            en: `The week of ${sayDays([first]).en ?? ""}`,
          },
          clauses: [
            {
              holds: false,
              text: {
                zh: `一周 ${hours} 小时，最多 ${maxHoursWeek} 小时`,
                en: `${hours} hours in the week, ${maxHoursWeek} at most`,
              },
            },
          ],
          found: hours,
          limit: maxHoursWeek,
          remedy: {
            zh: "少排一个班，或换一个人。",
            en: "Take a shift off, or give it to somebody else.",
          },
          fixes: lighter(roster, row, { start, end, over: hours - maxHoursWeek }),
        };
      }),
  );
}

function daysWorked(roster: Roster, row: Row, week: { start: number; end: number }): Day[] {
  return roster.days.filter(
    (_, index) =>
      index >= week.start &&
      index <= week.end &&
      countedHours(shiftAt(row, index), roster.settings) > 0,
  );
}

/** The shortest shift by day that brings the week under its limit. */
function lighter(roster: Roster, row: Row, week: { start: number; end: number; over: number }) {
  const days = daysWorked(roster, row, week)
    .map((day) => ({ day, shift: row.shifts[roster.days.indexOf(day)] ?? null }))
    .map(({ day, shift }) => ({ day, shift, hours: countedHours(shift, roster.settings) }))
    .filter(({ shift, hours }) => shift?.kind.night === false && hours >= week.over)
    .sort((a, b) => a.hours - b.hours);
  return days.slice(0, 2).map(({ day }) => dayOffFix(row, day));
}

/** More nights in a row than allowed; said once, on the last of them. */
export function nights(roster: Roster): Conflict[] {
  const { maxConsecutiveNights } = roster.settings;
  return roster.rows.flatMap((row) =>
    roster.days.flatMap((day, index): Conflict[] => {
      const count = nightsAround(row, index);
      const isLast = !shiftAt(row, index + 1)?.kind.night;
      if (count <= maxConsecutiveNights || !isLast) return [];
      const first = Math.max(0, index - count + 1);
      return [
        {
          key: `连续值夜·${row.name}·${day}`,
          kind: "nights",
          weight: "hard",
          people: [row.id],
          names: [row.name],
          days: roster.days.slice(first, index + 1),
          title: { zh: `${row.name}连着值夜`, en: `${row.name} has too many nights in a row` },
          when: { zh: `到${sayDays([day]).zh}为止`, en: `Up to ${sayDays([day]).en ?? ""}` },
          clauses: [
            {
              holds: false,
              text: {
                zh: `连续 ${count} 夜，最多 ${maxConsecutiveNights} 夜`,
                en: `${count} nights in a row, ${maxConsecutiveNights} at most`,
              },
            },
          ],
          found: count,
          limit: maxConsecutiveNights,
          remedy: { zh: "中间隔开一天。", en: "Put a day off between them." },
          fixes: [dayOffFix(row, day)],
        },
      ];
    }),
  );
}

/** Too little rest between one day's shift and the next; where they overlap it cannot stand at all. */
export function rest(roster: Roster): Conflict[] {
  const { minRestHours, maxHoursWeek } = roster.settings;
  return roster.rows.flatMap((row) =>
    roster.days.flatMap((day, index): Conflict[] => {
      const hours = restBefore(roster, row, index);
      if (hours === undefined || hours >= minRestHours) return [];
      const [before, here] = [shiftAt(row, index - 1), shiftAt(row, index)];
      const days = roster.days.slice(Math.max(0, index - 1), index + 1);
      const week = hoursByWeek(roster, row).find(
        ({ start, end }) => start <= index && index <= end,
      );
      const weekHours = week?.hours ?? 0;
      return [
        {
          key: `休息不够·${row.name}·${day}`,
          kind: "rest",
          weight: hours < 0 ? "hard" : "soft",
          people: [row.id],
          names: [row.name],
          days,
          title: { zh: `${row.name}休息不够`, en: `${row.name} has too little rest` },
          when: {
            zh: `${before?.kind.word ?? ""}接${sayDays([day]).zh}${here?.kind.word ?? ""}`,
            en: `${before?.kind.en ?? ""}, then ${here?.kind.en ?? ""} on ${sayDays([day]).en ?? ""}`,
          },
          clauses: [
            {
              holds: false,
              text: {
                zh: `两班之间休息 ${hours} 小时，规定 ${minRestHours} 小时`,
                en: `${hours} hours between the shifts, ${minRestHours} required`,
              },
            },
            {
              holds: weekHours <= maxHoursWeek,
              text: {
                zh: `这一周 ${weekHours} 小时，上限 ${maxHoursWeek} 小时`,
                en: `${weekHours} hours in the week, ${maxHoursWeek} at most`,
              },
            },
          ],
          found: hours,
          limit: minRestHours,
          remedy: {
            zh: "第二天改休息；确实排不开的，写明理由。",
            en: "Make the second day a day off; where that cannot be, write the reason.",
          },
          fixes: [dayOffFix(row, day)],
        },
      ];
    }),
  );
}

/** Nights are shared fairly among officers who are not exempt. */
export function fairness(roster: Roster): Conflict[] {
  const { maxNightGap } = roster.settings;
  const counted = roster.rows
    .filter((row) => row.post === "officer" && !row.nightExempt)
    .map((row) => ({ row, nights: hoursOf(roster, row).nights }))
    .sort((a, b) => b.nights - a.nights);
  const [most, least] = [counted[0], counted.at(-1)];
  if (most === undefined || least === undefined || most.nights - least.nights <= maxNightGap) {
    return [];
  }
  return [
    {
      key: "值夜不均",
      kind: "fairness",
      weight: "soft",
      people: [most.row.id, least.row.id],
      names: [most.row.name, least.row.name],
      days: [],
      title: { zh: "值夜不均", en: "Nights are unevenly shared" },
      when: {
        zh: `${most.row.name}和${least.row.name}`,
        en: `${most.row.name} and ${least.row.name}`,
      },
      clauses: [
        {
          holds: false,
          text: {
            zh: `${most.row.name} ${most.nights} 夜，${least.row.name} ${least.nights} 夜，相差不超过 ${maxNightGap} 夜`,
            en: `${most.nights} and ${least.nights} nights, at most ${maxNightGap} apart`,
          },
        },
      ],
      found: most.nights - least.nights,
      limit: maxNightGap,
      remedy: { zh: "匀一匀；排不开的，写明理由。", en: "Even them out, or write the reason." },
      fixes: [],
    },
  ];
}
