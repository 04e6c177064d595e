import type { JsonObject } from "../../engine/json";
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
import {
  daysAround,
  LATEST_NUMBER,
  momentOf,
  withItemIds,
  withLatestNumber,
  type DemoMatter,
  type DemoStep,
} from "./demo-matter";
import { adoptions } from "./matters/adoptions";
import { beginnings } from "./matters/beginnings";
import { contracts } from "./matters/contracts";
import { dongguan } from "./matters/dongguan";
import { drain } from "./matters/drain";
import { endings } from "./matters/endings";
import { leaving } from "./matters/leaving";
import { meetings } from "./matters/meetings";
import { moves } from "./matters/moves";
import { needs } from "./matters/needs";
import { pastSelection } from "./matters/past-selection";
import { retold } from "./matters/retold";
import { selections } from "./matters/selection";
import { rosters } from "./matters/rosters";
import { stationRosters } from "./matters/station-rosters";
import { watches } from "./matters/watches";

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
  const again = retold({ packages: rest.packages, directory, now });
  const moments = await untoldMoments(platform, { now, matters: [...first, ...again] });
  if (moments.length === 0) return [];
  const clock = { time: now, now: () => clock.time };
  const cases = openCases({ platform: { ...platform, clock }, ...rest });
  const ids = new Map<DemoMatter, string>();
  /** The latest dispute of each village. */
  const latest = new Map<string, string>();
  const untold: UntoldStep[] = [];
  const ended = new Set<DemoMatter>();
  for (const moment of moments) {
    const { matter, step, at } = moment;
    if (ended.has(matter)) continue;
    clock.time = at;
    await cases.workers.runDue();
    const caseId = ids.get(matter);
    const taken = await take(moment, { platform, cases, caseId, latest: latest.get(matter.place) });
    await cases.handovers.idle();
    if (!taken.ok) {
      ended.add(matter);
      untold.push({ matter: matter.key, event: step.event, refusal: taken.refusal });
    } else if (caseId === undefined) {
      ids.set(matter, taken.value.caseId);
      if (matter.package === DISPUTES) latest.set(matter.place, taken.value.caseId);
    }
  }
  await cases.stop();
  return untold;
}

const DISPUTES = "dispute-mediation";

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
    pastSelection(day),
    ...contracts(day),
    ...needs(day),
    ...moves(day),
    ...watches(day),
  ];
}

interface Telling {
  platform: Platform;
  cases: Cases;
  /** Undefined before the matter's first step. */
  caseId: string | undefined;
  /** The dispute that the form may name by its number. */
  latest: string | undefined;
}

async function take(
  { matter, step, commandId }: Moment,
  { platform, cases, caseId, latest }: Telling,
): Promise<Result<StepAnswer>> {
  const directory = platform.people.directory();
  const person = directory.findPerson(directory.findLogin(step.by)?.id ?? "");
  if (!person) throw new Error(`the demo has no person ${step.by}`);
  const { event } = step;
  const form = await numbered(platform, step.form, latest);
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

/** The form with the number of the village's latest dispute, where it names one. */
async function numbered(
  { database }: Platform,
  form: JsonObject,
  latest: string | undefined,
): Promise<JsonObject> {
  if (!JSON.stringify(form).includes(LATEST_NUMBER)) return form;
  const read = { cases: latest === undefined ? [] : [latest], commands: [], sequences: [] };
  const { cases } = await createCaseStore(database).read(read);
  return withLatestNumber(form, cases.get(latest ?? "")?.number ?? undefined);
}

/** A matter that another one has opened, or one that that has opened. Throws where it has not. */
async function childOf(
  { database }: Platform,
  parent: string,
  path: NonNullable<DemoStep["child"]>,
): Promise<string> {
  const store = createCaseStore(database);
  let here = parent;
  for (const { link, index } of path) {
    const { cases } = await store.read({ cases: [here], commands: [], sequences: [] });
    const child = cases.get(here)?.links[link]?.[index];
    if (child === undefined) throw new Error(`the demo's ${here} has no ${link} ${index}`);
    here = child.id;
  }
  return here;
}
