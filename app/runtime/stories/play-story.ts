import type { Version } from "../../engine/change/proposal";
import { refuse } from "../../engine/errors";
import { canonicalJson, own, type Json } from "../../engine/json";
import { pointerTo } from "../../engine/json-pointer";
import { anonymousVillager, SYSTEM } from "../../engine/person";
import type { Refusal } from "../../engine/refusal";
import { checkHistory } from "../../engine/scenario/check-history";
import type { ScenarioReport, StepReport } from "../../engine/scenario/scenario";
import { scenarioCommand } from "../../engine/scenario/scenario-command";
import type { Story, StoryChange, StoryStep } from "../../engine/scenario/story";
import { say } from "../../engine/text";
import { DAY, HOUR, MINUTE } from "../../engine/time/duration";
import { clockOf, dayOf, instantOf } from "../../engine/time/zone";
import type { PatchOperation } from "../../engine/variant/patch";
import { calendarOf } from "../../engine/workflow";
import { withItemIds } from "../demo/demo-matter";
import { villagesUnder } from "../models/read-force";
import { passTime, settleWorld } from "./settle-world";
import { checkStoryStep } from "./story-expectation";
import {
  adoptionRow,
  createWorld,
  matterNamed,
  personOf,
  type StoryContext,
  type StoryMatter,
  type StoryWorld,
} from "./story-world";
import { beginMatter, takeCommand } from "./take-command";

/**
 * Plays a story across packages, in memory: links really open and report, clocks really run, what is adopted or
 * published decides which definition a new matter gets. Every matter's history is held against fold and replay.
 */
export async function playStory(story: Story, context: StoryContext): Promise<ScenarioReport> {
  const world = createWorld(story, context);
  const steps: StepReport[] = [];
  for (const [index, step] of story.steps.entries()) {
    steps.push(await playStep(world, step, index));
  }
  steps.at(-1)?.problems.push(...checkHistories(world));
  const passed = steps.every(({ problems }) => problems.length === 0);
  return { title: story.title, passed, steps };
}

async function playStep(world: StoryWorld, step: StoryStep, index: number): Promise<StepReport> {
  const to = step.clock === undefined ? world.now : instantOf(step.clock);
  const { days = 0, hours = 0, minutes = 0 } = step.wait ?? {};
  const passed = await passTime(world, to + days * DAY + hours * HOUR + minutes * MINUTE);
  await changeWorld(world, step);
  const before = step.matter === undefined ? undefined : matterNamed(world, step.matter);
  const taken = await actOnAll(world, step, index);
  const settled = await settleWorld(world);
  const of = step.matter === undefined ? undefined : matterNamed(world, step.matter);
  const entries = (of?.history ?? []).slice(before?.history.length ?? 0);
  const found = { step, of, entries, refusal: taken };
  return {
    index,
    title: titleOf(step),
    at: `${dayOf(world.now)} ${clockOf(world.now)}`,
    state: of === undefined ? "" : canonicalJson(of.matter.state as Json),
    problems: [...passed, ...settled, ...checkStoryStep(world, found)],
    ...(taken === null ? {} : { refusal: say(taken.message, world.context.language ?? "zh") }),
    ...(taken?.because === undefined ? {} : { reasons: taken.because }),
  };
}

/** What happens beside matters: adoptions, kinds, publications, posts. */
async function changeWorld(world: StoryWorld, step: StoryStep): Promise<void> {
  const { adopt, kind, change, appoint, relieve } = step;
  if (adopt !== undefined) world.save({ modelAdoptions: [adoptionRow(adopt)] });
  if (kind !== undefined) {
    const { village: unit, from } = kind;
    world.save({ villageKinds: [{ unit, kind: kind.kind, from, decidedBy: null }] });
  }
  if (change !== undefined) world.versions.push(await versionOf(world, change));
  const posts = [appoint, relieve].flatMap((post) => post ?? []);
  for (const { person: user, role, unit } of posts) {
    const row = { id: `${user}:${role}@${unit}`, user, role, unit, from: 0 };
    world.save({ assignments: [{ ...row, to: relieve === undefined ? null : world.now }] });
  }
}

