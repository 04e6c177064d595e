import { sayDays, weekdayName, weekdayOf } from "../../days";
import { isOfficer } from "../../roster";
import type { Shift } from "../../shifts";
import { isPast, type Board } from "../board";
import type { Demand } from "../demand";
import { addDay, peopleWhere, rowOf, sumOf, type Sum } from "../terms";

const atNight = (shift: Shift): number => (shift.kind.night ? 1 : 0);
const atWork = (shift: Shift): number => (shift.kind.serves ? 1 : 0);

/** Enough people through each night. */
export function cover(board: Board): Demand[] {
  const { minOfficers, minAuxiliaries } = board.roster.settings;
  const needs = [
    { least: minOfficers, zh: "民警", en: "officers", officers: true },
    { least: minAuxiliaries, zh: "协勤", en: "auxiliaries", officers: false },
  ].filter(({ least }) => least > 0);
  return eachDay(board).flatMap(({ day, index, said }) =>
    needs.map(({ least, zh, en, officers }): Demand => {
      const people = peopleWhere(board, (row) => isOfficer(row) === officers);
      const there = sumOf(board, { people, days: [index], count: atNight });
      return {
        kind: "cover",
        text: {
          zh: `${said.zh}夜里要有${zh} ${least} 人`,
          en: `${least} ${en} through the night of ${said.en ?? ""}`,
        },
        people: [],
        days: [day],
        rows: [rowOf(there, { lower: least })],
      };
    }),
  );
}

/** No auxiliary stands at night without an officer. */
export function led(board: Board): Demand[] {
  const officers = peopleWhere(board, isOfficer);
  const others = peopleWhere(board, (row) => !isOfficer(row));
  return eachDay(board).flatMap(({ day, index, said }): Demand[] => {
    const rows = others.flatMap((person) => {
      const less = sumOf(board, { people: officers, days: [index], count: (s) => -atNight(s) });
      const leaders = less.values.size;
      addDay(less, board, { person, index, count: atNight });
      return less.values.size > leaders ? [rowOf(less, { upper: 0 })] : [];
    });
    if (rows.length === 0) return [];
    const text = {
      zh: `${said.zh}夜里协勤要有民警带`,
      en: `An officer leads the night of ${said.en ?? ""}`,
    };
    return [{ kind: "led", text, people: [], days: [day], rows }];
  });
}

/** Somebody who can do it is there each night. */
export function skill(board: Board): Demand[] {
  return board.roster.settings.nightSkills.flatMap((wanted) => {
    const people = peopleWhere(board, ({ skills }) => skills.has(wanted));
    return eachDay(board).map(({ day, index, said }): Demand => ({
      kind: "skill",
      text: {
        zh: `${said.zh}夜里要有会${wanted}的人`,
        en: `Somebody for ${wanted} through the night of ${said.en ?? ""}`,
      },
      people: [],
      days: [day],
      rows: [rowOf(sumOf(board, { people, days: [index], count: atNight }), { lower: 1 })],
    }));
  });
}

/** Where auxiliaries work, an officer can be reached. */
export function reach(board: Board): Demand[] {
  const officers = peopleWhere(board, isOfficer);
  const others = peopleWhere(board, (row) => !isOfficer(row));
  return eachDay(board).flatMap(({ day, index, said }): Demand[] => {
    if (others.length === 0) return [];
    const sum: Sum = sumOf(board, { people: others, days: [index], count: atWork });
    const many = -others.length;
    for (const person of officers) {
      addDay(sum, board, { person, index, count: (shift) => many * atWork(shift) });
    }
    const text = {
      zh: `${said.zh}协勤上班要有民警可以联系`,
      en: `An officer can be reached on ${said.en ?? ""}`,
    };
    return [{ kind: "reach", text, people: [], days: [day], rows: [rowOf(sum, { upper: 0 })] }];
  });
}

/** A police room that says it is open has somebody in it. */
export function opened(board: Board): Demand[] {
  return eachDay(board).flatMap(({ day, index, said }) =>
    board.roster.openHours
      .filter(({ weekday, place }) => weekday === weekdayOf(day) && place !== "")
      .map(({ place }): Demand => {
        const people = board.roster.rows.map((_, person) => person);
        const there = sumOf(board, {
          people,
          days: [index],
          count: (shift, row) => (keeps(shift, row.room, place) ? 1 : 0),
        });
        return {
          kind: "opened",
          text: {
            zh: `${said.zh}（${weekdayName(day, "zh")}）${place}警务室按公告开门`,
            en: `${place} is open on ${said.en ?? ""}, as announced`,
          },
          people: [],
          days: [day],
          rows: [rowOf(there, { lower: 1 })],
        };
      }),
  );
}

function keeps({ kind, places }: Shift, room: string, place: string): boolean {
  if (kind.word !== "警务室") return false;
  return places.length > 0 ? places.includes(place) : room === place;
}

/** The days that may change; what has been worked is asked of nobody. */
function eachDay(board: Board) {
  return board.roster.days.flatMap((day, index) =>
    isPast(board, index) ? [] : [{ day, index, said: sayDays([day]) }],
  );
}
