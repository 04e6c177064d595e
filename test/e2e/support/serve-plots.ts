import type { Runtime } from "../../../app/runtime/api";
import { createHttpServer } from "../../../app/http/create-http-server";
import { listen, stopListening } from "../../../app/http/listen";
import { loadBuiltPages } from "../../../app/http/remix";
import { createLog } from "../../../app/runtime/log";
import { createCsrfTokens } from "../../../app/runtime/people/csrf-tokens";
import { hashPassword } from "../../../app/runtime/people/password";
import { projectRoot } from "../../../app/runtime/project-root";
import { openPlots, publish, type Plots } from "../../support/plots";

export interface ServedPlots extends Plots {
  origin: string;
  /** Address of the notice. */
  id: string;
  close(): Promise<void>;
}

/** With it the officer `gaoyuan` signs in. */
export const PASSWORD = "石桥村口的老槐树";

/** The built pages over the garden plots of 石桥村, whose list is public from 30 September 2026 on. */
export async function servePlots(clock?: string): Promise<ServedPlots> {
  const plots = await openPlots(clock);
  const id = await publish(plots);
  const { cases } = plots;
  const { people } = cases;
  const officer = people.directory().findUser("gaoyuan");
  if (officer === undefined) throw new Error("nobody is called gaoyuan");
  const passwordHash = await hashPassword(PASSWORD, { logN: 4, blockSize: 8, parallel: 1 });
  await people.save({ users: [{ ...officer, passwordHash }] });
  const { signIn, findSession, signOut, setPreferences, who } = people;
  const runtime = {
    ...cases.part,
    ...{ signIn, findSession, signOut, setPreferences, who },
    mayChangeRules: () => false,
    mayCompareModels: () => false,
    hasDay: () => false,
    hasRoster: () => false,
    demo: null,
    ready: () => Promise.resolve(true),
  } as Partial<Runtime> as Runtime;
  const server = createHttpServer({
    runtime,
    csrf: createCsrfTokens(Buffer.alloc(32, 1)),
    settings: { origin: null, language: "zh", proxies: 0, metricsToken: null },
    log: createLog("silent"),
    ...(await loadBuiltPages(projectRoot)),
  });
  const port = await listen(server, { host: "127.0.0.1", port: 0 });
  return {
    ...plots,
    id,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      await stopListening(server);
      await cases.stop();
    },
  };
}
