import { HOUR } from "../engine/time/duration";
import { createProposalStore } from "../storage/proposal-store";
import { openCases } from "./cases/open-cases";
import { createChangeLog } from "./changes/change-log";
import { seedDemo } from "./demo/seed-demo";
import { seedMatters } from "./demo/seed-matters";
import { createRuntime } from "./create-runtime";
import type { Runtime } from "./api";
import { loadPackages } from "./load-packages";
import type { Platform } from "./open-platform";
import { loadPlugins } from "./plugins";
import { projectRoot } from "./project-root";

/**
 * Puts the product together over an open platform and starts its workers; in demo mode, with the demo's
 * people and matters. A package that cannot be read is left out and logged; the others work. Throws
 * `plugin/load-failed`.
 */
export async function openRuntime(platform: Platform): Promise<Runtime> {
  const { packages, models, problems } = await loadPackages({ dir: projectRoot });
  for (const { package: id, code, file, pointer } of problems) {
    platform.log.warn("package.problem", { package: id, code, file, pointer });
  }
  const registry = loadPlugins();
  if (platform.settings.mode === "demo") await seed({ platform, registry, packages, models });
  const changes = createChangeLog(createProposalStore(platform.database));
  await changes.refresh();
  const cases = openCases({ platform, registry, packages, models, changes });
  cases.workers.start();
  const sweep = setInterval(() => clearSessions(platform), HOUR);
  return createRuntime({
    platform,
    cases: cases.part,
    stopWork() {
      clearInterval(sweep);
      return cases.stop();
    },
  });
}

/** A demo with a gap is better than none: what cannot be told is logged. */
async function seed(parts: Parameters<typeof seedMatters>[0]): Promise<void> {
  const { people, clock, log } = parts.platform;
  await seedDemo({ people, now: clock.now() });
  for (const { matter, event, refusal } of await seedMatters(parts)) {
    log.warn("demo.untold", { matter, event, code: refusal.code });
  }
}

function clearSessions({ people, log }: Platform): void {
  people.clearSessions().catch((error: unknown) => log.error("sessions.clear", { error }));
}
