import { refuse } from "../engine/errors";
import type { Refusal } from "../engine/refusal";
import { say, type Language } from "../engine/text";
import { dayOf, isDay } from "../engine/time/zone";
import { loadPackages } from "../runtime/load-packages";
import type { Platform } from "../runtime/open-platform";
import { addUnit } from "../runtime/people/units";
import { projectRoot } from "../runtime/project-root";
import { readOptions, type Options, type OptionShape } from "./terminal/options";
import { processTerminal, reportRefusal, type Terminal } from "./terminal/report";
import { keepFilesPrivate, withPlatform } from "./terminal/with-platform";

export const about = "units: qy unit add|adopt|list (stop the server first)";

const usage = `qy unit add --id ID --name NAME --kind KIND --covers CODE[,CODE…] [--parent ID] [--phone PHONE]
qy unit adopt --unit ID --package PACKAGE [--variant VARIANT] [--from YYYY-MM-DD]
qy unit list [--json]`;

/** Exit 0 when done, 1 when refused (while the server runs, too), 2 on wrong use. */
export function run(args: string[]): Promise<number> {
  keepFilesPrivate();
  return unitCommand(processTerminal, args);
}

interface Asked {
  terminal: Terminal;
  platform: Platform;
  options: Options;
  language: Language;
}

type Subcommand = OptionShape & { run(asked: Asked): Promise<number> };

const subcommands: Readonly<Record<string, Subcommand>> = {
  add: { required: ["id", "name", "kind", "covers"], optional: ["parent", "phone"], run: add },
  adopt: { required: ["unit", "package"], optional: ["variant", "from"], run: adopt },
  list: { required: [], flags: ["json"], run: list },
};

/** `qy unit` on a given terminal. */
export async function unitCommand(
  terminal: Terminal,
  [name = "", ...args]: string[],
): Promise<number> {
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  const options = subcommand && readOptions({ terminal, args, usage }, subcommand);
  if (!subcommand) terminal.err(usage);
  if (!subcommand || !options) return 2;
  return withPlatform({ terminal, holder: `unit ${name}` }, (platform) =>
    subcommand.run({ terminal, platform, options, language: platform.settings.language }),
  );
}

async function add({ terminal, platform, options, language }: Asked): Promise<number> {
  const { get, texts } = options;
  const added = await addUnit(platform.people, {
    id: get("id"),
    name: get("name").trim(),
    kind: get("kind"),
    covers: get("covers")
      .split(/[,，]/)
      .map((code) => code.trim())
      .filter(Boolean),
    parent: texts["parent"] ?? null,
    dutyPhone: texts["phone"] ?? null,
  });
  if (!added.ok) return reportRefusal(terminal, added.refusal, language);
  const done = { zh: "已添加。", en: "Added." };
  terminal.out(`${added.value.id}  ${added.value.name}  ${say(done, language)}`);
  return 0;
}

/** From a day on (today unless said), new matters in the unit's area use the package or its variant. */
async function adopt({ terminal, platform, options, language }: Asked): Promise<number> {
  const { people, clock } = platform;
  const [unit, name] = [options.get("unit"), options.get("package")];
  const variant = options.texts["variant"] ?? null;
  const from = options.texts["from"] ?? dayOf(clock.now());
  if (!isDay(from)) {
    terminal.err(usage);
    return 2;
  }
  const refusal = people.directory().findUnit(unit)
    ? await faultOfPackage(name, variant)
    : refuse("people/unknown-unit", { unit });
  if (refusal) return reportRefusal(terminal, refusal, language);
  await people.save({ adoptions: [{ unit, package: name, variant, from, to: null }] });
  const done = { zh: `自 ${from} 起采用。`, en: `Adopted from ${from} on.` };
  terminal.out(`${unit}  ${name}${variant === null ? "" : `/${variant}`}  ${say(done, language)}`);
  return 0;
}

async function faultOfPackage(name: string, variant: string | null): Promise<Refusal | undefined> {
  const { packages } = await loadPackages({ dir: projectRoot });
  const found = packages.find(({ id }) => id === name);
  if (!found) {
    const choices = packages.map(({ id }) => id).join("、");
    return refuse("people/unknown-package", { package: name, choices });
  }
  const variants = found.variants.map((one) => String(one.variant["id"]));
  if (variant === null || variants.includes(variant)) return undefined;
  return refuse("people/unknown-variant", { package: name, variant, choices: variants.join("、") });
}

function list({ terminal, platform, options }: Asked): Promise<number> {
  const { units, adoptions } = platform.people.directory();
  if (options.flags.has("json")) {
    terminal.out(JSON.stringify({ units, adoptions }, null, 2));
    return Promise.resolve(0);
  }
  for (const { id, name, kind, covers, dutyPhone } of units) {
    const adopted = adoptions
      .filter((adoption) => adoption.unit === id)
      .map(
        (adoption) => adoption.package + (adoption.variant === null ? "" : `/${adoption.variant}`),
      );
    terminal.out(
      [id, name, kind, covers.join(","), ...(dutyPhone ? [dutyPhone] : []), ...adopted].join("  "),
    );
  }
  return Promise.resolve(0);
}
