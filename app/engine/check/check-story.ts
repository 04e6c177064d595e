import { ERRORS, type ErrorCode } from "../errors";
import { own, type JsonObject } from "../json";
import { pointerTo } from "../json-pointer";
import type { Story, StoryStep } from "../scenario/story";
import type { DefinitionDocument } from "../workflow-source";
import type { ModelContext } from "./check-model";
import { checkShape } from "./check-shape";
import { problem, type Problem } from "./problem";
import { buildStateGraph } from "./state-graph";
import { unknownName } from "./unknown-name";

/** What a story is held against: what a model is, and the models themselves. */
export interface StoryCheckContext extends Pick<
  ModelContext,
  "packages" | "roles" | "kinds" | "schemas"
> {
  models: readonly string[];
}

/** What a step does with a matter; a step with none of these changes the world, or only lets time pass. */
const KINDS = ["start", "event", "move", "call", "job"] as const;

/**
 * A story across packages: its shape, and that everything it names exists. Whether it passes is for `qy test` to say.
 * Pointers start at the file.
 */
export function checkStory(file: JsonObject, context: StoryCheckContext): Problem[] {
  const shape = checkShape(file, { kind: "story", schemas: context.schemas, pointer: "" });
  if (shape.length > 0) return shape;
  const story = file as unknown as Story;
  // Which package each matter of the story is of, as far as the steps so far tell.
  const matters = new Map<string, DefinitionDocument | undefined>();
  return [
    ...checkPeople(story, context),
    ...(story.models ?? []).flatMap(({ model, kind }, i) =>
      checkAdoption({ model, kind }, pointerTo("/models", i), context),
    ),
    ...story.steps.flatMap((step, i) => {
      const pointer = pointerTo("/steps", i);
      const found = [
        ...checkKind(step, pointer, Object.keys(story.people)),
        ...checkMatter(step, pointer, { matters, context }),
        ...checkBeside(step, pointer, context),
        ...checkExpected(step, pointer, { matters, context }),
      ];
      remember(step, { matters, context });
      return found;
    }),
  ];
}

interface Known {
  matters: Map<string, DefinitionDocument | undefined>;
  context: StoryCheckContext;
}

function checkPeople({ people }: Story, { roles }: StoryCheckContext): Problem[] {
  return Object.entries(people).flatMap(([key, { posts }]) =>
    posts.flatMap(({ role }, i) => {
      const at = { pointer: pointerTo("/people", key, "posts", i, "role"), name: role };
      return unknownName("check/unknown-role", at, Object.keys(roles));
    }),
  );
}

function checkAdoption(
  { model, kind }: { model: string; kind: string | undefined },
  pointer: string,
  { models, kinds }: StoryCheckContext,
): Problem[] {
  return [
    ...unknownName(
      "model/unknown-name",
      { pointer: pointerTo(pointer, "model"), name: model },
      models,
    ),
    ...(kind === undefined
      ? []
      : unknownName(
          "model/unknown-kind",
          { pointer: pointerTo(pointer, "kind"), name: kind },
          Object.keys(kinds),
        )),
  ];
}

function checkKind(step: StoryStep, pointer: string, people: readonly string[]): Problem[] {
  const kinds = KINDS.filter((kind) => step[kind] !== undefined);
  const [kind] = kinds;
  const isByPerson = kind !== undefined && kind !== "job" && step.public !== true;
  return [
    ...(kinds.length > 1
      ? [problem("check/scenario-kinds", pointer, { kinds: kinds.join(", ") })]
      : []),
    ...(isByPerson && step.by === undefined
      ? [problem("check/missing-key", pointer, { key: "by" })]
      : []),
    ...(kind !== undefined && step.matter === undefined && step.matters === undefined
      ? [problem("check/missing-key", pointer, { key: "matter" })]
      : []),
    ...[step.by, step.appoint?.person, step.relieve?.person].flatMap((name) =>
      name === undefined ? [] : unknownName("check/unknown-person", { pointer, name }, people),
    ),
  ];
}

