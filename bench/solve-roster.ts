import type { JsonObject } from "../app/engine/json";
import { createLinearSolver } from "../app/runtime/solver/highs-solver";
import { readRoster, type Roster } from "../plugins/duty-roster/roster";
import { proposeRoster, type ProposeOptions } from "../plugins/duty-roster/solve/propose-roster";
import { median, type Figure } from "./samples";

const PEOPLE = 20;
const DAYS = 31;
const SAMPLES = 5;
/** As long as the product lets it search. */
const SECONDS = 30;
/** The day, counted from 0, on which somebody calls in sick. */
const SICK_FROM = 10;

/**
 * G15: a roster of 20 people over 31 days, and the same mended with the fewest changes after a sick call. The ratio is
 * how far the proposal may lie above the best (the solver's own bound, in the same run); the time stands beside it.
 */
export async function measureSolver(): Promise<Figure[]> {
  const solver = createLinearSolver();
  const propose = async (roster: Roster, ask: ProposeOptions["ask"]) => {
    const before = performance.now();
    const proposal = await proposeRoster(roster, {
      ...{ ask, solve: solver.solve, given: new Set<never>() },
      ...{ seconds: SECONDS, progress: () => undefined },
    });
    if (!proposal.found) throw new Error("the bench's station has a roster, and none was found");
    return { proposal, seconds: (performance.now() - before) / 1000 };
  };
  const planned: Sample[] = [];
  const mended: Sample[] = [];
  try {
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const plan = await propose(stationOf(sample), { way: "plan", from: 0 });
      planned.push({ gap: plan.proposal.gap, seconds: plan.seconds });
      const sick = withSickCall(plan.proposal.roster, sample);
      const mend = await propose(sick, { way: "mend", from: SICK_FROM });
      mended.push({ gap: mend.proposal.gap, seconds: mend.seconds });
    }
  } finally {
    await solver.close();
  }
  return [figureOf("a roster", planned), figureOf("mended after a sick call", mended)];
}

interface Sample {
  gap: number;
  seconds: number;
}

function figureOf(what: string, samples: readonly Sample[]): Figure {
  const gaps = samples.map(({ gap }) => gap);
  const seconds = samples.map((one) => one.seconds);
  return {
    name: "G15",
    what: `${what}, ${PEOPLE} people × ${DAYS} days: over the best there can be`,
    ratio: 1 + median(gaps),
    must: 1.05,
    goal: 1.03,
    moreIsBetter: false,
    detail: `${median(seconds).toFixed(1)} s (${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)}), gap at most ${(Math.max(...gaps) * 100).toFixed(1)} %`,
  };
}

/** Two chiefs, eleven officers, seven auxiliaries with a room each; `sample` moves their days of leave. */
function stationOf(sample: number): Roster {
  const rows = Array.from({ length: PEOPLE }, (_, index): JsonObject => {
    const post = index < 2 ? "chief" : index < 13 ? "officer" : "auxiliary";
    const room = post === "auxiliary" ? (VILLAGES[index % VILLAGES.length] ?? "") : "";
    const away = index % 5 === sample % 5 ? `${1 + ((index * 7 + sample) % 28)}` : "";
    const name = `人员${index + 1}`;
    return { id: `r${index}`, name, post, trained: "yes", shifts: "", room, away };
  });
  const data = { from: dayOf(1), days: DAYS, rows, villages: VILLAGES.join(" ") };
  const roster = readRoster({ data, params: {}, links: {}, case: {}, user: {} });
  if (roster === undefined) throw new Error("a roster has a first day");
  return roster;
}

const VILLAGES = ["石桥村", "柏树村", "岩湾村", "松坪村", "梨坪村", "榕树村"];

function dayOf(day: number): string {
  return `2026-12-${String(day).padStart(2, "0")}`;
}

/** One officer is away for a week from the day of the call on. */
function withSickCall(roster: Roster, sample: number): Roster {
  const sick = 2 + (sample % 11);
  // Days of the month count from 1.
  const days = Array.from({ length: 7 }, (_, i) => SICK_FROM + i + 1);
  return {
    ...roster,
    rows: roster.rows.map((row, index) =>
      index === sick ? { ...row, away: new Set([...row.away, ...days]) } : row,
    ),
  };
}
