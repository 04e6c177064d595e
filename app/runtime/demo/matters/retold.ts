import { refusalError } from "../../../engine/errors";
import type { Scenario } from "../../../engine/scenario/scenario";
import type { Day, Instant } from "../../../engine/time/types";
import { addDays, dayOf, daysBetween } from "../../../engine/time/zone";
import type { LoadedPackage } from "../../load-packages";
import type { Directory } from "../../people/directory";
import type { DemoMatter } from "../demo-matter";
import { DONGGUAN } from "./dongguan";
import { inventName } from "../invent-name";
import { retell } from "../retell";
import { wordingOf } from "../wordings";

/** How often a story is told again, where, and over how many days back it is spread. */
interface Telling {
  package: string;
  /** The scenario's file, without its ending. */
  story: string;
  times: number;
  /** Division-code prefixes of the places; everywhere where nothing is said. */
  places?: readonly string[];
  days: number;
}

/** Not further back than the working days of the year that the books are of. */
const YEAR = 314;

const mediation = tellings("dispute-mediation");
/** Only 东关村 has custody, and not for longer than that. */
const CUSTODY_DAYS = 13;
const rental = (story: string, times: number) =>
  tellings("rental-custody", [DONGGUAN])(story, times, CUSTODY_DAYS);
const books = tellings("service-books");
const logs = tellings("work-log");
/** Only 河口镇, whose model has it. */
const transfers = tellings("transfer", ["991023100"]);
const training = tellings("training");
const appraisals = tellings("appraisal", ["991021", "991023200"]);

const TELLINGS: readonly Telling[] = [
  mediation("written-agreement", 18),
  mediation("oral-agreement", 16),
  mediation("on-the-spot", 18),
  mediation("consent-refused", 6),
  mediation("failed-after-three-sessions", 5),
  mediation("referral", 6),
  mediation("not-a-dispute", 3),
  mediation("qingyuan-visits", 10),
  // These stand open at their end, so they are of the last weeks only.
  mediation("written-agreement", 6, 28),
  mediation("oral-agreement", 4, 12),
  mediation("judicial-confirmed", 2, 20),
  mediation("overdue-then-paid", 2, 10),
  mediation("qingyuan-no-lawyer", 3, 3),
  rental("gas-mended", 4),
  rental("recheck-fails", 1),
  rental("no-proof", 1),
  rental("deposit-back-at-once", 2),
  rental("room-corrected", 3),
  rental("nobody-called-back", 1),
  rental("asked-once", 3),
  rental("child-with-family", 1),
  rental("registered-by-choice", 2),
  rental("not-wanted", 1),
  books("asked-and-told", 14),
  books("handed-over", 12),
  books("passed-on-corrected", 3),
  books("wrong-name", 2),
  logs("signed-and-confirmed", 16, 40),
  logs("officers-own-log", 4, 30),
  transfers("burglary", 3),
  transfers("not-for-the-police", 2),
  transfers("objected-sent-again", 1),
  // Some of them are of the last days: sent, not yet received, not yet answered.
  transfers("burglary", 1, 4),
  training("failed", 1, 200),
  appraisals("kept", 4, 60),
  // Of these some wait: for what they say themselves, for the officer, for the village, for the decision.
  appraisals("kept", 6, 4),
];

/** How often a story of one package is told, and over how many days back. */
function tellings(packageId: string, places?: readonly string[]) {
  return (story: string, times: number, days = YEAR): Telling => ({
    ...{ package: packageId, story, times, days },
    ...(places === undefined ? {} : { places }),
  });
}

/**
 * Some two hundred matters of the last year, told again from the stories of the packages: the same ones on every
 * start. A story whose package is not there, or whose roles nobody holds at a place, is passed over.
 */
