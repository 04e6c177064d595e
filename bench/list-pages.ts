import type { QueueName } from "../app/runtime/api";
import { openGrownDemos, type GrownDemo } from "./grown-demos";
import { alternate, median, type Figure } from "./samples";

const SMALL = 10_000;
const LARGE = 100_000;
const SAMPLES = 9;
/** Page 200 of the longest list. */
const FAR = 200;

/**
 * G9: what the pages of lists read, at 100,000 matters over the same at 10,000, and page 200 over page 1. Measured where
 * pages ask (the runtime's answers, decrypted and in words); what HTTP and React add does not grow with matters.
 */
export async function measureListPages(): Promise<Figure[]> {
  const demos = await openGrownDemos({ small: SMALL, large: LARGE });
  try {
    const figures: Figure[] = [];
    for (const [name, what, look] of PAGES) {
      const [small, large] = [await look(demos.small), await look(demos.large)];
      const measured = await alternate(SAMPLES, timed(large), timed(small));
      figures.push({
        name: "G9",
        what: `${what}: 100,000 matters over 10,000`,
        ratio: median(measured.ratios),
        must: 2,
        goal: 1.2,
        moreIsBetter: false,
        detail: `${name}: ${shown(measured.ours)} over ${shown(measured.theirs)} ms`,
      });
    }
    figures.push(await measureFarPage(demos.large));
    return figures;
  } finally {
    await demos.close();
  }
}

type Look = (demo: GrownDemo) => Promise<() => Promise<unknown>>;

const PAGES: readonly (readonly [name: string, what: string, look: Look])[] = [
  ["/cases?queue=mine", "worklist, mine", worklist("gaoyuan", "mine")],
  ["/cases?queue=unit", "worklist, the unit's", worklist("gaoyuan", "unit")],
  ["/cases?queue=overdue", "worklist, overdue", worklist("gaoyuan", "overdue")],
  ["/cases?queue=all", "worklist, all matters of a county", worklist("hejing", "all")],
  [
    "/villages",
    "all villages of a county",
    async (demo) => {
      const session = await demo.as("yuanbo");
      return () => demo.runtime.villages(session);
    },
  ],
  [
    "/villages/:code",
    "one village",
    async (demo) => {
      const session = await demo.as("yuanbo");
      return () => demo.runtime.village(session, "991021200201");
    },
  ],
  [
    "/today",
    "an officer's day",
    async (demo) => {
      const session = await demo.as("gaoyuan");
      return () => demo.runtime.myDay(session);
    },
  ],
];

function worklist(login: string, queue: QueueName): Look {
  return async (demo) => {
    const session = await demo.as(login);
    return () => demo.runtime.worklist(session, { queue, after: null });
  };
}

async function measureFarPage(demo: GrownDemo): Promise<Figure> {
  const session = await demo.as("hejing");
  const page = (after: string | null) => () =>
    demo.runtime.worklist(session, { queue: "all", after });
  let cursor: string | null = null;
  for (let number = 1; number < FAR; number += 1) {
    const { next } = await page(cursor)();
    if (next === null) throw new Error(`the list has only ${number} pages`);
    cursor = next;
  }
  const measured = await alternate(SAMPLES, timed(page(cursor)), timed(page(null)));
  return {
    name: "G9",
    what: `worklist, all matters of a county at 100,000: page ${FAR} over page 1`,
    ratio: median(measured.ratios),
    must: 1.5,
    goal: 1.3,
    moreIsBetter: false,
    detail: `${shown(measured.ours)} over ${shown(measured.theirs)} ms`,
  };
}

/** Milliseconds of one look. */
function timed(look: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const before = performance.now();
    await look();
    return performance.now() - before;
  };
}

function shown(samples: readonly number[]): string {
  return median(samples).toFixed(1);
}