/** A step about one matter, or the same about several; the first refusal, or null. */
async function actOnAll(
  world: StoryWorld,
  step: StoryStep,
  index: number,
): Promise<Refusal | null> {
  if (step.matters === undefined) return act(world, step, index);
  const taken: (Refusal | null)[] = [];
  for (const matter of step.matters) taken.push(await act(world, { ...step, matter }, index));
  return taken.find((one) => one !== null) ?? null;
}

/** A step about a matter; null where nothing was refused. */
async function act(world: StoryWorld, step: StoryStep, index: number): Promise<Refusal | null> {
  const of = step.matter === undefined ? undefined : matterNamed(world, step.matter);
  const count = (world.commands += 1);
  const matter = of?.matter ?? null;
  // Reminders are steps too, so a story cannot know the ids of items: `#0` is the first of its list.
  const form = step.form && withItemIds(step.form, matter?.data ?? {});
  const named = form === undefined ? step : { ...step, form };
  const roles = personOf(world, step.by ?? "").assignments.map(({ role }) => role);
  const command = scenarioCommand(named, { matter, now: world.now, count, roles });
  if (command === null) return null;
  const taken =
    step.start === undefined
      ? of === undefined
        ? { ok: false as const, refusal: refuse("case/not-found") }
        : await takeCommand(world, { of, command, person: actorOf(world, step, of) })
      : await beginMatter(world, {
          ...{ command, person: personOf(world, step.by ?? "") },
          ...{ package: step.package ?? "", place: step.place ?? "" },
        });
  if (!taken.ok) return taken.refusal;
  if (step.start !== undefined) world.names.set(step.matter ?? `#${index}`, taken.caseId);
  if (step.opens !== undefined && taken.opened !== null) world.names.set(step.opens, taken.opened);
  return step.opens !== undefined && taken.opened === null
    ? refuse("case/unknown-link", { child: step.opens })
    : null;
}

function actorOf(world: StoryWorld, step: StoryStep, { matter }: StoryMatter) {
  if (step.public === true) return anonymousVillager(matter.place.code);
  return step.by === undefined ? SYSTEM : personOf(world, step.by);
}

function titleOf(step: StoryStep): string {
  const beside = (["adopt", "kind", "change", "appoint", "relieve", "compare"] as const).find(
    (key) => step[key] !== undefined,
  );
  const what =
    step.event ??
    step.move ??
    step.vote ??
    step.operation ??
    (step.start === undefined ? beside : "start");
  const who = step.by ?? (step.public === true ? "public" : undefined);
  return [who, step.matter, what ?? step.job ?? "wait"]
    .filter((part) => part !== undefined)
    .join(" ");
}

/** What a county published, as the product keeps it: a version of a scope, with its patch. */
async function versionOf(world: StoryWorld, change: StoryChange): Promise<Version> {
  const { unit, package: packageId, model = null, from, parameters = {}, patch = [] } = change;
  const before = await paramsBefore(world, change);
  const set = Object.entries(parameters).flatMap(([name, value]): PatchOperation[] => {
    const path = pointerTo("/workflow/parameters", name, "value");
    const test: PatchOperation = { op: "test", path, value: own(before, name) ?? null };
    return [test, { op: "replace", path, value }];
  });
  return {
    ...{ id: `story-${world.versions.length + 1}`, scope: { unit, package: packageId, model } },
    ...{ status: "published", revision: 1, basedOn: null, exemptions: [], why: "", from },
    ...{ wantedFrom: null, opinion: null, trialRead: null, log: [] },
    patch: [...patch, ...set],
  };
}

/** The parameters that the first village in the change's scope has without it. */
async function paramsBefore(
  { directory, definitions }: StoryWorld,
  { unit, package: packageId, model, from: day }: StoryChange,
): Promise<Record<string, Json>> {
  const places = villagesUnder(directory(), unit).map(({ covers }) => covers[0] ?? "");
  const place = places.find((code) => {
    const found = definitions.models.modelAt({ place: code, day });
    return model === undefined || (found.ok && found.value?.model.id === model);
  });
  const found = await definitions.resolve({ package: packageId, place: place ?? "", day });
  return found.ok ? (found.value.params as Record<string, Json>) : {};
}

function checkHistories(world: StoryWorld): string[] {
  return [...world.matters.values()].flatMap(({ workflow, matter, history }) =>
    checkHistory(matter, history, { workflow, calendar: calendarOf(workflow) }).map(
      (text) => `${matter.workflow} ${matter.number ?? matter.id}: ${text}`,
    ),
  );
}
