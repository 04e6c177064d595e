import { say } from "../engine/text";
import { growDemo } from "../runtime/demo/grow-demo";
import { readOptions } from "./terminal/options";
import { processTerminal, type Terminal } from "./terminal/report";
import { keepFilesPrivate, withPlatform } from "./terminal/with-platform";

export const about = "fills a demo with copies of its matters: qy grow --to COUNT";

const usage = `qy grow --to COUNT
Takes the recorded steps of the demo's matters again under new ids and numbers, until COUNT are there.`;

const MOST = 10_000_000;

/** Exit 0 when done, 1 when refused (a live installation, a running server), 2 on wrong use. */
export function run(args: string[]): Promise<number> {
  keepFilesPrivate();
  return growCommand(processTerminal, args);
}

/** `qy grow` on a given terminal. */
export async function growCommand(terminal: Terminal, args: string[]): Promise<number> {
  const options = readOptions({ terminal, args, usage }, { required: ["to"] });
  const to = Number(options?.get("to"));
  if (!options || !Number.isInteger(to) || to < 1 || to > MOST) {
    if (options) terminal.err(usage);
    return 2;
  }
  return withPlatform({ terminal, holder: "grow" }, async (platform) => {
    const { language } = platform.settings;
    let told = 0;
    const added = await growDemo(platform, {
      to,
      progress(done, of) {
        const tenth = Math.floor((done / of) * 10);
        if (tenth === told) return;
        told = tenth;
        terminal.err(`${done} / ${of}`);
      },
    });
    const text = { zh: `新增 ${added} 件。`, en: `${added} matters added.` };
    terminal.out(say(text, language));
    return 0;
  });
}
