import type { Conflict } from "../conflict";
import { sayDays, weeksOf } from "../days";
import { isOfficer, shiftAt, type Roster, type Row } from "../roster";

/** Weeks of which every day is known, from this roster or the one before, and that end on it. */
export function wholeWeeks(roster: Roster, row?: Row): { start: number; end: number }[] {
  return weeksOf(roster.days).filter(
    ({ start, end }) =>
      end < roster.days.length &&
      (start >= 0 || (row !== undefined && row.before.length >= -start)),
  );
}

/** Who keeps a police room is there on enough workdays of each week. */
export function room(roster: Roster): Conflict[] {
  const { roomDaysPerWeek } = roster.settings;
  return roster.rows
    .filter((row) => row.room !== "" && row.trained)
    .flatMap((row) =>
      wholeWeeks(roster, row)
        .filter(({ start, end }) => !isAbsent(row, { start, end }))
        .map(({ start, end }) => ({ start, kept: roomDays(row, { start, end }) }))
        .filter(({ kept }) => kept < roomDaysPerWeek)
        .map(({ start, kept }): Conflict => {
          const day = roster.days[Math.max(0, start)] ?? "";
          return {
            key: `警务室天数不够·${row.name}·${day}`,
            kind: "room",
            weight: "soft",
            people: [row.id],
            names: [row.name],
            days: roster.days.slice(Math.max(0, start), start + 7),
            title: {
              zh: `${row.name}在警务室的天数不够`,
              en: `${row.name} keeps the room too little`,
            },
            when: {
              zh: `${sayDays([day]).zh}这一周`,
              en: `The week of ${sayDays([day]).en ?? ""}`,
            },
            clauses: [
              {
                holds: false,
                text: {
                  zh: `${row.room}：一周 ${kept} 个工作日，要 ${roomDaysPerWeek} 个`,
                  en: `${row.room}: ${kept} workdays of ${roomDaysPerWeek}`,
                },
              },
            ],
            found: kept,
            limit: roomDaysPerWeek,
            remedy: {
              zh: "把一天改成警务室；这一周有假期或集中行动的，写明理由。",
              en: "Make a day a day at the room, or write the reason.",
            },
            fixes: [],
          };
        }),
    );
}

/** Monday to Friday: a roster knows no public holidays, so a week with one gets a reason. */
function roomDays(row: Row, { start }: { start: number; end: number }): number {
  return [0, 1, 2, 3, 4].filter((day) => shiftAt(row, start + day)?.kind.word === "警务室").length;
}

/** On leave or in training for the whole week: then nobody asks. */
function isAbsent(row: Row, { start }: { start: number; end: number }): boolean {
  return [0, 1, 2, 3, 4].every((day) => {
    const word = shiftAt(row, start + day)?.kind.word;
    return word === "请假" || word === "培训" || word === "休";
  });
}

/** The weeks over which visits are counted, as far as they lie wholly on the roster. */
export function visitSpans(roster: Roster): { start: number; end: number }[] {
  const { visitWeeks } = roster.settings;
  const weeks = wholeWeeks(roster);
  return weeks.flatMap((week, at) => {
    const last = weeks[at + visitWeeks - 1];
    return at % visitWeeks === 0 && last !== undefined
      ? [{ start: week.start, end: last.end }]
      : [];
  });
}

/** Every village is visited often enough, over weeks that lie wholly on the roster. */
export function visits(roster: Roster): Conflict[] {
  const { minVisitsPerWeek, visitWeeks } = roster.settings;
  return visitSpans(roster).flatMap((span) =>
    roster.villages
      .map((village) => ({ village, count: visitsTo(roster, village, span) }))
      .filter(({ count }) => count < minVisitsPerWeek)
      .map(({ village, count }): Conflict => {
        const days = roster.days.slice(span.start, span.end + 1);
        const [day = ""] = days;
        return {
          key: `走访不够·${village}·${day}`,
          kind: "visits",
          weight: "soft",
          people: [],
          names: [village],
          days,
          title: { zh: `${village}没有排够走访`, en: `${village} is visited too little` },
          when: {
            zh: `${sayDays([day]).zh}起 ${visitWeeks * 7} 天`,
            en: `${visitWeeks * 7} days from ${sayDays([day]).en ?? ""}`,
          },
          clauses: [
            {
              holds: false,
              text: {
                zh: `排了 ${count} 次下村，要 ${minVisitsPerWeek} 次`,
                en: `${count} visits, ${minVisitsPerWeek} required`,
              },
            },
          ],
          found: count,
          limit: minVisitsPerWeek,
          remedy: {
            zh: `在“下村”后面写上${village}，或写明理由。`,
            en: `Name ${village} behind a village day, or write the reason.`,
          },
          fixes: [],
        };
      }),
  );
}

/** Days on which an officer is there: on visits, or in the village's police room. */
function visitsTo(roster: Roster, village: string, span: { start: number; end: number }): number {
  let count = 0;
  for (let index = span.start; index <= span.end; index += 1) {
    const isVisited = roster.rows.some((row) => {
      const shift = shiftAt(row, index);
      if (!isOfficer(row) || !shift?.kind.placed) return false;
      const places = shift.places.length > 0 ? shift.places : [row.room];
      return places.includes(village);
    });
    if (isVisited) count += 1;
  }
  return count;
}
