import type { Effect, Timer } from "../../engine/case";
import type { Json, JsonObject } from "../../engine/json";
import { carryOutOrder, orderAnswer, type PlatformOrder } from "../../engine/model/platform-order";
import { endOfParent, endsWith, parseParentWord } from "../../engine/links/cancel";
import { parseTell } from "../../engine/projection/tell";
import { linkReport } from "../../engine/steps/link-report";
import type { Instant } from "../../engine/time/types";
import { createValidator } from "../../engine/validation/validator";
import type { StoryMatter, StoryWorld } from "./story-world";
import { tellMatter } from "./take-command";

/** More rounds than any honest story needs: two packages that answer each other for ever end here. */
const MOST_ROUNDS = 500;

/** Does what steps have ordered, until nothing is left: children are told, parents hear, decisions take effect. */
export async function settleWorld(world: StoryWorld): Promise<string[]> {
  const problems: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const order = world.orders.shift();
    if (order !== undefined) problems.push(...(await carryOut(world, order)));
    else if (!(await reportOne(world))) return problems;
  }
  return [...problems, "the matters answer each other without end"];
}

/** Lets time pass up to a moment: every clock that runs out on the way fires, earliest first. */
export async function passTime(world: StoryWorld, to: Instant): Promise<string[]> {
  const problems: string[] = [];
  const refused = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = earliest(world, { to, refused });
    if (next === undefined) {
      world.now = Math.max(world.now, to);
      return problems;
    }
    const { of, timer, at } = next;
    world.now = Math.max(world.now, at);
    const { matter } = of;
    const sent = { id: `timer:${timer.id}`, type: "timer", timer: timer.id, occurredAt: at };
    const taken = await tellMatter(world, of, sent);
    if (!taken.ok) {
      refused.add(`${matter.id} ${timer.id}`);
      problems.push(`the clock ${timer.deadline} was refused: ${taken.refusal.code}`);
    }
    problems.push(...(await settleWorld(world)));
  }
  return [...problems, "the clocks start each other without end"];
}

function earliest(
  world: StoryWorld,
  { to, refused }: { to: Instant; refused: ReadonlySet<string> },
): { of: StoryMatter; timer: Timer; at: Instant } | undefined {
  const due = [...world.matters.values()].flatMap((of) =>
    of.matter.timers.flatMap((timer) => {
      const at = timer.dueAt;
      const waits = !timer.blocked && !timer.fired && !refused.has(`${of.matter.id} ${timer.id}`);
      return at !== null && at <= to && waits ? [{ of, timer, at }] : [];
    }),
  );
  return due.sort((a, b) => a.at - b.at)[0];
}

async function carryOut(
  world: StoryWorld,
  { caseId, effect }: { caseId: string; effect: Effect },
): Promise<string[]> {
  const of = world.matters.get(caseId);
  const tell = parseTell(effect.action);
  if (of === undefined) return [];
  if (tell !== undefined) return tellChild(world, { told: tell.name, effect });
  const link = parseParentWord(effect.action);
  if (link !== undefined) return haveFollow(world, { parent: of, link, effect });
  return effect.action.startsWith("job:") ? runJob(world, of, effect) : [];
}

/** A child that does not wait for it stays as it is. */
async function tellChild(
  world: StoryWorld,
  { told, effect }: { told: string; effect: Effect },
): Promise<string[]> {
  const { child, at, data } = effect.params;
  const of = world.matters.get(String(child));
  if (of === undefined) return [`told ${String(child)}, which is not there`];
  const sent = { id: `tell:${effect.id}`, type: "told", told, data: data ?? {}, occurredAt: at };
  const taken = await tellMatter(world, of, sent);
  return taken.ok || taken.refusal.code === "case/not-told-now" ? [] : [taken.refusal.code];
}

/** A child follows how its parent stands now; what people did with it meanwhile stands. */
async function haveFollow(
  world: StoryWorld,
  { parent, link, effect }: { parent: StoryMatter; link: string; effect: Effect },
): Promise<string[]> {
  const { child, at } = effect.params;
  const of = world.matters.get(String(child));
  if (of === undefined) return [`${String(child)} is not there`];
  const { id, status, end } = parent.matter;
  const how = endOfParent(parent.matter);
  if (how !== null && !endsWith(parent.workflow.source.links?.[link] ?? {}).includes(how))
    return [];
  const sent = { id: `parent:${effect.id}`, type: "parent", parent: id, status, end };
  const taken = await tellMatter(world, of, { ...sent, occurredAt: at });
  const stands = ["case/not-open", "case/not-ended-with"];
  return taken.ok || stands.includes(taken.refusal.code) ? [] : [taken.refusal.code];
}

/** Only what a job has the platform do is done by itself; other jobs come in as steps of the story. */
async function runJob(world: StoryWorld, of: StoryMatter, effect: Effect): Promise<string[]> {
  const name = effect.action.slice("job:".length);
  const fullName = of.workflow.source.jobs?.[name]?.job ?? "";
  const job = of.workflow.registry.jobs.get(fullName);
  if (job === undefined || !fullName.startsWith("models.")) return [];
  const value = await job.run({
    params: effect.params,
    options: {},
    idempotencyKey: effect.id,
    signal: new AbortController().signal,
    progress: () => undefined,
    solve: () => Promise.reject(new Error("a story solves nothing")),
    order: (order) => Promise.resolve(carryOutIn(world, order, of.matter.id)),
  });
  const result: JsonObject = { value };
  const sent = { id: `job:${effect.id}`, type: "job", job: name, effect: effect.id, result };
  const taken = await tellMatter(world, of, sent);
  return taken.ok ? [] : [`the job ${name} came back and was refused: ${taken.refusal.code}`];
}

function carryOutIn(world: StoryWorld, order: PlatformOrder, caseId: string): Json {
  const { loaded, registry } = world.context;
  const carried = carryOutOrder(order, {
    known: world.directory(),
    models: world.definitions.models.sources,
    kinds: loaded.kinds,
    packages: new Map(loaded.packages.map(({ id, document }) => [id, document])),
    validator: createValidator(registry.formats),
    decidedBy: caseId,
  });
  if (carried.ok) world.save(carried.value);
  return orderAnswer(carried);
}

/** Tells one parent of one step of one child; false where everybody has been told. */
async function reportOne(world: StoryWorld): Promise<boolean> {
  for (const child of world.matters.values()) {
    const { parent, history, matter } = child;
    const next = parent === null ? undefined : history.find(({ seq }) => seq > parent.told);
    const of = world.matters.get(parent?.id ?? "");
    if (parent === null || next === undefined || of === undefined) continue;
    parent.told = next.seq;
    const about = { workflow: of.workflow, link: parent.link, child: matter.id };
    const report = linkReport(history.slice(0, next.seq), about);
    if (report === null) return true;
    await tellMatter(world, of, { ...report, id: `link:${matter.id}:${next.seq}` });
    return true;
  }
  return false;
}
