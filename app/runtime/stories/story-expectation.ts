import { compareModel } from "../../engine/model/compare-model";
import type { HistoryEntry } from "../../engine/case";
import { canonicalJson, own, sameJson, type Json } from "../../engine/json";
import { leavesOf } from "../../engine/machine/state-value";
import type { Refusal } from "../../engine/refusal";
import { checkExpectation } from "../../engine/scenario/expectation";
import type { StoryExpectation, StoryStep } from "../../engine/scenario/story";
import { say } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import { matterPeople } from "../people/matter-people";
import { CANDIDATE, readForce, SELECTION, villagesUnder } from "../models/read-force";
import { matterNamed, personOf, type StoryMatter, type StoryWorld } from "./story-world";

/** What came of one step of a story. */
export interface StepFound {
  step: StoryStep;
  /** The matter that the step was about, where it was about one. */
  of: StoryMatter | undefined;
  entries: readonly HistoryEntry[];
  refusal: Refusal | null;
}

/** Holds what happened against what was expected; every difference is one sentence. */
export function checkStoryStep(world: StoryWorld, found: StepFound): string[] {
  const { step } = found;
  const { params, states, books, model, verdicts, ...rest } = step.expect ?? {};
  return [
    ...checkOwn(world, found, rest),
    ...checkParams(found.of, params),
    ...checkStates(world, states),
    ...checkBooks(world, books),
    ...checkModels(world, model),
    ...checkVerdicts(world, step, verdicts),
  ];
}

/** What is expected as in a scenario, of the matter that the step is about. */
function checkOwn(world: StoryWorld, found: StepFound, expect: StoryExpectation): string[] {
  const { step, of, entries, refusal } = found;
  const { language = "zh" } = world.context;
  if (of === undefined) {
    if (refusal === null) return Object.keys(expect).map((key) => `${key} of no matter`);
    return refusal.code === expect.refused
      ? []
      : [`refused: ${refusal.code} ${say(refusal.message, language)}`];
  }
  return checkExpectation({
    ...{ workflow: of.workflow, matter: of.matter, entries, history: of.history, refusal, expect },
    person: step.by === undefined ? undefined : personOf(world, step.by),
    people: matterPeople(world.directory(), {
      ...{ place: of.matter.place.code, owner: of.matter.owner.id },
      ...{ workflow: of.matter.workflow, now: world.now },
    }),
    now: world.now,
    language,
  });
}

function checkParams(of: StoryMatter | undefined, params: StoryExpectation["params"]): string[] {
  return Object.entries(params ?? {}).flatMap(([name, wanted]) =>
    differ(`parameter ${name}`, own(of?.workflow.params as Record<string, Json>, name), wanted),
  );
}

function checkStates(world: StoryWorld, states: StoryExpectation["states"]): string[] {
  return Object.entries(states ?? {}).flatMap(([name, wanted]) => {
    const found = matterNamed(world, name);
    if (found === undefined) return [`there is no matter called ${name}`];
    const names = leavesOf(found.matter.state).flatMap((leaf) => leaf.split("."));
    return names.includes(wanted) ? [] : [`${name} is in ${names.join(".")}, expected ${wanted}`];
  });
}

function checkBooks(world: StoryWorld, books: StoryExpectation["books"]): string[] {
  return Object.entries(books ?? {}).flatMap(([name, registers]) => {
    const lines = matterNamed(world, name)?.history.flatMap(({ outcome }) => outcome.registers);
    return Object.entries(registers).flatMap(([register, cells]) => {
      const line = lines?.findLast((one) => one.register === register);
      return Object.entries(cells).flatMap(([column, text]) =>
        differ(`${name} ${register}.${column}`, own(line?.cells, column), text),
      );
    });
  });
}

function checkModels(world: StoryWorld, model: StoryExpectation["model"]): string[] {
  const day = dayOf(world.now);
  return Object.entries(model ?? {}).flatMap(([place, wanted]) => {
    const found = world.definitions.models.modelAt({ place, day });
    if (!found.ok) return [`the model of ${place}: ${found.refusal.code}`];
    return differ(`the model of ${place}`, found.value?.model.id ?? null, wanted);
  });
}

function checkVerdicts(
  world: StoryWorld,
  { compare }: StoryStep,
  verdicts: StoryExpectation["verdicts"],
): string[] {
  return Object.entries(verdicts ?? {}).flatMap(([id, wanted]) => {
    const model = world.definitions.models.sources.get(id);
    if (model === undefined || compare === undefined) return [`nothing was compared with ${id}`];
    const found = compareModel(
      model,
      forceOf(world, compare.unit),
      world.context.registry.operators,
    );
    const failing = found.demands.filter(({ truth }) => truth === false).map(({ name }) => name);
    const needed = Object.fromEntries(found.slots.map((slot) => [slot.name, slot.needed]));
    return [
      ...differ(`${id}`, found.verdict, wanted.verdict),
      ...(wanted.failing === undefined ? [] : differ(`${id} fails`, failing, wanted.failing)),
      ...(wanted.needed === undefined ? [] : differ(`${id} needs`, needed, wanted.needed)),
    ];
  });
}

/** Villages with a round of selection know how many stand in it. */
function forceOf(world: StoryWorld, unit: string): ReturnType<typeof readForce> {
  const villages = villagesUnder(world.directory(), unit);
  const matters = [...world.matters.values()].map(({ matter }) => matter);
  const hasRound = matters.some(({ workflow }) => workflow === SELECTION);
  const standing = matters.filter(
    ({ workflow, status }) => workflow === CANDIDATE && status === "open",
  );
  const candidates = new Map(
    (hasRound ? villages : []).map(({ covers: [code = ""] }) => [
      code,
      standing.filter(({ place }) => place.code === code).length,
    ]),
  );
  return readForce(world.directory(), { villages, now: world.now, candidates });
}

function differ(what: string, is: Json | undefined, wanted: Json): string[] {
  if (sameJson(is, wanted)) return [];
  return [`${what} is ${canonicalJson(is ?? null)}, expected ${canonicalJson(wanted)}`];
}
