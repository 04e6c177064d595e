import type { Command } from "../../engine/command";
import type { Ancestor } from "../../engine/links/ancestry";
import { SYSTEM, type Person } from "../../engine/person";
import type { Refusal } from "../../engine/refusal";
import { decideStep, sequencesUsed, type StepToDecide } from "../cases/decide-step";
import { openLinked, openMatter } from "../cases/open-matter";
import { newCaseId } from "../cases/new-id";
import type { StoryMatter, StoryWorld } from "./story-world";

/** How a command came out: the matter it was about, or why it was refused. */
export type Taken = { ok: true; caseId: string; opened: string | null } | Refused;
type Refused = { ok: false; refusal: Refusal };

/** Begins a matter in a village, as the product would: by the person's reach, the model and the day. */
export async function beginMatter(
  world: StoryWorld,
  ask: { command: Command; person: Person; package: string; place: string },
): Promise<Taken> {
  const { definitions, directory, now: at } = world;
  const { command, person, place } = ask;
  const caseId = newCaseId(place, at);
  const opened = await openMatter({ definitions, directory }, { ...ask, caseId, at });
  if (!opened.ok) return opened;
  const step = {
    ...{ ...opened.value, matter: null, command, person, now: at, readers: EVERYBODY },
    directory: directory(),
  };
  return store(world, step);
}

/** Takes a step of a matter that is there; what it opens begins with it. */
export async function takeCommand(
  world: StoryWorld,
  ask: { of: StoryMatter; command: Command; person: Person },
): Promise<Taken> {
  const { of, command, person } = ask;
  const { workflow, matter } = of;
  const { definitions, directory, now: at } = world;
  const step: StepToDecide = {
    ...{ workflow, matter, command, person, now: at, readers: EVERYBODY },
    directory: directory(),
  };
  if (command.type === "event") {
    const ancestors = (id: string) => Promise.resolve(ancestorsIn(world, id));
    const parts = { definitions, directory, ancestors };
    const linked = await openLinked(parts, { ...step, matter, command, at });
    if (!linked.ok) return linked;
    if (linked.value !== null) step.linked = linked.value;
  }
  return store(world, step);
}

/** What the product itself tells a matter: clocks, linked matters, jobs. */
export function tellMatter(
  world: StoryWorld,
  of: StoryMatter,
  command: { id: string } & Record<string, unknown>,
): Promise<Taken> {
  const { matter } = of;
  const occurredAt = Math.min(
    world.now,
    Math.max(Number(command["occurredAt"] ?? world.now), matter.lastAt),
  );
  const whole = { ...command, expectedSeq: matter.seq, occurredAt } as unknown as Command;
  return takeCommand(world, { of, command: whole, person: SYSTEM });
}

/** A story's reader sees everything. */
const EVERYBODY: ReadonlySet<string> = new Set();

function store(world: StoryWorld, step: StepToDecide): Taken {
  const keys = sequencesUsed(step);
  const numbers = Object.fromEntries(keys.map((key) => [key, world.numbers.get(key) ?? 0]));
  const decided = decideStep(step, numbers);
  if (!decided.ok) return decided;
  const [own, child] = decided.steps;
  if (own === undefined) throw new Error("an accepted step is stored");
  for (const { next, entry } of decided.steps) {
    const opened = step.linked?.children.find(({ opening }) => opening.caseId === next.id);
    keep(world, { workflow: opened?.workflow ?? step.workflow, next, entry });
  }
  return { ok: true, caseId: own.next.id, opened: child?.next.id ?? null };
}

/** What stands above a matter of the story, the nearest first. */
function ancestorsIn(world: StoryWorld, id: string): Ancestor[] {
  const above: Ancestor[] = [];
  for (let of = parentOf(world, id); of !== undefined; of = parentOf(world, of.matter.id)) {
    const { matter } = of;
    const { workflow, status, place, owner } = matter;
    above.push({ id: matter.id, workflow, status, place: place.code, owner: owner.id });
  }
  return above;
}

function parentOf(world: StoryWorld, id: string): StoryMatter | undefined {
  return world.matters.get(world.matters.get(id)?.parent?.id ?? "");
}

function keep(
  world: StoryWorld,
  stored: { workflow: StoryMatter["workflow"] } & Pick<StoryStored, "next" | "entry">,
): void {
  const { workflow, next, entry } = stored;
  const known = world.matters.get(next.id);
  const history = [...(known?.history ?? []), entry];
  world.matters.set(next.id, { workflow, matter: next, history, parent: known?.parent ?? null });
  for (const { key, value } of entry.outcome.numbers) world.numbers.set(key, value);
  for (const effect of entry.outcome.effects) world.orders.push({ caseId: next.id, effect });
  // A child is stored after its parent, whose links name it already.
  for (const [id, { matter }] of world.matters) {
    for (const [link, children] of Object.entries(matter.links)) {
      if (children.some((child) => child.id === next.id)) {
        adoptChild(world, { id: next.id, parent: id, link });
      }
    }
  }
}

type StoryStored = { next: StoryMatter["matter"]; entry: StoryMatter["history"][number] };

function adoptChild(
  world: StoryWorld,
  { id, parent, link }: { id: string; parent: string; link: string },
): void {
  const child = world.matters.get(id);
  if (child !== undefined && child.parent === null) child.parent = { id: parent, link, told: 0 };
}
