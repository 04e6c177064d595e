import { expect, test } from "vitest";
import type { ModelSource } from "../../app/engine/model/model-source";
import { checkPackages } from "../../app/runtime/check-packages";
import { loadPackages } from "../../app/runtime/load-packages";
import { loadPlugins } from "../../app/runtime/plugins";
import { projectRoot } from "../../app/runtime/project-root";
import { makeModel } from "../support/make-model";
import { makeExampleTree, type TreeFiles } from "../support/temp-tree";

const FOLDER = "workflows/models/tools-at-home";
const LENDING = { "tool-lending": {} };
const source = { zh: "来源", en: "Source" };

async function problemsOf(
  change: Parameters<typeof makeModel>[0],
  more: TreeFiles = {},
): Promise<string[]> {
  const model: ModelSource = makeModel({ processes: LENDING, ...change });
  const files = { [`${FOLDER}/model.json`]: model as never, [`${FOLDER}/README.md`]: "# x" };
  return problemsIn({ ...files, ...more });
}

async function problemsIn(files: TreeFiles): Promise<string[]> {
  const loaded = await loadPackages({ dir: await makeExampleTree(files) });
  return checkPackages(loaded, loadPlugins())
    .filter(({ id }) => id.startsWith("models/"))
    .flatMap((one) => one.problems)
    .map((found) => `${found.code} ${found.pointer}`);
}

test("a model whose names all lead somewhere has no problems", async () => {
  expect(await problemsOf({})).toEqual([]);
});

test("the shipped models are clean", async () => {
  const loaded = await loadPackages({ dir: projectRoot });
  const checked = checkPackages(loaded, loadPlugins()).filter(({ id }) => id.startsWith("models/"));
  expect(checked.map(({ id }) => id)).toEqual(
    expect.arrayContaining(
      ["resident-auxiliary", "room-and-custody", "area-officer", "station-team"].map(
        (id) => `models/${id}`,
      ),
    ),
  );
  const errors = checked
    .flatMap(({ problems }) => problems)
    .filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
}, 60_000);

test("a package that is missing must be called planned, and then say what it is", async () => {
  const repair = (process: object) => ({ processes: { ...LENDING, "road-repair": process } });
  expect(await problemsOf(repair({}))).toEqual(["model/missing-package /processes/road-repair"]);
  expect(await problemsOf(repair({ planned: true }))).toEqual([
    "model/planned-title /processes/road-repair",
  ]);
  expect(await problemsOf(repair({ planned: true, title: source }))).toEqual([]);
});

test("a package that has come is no longer planned", async () => {
  const processes = { "tool-lending": { planned: true as const, title: source } };
  expect(await problemsOf({ processes })).toEqual([
    "model/planned-exists /processes/tool-lending/planned",
  ]);
});

test("a model speaks of the major version that there is, and of a variant that there is", async () => {
  const processes = { "tool-lending": { major: 2, variant: "seaside" } };
  expect(await problemsOf({ processes })).toEqual([
    "model/package-major /processes/tool-lending/major",
    "model/unknown-variant /processes/tool-lending/variant",
  ]);
});

test.each([
  [
    { lendingDays: { value: 900 } },
    "model/parameter-range /processes/tool-lending/parameters/lendingDays/value",
  ],
  [
    { lendingDays: { value: 9, range: { type: "integer", maximum: 8 } } },
    "model/parameter-range /processes/tool-lending/parameters/lendingDays/value",
  ],
  [
    { lendingWeeks: { value: 1 } },
    "check/unknown-parameter /processes/tool-lending/parameters/lendingWeeks",
  ],
])("a parameter lies in its range and exists: %j", async (parameters, code) => {
  const given = Object.fromEntries(
    Object.entries(parameters).map(([name, one]) => [
      name,
      { source, certainty: "assumed", ...one },
    ]),
  );
  const processes = { "tool-lending": { parameters: given as never } };
  expect(await problemsOf({ processes })).toEqual([code]);
});

test("a sentence reads parameters of its package and nothing else", async () => {
  const says = { zh: "借 {{params.lendingDays}} 天，{{data.borrower.name}}" };
  expect(await problemsOf({ processes: { "tool-lending": { says } } })).toEqual([
    "model/unknown-fact /processes/tool-lending/says",
  ]);
});

test("roles, kinds and facts of a village exist", async () => {
  const { force, fits } = makeModel();
  const slot = { ...force.slots["lender"], role: "sheriff" } as (typeof force.slots)["lender"];
  const reasons = { rich: { title: source, when: { ">": [{ var: "village.income" }, 1] } } };
  expect(
    await problemsOf({
      force: { ...force, slots: { lender: slot }, duties: { sheriff: [source] } },
      fits: { ...fits, kinds: ["seaside"], reasons },
    } as never),
  ).toEqual([
    "model/unknown-kind /fits/kinds/0",
    "check/unknown-role /force/slots/lender/role",
    "check/unknown-role /force/duties/sheriff",
    "model/unknown-fact /fits/reasons/rich/when",
  ]);
});

