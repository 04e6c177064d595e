import process from "node:process";
import { parseArgs } from "node:util";
import { createHttpServer } from "../http/create-http-server";
import { listen, stopListening } from "../http/listen";
import { loadBuiltPages, loadDevelopmentPages } from "../http/remix";
import { openPlatform } from "../runtime/open-platform";
import { openRuntime } from "../runtime/open-runtime";
import { projectRoot } from "../runtime/project-root";
import { say } from "../engine/text";
import { readSettings } from "../runtime/settings";
import { welcome } from "./serve/welcome";
import { processTerminal, reportFault } from "./terminal/report";
import { keepFilesPrivate } from "./terminal/with-platform";

export const about = "serve the web application: qy serve [--dev]";

/** Serves until it is told to stop. Exit 0 then, 1 when it could not start, 2 on wrong use or settings. */
export async function run(args: string[]): Promise<number> {
  const asked = parseServeArgs(args);
  if (!asked) return 2;
  keepFilesPrivate();
  try {
    return await serve(asked);
  } catch (fault) {
    return reportFault(processTerminal, fault);
  }
}

function parseServeArgs(args: string[]): { dev: boolean } | undefined {
  try {
    const { values } = parseArgs({ args, options: { dev: { type: "boolean" } } });
    return { dev: values.dev ?? false };
  } catch (fault) {
    processTerminal.err(`${fault instanceof Error ? fault.message : String(fault)}\n${about}`);
    return undefined;
  }
}

async function serve({ dev }: { dev: boolean }): Promise<number> {
  const settings = readSettings(process.env);
  const stop = waitForStop();
  const platform = await openPlatform({ settings, holder: "serve", onLost: () => stop.now(1) });
  const closers: (() => Promise<void>)[] = [() => platform.close()];
  try {
    const { people, csrf, log } = platform;
    if (settings.mode === "demo" && people.directory().users.length === 0) {
      const text = {
        zh: "第一次启动：正在准备演示数据，约半分钟 …",
        en: "first start: preparing the demo's data, about half a minute …",
      };
      processTerminal.out(say(text, settings.language));
    }
    const runtime = await openRuntime(platform);
    closers.push(() => runtime.close());
    const pages = await (dev ? loadDevelopmentPages : loadBuiltPages)(projectRoot);
    closers.push(() => pages.close());
    const server = createHttpServer({ runtime, csrf, settings, log, ...pages });
    const port = await listen(server, settings);
    closers.push(() => stopListening(server));
    processTerminal.out(
      welcome({ settings, port, demo: runtime.demo, users: people.directory().users }),
    );
    return await stop.asked;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** Ctrl+C or the service manager ends the server in order; pressed again, at once. */
function waitForStop(): { asked: Promise<number>; now(code: number): void } {
  let now: (code: number) => void = () => undefined;
  const asked = new Promise<number>((resolve) => {
    now = resolve;
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      now(0);
      process.once(signal, () => process.exit(1));
    });
  }
  return { asked, now };
}
