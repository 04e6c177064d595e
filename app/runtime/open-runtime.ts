import { HOUR, MINUTE } from "../engine/time/duration";
import type { VillageKinds } from "../engine/check/check-model";
import type { Registry } from "../engine/plugin/registry-types";
import { appendAudit } from "../storage/audit-log";
import { createProposalStore } from "../storage/proposal-store";
import { openCases } from "./cases/open-cases";
import { createChangeLog, type ChangeLog } from "./changes/change-log";
import { openChanges } from "./changes/open-changes";
import { seedDemo } from "./demo/seed-demo";
import { seedMatters } from "./demo/seed-matters";
import { seedWhereabouts } from "./demo/seed-whereabouts";
import { createDuty } from "./duty/create-duty";
import { createExchanges } from "./duty/create-exchanges";
import { createWatches } from "./duty/create-watches";
import { createShiftOpener } from "./duty/open-shifts";
import { createRosterProposals } from "./duty/roster-proposal";
import { createRuntime } from "./create-runtime";
import { createImports } from "./import/import-service";
import type { Runtime } from "./api";
import { createAdoptions } from "./adoptions/create-adoptions";
import { createVillageFacts } from "./models/create-village-facts";
import { createVillages } from "./models/create-villages";
import type { LoadedModel } from "./load-models";
import { loadPackages, type LoadedPackage } from "./load-packages";
import type { Platform } from "./open-platform";
import { createAccountDesk } from "./people/account-desk";
import { openPractice } from "./open-practice";
import { loadPlugins } from "./plugins";
import { createSweeps } from "./sweeps/create-sweeps";
import { projectRoot } from "./project-root";
import { createLoop } from "./workers/loop";

/** What the live installation and the one for practice share. */
interface Shared {
  registry: Registry;
  packages: readonly LoadedPackage[];
  models: readonly LoadedModel[];
  kinds: VillageKinds;
}

/**
 * Puts the product together over an open platform and starts its workers; in demo mode, with the demo's
 * people and matters. A package that cannot be read is left out and logged; the others work. Throws
 * `plugin/load-failed`.
 */
export async function openRuntime(platform: Platform): Promise<Runtime> {
  const { packages, models, kinds, problems } = await loadPackages({ dir: projectRoot });
  for (const { package: id, code, file, pointer } of problems) {
    platform.log.warn("package.problem", { package: id, code, file, pointer });
  }
  const registry = loadPlugins();
  if (platform.settings.mode === "demo")
    await seed({ platform, registry, packages, models, kinds });
  const shared: Shared = { registry, packages, models, kinds };
  const { runtime: live, changes } = await assemble(platform, shared);
  const sweep = setInterval(() => clearSessions(platform), HOUR);
  let practice: Promise<Runtime> | undefined;
  return {
    ...live,
    practice() {
      practice ??= openPractice(platform)
        .then((own) => assemble(own, shared, changes))
        .then(({ runtime }) => runtime);
      return practice;
    },
    async close() {
      clearInterval(sweep);
      await (await practice)?.close();
      await live.close();
    },
  };
}

/** Watches are registered up to twelve hours ahead: now and then is enough. */
const SHIFTS = 10 * MINUTE;

/** One installation's services and workers, running. Practice knows what holds, and what is practised to hold. */
async function assemble(
  platform: Platform,
  shared: Shared,
  held?: ChangeLog,
): Promise<{ runtime: Runtime; changes: ChangeLog }> {
  const proposals = createProposalStore(platform.database);
  const log = createChangeLog(proposals, held);
  await log.refresh();
  const wall = () => Date.now();
  const cases = openCases({ platform, ...shared, changes: log, wall });
  cases.workers.start();
  const now = () => platform.clock.now();
  const isDemo = platform.settings.mode === "demo";
  const changes = openChanges({ ...cases.parts, ...shared, log, proposals, logger: platform.log });
  changes.trials.start();
  const services = {
    ...cases.part,
    ...createDuty(cases.parts, cases.service),
    ...createExchanges({ ...cases.parts, service: cases.service }),
    ...createWatches({ ...cases.parts, service: cases.service }),
    ...createRosterProposals({ ...cases.parts, service: cases.service, jobs: cases.workers.jobs }),
    ...createImports({ ...platform, now, packages: shared.packages }),
    ...createVillages({ ...cases.parts, ...shared, isDemo }),
    ...createVillageFacts({
      ...{ ...cases.parts, ...shared, isDemo, people: platform.people },
      isPractice: platform.isPractice === true,
    }),
    ...createAdoptions({ ...cases.parts, ...shared, isDemo, changes: log, service: cases.service }),
    ...changes.part,
    ...createSweeps({
      ...{ ...cases.parts, workers: cases.workers },
      note: (user, line) => appendAudit(platform.database, [{ at: now(), user, ...line }]),
    }),
    ...createAccountDesk({
      ...{ people: platform.people, roles: platform.roles, now },
      note: (user, act, detail) =>
        appendAudit(platform.database, [{ at: now(), user, act, caseId: null, detail }]),
    }),
  };
  const shifts = createLoop({
    ...{ name: "shifts", interval: SHIFTS, log: platform.log },
    run: createShiftOpener({ ...cases.parts, service: cases.service, log: platform.log }),
  });
  shifts.start();
  const stopWork = async (): Promise<void> => {
    await shifts.stop();
    await changes.trials.stop();
    await cases.stop();
  };
  const runtime = createRuntime({ platform, services, stopWork });
  return { runtime, changes: log };
}

/** A demo with a gap is better than none: what cannot be told is logged. */
async function seed(parts: Parameters<typeof seedMatters>[0]): Promise<void> {
  const { people, clock, log } = parts.platform;
  await seedDemo({ people, now: clock.now() });
  await seedWhereabouts(parts.platform);
  for (const { matter, event, refusal } of await seedMatters(parts)) {
    log.warn("demo.untold", { matter, event, code: refusal.code });
  }
}

function clearSessions({ people, log }: Platform): void {
  people.clearSessions().catch((error: unknown) => log.error("sessions.clear", { error }));
}