export function retold(ask: {
  packages: readonly LoadedPackage[];
  directory: Directory;
  now: Instant;
}): DemoMatter[] {
  const { packages, directory, now } = ask;
  const villages = directory.units.filter(({ kind }) => kind === "village");
  return TELLINGS.flatMap((telling, index) => {
    const scenario = findStory(packages, telling);
    if (scenario === undefined) return [];
    const { places = [""], times, days } = telling;
    let here = villages.filter(
      ({ id }) =>
        places.some((prefix) => id.startsWith(prefix)) &&
        variantAt(directory, telling.package, id) === (scenario.variant ?? null),
    );
    const roles = Object.values(scenario.people).flatMap((person) => person.roles);
    if (roles.includes("auxiliary"))
      here = here.filter(({ id }) => hasAuxiliary(directory, id, now));
    return Array.from({ length: times }, (_, time) => {
      const key = `retold:${telling.package}:${telling.story}:${index}:${time}`;
      const daysAgo = Math.round(((time + ((index * 7) % 10) / 10) * days) / times) + 1;
      const from = sameWeekday(scenario.clock.slice(0, 10), addDays(dayOf(now), -daysAgo));
      const ways = here.map((_village, step) => here[(index * 5 + time * 3 + step) % here.length]);
      for (const village of ways) {
        if (village === undefined) continue;
        const whoHolds = (roles: readonly string[]) =>
          holderAt(directory, { village: village.id, roles, now });
        const matter = retell({
          ...{ key, package: scenario.workflow ?? telling.package, scenario, now, whoHolds },
          place: { code: village.id, name: village.name },
          from,
          rename: (name) => inventName(name, key),
          wording: wordingOf(`${telling.package}/${telling.story}`, time + index),
        });
        if (matter !== undefined) return [matter];
      }
      return [];
    }).flat();
  });
}

function hasAuxiliary(directory: Directory, village: string, now: Instant): boolean {
  const matter = { place: village, owner: village };
  const holders = directory.holders({ roles: ["auxiliary"], matter, now });
  return holders.some((user) =>
    directory.findPerson(user)?.assignments.some(({ unit }) => unit.id === village),
  );
}

/** A county that changed the process has stories of its own. */
function variantAt({ adoptions }: Directory, packageId: string, village: string): string | null {
  const adopted = adoptions.find(
    ({ package: id, unit }) => id === packageId && village.startsWith(unit),
  );
  return adopted?.variant ?? null;
}

/** The day itself or one of the six before it: what fell on a working day does so again, but for holidays. */
function sameWeekday(like: Day, day: Day): Day {
  return addDays(day, -(((daysBetween(like, day) % 7) + 7) % 7));
}

/** The story, in whichever machine of the package; undefined where the package is not there. Throws `runtime/no-story`. */
function findStory(
  packages: readonly LoadedPackage[],
  { package: name, story }: Telling,
): Scenario | undefined {
  const machines = packages.filter(({ id }) => id === name || id.startsWith(`${name}.`));
  if (machines.length === 0) return undefined;
  const found = machines
    .flatMap(({ scenarios }) => scenarios)
    .find(({ file }) => file.endsWith(`/${story}.json`));
  if (found === undefined) throw refusalError("runtime/no-story", { package: name, story });
  return found.scenario as unknown as Scenario;
}

/** Whoever is nearest: the village's own people before those of the township, the station and the county. */
function holderAt(
  directory: Directory,
  { village, roles, now }: { village: string; roles: readonly string[]; now: Instant },
): { login: string; name: string } | undefined {
  const matter = { place: village, owner: village };
  const holders = directory.holders({ roles, matter, now });
  const nearness = (user: string) =>
    Math.min(
      ...(directory.findPerson(user)?.assignments ?? [])
        .filter(({ role }) => roles.includes(role))
        .map(({ unit }) => unit.within.length),
    );
  const [nearest] = holders.sort((one, other) => nearness(one) - nearness(other));
  return nearest === undefined ? undefined : directory.findUser(nearest);
}
