import { readFile } from "node:fs/promises";
import { say } from "../engine/text";
import { importKinds } from "../runtime/import/import-kinds";
import { findKind } from "../runtime/import/import-service";
import { runImport } from "../runtime/import/run-import";
import { loadPackages } from "../runtime/load-packages";
import type { Platform } from "../runtime/open-platform";
import { projectRoot } from "../runtime/project-root";
import { readOptions, type Options } from "./terminal/options";
import { processTerminal, reportRefusal, type Terminal } from "./terminal/report";
import { keepFilesPrivate, withPlatform } from "./terminal/with-platform";

export const about = "fills an installation: qy import --kind KIND --file FILE [--dry]";

const usage = `qy import --kind units|villages|people|PACKAGE.REGISTER --file FILE [--dry] [--json]
FILE is xlsx, or CSV in UTF-8, GBK or GB18030. All of it is imported, or nothing; --dry only looks.`;

/** Exit 0 when imported, 1 when refused (every bad row is named), 2 on wrong use. */
export function run(args: string[]): Promise<number> {
  keepFilesPrivate();
  return importCommand(processTerminal, args);
}

/** `qy import` on a given terminal. */
export async function importCommand(terminal: Terminal, args: string[]): Promise<number> {
  const shape = { required: ["kind", "file"], flags: ["dry", "json"] };
  const options = readOptions({ terminal, args, usage }, shape);
  if (!options) return 2;
  const bytes = await readFile(options.get("file")).catch(() => undefined);
  if (bytes === undefined) {
    terminal.err(`${options.get("file")}: 文件读不出来 (cannot be read)\n${usage}`);
    return 2;
  }
  return withPlatform({ terminal, holder: "import" }, (platform) =>
    importFile({ terminal, platform, options, bytes }),
  );
}

async function importFile(asked: {
  terminal: Terminal;
  platform: Platform;
  options: Options;
  bytes: Uint8Array;
}): Promise<number> {
  const { terminal, platform, options, bytes } = asked;
  const { database, people, roles, clock, settings } = platform;
  const { language } = settings;
  const { packages } = await loadPackages({ dir: projectRoot });
  const kind = findKind(importKinds(packages), options.get("kind"));
  if (!kind.ok) return reportRefusal(terminal, kind.refusal, language);
  const context = { database, people, roles, now: clock.now(), isInReach: () => true };
  const dry = options.flags.has("dry");
  const done = await runImport({ kind: kind.value, bytes, dry, context });
  if (options.flags.has("json")) {
    terminal.out(JSON.stringify(done.ok ? done.value : done, null, 2));
    return done.ok ? 0 : 1;
  }
  if (!done.ok) {
    for (const { line, refusal } of done.faults) {
      terminal.err(`${line}: ${say(refusal.message, language)}`);
    }
    return reportRefusal(terminal, done.refusal, language);
  }
  const { rows, added, changed, same } = done.value;
  const text = dry
    ? { zh: "查过了，没有写入", en: "looked at, nothing written" }
    : { zh: "已导入", en: "imported" };
  const counts = { zh: "行，新增", en: "rows, new" };
  terminal.out(
    `${say(text, language)}: ${rows} ${say(counts, language)} ${added}, ` +
      `${say({ zh: "改动", en: "changed" }, language)} ${changed}, ` +
      `${say({ zh: "不变", en: "same" }, language)} ${same}`,
  );
  return 0;
}