test("demands read what staffing knows, and compile", async () => {
  const { force } = makeModel();
  const says = { yes: source, no: { zh: "差 {{staff.short.driver}} 人" }, unknown: source };
  const demand = { title: source, when: { ">=": [{ var: "staff.horses" }, 2] }, says };
  const broken = { title: source, when: { nonsense: [1] }, says: { ...says, no: source } };
  expect(await problemsOf({ force: { ...force, demands: { demand, broken } } })).toEqual([
    "model/unknown-fact /force/demands/demand/when",
    "model/unknown-fact /force/demands/demand/says/no",
    "rule/unknown-operator /force/demands/broken/when",
  ]);
});

test("figures are six at most, count neither clues nor persons, and measure what there is", async () => {
  const one = {
    title: source,
    package: "tool-lending",
    measure: "inTime" as const,
    better: "more" as const,
  };
  const indicators = Object.fromEntries("abcdefg".split("").map((name) => [name, one]));
  expect(await problemsOf({ indicators })).toEqual(["model/too-many-indicators /indicators"]);
  const counting = {
    clues: { ...one, title: { zh: "收集线索条数" } },
    seen: { ...one, title: { zh: "登记人数" } },
  };
  expect(await problemsOf({ indicators: counting })).toEqual([
    "model/counts-people /indicators/clues",
    "model/counts-people /indicators/seen",
  ]);
  const share = { ...one, measure: "share" as const, state: "stolen" };
  expect(await problemsOf({ indicators: { share } })).toEqual([
    "check/unknown-state /indicators/share/state",
  ]);
});

test("links and books are those of the model's own processes", async () => {
  const says = source;
  expect(
    await problemsOf({
      links: [
        { from: "tool-lending", to: "tool-lending.repair", link: "repair", says },
        { from: "tool-lending", to: "tool-lending.repair", link: "burial", says },
        { from: "tool-lending", to: "horse-lending", says },
      ],
      paper: { registers: ["tool-lending/horses"], wall: [source], plan: source },
    }),
  ).toEqual([
    "model/unknown-link /links/1/link",
    "model/unknown-process /links/2/to",
    "model/unknown-register /paper/registers/0",
  ]);
});

test("the stops of the way are states that there are, of its own processes", async () => {
  const { way } = makeModel();
  const stop = (state: string, who = "{{params.lendingDays}} 天") => ({
    ...{ title: source, who: { zh: who }, states: [state] },
  });
  const stops = [
    stop("tool-lending/lent"),
    stop("tool-lending/stolen", "{{params.horses}} 匹"),
    stop("horse-lending/lent", "马夫"),
  ];
  expect(await problemsOf({ way: { ...way, stops } })).toEqual([
    "model/unknown-fact /way/stops/1/who",
    "check/unknown-state /way/stops/1/states/0",
    "model/unknown-process /way/stops/2/states/0",
  ]);
});

test("the main process is switched on", async () => {
  const processes = { "tool-lending": { on: false } };
  expect(await problemsOf({ processes })).toEqual(["model/main-off /main"]);
});

test("a package that opens another which the model leaves out is reported", async () => {
  const rentals = JSON.parse(
    JSON.stringify(makeModel({ processes: { "tool-lending": {} } })),
  ) as ModelSource;
  const lending = await exampleWithLinkTo("road-repair");
  expect(
    await problemsIn({
      ...lending,
      [`${FOLDER}/model.json`]: rentals as never,
      [`${FOLDER}/README.md`]: "x",
    }),
  ).toEqual(["model/link-off /processes/tool-lending"]);
});

test("what a model changes must go together with what counties change", async () => {
  const twice = makeModel({
    processes: {
      "tool-lending": {
        variant: "valley",
        parameters: { lendingDays: { value: 9, source, certainty: "assumed" } },
      },
    },
  });
  const valley = {
    ...{ id: "valley", title: { zh: "河谷" }, parent: "tool-lending", county: "991021" },
    reason: { zh: "路近" },
    patch: [
      { op: "test", path: "/workflow/parameters/lendingDays/value", value: 7 },
      { op: "replace", path: "/workflow/parameters/lendingDays/value", value: 8 },
    ],
  };
  const files = {
    [`${FOLDER}/model.json`]: twice as never,
    [`${FOLDER}/README.md`]: "x",
    "workflows/tool-lending/variants/valley/variant.json": valley,
  };
  // The county's variant of the example makes fourteen days of the seven that the model's variant expects.
  expect(await problemsIn(files)).toEqual(["model/variant-conflict /processes/tool-lending"]);
});

test("a file of the wrong shape is reported by its keys, a folder by what does not belong there", async () => {
  expect(
    await problemsIn({
      [`${FOLDER}/model.json`]: { id: "other", title: source },
      [`${FOLDER}/plan.docx`]: "x",
    }),
  ).toEqual(
    expect.arrayContaining([
      "check/id-and-folder /id",
      "check/unexpected-file ",
      "check/no-readme ",
      "check/missing-key ",
    ]),
  );
});

/** The example, whose repairs are another package's now. */
async function exampleWithLinkTo(target: string): Promise<TreeFiles> {
  const { exampleFile, partAt } = await import("../support/guarded-tree");
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  partAt(workflow, "links.repair")["package"] = target;
  return { [file]: workflow };
}
