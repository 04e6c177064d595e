import os from "node:os";
import { projectRoot } from "../app/runtime/project-root";
import { measureListPages } from "./list-pages";
import { measureOpenDecisions } from "./open-decisions";
import { measurePureStep } from "./pure-step";
import { recordStory } from "./recorded-story";
import type { Figure } from "./samples";
import { measureSolver } from "./solve-roster";
import { measureSqliteSingle } from "./sqlite-single";

function verdict(figure: Figure): string {
  const { ratio, must, goal, moreIsBetter } = figure;
  const reaches = (bar: number): boolean => (moreIsBetter ? ratio >= bar : ratio <= bar);
  return reaches(goal) ? "goal" : reaches(must) ? "must" : "below";
}

/** `npm run bench -- G1` measures that one alone. */
const wanted = process.argv.slice(2);
const measures: Record<string, () => Promise<Figure[]>> = {
  G1: async () => [await measurePureStep(await recordStory(projectRoot))],
  G2: async () => [await measureSqliteSingle(await recordStory(projectRoot))],
  G9: measureListPages,
  G14: measureOpenDecisions,
  G15: measureSolver,
};
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()));
}
const [cpu] = os.cpus();
process.stdout.write(
  `Node ${process.version}, ${os.cpus().length} × ${cpu?.model.trim() ?? "?"}, ${os.type()} ${os.release()}\n\n`,
);
process.stdout.write(
  "| # | what | ratio | must | goal | reached | figures |\n|---|---|---:|---:|---:|---|---|\n",
);
for (const figure of figures) {
  const { name, what, ratio, must, goal, detail } = figure;
  process.stdout.write(
    `| ${name} | ${what} | ${ratio.toFixed(2)} | ${must} | ${goal} | ${verdict(figure)} | ${detail} |\n`,
  );
}
