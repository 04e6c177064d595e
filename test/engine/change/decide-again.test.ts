import { describe, expect, test } from "vitest";
import type { HistoryEntry } from "../../../app/engine/case";
import { causeOf } from "../../../app/engine/change/cause-of";
import { decideAgain, type Difference } from "../../../app/engine/change/decide-again";
import type { Json } from "../../../app/engine/json";
import { registryFor } from "../../../app/engine/plugin/registry";
import { runScenario } from "../../../app/engine/scenario/run-scenario";
import type { Scenario } from "../../../app/engine/scenario/scenario";
import { makePatch } from "../../../app/engine/variant/make-patch";
import { calendarOf, compileWorkflow, type Workflow } from "../../../app/engine/workflow";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadPlugins } from "../../../app/runtime/plugins";
import { projectRoot } from "../../../app/runtime/project-root";
import { changed } from "../../support/example-document";
import { EXAMPLE_TREE } from "../../support/temp-tree";

const installed = loadPlugins();
const example = await loadPackages({ dir: EXAMPLE_TREE });
const shipped = await loadPackages({ dir: projectRoot, ids: ["dispute-mediation"] });

function compile(document: DefinitionDocument): Workflow {
  const registry = registryFor(installed, document.workflow.plugins);
  return compileWorkflow(structuredClone(document), { hash: "h", registry, roles: example.roles });
}

function lending(name: string): { document: DefinitionDocument; history: HistoryEntry[] } {
  const loaded = example.packages.find(({ id }) => id === "tool-lending");
  if (loaded === undefined) throw new Error("the example is missing");
  const found = loaded.scenarios.find(({ file }) => file.endsWith(`/${name}.json`));
  return {
    document: loaded.document,
    history: play(loaded.document, found?.scenario as unknown as Scenario),
  };
}

function play(document: DefinitionDocument, scenario: Scenario): HistoryEntry[] {
  const workflow = compile(document);
  const findWorkflow = (id: string) => {
    const other = example.packages.find((one) => one.id === id);
    return other && compile(other.document);
  };
  return runScenario(scenario, { workflow, calendar: calendarOf(workflow), findWorkflow }).history;
}

/** The first difference that a change makes to a story, and what of the change makes it. */
function tried(name: string, changes: Record<string, Json | undefined>) {
  const { document, history } = lending(name);
  const draft = changed(document, changes);
  const workflow = compile(draft);
  const redone = decideAgain(history, { workflow, calendar: calendarOf(workflow) });
  const last = redone.at(-1);
  const index = redone.length - 1;
  const entry = history[index];
  if (!last?.difference || entry === undefined) return null;
  const patch = makePatch(document as unknown as Json, draft as unknown as Json);
  const cause = causeOf(last.difference, { patch, workflow, entry, before: history[index - 1] });
  return { seq: last.seq, difference: last.difference, cause };
}

describe("under the definition that matters began with, nothing differs", () => {
  const stories = [...example.packages, ...shipped.packages].flatMap(
    ({ id, document, scenarios }) =>
      scenarios
        .filter(({ scenario }) => scenario["variant"] === undefined)
        .map(({ file, scenario }) => ({
          id,
          document,
          file,
          scenario: scenario as unknown as Scenario,
        })),
  );

  test.each(stories.map((one) => [one.file, one] as const))("%s", (_, { document, scenario }) => {
    const history = play(document, scenario);
    const workflow = compile(document);
    const redone = decideAgain(history, { workflow, calendar: calendarOf(workflow) });
    expect(redone.map(({ seq }) => seq)).toEqual(history.map(({ seq }) => seq));
    expect(redone.filter(({ difference }) => difference !== null)).toEqual([]);
  });
});

describe("what a change makes of a recorded loan", () => {
  test.each<
    [string, Record<string, Json | undefined>, Partial<Difference>, { kind: string; name: string }]
  >([
    [
      "another due date, by a parameter",
      { "/workflow/parameters/lendingDays/value": 10 },
      { kind: "due", deadline: "lending" },
      { kind: "parameter", name: "lendingDays" },
    ],
    [
      "another due date, by the deadline itself",
      { "/workflow/deadlines/decision/count": 3 },
      { kind: "due", deadline: "decision" },
      { kind: "deadline", name: "decision" },
    ],
    [
      "refused, by a rule",
      { "/workflow/rules/withinLimit/when": { "<": [{ var: "facts.toolCount" }, 0] } },
      { kind: "refused", code: "case/rule-refused", rules: ["withinLimit"] },
      { kind: "rule", name: "withinLimit" },
    ],
    [
      "refused, by the parameter that a rule reads",
      { "/workflow/parameters/maxTools/value": 0 },
      { kind: "refused", rules: ["withinLimit"] },
      { kind: "parameter", name: "maxTools" },
    ],
    [
      "refused, because something is asked that was not answered",
      {
        "/forms/approve/schema/properties/because": {
          type: "string",
          maxLength: 9,
          label: { zh: "为什么" },
        },
        "/forms/approve/schema/required": ["because"],
        "/data/properties/because": {
          type: "string",
          maxLength: 9,
          label: { zh: "为什么" },
          privacy: "none",
        },
      },
      { kind: "refused", code: "form/invalid" },
      { kind: "form", name: "approve" },
    ],
  ])("%s", (_, changes, difference, cause) => {
    const found = tried("returned", changes);
    expect(found?.difference).toMatchObject(difference);
    expect(found?.cause).toEqual(cause);
  });

  test("the first step that differs is told, and no later one", () => {
    const both = tried("returned", {
      "/workflow/deadlines/decision/count": 3,
      "/workflow/parameters/maxTools/value": 0,
    });
    expect(both).toMatchObject({ seq: 1, difference: { kind: "due", deadline: "decision" } });
  });

  test("what only changes words makes no difference", () => {
    expect(tried("returned", { "/workflow/title/zh": "公具借用" })).toBeNull();
  });
});
