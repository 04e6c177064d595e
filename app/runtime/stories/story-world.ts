import { versionOn } from "../../engine/change/in-force";
import type { Version } from "../../engine/change/proposal";
import type { Case, Effect, HistoryEntry } from "../../engine/case";
import type { JsonObject } from "../../engine/json";
import type { PeopleSnapshot } from "../../engine/people-ports";
import type { Person } from "../../engine/person";
import type { Registry } from "../../engine/plugin/registry-types";
import type { DefinitionStore } from "../../engine/ports";
import type { Story, StoryAdoption } from "../../engine/scenario/story";
import type { Language } from "../../engine/text";
import { dayOf, instantOf } from "../../engine/time/zone";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import { createDefinitions, type Definitions } from "../definitions";
import { demoUnits } from "../demo/demo-units";
import type { LoadedPackages } from "../load-packages";
import { createModels } from "../models/models";
import { createDirectory, type Directory } from "../people/directory";

/** What stories are played on: the packages and models of a folder, and the installed plugins. */
export interface StoryContext {
  loaded: Pick<LoadedPackages, "packages" | "models" | "kinds" | "roles">;
  registry: Registry;
  /** In which refusals are told; Chinese where it is left out. */
  language?: Language;
}

/** A matter of the story as it stands. */
export interface StoryMatter {
  workflow: Workflow;
  matter: Case;
  history: HistoryEntry[];
  /** Where it was opened by another: by whom, over which link, and up to which step the parent was told. */
  parent: { id: string; link: string; told: number } | null;
}

/** Everything in memory: people, units, what is adopted and published, all matters, and the clock. */
export interface StoryWorld {
  story: Story;
  context: StoryContext;
  now: Instant;
  directory(): Directory;
  /** Adds or replaces rows by the same keys as the store does. */
  save(change: Partial<PeopleSnapshot>): void;
  definitions: Definitions;
  versions: Version[];
  matters: Map<string, StoryMatter>;
  /** The story's own names for matters. */
  names: Map<string, string>;
  numbers: Map<string, number>;
  /** What steps have ordered and nobody has done yet. */
  orders: { caseId: string; effect: Effect }[];
  /** Commands counted, for their ids. */
  commands: number;
}

/** The world as it is before the first step. */
export function createWorld(story: Story, context: StoryContext): StoryWorld {
  const { packages, models, roles } = context.loaded;
  let snapshot = beginning(story);
  let known = createDirectory(snapshot);
  const directory = (): Directory => known;
  const versions: Version[] = [];
  const definitions = createDefinitions({
    ...{ store: memoryStore(), registry: context.registry, roles, packages, directory },
    models: createModels({ packages, models, directory }),
    changes: { versionOn: (scope, day) => versionOn(versions, scope, day) },
  });
  return {
    ...{ story, context, directory, definitions, versions },
    now: instantOf(story.clock),
    save(change) {
      snapshot = withRows(snapshot, change);
      known = createDirectory(snapshot);
    },
    ...{ matters: new Map(), names: new Map(), numbers: new Map(), orders: [], commands: 0 },
  };
}

/** Somebody of the story; a person without posts where the story does not know the name. */
export function personOf(world: StoryWorld, key: string): Person {
  return (
    world.directory().findPerson(key) ?? {
      id: key,
      name: world.story.people[key]?.name ?? key,
      assignments: [],
    }
  );
}

/** A matter by the story's name for it. */
export function matterNamed(world: StoryWorld, name: string): StoryMatter | undefined {
  return world.matters.get(world.names.get(name) ?? "");
}

/** An adoption as the story tells it, as a row. */
export function adoptionRow(told: StoryAdoption): PeopleSnapshot["modelAdoptions"][number] {
  const { unit, kind = null, model, from, to = null, settings = {} } = told;
  return { unit, kind, model, from, to, settings, decidedBy: null };
}

function beginning(story: Story): PeopleSnapshot {
  const started = instantOf(story.clock);
  const today = dayOf(started);
  const villages = Object.entries(story.villages ?? {});
  const facts = [
    ...villages.map(([unit, { facts: known }]) => ({ unit, facts: known })),
    ...Object.entries(story.counties ?? {}).map(([unit, known]) => ({ unit, facts: known })),
  ];
  return {
    units: [...demoUnits(), ...(story.units ?? [])],
    users: Object.entries(story.people).map(([id, { name }]) => ({
      ...{ id, login: id.toLowerCase(), name, passwordHash: null, demo: true, disabledAt: null },
      ...{ language: "zh", largeType: false, createdAt: started },
    })),
    assignments: Object.entries(story.people).flatMap(([user, { posts }]) =>
      posts.map(({ role, unit }) => ({
        ...{ id: `${user}:${role}@${unit}`, user, role, unit, from: 0, to: null },
      })),
    ),
    adoptions: [...(story.adoptions ?? [])],
    substitutions: [],
    modelAdoptions: (story.models ?? []).map(adoptionRow),
    villageKinds: villages.flatMap(([unit, { kind }]) =>
      kind === undefined ? [] : [{ unit, kind, from: "2000-01-01", decidedBy: null }],
    ),
    unitFacts: facts.flatMap(({ unit, facts: known }) =>
      known === undefined ? [] : [{ unit, facts: known, day: today }],
    ),
  };
}

function withRows(before: PeopleSnapshot, change: Partial<PeopleSnapshot>): PeopleSnapshot {
  const merge = <T>(old: T[], added: T[] | undefined, key: (row: T) => string): T[] => {
    const rows = new Map([...old, ...(added ?? [])].map((row) => [key(row), row]));
    return [...rows.values()];
  };
  return {
    ...before,
    assignments: merge(before.assignments, change.assignments, ({ id }) => id),
    substitutions: merge(before.substitutions, change.substitutions, ({ id }) => id),
    modelAdoptions: merge(before.modelAdoptions, change.modelAdoptions, (row) =>
      [row.unit, row.kind ?? "", row.from].join(" "),
    ),
    villageKinds: merge(before.villageKinds, change.villageKinds, ({ unit, from }) =>
      [unit, from].join(" "),
    ),
  };
}

function memoryStore(): DefinitionStore {
  const kept = new Map<string, JsonObject>();
  return {
    findDefinition: (hash) => Promise.resolve(kept.get(hash)),
    saveDefinition(hash, document) {
      kept.set(hash, document);
      return Promise.resolve();
    },
  };
}
