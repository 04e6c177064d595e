import { expect, test } from "vitest";
import { checkScenario } from "../../../app/engine/check/check-scenario";
import type { Json, JsonObject } from "../../../app/engine/json";
import { loadPackages } from "../../../app/runtime/load-packages";
import { PLATFORM_SCHEMAS } from "../../../app/runtime/platform-schemas";
import { loadPlugins } from "../../../app/runtime/plugins";
import { changed } from "../../support/example-document";
import { EXAMPLE_TREE } from "../../support/temp-tree";

const { packages, roles } = await loadPackages({ dir: EXAMPLE_TREE });
const registry = loadPlugins();
const others = new Map(packages.map((one) => [one.id, one.document]));
const lending = packages.find((one) => one.id === "tool-lending");

function findings(name: string, changes: Record<string, Json | undefined> = {}): string[] {
  const scenario = lending?.scenarios.find((one) => one.file.endsWith(`/${name}.json`))?.scenario;
  if (lending === undefined || scenario === undefined) throw new Error(`no scenario ${name}`);
  const file: JsonObject = changed(scenario, changes);
  const context = {
    document: lending.document,
    others,
    registry,
    roles,
    schemas: PLATFORM_SCHEMAS,
  };
  return checkScenario(file, context).map((one) => `${one.code} ${one.pointer}`);
}

test.each(["returned", "too-many", "damaged", "sent-back"])("has nothing to say of %s", (name) => {
  expect(findings(name)).toEqual([]);
});

test.each<[string, Record<string, Json | undefined>, string[]]>([
  ["a mistyped key", { "/steps/0/exspect": {} }, ["check/unknown-key /steps/0/exspect"]],
  [
    "a role that does not exist",
    { "/people/xiulan/roles/0": "auxilary" },
    ["check/unknown-role /people/xiulan/roles/0"],
  ],
  ["a person who is not there", { "/steps/2/by": "gaoyan" }, ["check/unknown-person /steps/2/by"]],
  ["a step that nobody takes", { "/steps/2/by": undefined }, ["check/missing-key /steps/2"]],
  ["two things in one step", { "/steps/2/timers": true }, ["check/scenario-kinds /steps/2"]],
  [
    "an event that does not exist",
    { "/steps/2/event": "aprove" },
    ["check/unknown-event /steps/2/event"],
  ],
  [
    "no opening",
    { "/steps/0/start": undefined, "/steps/0/event": "approve" },
    ["check/scenario-start /steps/0"],
  ],
  [
    "a state that does not exist",
    { "/steps/2/expect/state": { handover: { receipt: "signd" } } },
    ["check/unknown-state /steps/2/expect/state"],
  ],
  [
    "a deadline that does not exist",
    { "/steps/0/expect/due": { desision: "2026-11-24" } },
    ["check/unknown-deadline /steps/0/expect/due/desision"],
  ],
  [
    "a paper that does not exist",
    { "/steps/4/expect/papers": ["recipt"] },
    ["check/unknown-paper /steps/4/expect/papers/0"],
  ],
  [
    "a column that does not exist",
    { "/steps/5/expect/register": { loanBook: { tool: "水泵" } } },
    ["check/unknown-field /steps/5/expect/register/loanBook/tool"],
  ],
  [
    "a refusal that does not exist",
    { "/steps/1/expect/refused": "case/not-yours" },
    ["check/unknown-code /steps/1/expect/refused"],
  ],
  [
    "data that does not exist",
    { "/steps/5/expect/data": { "items.0.state": "good" } },
    ["check/unknown-path /steps/5/expect/data/items.0.state"],
  ],
])("finds %s", (_what, changes, expected) => {
  expect(findings("returned", changes)).toEqual(expected);
});

test("lets a step that must be refused name what does not exist", () => {
  expect(findings("returned", { "/steps/1/event": "xstate.stop" })).toEqual([]);
});
