import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Result, StepAnswer } from "../app/runtime/api";
import { uuidv7 } from "../app/runtime/cases/new-id";
import { openDemo, type GrownDemo } from "./grown-demos";
import { alternate, median, type Figure } from "./samples";

/** So many plans wait to be signed. */
const WAITING = 10_000;
/** Plans that are taken through their signatures in one sample, and how many samples. */
const PLANS = 6;
const SAMPLES = 9;
/** Sent at once while the decisions are laid in. */
const AT_ONCE = 64;

const PLACE = "991021200000";
const NEED = {
  track: "service",
  posts: [{ village: "991021200201", villageName: "石桥村", headcount: 1 }],
  reason: "vacant",
  note: "原来的协勤外出务工",
};
const PLAN = { quota: 60, inPost: 52, pay: "每月补贴按县里批准的标准", money: "县财政" };

/**
 * G14: a step of a decision (a plan that two offices sign in turn), its first to its last, with 10,000 such decisions
 * open in the same county over none. The runtime's whole answer is timed: rights, engine, COMMIT, queues.
 */
export async function measureOpenDecisions(): Promise<Figure[]> {
  const given = process.env["QY_BENCH_FOLDER"];
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), "qingyuan-bench-")));
  const none = await openWith(path.join(folder, "decisions-none"), 0);
  const many = await openWith(path.join(folder, `decisions-${WAITING}`), WAITING);
  try {
    const [busy, idle] = [await signIn(many), await signIn(none)];
    const measured = await alternate(SAMPLES, timed(busy), timed(idle));
    const shown = (values: readonly number[]): string => median(values).toFixed(1);
    return [
      {
        name: "G14",
        what: `a step of a decision with ${WAITING.toLocaleString("en")} decisions open over none`,
        ratio: median(measured.ratios),
        must: 1.2,
        goal: 1.05,
        moreIsBetter: false,
        detail: `${shown(measured.ours)} over ${shown(measured.theirs)} ms a step`,
      },
    ];
  } finally {
    await many.close();
    await none.close();
    if (given === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** The demo with so many plans waiting for a signature; laid in aside and put in its place when whole. */
async function openWith(folder: string, count: number): Promise<GrownDemo> {
  if (!existsSync(folder)) {
    const aside = `${folder}.growing`;
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true });
    const demo = await openDemo(aside);
    const office = await signIn(demo);
    for (let done = 0; done < count; done += AT_ONCE) {
      const part = Array.from({ length: Math.min(AT_ONCE, count - done) });
      await Promise.all(part.map(() => office.ask()));
      if (done % (AT_ONCE * 16) === 0)
        process.stderr.write(`laying in decisions: ${done} of ${count}\n`);
    }
    await demo.close();
    await rename(aside, folder);
  }
  return openDemo(folder);
}

/** Milliseconds a step, over whole plans. */
function timed(office: Office): () => Promise<number> {
  return async () => {
    let steps = 0;
    let spent = 0;
    const take = async <T>(step: () => Promise<T>): Promise<T> => {
      const before = performance.now();
      const taken = await step();
      spent += performance.now() - before;
      steps += 1;
      return taken;
    };
    for (let i = 0; i < PLANS; i += 1) {
      const need = await take(office.start);
      await take(() => office.drawUp(need.caseId, need.seq));
      await take(() => office.seekOpinions(need.caseId));
      for (const signer of office.signers) {
        const task = await signer.taskOf(need.caseId);
        await take(() => signer.agree(need.caseId, task));
      }
    }
    return spent / steps;
  };
}

type Office = Awaited<ReturnType<typeof signIn>>;

/** The people of the demo who draw up a plan, send it round and sign it. */
async function signIn({ runtime, as }: GrownDemo) {
  const [chief, personnel] = [await as("luming"), await as("zhoumin")];
  const [legal, township] = [await as("hejing"), await as("qinming")];
  const sent = { commandId: "", enteredFor: null };
  const start = async (): Promise<StepAnswer> =>
    answered(
      await runtime.start(chief, {
        ...{ ...sent, commandId: uuidv7(Date.now()), expectedSeq: 0 },
        ...{ package: "auxiliary-selection.need", place: PLACE, form: NEED },
      }),
    );
  const event = async (caseId: string, seq: number, name: string, form: object) =>
    answered(
      await runtime.send(personnel, {
        ...{ ...sent, commandId: uuidv7(Date.now()), expectedSeq: seq },
        ...{ caseId, event: name, form: { ...form } },
      }),
    );
  const drawUp = (caseId: string, seq: number) => event(caseId, seq, "drawUp", PLAN);
  const seekOpinions = (caseId: string) => event(caseId, 2, "seekOpinions", {});
  const signers = [legal, township].map((signer, index) => ({
    async taskOf(caseId: string): Promise<string> {
      const panels = answered(await runtime.decisions(signer, caseId));
      const task = panels.flatMap(({ mine }) => mine)[0]?.task;
      if (task === undefined) throw new Error(`${signer.login} has nothing to sign in ${caseId}`);
      return task;
    },
    async agree(caseId: string, task: string): Promise<StepAnswer> {
      const commandId = uuidv7(Date.now());
      const vote = { caseId, task, commandId, expectedSeq: 3 + index, answer: "agree" as const };
      return answered(await runtime.vote(signer, vote));
    },
  }));
  return {
    ...{ start, drawUp, seekOpinions, signers },
    /** A plan as far as its first signature. */
    async ask(): Promise<void> {
      const { caseId, seq } = await start();
      await drawUp(caseId, seq);
      await seekOpinions(caseId);
    },
  };
}

function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.zh}`);
  return result.value;
}
