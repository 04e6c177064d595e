import { isObject, type Json, type JsonObject } from "../../engine/json";
import type { Scenario, ScenarioStep } from "../../engine/scenario/scenario";
import { addDays, clockOf, dayOf, daysBetween, instantOf, isDay } from "../../engine/time/zone";
import { DAY, HOUR, MINUTE } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { DemoMatter, DemoStep } from "./demo-matter";
import type { Wording } from "./matters/wordings";

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
  /** What is told of instead of the story's own; applied to every text. */
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
    const form = told(step.start ?? step.form ?? {}, { ...ask, cast, shift });
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
  return { key: ask.key, package: ask.package, place: ask.place.code, steps, retold: true };
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

type Telling = Pick<Retelling, "scenario" | "place" | "rename" | "wording"> & {
  cast: Cast;
  shift: number;
};

/** Days move along, the village is ours, people have other names, and items go by their place in their list. */
function told(form: JsonObject, ask: Telling): JsonObject {
  const names = namesIn(form);
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
    return renamed(value, { ...ask, names });
  };
  return tell(form, "") as JsonObject;
}

/** What stands in a field for a person's name, in this form. */
function namesIn(form: JsonObject): string[] {
  const found = new Set<string>();
  const look = (value: Json, key: string): void => {
    if (Array.isArray(value)) value.forEach((item) => look(item, key));
    else if (isObject(value)) Object.entries(value).forEach(([name, part]) => look(part, name));
    else if (typeof value === "string" && NAME_KEYS.test(key) && CHINESE_NAME.test(value)) {
      found.add(value);
    }
  };
  look(form, "");
  return [...found];
}

const NAME_KEYS = /name$|reporter|landlord|tenant|owner$|visitor/i;
const CHINESE_NAME = /^\p{Script=Han}{2,4}$/u;

/** The story's own people by their players' names, everybody else by an invented one. */
function renamed(
  text: string,
  { scenario, place, rename, wording = {}, cast, names }: Telling & { names: string[] },
): string {
  const worded = Object.entries(wording).reduce(
    (done, [said, instead]) => done.replaceAll(said, instead),
    text,
  );
  const { placeName } = scenario;
  const here = placeName === undefined ? worded : worded.replaceAll(placeName, place.name);
  const players = new Map([...cast.values()].map(({ played, name }) => [played, name]));
  const known = [...new Set([...players.keys(), ...names])];
  return known.reduce(
    (done, name) => done.replaceAll(name, players.get(name) ?? rename(name)),
    here,
  );
}
