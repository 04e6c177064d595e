import { expect, test } from "vitest";
import { buildStateGraph } from "../../app/engine/check/state-graph";
import { allProperties } from "../../app/engine/form/conditional-schema";
import { isObject, own, type JsonObject } from "../../app/engine/json";
import type { Workflow } from "../../app/engine/workflow";
import { isGroup, itemSchemaOf } from "../../app/engine/projection/visibility";
import { compileShipped, holdStoriesAndExamples } from "../support/package-stories";

const IDS = ["need", "candidate", "objection"].map((name) => `auxiliary-selection.${name}`);
IDS.unshift("auxiliary-selection");
await holdStoriesAndExamples(IDS);
const workflows = await compileShipped(IDS);

function machine(name: string): Workflow {
  const found = workflows.get(name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
const round = machine("auxiliary-selection");
const candidate = machine("auxiliary-selection.candidate");
const objection = machine("auxiliary-selection.objection");

/** States that can be come to without passing one of them; guards let through, moves are not counted. */
function reachedWithout(workflow: Workflow, closed: string): Set<string> {
  const graph = buildStateGraph(workflow.source.machine);
  const reached = new Set([workflow.source.machine.initial ?? ""]);
  for (const name of reached) {
    const node = graph.named(name);
    if (node === undefined || name === closed) continue;
    for (const child of node.children) reached.add(child.name);
    for (let here = node.parent; here !== null; here = here.parent) reached.add(here.name);
    for (const { to } of graph.edgesFrom(node)) if (to !== undefined) reached.add(to.name);
  }
  return reached;
}

test.each(["eligibility", "review", "onNotice", "passed", "training"])(
  "nobody is contracted without %s",
  (station) => {
    expect(reachedWithout(candidate, "nothing")).toContain("contracted");
    expect(reachedWithout(candidate, station)).not.toContain("contracted");
  },
);

test("an objection holds, and a held person comes only to the notice, its end, or out", () => {
  const graph = buildStateGraph(candidate.source.machine);
  const [held, over] = [graph.named("held"), graph.named("heldOver")];
  if (held === undefined || over === undefined) throw new Error("nobody can be held");
  const ways = (node: typeof held) =>
    [...new Set(graph.edgesFrom(node).map(({ to }) => to?.name))].sort();
  expect(ways(held)).toEqual(["held", "heldOver", "objectionUpheld", "onNotice"]);
  expect(ways(over)).toEqual(["heldOver", "objectionUpheld", "passed"]);
  for (const move of ["withdraw", "void", "return"] as const) {
    expect(candidate.source.moves?.[move]?.except).toEqual(expect.arrayContaining(["held"]));
  }
});

/** Every field with its path; items of lists under the list's name. */
function leaves(schema: JsonObject, path = ""): [string, JsonObject][] {
  const group = itemSchemaOf(schema) ?? (isGroup(schema) ? schema : undefined);
  if (group === undefined) return [[path, schema]];
  return Object.entries(allProperties(group)).flatMap(([key, child]) =>
    isObject(child) ? leaves(child, path === "" ? key : `${path}.${key}`) : [],
  );
}

function readersOf(field: JsonObject): string[] {
  const privacy = own(field, "privacy");
  const visibility = isObject(privacy) ? own(privacy, "visibility") : undefined;
  return Array.isArray(visibility) ? visibility.map(String).sort() : ["everybody"];
}

test("who objects, and what they say, is seen by the personnel and discipline offices alone", () => {
  const told = leaves(candidate.document.data).filter(([path]) => path.startsWith("objecting."));
  expect(told.map(([path]) => path)).toContain("objecting.objectorPhone");
  for (const [path, field] of told)
    expect([path, readersOf(field)]).toEqual([path, ["auditor", "countyHR"]]);
  const open = leaves(objection.document.data).filter(
    ([, field]) => readersOf(field)[0] === "everybody",
  );
  expect(open.map(([path]) => path).sort()).toEqual(
    [
      "candidateNumber",
      "conclusion.result",
      "reply.on",
      "relatedStaff.id",
      "signatories.id",
    ].sort(),
  );
});

test("neither titles nor books nor the notice say who objects or what", () => {
  const secret = /objecting\.|objector|data\.facts\b/;
  for (const { source } of [round, candidate, objection]) {
    const { caseTitle, registers, notices } = source;
    expect(JSON.stringify({ caseTitle, registers, notices })).not.toMatch(secret);
  }
});

test("nobody is asked about relatives' records, where they live, or what they believe", () => {
  const asked = [...workflows.values()].flatMap(({ document }) => leaves(document.data));
  const labels = asked.map(
    ([path, field]) => `${path} ${JSON.stringify(own(field, "label") ?? "")}`,
  );
  for (const label of labels) {
    expect(label).not.toMatch(/亲属.*(犯罪|处罚|违法|前科|政审)|家庭成员|住址|民族|宗教|address/);
  }
  const relatives = asked.filter(([path]) => /relatedStaff/.test(path)).map(([path]) => path);
  expect(relatives.filter((path) => !/\.(id|name)$/.test(path))).toEqual([]);
});

test("what bars an applicant is one declaration on the statutory list, without details", () => {
  const application = candidate.document.forms["application"];
  const fields = Object.keys(allProperties(application?.schema ?? {})).sort();
  expect(fields).toEqual(
    [
      "idNo",
      "phone",
      "residentSince",
      "education",
      "veteran",
      "relatedStaff",
      "declaration",
      "signed",
    ].sort(),
  );
  const declaration = candidate.document.data["properties"] as JsonObject;
  const text = JSON.stringify(declaration["application"]);
  expect(text).toContain("受过刑事处罚的；曾被开除公职的；法律法规规定不适合的其他情形");
});

test("auxiliaries, the village and villagers decide nothing, and only a link opens an applicant or an objection", () => {
  for (const workflow of workflows.values()) {
    for (const { meta } of workflow.machine.states.values()) {
      for (const event of Object.values(meta?.events ?? {})) {
        if (event.act !== "decide") continue;
        for (const role of ["auxiliary", "villageCommittee", "villager"])
          expect(event.roles).not.toContain(role);
      }
    }
  }
  const linkedOnly = IDS.filter((id) => machine(id).source.linkedOnly === true);
  expect(linkedOnly).toEqual(["auxiliary-selection.candidate", "auxiliary-selection.objection"]);
});

test("the notice lasts five working days, never fewer, fifteen at most, and shows four columns", () => {
  const { noticeWorkdays } = round.source.parameters ?? {};
  expect(noticeWorkdays).toMatchObject({ value: 5, schema: { minimum: 5, maximum: 15 } });
  expect(round.source.deadlines?.["notice"]).toMatchObject({ unit: "workday" });
  expect(Object.keys(round.source.notices?.["proposedList"]?.columns ?? {})).toEqual([
    "name",
    "village",
    "track",
    "number",
  ]);
});

test("the road of a village assistant knows neither exam nor labour contract", () => {
  const graph = buildStateGraph(candidate.source.machine);
  const guards = graph.edges
    .filter(({ to }) => to?.name === "examining")
    .map(({ source }) => source.guard);
  expect(guards).toEqual(["isLabourToAssess"]);
  const announced = JSON.stringify(round.document.papers["announcement"]);
  expect(announced).toContain("签订聘用协议（不是劳动合同）");
});

test("nothing is called statutory: the norms that were read are another province's", () => {
  for (const { source } of workflows.values()) {
    const { parameters = {}, rules = {}, deadlines = {} } = source;
    const marked = Object.values({ ...parameters, ...rules, ...deadlines });
    expect(marked.filter((one) => one.statutory === true)).toEqual([]);
  }
});
