import { isObject, type Json, type JsonObject } from "../../engine/json";
import type { Scenario, ScenarioStep } from "../../engine/scenario/scenario";
import { addDays, clockOf, dayOf, daysBetween, instantOf, isDay } from "../../engine/time/zone";
import { DAY, HOUR, MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import { LATEST_NUMBER, type DemoMatter, type DemoStep } from "./demo-matter";
import { inventHouse } from "./invent-name";
import type { Wording } from "./wordings";

/** A story of a package, told again at another place, on other days, of other people. */
export interface Retelling {
  key: string;
  package: string;
  scenario: Scenario;
  place: { code: string; name: string };
  /** The day on which it begins. */
  from: string;
  now: Instant;
  /** Somebody who holds one of the roles at the place, or undefined. */
  whoHolds(roles: readonly string[]): { login: string; name: string } | undefined;
  /** Another name for an invented person of the story. */
  rename(name: string): string;
  /** What is said instead of some of its texts, in the story's own names. */
  wording?: Wording;
}

/**
 * The steps that were taken in a scenario as a demo matter: those that were refused are left out, and what the clock
 * or a linked matter does comes of itself. Steps after now are still to come. Undefined where a role is not filled.
 */
export function retell(ask: Retelling): DemoMatter | undefined {
  const { scenario, now } = ask;
  const shift = daysBetween(dayOf(instantOf(scenario.clock)), ask.from);
  const cast = castOf(ask);
  const names = renamedIn(ask, cast);
  const steps: DemoStep[] = [];
  let clock = instantOf(scenario.clock);
  for (const step of scenario.steps) {
    clock = after(clock, step);
    if (step.expect?.refused !== undefined) continue;
    if (step.move !== undefined || step.public || step.link !== undefined || step.job !== undefined)
      break;
    const event = step.start === undefined ? step.event : "start";
    if (event === undefined || step.by === undefined) continue;
    const actor = cast.get(step.by);
    if (actor === undefined) return undefined;
    const at = clock + shift * DAY;
    if (at > now) break;
    const form = told(step.start ?? step.form ?? {}, { ...ask, names, shift });
    steps.push({
      by: actor.login,
      event,
      form,
      when: { daysAgo: daysBetween(dayOf(at), dayOf(now)), at: clockOf(at) },
    });
    // Two steps in one minute would stand in one line of the history.
    clock += MINUTE;
  }
  if (steps.length === 0) return undefined;
  return { key: ask.key, package: ask.package, place: ask.place.code, steps };
}

/** Who plays each of the story's people. */
function castOf({ scenario, whoHolds }: Retelling): Cast {
  return new Map(
    Object.entries(scenario.people).flatMap(([key, { name, roles }]) => {
      const actor = whoHolds(roles);
      return actor === undefined ? [] : [[key, { ...actor, played: name }]];
    }),
  );
}

type Cast = ReadonlyMap<string, { login: string; name: string; played: string }>;

function after(clock: Instant, { clock: set, wait }: ScenarioStep): Instant {
  const at = set === undefined ? clock : Math.max(clock, instantOf(set));
  return at + (wait?.days ?? 0) * DAY + (wait?.hours ?? 0) * HOUR + (wait?.minutes ?? 0) * MINUTE;
}

type Telling = Pick<Retelling, "scenario" | "place" | "wording" | "key"> & {
  names: ReadonlyMap<string, string>;
  shift: number;
};

/** Days move along, the village is ours, people have other names, and items go by their place in their list. */
function told(form: JsonObject, ask: Telling): JsonObject {
  const tell = (value: Json, key: string): Json => {
    if (Array.isArray(value)) return value.map((item) => tell(item, key));
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, tell(part, name)]),
      );
    }
    if (typeof value !== "string") return value;
    const item = /^\d+-(\d+)$/.exec(value)?.[1];
    if (key === "id" && item !== undefined) return `#${Number(item) - 1}`;
    if (isDay(value)) return addDays(value, ask.shift);
    return retoldText(ask.wording?.[value] ?? value, ask);
  };
  return tell(form, "") as JsonObject;
}

/**
 * The new name of everybody in the story: its own people by their players' names, everybody else by an invented one,
 * the same in every step and in every text.
 */
function renamedIn({ scenario, rename, wording = {} }: Retelling, cast: Cast): Map<string, string> {
  const names = new Map([...cast.values()].map(({ played, name }) => [played, name]));
  const taken = new Set(names.values());
  const forms = scenario.steps.map((step) => step.start ?? step.form ?? {});
  for (const name of namesIn([...forms, Object.values(wording)])) {
    if (names.has(name)) continue;
    let other = rename(name);
    for (let again = 1; taken.has(other) && again < MOST_TRIES; again++) {
      other = rename(`${name}${again}`);
    }
    taken.add(other);
    names.set(name, other);
  }
  return names;
}

/** Two people of one matter are not called the same. */
const MOST_TRIES = 20;

/** What stands in a field for a person's name, or in a text that lists who was there. */
function namesIn(forms: Json): string[] {
  const found = new Set<string>();
  const look = (value: Json, key: string): void => {
    if (Array.isArray(value)) value.forEach((item) => look(item, key));
    else if (isObject(value)) Object.entries(value).forEach(([name, part]) => look(part, name));
    else if (typeof value === "string" && NAME_KEYS.test(key) && CHINESE_NAME.test(value)) {
      found.add(value);
    } else if (typeof value === "string" && LIST_KEYS.test(key)) {
      for (const part of value.split(/[、，]/)) {
        const name = LISTED_NAME.exec(part)?.[1];
        if (name !== undefined) found.add(name);
      }
    }
  };
  look(forms, "");
  // Who is called 石大勇陪同 in one place is 石大勇: the longer names first.
  return [...found].sort((one, other) => other.length - one.length);
}

const NAME_KEYS = /name$|reporter|landlord|tenant|owner$|visitor|^who$|^obligor$|^obligee$/i;
const LIST_KEYS = /^(present|visited|peacemaker|invited)$/;
const CHINESE_NAME = /^\p{Script=Han}{2,4}$/u;
const LISTED_NAME = /^(?:邻居|老支书|村支书)?(\p{Script=Han}{2,3}?)(?:陪同)?$/u;

function retoldText(text: string, { scenario, place, names, key }: Telling): string {
  const here =
    scenario.placeName === undefined ? text : text.replaceAll(scenario.placeName, place.name);
  const own = here
    .replaceAll(CASE_NUMBER, LATEST_NUMBER)
    .replaceAll(HOUSE, (_, number: string) => `${inventHouse(number, key)} 号`);
  // All at once: a new name may be somebody else's old one.
  const known = [...names.keys()].sort((one, other) => other.length - one.length);
  return known.length === 0
    ? own
    : own.replaceAll(new RegExp(known.join("|"), "g"), (name) => names.get(name) ?? name);
}

/** 二组 18 号: another house in another matter. */
const HOUSE = /(?<=[\p{Script=Han}] ?)(\d{1,3}) 号/gu;

/** 石桥 2026-0061: the number of some other matter, which has another one here. */
const CASE_NUMBER = /\p{Script=Han}{2} \d{4}-\d{4}/gu;
