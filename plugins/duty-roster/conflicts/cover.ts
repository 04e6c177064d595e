import type { Conflict } from "../conflict";
import { coverage, reachableOfficers } from "../coverage";
import { sayDays, weekdayName, weekdayOf } from "../days";
import { nightDuty, replaceFix, replacements } from "../replacements";
import type { Roster } from "../roster";

/** Auxiliaries never stand alone at night: each night on which they would is a fault of its own. */
export function alone(roster: Roster): Conflict[] {
  return coverage(roster)
    .filter(({ officers, auxiliaries }) => officers.length === 0 && auxiliaries.length > 0)
    .map(({ day, index, auxiliaries }): Conflict => {
      const names = auxiliaries.map((row) => row.name);
      const shift = nightDuty();
      const stands = replacements(roster, { index, shift, officers: true }).slice(0, 2);
      return {
        key: `夜里只有协勤·${day}`,
        kind: "alone",
        weight: "hard",
        people: auxiliaries.map((row) => row.id),
        names,
        days: [day],
        title: { zh: "夜里只有协勤", en: "Auxiliaries alone at night" },
        when: sayDays([day]),
        clauses: [
          {
            holds: false,
            text: {
              zh: `${names.join("、")}值夜，没有民警带`,
              en: `${names.join(", ")} on duty without an officer`,
            },
          },
        ],
        found: 0,
        limit: 1,
        remedy: {
          zh: "夜班由民警带协勤。加排一名民警，或不排协勤。",
          en: "An officer leads the night. Add one, or take the auxiliary off.",
        },
        fixes: stands.map(({ row }) => replaceFix({ row, shift, day })),
      };
    });
}

/** The station answers at night too. All such nights are one fault: a new roster has many of them. */
export function uncovered(roster: Roster): Conflict[] {
  const nights = coverage(roster).filter(
    ({ holds, officers, auxiliaries }) =>
      !holds && !(officers.length === 0 && auxiliaries.length > 0),
  );
  const [first] = nights;
  if (first === undefined) return [];
  const { minOfficers, minAuxiliaries } = roster.settings;
  const days = nights.map(({ day }) => day);
  const shift = nightDuty();
  const stands = replacements(roster, { index: first.index, shift, officers: true }).slice(0, 2);
  return [
    {
      key: "夜间缺人",
      kind: "uncovered",
      weight: "hard",
      people: [],
      names: [],
      days,
      title: { zh: "夜间缺人", en: "Too few at night" },
      when: sayDays(days),
      clauses: [
        {
          holds: false,
          text: {
            zh: `${days.length} 个夜里人不够，每夜要民警 ${minOfficers} 人${minAuxiliaries > 0 ? `、协勤 ${minAuxiliaries} 人` : ""}`,
            en: `${days.length} nights are short: ${minOfficers} officers each${minAuxiliaries > 0 ? ` and ${minAuxiliaries} auxiliaries` : ""}`,
          },
        },
      ],
      found: days.length,
      limit: 0,
      remedy: {
        zh: "每夜排人值班或夜班。",
        en: "Put somebody on duty for each night.",
      },
      fixes: stands.map(({ row }) => replaceFix({ row, shift, day: first.day })),
    },
  ];
}

/** Somebody who can do what is asked for is there each night. */
export function unskilled(roster: Roster): Conflict[] {
  return roster.settings.nightSkills.flatMap((skill) => {
    const nights = coverage(roster).filter(
      ({ officers, auxiliaries }) =>
        ![...officers, ...auxiliaries].some(({ skills }) => skills.has(skill)),
    );
    if (nights.length === 0) return [];
    const days = nights.map(({ day }) => day);
    return [
      {
        key: `夜里缺会${skill}的人`,
        kind: "unskilled" as const,
        weight: "soft" as const,
        people: [],
        names: [],
        days,
        title: { zh: `夜里缺会${skill}的人`, en: `Nobody for ${skill} at night` },
        when: sayDays(days),
        clauses: [
          {
            holds: false,
            text: {
              zh: `${days.length} 个夜里没有会${skill}的人`,
              en: `${days.length} nights without anybody for ${skill}`,
            },
          },
        ],
        found: days.length,
        limit: 0,
        remedy: {
          zh: `每夜排一个会${skill}的人，或写明理由。`,
          en: "Put somebody who can on each night, or write the reason.",
        },
        fixes: [],
      },
    ];
  });
}

/** Auxiliaries at work by day can call an officer. */
export function unreached(roster: Roster): Conflict[] {
  const days = roster.days.filter(
    (_, index) =>
      reachableOfficers(roster, index).length === 0 &&
      roster.rows.some((row) => row.post === "auxiliary" && row.shifts[index]?.kind.serves),
  );
  return days.map((day): Conflict => {
    const said = sayDays([day]);
    return {
      key: `没有民警可以联系·${day}`,
      kind: "unreached",
      weight: "soft",
      people: [],
      names: [],
      days: [day],
      title: { zh: "没有民警可以联系", en: "No officer can be reached" },
      when: said,
      clauses: [
        {
          holds: false,
          text: { zh: "协勤在岗，民警都休息", en: "Auxiliaries work, all officers are off" },
        },
      ],
      found: 0,
      limit: 1,
      remedy: { zh: "排一名民警备勤。", en: "Put an officer on call." },
      fixes: [],
    };
  });
}

/** A police room that says it is open has somebody in it. */
export function unopened(roster: Roster): Conflict[] {
  return roster.days.flatMap((day, index) =>
    roster.openHours
      .filter(({ weekday, place }) => weekday === weekdayOf(day) && place !== "")
      .filter(({ place }) => !isKept(roster, index, place))
      .map(({ place }): Conflict => ({
        key: `公开办公没有人·${place}·${day}`,
        kind: "unopened",
        weight: "soft",
        people: [],
        names: [],
        days: [day],
        title: { zh: `${place}没有人`, en: `Nobody at ${place}` },
        when: {
          zh: `${sayDays([day]).zh} ${weekdayName(day, "zh")}`,
          en: `${weekdayName(day, "en")} ${sayDays([day]).en ?? ""}`,
        },
        clauses: [
          { holds: false, text: { zh: "公布了这天办公", en: "Announced as open on this day" } },
        ],
        found: 0,
        limit: 1,
        remedy: {
          zh: "排一个人在警务室，或改公开办公时间并提前公告。",
          en: "Put somebody there, or change the hours and announce it in time.",
        },
        fixes: [],
      })),
  );
}

function isKept(roster: Roster, index: number, place: string): boolean {
  return roster.rows.some((row) => {
    const shift = row.shifts[index];
    if (shift?.kind.word !== "警务室") return false;
    return shift.places.length > 0 ? shift.places.includes(place) : row.room === place;
  });
}
