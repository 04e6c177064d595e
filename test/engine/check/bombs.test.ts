import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../app/engine/check/check-definition";
import type { Json } from "../../../app/engine/json";
import { compileWorkflow } from "../../../app/engine/workflow";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";
import { loadPackages } from "../../../app/runtime/load-packages";
import { PLATFORM_SCHEMAS } from "../../../app/runtime/platform-schemas";
import { loadPlugins } from "../../../app/runtime/plugins";
import { checkPackages } from "../../../app/runtime/check-packages";
import { changed, exampleDocument } from "../../support/example-document";
import { findings } from "../../support/check-example";
import { makeExampleTree } from "../../support/temp-tree";

/** Each of these has to come out as a coded problem, in bounded time, with nothing thrown. */
describe("a package made to break the platform is only a list of problems:", () => {
  const STATES = "/workflow/machine/states";
  const WHEN = "/workflow/rules/withinLimit/when";
  const field = { type: "string", label: { zh: "字" }, maxLength: 10, privacy: "none" };
  let deep: Json = true;
  for (let i = 0; i < 5_000; i += 1) deep = { "!": [deep] };
  const doubling = (rounds: number): Json => {
    let rule: Json = { var: "data.use" };
    for (let i = 0; i < rounds; i += 1) rule = { cat: [rule, rule] };
    return { "==": [rule, "x"] };
  };

  test.each<[string, string, string, Json]>([
    ["a rule nested 5,000 deep", "rule/too-deep", WHEN, deep],
    ["a rule that doubles a text twenty times", "rule/too-large", WHEN, doubling(20)],
    [
      "a list of 50,000 constants in a rule",
      "rule/too-large",
      WHEN,
      { in: [{ var: "data.use" }, Array.from({ length: 50_000 }, (_, i) => i)] },
    ],
    [
      "an exponential key pattern",
      "check/unknown-key",
      "/data/patternProperties",
      { "^(a+)+$": field },
    ],
    [
      "a choice among 3,000 schemas",
      "check/unknown-key",
      "/data/properties/use/oneOf",
      Array(3_000).fill(field),
    ],
    ["a list of up to 50,000 items", "check/limit", "/data/properties/items/maxItems", 50_000],
    [
      "50,000 choices",
      "check/limit",
      "/data/properties/use/enum",
      Array.from({ length: 50_000 }, (_, i) => `c${i}`),
    ],
    [
      "50,000 roles",
      "check/limit",
      "/workflow/start/roles",
      Array.from({ length: 50_000 }, (_, i) => `r${i}`),
    ],
    [
      "a property pattern that is exponential elsewhere",
      "check/pattern-not-linear",
      "/data/properties/useNote/pattern",
      "^(a|a)*\\1$",
    ],
    ["an always that runs in a circle", "check/endless-loop", `${STATES}/asked/always`, "asked"],
    ["an unknown guard", "check/unknown-rule", `${STATES}/asked/on/approve/guard`, "nope"],
    ["an unknown action", "check/unknown-action", `${STATES}/asked/entry`, [{ type: "nope" }]],
    ["an unknown target", "check/unknown-state", `${STATES}/asked/on/decline`, "nope"],
    ["a typing error in a key", "check/unknown-key", `${STATES}/asked/onn`, {}],
    ["a workflow that is a text", "check/wrong-type", "/workflow", "workflow"],
    ["data that is a list", "check/wrong-type", "/data", []],
    ["forms that are numbers", "check/wrong-type", "/forms/ask", 5],
    [
      "a machine that is missing",
      "check/missing-key",
      "/workflow/machine",
      undefined as unknown as Json,
    ],
  ])("%s", async (_what, code, pointer, value) => {
    const codes = (await findings({ [pointer]: value })).map((one) => one.split(" ")[0]);
    expect(codes).toContain(code);
  });

  test("a thousand states in one machine", async () => {
    const state = { meta: { title: { zh: "站" }, waits: { zh: "等" } } };
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`s${i}`, state]));
    expect(await findings({ [STATES]: many })).toContain(`check/limit ${STATES}`);
  });

  test("keys that reach a prototype, in a file", async () => {
    const dir = await makeExampleTree({
      "schemas/tool-lending/sign.json": '{"title":{"zh":"签","__proto__":{"polluted":true}}}',
    });
    const loaded = await loadPackages({ dir });
    const problems = checkPackages(loaded, loadPlugins()).flatMap((one) => one.problems);
    expect(problems.map((one) => `${one.code} ${one.pointer}`)).toEqual([
      "check/forbidden-key /title/__proto__",
    ]);
    expect({}).not.toHaveProperty("polluted");
  });
});

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, 0, -1, 1e308, "", "x", "toString", "a.b", true, [], {}, [[]], {
    a: {},
  }),
  fc.constantFrom<Json>(
    { var: "data.items" },
    { target: "nope" },
    "{{data.x}",
    "#nope",
    "..",
    "[*]",
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

function pointersIn(value: Json, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    pointersIn(member as Json, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return pointer === "" ? inner : [pointer, ...inner];
}

test("whatever stands anywhere in a definition: nothing is thrown, problems are coded, and what has no error compiles", async () => {
  const base = await exampleDocument();
  const places = pointersIn(base as unknown as Json);
  const registry = loadPlugins();
  const { roles } = await loadPackages({ dir: "", ids: [] });
  const repair = await exampleDocument("tool-lending.repair");
  const others = new Map([[repair.workflow.id, repair]]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...places), fc.option(junk, { nil: undefined })), {
        minLength: 1,
        maxLength: 3,
      }),
      (changes) => {
        let document: DefinitionDocument = base;
        for (const [place, value] of changes) {
          try {
            document = changed(document, { [place]: value });
          } catch {
            return; // The place went away with an earlier change.
          }
        }
        const options = { roles, schemas: PLATFORM_SCHEMAS, others };
        const problems = checkDefinition(document, registry, options);
        for (const found of problems) {
          expect(found.code).toMatch(/^[a-z]+\/[a-z-]+$/);
          expect(found.message.zh).not.toBe("");
        }
        if (problems.some((found) => found.severity === "error")) return;
        const workflow = compileWorkflow(document, { hash: "", registry, roles });
        for (const form of workflow.forms.values()) form.prepare();
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
