import type { Registry } from "../../engine/plugin/registry-types";
import type { Refusal } from "../../engine/refusal";
import type { Instant } from "../../engine/time/types";
import { createCaseStore } from "../../storage/case-store";
import type { Result, StepAnswer } from "../api";
import { openCases, type Cases } from "../cases/open-cases";
import type { VillageKinds } from "../../engine/check/check-model";
import type { LoadedModel } from "../load-models";
import type { LoadedPackage } from "../load-packages";
import type { Platform } from "../open-platform";
import { daysAround, momentOf, withItemIds, type DemoMatter, type DemoStep } from "./demo-matter";
import { adoptions } from "./matters/adoptions";
import { beginnings } from "./matters/beginnings";
import { dongguan } from "./matters/dongguan";
import { drain } from "./matters/drain";
import { endings } from "./matters/endings";
import { leaving } from "./matters/leaving";
import { meetings } from "./matters/meetings";
import { retold } from "./matters/retold";
import { selections } from "./matters/selection";
import { rosters } from "./matters/rosters";
import { stationRosters } from "./matters/station-rosters";

interface Seeding {
  platform: Platform;
  registry: Registry;
  packages: readonly LoadedPackage[];
  models: readonly LoadedModel[];
  kinds: VillageKinds;
}

/** A step that the engine did not take: the rest of its matter is left out. */
export interface UntoldStep {
  matter: string;
  event: string;
  refusal: Refusal;
}

/**
 * Tells the demo's matters that are not there yet, through the case service as people would take the
 * steps, all in the order of time; deadlines fall due in between. Gives the steps that were refused.
 */
export async function seedMatters({ platform, ...rest }: Seeding): Promise<UntoldStep[]> {
  const now = platform.clock.now();
  const directory = platform.people.directory();
  const first = ownMatters(daysAround(now));
  const again = retold({ packages: rest.packages, directory, now, first });
  const moments = await untoldMoments(platform, { now, matters: [...first, ...again] });
  if (moments.length === 0) return [];
  const clock = { time: now, now: () => clock.time };
  const cases = openCases({ platform: { ...platform, clock }, ...rest });
  const ids = new Map<DemoMatter, string>();
  const untold: UntoldStep[] = [];
  const ended = new Set<DemoMatter>();
  for (const moment of moments) {
    const { matter, step, at } = moment;
    if (ended.has(matter)) continue;
    clock.time = at;
    await cases.workers.runDue();
    const taken = await take(moment, { platform, cases, caseId: ids.get(matter) });
    await cases.handovers.idle();
    if (taken.ok) ids.set(matter, ids.get(matter) ?? taken.value.caseId);
    else ended.add(matter);
    if (!taken.ok && !matter.retold)
      untold.push({ matter: matter.key, event: step.event, refusal: taken.refusal });
  }
  await cases.stop();
  return untold;
}

interface Moment {
  matter: DemoMatter;
  step: DemoStep;
  at: Instant;
  commandId: string;
}

async function untoldMoments(
  { database }: Platform,
  { now, matters }: { now: Instant; matters: readonly DemoMatter[] },
): Promise<Moment[]> {
  const moments = matters.flatMap((matter) =>
    matter.steps.map((step, index) => ({
      matter,
      step,
      at: momentOf(step.when, now),
      commandId: `demo:${matter.key}:${index}`,
    })),
  );
  const ids = moments.map(({ commandId }) => commandId);
  const read = { cases: [], commands: ids, sequences: [] };
  const { commands } = await createCaseStore(database).read(read);
  // A matter that was told in part stays as it is: somebody may have gone on with it.
  const told = new Set(
    moments.filter(({ commandId }) => commands.has(commandId)).map(({ matter }) => matter),
  );
  return moments.filter(({ matter }) => !told.has(matter)).sort((a, b) => a.at - b.at);
}

/** The matters that the demo has of its own. */
function ownMatters(day: ReturnType<typeof daysAround>): DemoMatter[] {
  return [
    ...beginnings(),
    ...meetings(day),
    drain(day),
    ...endings(),
    ...rosters(day),
    ...stationRosters(day),
    ...selections(day),
    ...adoptions(day),
    ...dongguan(day),
    ...leaving(day),
  ];
}

interface Telling {
  platform: Platform;
  cases: Cases;
  /** Undefined before the matter's first step. */
  caseId: string | undefined;
}

async function take(
  { matter, step, commandId }: Moment,
  { platform, cases, caseId }: Telling,
): Promise<Result<StepAnswer>> {
  const directory = platform.people.directory();
  const person = directory.findPerson(directory.findLogin(step.by)?.id ?? "");
  if (!person) throw new Error(`the demo has no person ${step.by}`);
  const { event, form } = step;
  if (caseId === undefined) {
    const { package: packageId, place } = matter;
    const input = { commandId, expectedSeq: 0, form, package: packageId, place };
    return cases.service.start(person, input);
  }
  const target = step.child === undefined ? caseId : await childOf(platform, caseId, step.child);
  // Reminders may have been sent since the step before; each is a step of its own.
  const read = { cases: [target], commands: [], sequences: [] };
  const stored = await createCaseStore(platform.database).read(read);
  const { seq: expectedSeq = 0, data = {} } = stored.cases.get(target) ?? {};
  const named = withItemIds(form, data);
  return cases.service.event(person, {
    commandId,
    expectedSeq,
    form: named,
    caseId: target,
    event,
  });
}

/** A matter that another one has opened. Throws where it has not. */
async function childOf(
  { database }: Platform,
  parent: string,
  { link, index }: NonNullable<DemoStep["child"]>,
): Promise<string> {
  const read = { cases: [parent], commands: [], sequences: [] };
  const { cases } = await createCaseStore(database).read(read);
  const child = cases.get(parent)?.links[link]?.[index];
  if (child === undefined) throw new Error(`the demo's ${parent} has no ${link} ${index}`);
  return child.id;
}