function checkMatter(step: StoryStep, pointer: string, { matters, context }: Known): Problem[] {
  const { matter, event, start, package: packageId, place } = step;
  if (start !== undefined) {
    const missing = packageId === undefined ? "package" : place === undefined ? "place" : undefined;
    return [
      ...(missing === undefined ? [] : [problem("check/missing-key", pointer, { key: missing })]),
      ...(packageId === undefined
        ? []
        : unknownName(
            "model/missing-package",
            { pointer: pointerTo(pointer, "package"), name: packageId },
            context.packages.keys(),
          )),
    ];
  }
  if (matter === undefined) return [];
  const at = { pointer: pointerTo(pointer, "matter"), name: matter };
  const unknown = unknownName("check/unknown-matter", at, matters.keys());
  const document = matters.get(matter);
  if (unknown.length > 0 || document === undefined || event === undefined) return unknown;
  // A step that is to be refused may name what does not exist.
  if (step.expect?.refused !== undefined) return [];
  const where = { pointer: pointerTo(pointer, "event"), name: event };
  return unknownName("check/unknown-event", where, eventsOf(document));
}

function checkBeside(step: StoryStep, pointer: string, context: StoryCheckContext): Problem[] {
  const { adopt, kind, change, compare, appoint } = step;
  const name = (code: ErrorCode, used: string, keys: string[], known: Iterable<string>) =>
    unknownName(code, { pointer: pointerTo(pointer, ...keys), name: used }, known);
  return [
    ...(adopt === undefined
      ? []
      : checkAdoption(
          { model: adopt.model, kind: adopt.kind },
          pointerTo(pointer, "adopt"),
          context,
        )),
    ...(kind === undefined
      ? []
      : name("model/unknown-kind", kind.kind, ["kind", "kind"], Object.keys(context.kinds))),
    ...(change === undefined
      ? []
      : name(
          "model/missing-package",
          change.package,
          ["change", "package"],
          context.packages.keys(),
        )),
    ...(compare?.models ?? []).flatMap((model) =>
      name("model/unknown-name", model, ["compare", "models"], context.models),
    ),
    ...(appoint === undefined
      ? []
      : name("check/unknown-role", appoint.role, ["appoint", "role"], Object.keys(context.roles))),
  ];
}

function checkExpected(step: StoryStep, pointer: string, { matters, context }: Known): Problem[] {
  const { expect = {} } = step;
  const at = pointerTo(pointer, "expect");
  const named = new Set([...matters.keys(), step.matter ?? "", step.opens ?? ""]);
  return [
    ...(expect.refused === undefined
      ? []
      : unknownName(
          "check/unknown-code",
          { pointer: pointerTo(at, "refused"), name: expect.refused },
          Object.keys(ERRORS),
        )),
    ...(["states", "books"] as const).flatMap((key) =>
      Object.keys(expect[key] ?? {}).flatMap((name) =>
        unknownName("check/unknown-matter", { pointer: pointerTo(at, key, name), name }, named),
      ),
    ),
    ...Object.values(expect.model ?? {}).flatMap((model) =>
      model === null
        ? []
        : unknownName(
            "model/unknown-name",
            { pointer: pointerTo(at, "model"), name: model },
            context.models,
          ),
    ),
  ];
}

function remember(step: StoryStep, { matters, context }: Known): void {
  const { matter, start, opens, event } = step;
  const isRefused = step.expect?.refused !== undefined;
  if (matter !== undefined && start !== undefined && !isRefused) {
    matters.set(matter, context.packages.get(step.package ?? ""));
  }
  if (opens === undefined || isRefused) return;
  const parent = matters.get(matter ?? "");
  const link = parent && linkOf(parent, event ?? "");
  matters.set(opens, link === undefined ? undefined : context.packages.get(link));
}

function eventsOf({ workflow }: DefinitionDocument): string[] {
  const graph = buildStateGraph(workflow.machine);
  const names = graph.edges.filter(({ kind }) => kind === "event").map(({ name }) => name);
  return [...new Set(names)];
}

/** The package of the link that an event opens in some state. */
function linkOf({ workflow }: DefinitionDocument, event: string): string | undefined {
  const graph = buildStateGraph(workflow.machine);
  const opens = graph.nodes.flatMap(({ source }) => own(source.meta?.events, event)?.opens ?? []);
  return own(workflow.links, opens[0] ?? "")?.package;
}
