import { HOUR } from "../engine/time/duration";
import { openCases } from "./cases/open-cases";
import { createRuntime } from "./create-runtime";
import type { Runtime } from "./api";
import { loadPackages } from "./load-packages";
import type { Platform } from "./open-platform";
import { loadPlugins } from "./plugins";
import { projectRoot } from "./project-root";

/**
 * Puts the product together over an open platform and starts its workers. A package that cannot be read is
 * left out and logged; the others work. Throws `plugin/load-failed`.
 */
export async function openRuntime(platform: Platform): Promise<Runtime> {
  const { packages, problems } = await loadPackages({ dir: projectRoot });
  for (const { package: id, code, file, pointer } of problems) {
    platform.log.warn("package.problem", { package: id, code, file, pointer });
  }
  const cases = openCases({ platform, registry: loadPlugins(), packages });
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

function clearSessions({ people, log }: Platform): void {
  people.clearSessions().catch((error: unknown) => log.error("sessions.clear", { error }));
}
