import type { Case, HistoryEntry } from "../../engine/case";
import { refuse } from "../../engine/errors";
import { dueOf } from "../../engine/steps/clocks";
import { toHalfWidth, type Text } from "../../engine/text";
import { MINUTE, SECOND } from "../../engine/time/duration";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import { findFollowed, type Followed } from "../../storage/follow-codes";
import type { FollowView, Result } from "../api";
import { eventMeta } from "../cases/view-history";
import { namedLeaves, phaseViews } from "../cases/view-phases";
import type { NoticeParts } from "./notice-parts";

/** Wrong codes from one network address. */
export const CODE_LIMIT = { most: 10, within: 15 * MINUTE };

/** What became of an objection, by its code. A wrong code and one that has expired are told alike. */
export async function follow(
  parts: NoticeParts,
  ask: { code: string; address: string },
): Promise<Result<FollowView>> {
  const wait = parts.codes.begin(ask.address);
  if (wait > 0) {
    const params = { seconds: Math.ceil(wait / SECOND) };
    return { ok: false, refusal: refuse("notice/too-many-codes", params) };
  }
  const code = toHalfWidth(ask.code).replace(/[\s-]/g, "");
  const found = await findFollowed(parts.database, { code, now: parts.now() });
  if (found === undefined) return { ok: false, refusal: refuse("notice/wrong-code") };
  parts.codes.takeBack(ask.address);
  return { ok: true, value: await followView(parts, found) };
}

/** Names of steps and days of one objection. */
export async function followView(
  parts: NoticeParts,
  { caseId, seq }: Followed,
): Promise<FollowView> {
  const { cases } = await parts.store.read({ cases: [caseId], commands: [], sequences: [] });
  const history = await parts.store.history(caseId);
  const matter = cases.get(caseId);
  if (matter === undefined) throw new Error(`a code leads to no matter: ${caseId}`);
  const workflow = await parts.definitions.get(matter.hash);
  return seq === 1
    ? wayOfMatter({ workflow, matter, history })
    : wayWithin({ workflow, matter, history, seq });
}

type Step = FollowView["steps"][number];

interface Way {
  workflow: Workflow;
  matter: Case;
  history: readonly HistoryEntry[];
}

/** An objection that is a matter of its own: received, each state it came to, where it is, what is to come. */
function wayOfMatter({ workflow, matter, history }: Way): FollowView {
  const [first] = history;
  const received: Step = step(workflow.source.start.label, "done", first);
  const isOpen = matter.status === "open";
  const current = namedLeaves(workflow, matter);
  const arrivals = history.flatMap((entry) => arrivalsOf(workflow, entry));
  const past = isOpen
    ? arrivals.filter(({ title }) => !current.some((leaf) => leaf.title.zh === title.zh))
    : arrivals;
  const now = current.map(({ path, title }): Step => {
    const day = matter.entered[path]?.at;
    return {
      ...step(title, "now"),
      day: day === undefined ? null : dayOf(day),
      due: dueOf(matter.timers, path)?.day ?? null,
    };
  });
  const later = phaseViews(workflow, matter)
    .filter(({ is }) => is === "to")
    .map(({ title }) => step(title, "to"));
  return {
    number: matter.number,
    steps: [received, ...past, ...(isOpen ? [...now, ...later] : [])],
    ended: !isOpen,
  };
}

/**
 * An objection within another matter: received, what the matter came to by it, and where that led. Of what the
 * matter does besides nothing is told.
 */
function wayWithin({ workflow, history, seq }: Way & { seq: number }): FollowView {
  const entry = history.find((one) => one.seq === seq);
  const command = entry?.command;
  const meta = command?.type === "event" ? eventMeta(workflow, command.event) : undefined;
  const received = step(meta?.label ?? RECEIVED, "done", entry);
  const arrived = entry?.outcome.arrived ?? [];
  const after = history.find(
    (one) => one.seq > seq && arrived.some((path) => one.outcome.left.includes(path)),
  );
  const looking = entry === undefined ? [] : arrivalsOf(workflow, entry);
  const steps = looking.map((one): Step => ({ ...one, is: after === undefined ? "now" : "done" }));
  const left = after === undefined ? [] : arrivalsOf(workflow, after);
  return {
    number: null,
    steps: [received, ...steps, ...left],
    ended: arrived.length === 0 || after !== undefined,
  };
}

const RECEIVED: Text = { zh: "收到异议", en: "Objection received" };

/** The innermost named states that a step came to. */
function arrivalsOf(workflow: Workflow, entry: HistoryEntry): Step[] {
  const { arrived, state, status } = entry.outcome;
  return namedLeaves(workflow, { state, status })
    .filter(({ path }) => arrived.includes(path))
    .map(({ title }) => step(title, "done", entry));
}

function step(title: Text, is: Step["is"], entry?: HistoryEntry): Step {
  const day = entry === undefined ? null : dayOf(entry.command.occurredAt);
  return { title, is, day, due: null };
}
