import { expect, test } from "vitest";
import { checkStory } from "../../../app/engine/check/check-story";
import type { JsonObject } from "../../../app/engine/json";
import { loadPackages } from "../../../app/runtime/load-packages";
import { PLATFORM_SCHEMAS } from "../../../app/runtime/platform-schemas";
import { EXAMPLE_TREE } from "../../support/temp-tree";

const { packages, roles, kinds } = await loadPackages({ dir: EXAMPLE_TREE });
const PLACE = "991021200201";

function problemsOf(steps: object[], more: object = {}): string[] {
  const people = { gaoyuan: { name: "高原", posts: [{ role: "officer", unit: "991021200" }] } };
  const file = { title: { zh: "故事" }, clock: "2026-11-23T09:00", people, steps, ...more };
  return checkStory(file as unknown as JsonObject, {
    packages: new Map(packages.map(({ id, document }) => [id, document])),
    ...{ roles, kinds, models: ["m1"], schemas: PLATFORM_SCHEMAS },
  }).map(({ code, pointer }) => `${code} ${pointer}`);
}

const start = { by: "gaoyuan", matter: "loan", package: "tool-lending", place: PLACE, start: {} };
const step = (more: object) => ({ by: "gaoyuan", matter: "loan", ...more });

test("a story whose names all lead somewhere has no problems", () => {
  expect(
    problemsOf([
      start,
      step({ event: "approve" }),
      step({
        event: "sendToRepair",
        opens: "repair",
        expect: { states: { repair: "atWorkshop" } },
      }),
      { by: "gaoyuan", matter: "repair", event: "mend" },
      { adopt: { unit: "991021", model: "m1", kind: "mountain", from: "2026-12-01" } },
      { expect: { model: { [PLACE]: null } } },
    ]),
  ).toEqual([]);
});

test("names of people, matters, packages and events exist when they are used", () => {
  expect(
    problemsOf([
      step({ event: "approve" }),
      { ...start, package: "horse-lending" },
      start,
      step({ event: "gallop" }),
      step({ event: "gallop", expect: { refused: "case/unknown-event" } }),
      step({ by: "nobody", event: "approve" }),
      step({ event: "sendToRepair", opens: "repair" }),
      { by: "gaoyuan", matter: "repair", event: "gallop" },
      step({ event: "approve", expect: { states: { horse: "lent" } } }),
    ]),
  ).toEqual([
    "check/unknown-matter /steps/0/matter",
    "model/missing-package /steps/1/package",
    "check/unknown-event /steps/3/event",
    "check/unknown-person /steps/5",
    "check/unknown-event /steps/7/event",
    "check/unknown-matter /steps/8/expect/states/horse",
  ]);
});

test("models, kinds, roles and codes exist", () => {
  expect(
    problemsOf(
      [
        { adopt: { unit: "991021", model: "m9", from: "2026-12-01" } },
        { kind: { village: PLACE, kind: "seaside", from: "2026-12-01" } },
        { compare: { unit: "991021200", models: ["m9"] } },
        { appoint: { person: "gaoyuan", role: "sheriff", unit: "991021" } },
        step({ matter: undefined, expect: { refused: "no/such-code" } }),
        { expect: { model: { [PLACE]: "m9" } } },
      ],
      { models: [{ unit: "991021", model: "m8", kind: "seaside", from: "2026-01-01" }] },
    ),
  ).toEqual([
    "model/unknown-name /models/0/model",
    "model/unknown-kind /models/0/kind",
    "model/unknown-name /steps/0/adopt/model",
    "model/unknown-kind /steps/1/kind/kind",
    "model/unknown-name /steps/2/compare/models",
    "check/unknown-role /steps/3/appoint/role",
    "check/unknown-code /steps/4/expect/refused",
    "model/unknown-name /steps/5/expect/model",
  ]);
});

test("a step does one thing, by somebody, and a start says what begins where", () => {
  expect(
    problemsOf([
      { by: "gaoyuan", matter: "loan", start: {} },
      { matter: "loan", package: "tool-lending", place: PLACE, start: {}, event: "approve" },
      { by: "gaoyuan", event: "approve" },
    ]),
  ).toEqual([
    "check/missing-key /steps/0",
    "check/scenario-kinds /steps/1",
    "check/missing-key /steps/1",
    "check/missing-key /steps/2",
  ]);
});
