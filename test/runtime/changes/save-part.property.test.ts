import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ERRORS } from "../../../app/engine/errors";
import { isObject, type Json, type JsonObject } from "../../../app/engine/json";
import { valueAt } from "../../../app/engine/json-pointer";
import { listParts } from "../../../app/engine/definition/list-parts";
import { patched } from "../../../app/runtime/changes/draft-document";
import { faultsOf } from "../../../app/runtime/changes/publish-checks";
import { loadPackages } from "../../../app/runtime/load-packages";
import { loadPlugins } from "../../../app/runtime/plugins";
import { createProposalStore } from "../../../app/storage/proposal-store";
import { openTestChanges } from "../../support/open-test-changes";
import { exampleFile } from "../../support/guarded-tree";
import { makeExampleTree } from "../../support/temp-tree";

const everything = {
  ...{ parameters: "within schema, add", states: "add, change", transitions: "add, change" },
  ...{ forms: "add, change", data: "fields", papers: "text, add, change" },
  ...{ registers: "change", rules: "add, change", facts: "add, change", deadlines: "change" },
  ...{ legal: "change", phases: "change", numbers: "change", links: "change" },
  ...{ retention: "change", moves: "change", start: "change", caseTitle: "change" },
};

/** One way to spoil a value: somewhere inside, found by numbers that are taken as they come. */
const mutation = fc.record({
  at: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  deed: fc.constantFrom("replace", "remove", "copy", "move", "rename", "append"),
  value: fc.oneof(
    { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
    { weight: 1, arbitrary: fc.constantFrom<Json>("", 0, -1, true, null, [], {}, "#", "x", 1e9) },
  ),
  name: fc.oneof(
    fc.constantFrom("title", "on", "meta", "states", "a.b", "", "$order", "type", "toString", "x"),
    fc.string({ maxLength: 12 }),
  ),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(root: Json, { at, deed, value, name }: Mutation): Json {
  const change = (here: Json, [step = 0, ...rest]: number[]): Json => {
    const keys = isObject(here) ? Object.keys(here) : Array.isArray(here) ? [...here.keys()] : [];
    if (keys.length === 0) return value;
    const index = step % keys.length;
    const entries = isObject(here)
      ? Object.entries(here)
      : (here as Json[]).map((item, i) => [String(i), item] as [string, Json]);
    const [key, member] = entries[index] ?? ["", null];
    if (rest.length > 0) entries[index] = [key, change(member, rest)];
    else if (deed === "replace") entries[index] = [key, value];
    else if (deed === "remove") entries.splice(index, 1);
    else if (deed === "copy") entries.push([name, member]);
    else if (deed === "move") entries[index] = [key, entries[0]?.[1] ?? null];
    else if (deed === "rename") entries[index] = [name, member];
    else entries.push([name, value]);
    if (Array.isArray(here)) return entries.map(([, item]) => item);
    // As a text would have it: `__proto__` is a name like any other.
    const object: JsonObject = {};
    for (const [own, item] of entries) {
      Object.defineProperty(object, own, { value: item, enumerable: true, configurable: true });
    }
    return object;
  };
  return change(root, at);
}

/** What somebody might really do: another wording, one more, the other way round. */
function nudge(root: Json, index: number): Json {
  const count = leavesIn(root);
  let left = count === 0 ? -1 : index % count;
  const visit = (here: Json): Json => {
    if (Array.isArray(here)) return here.map(visit);
    if (isObject(here)) {
      return Object.fromEntries(Object.entries(here).map(([key, item]) => [key, visit(item)]));
    }
    left -= 1;
    if (left !== -1) return here;
    if (typeof here === "string") return `${here}改`;
    return typeof here === "number" ? here + 1 : !here;
  };
  return visit(root);
}

function leavesIn(value: Json): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one) => sum + leavesIn(one), 0);
}

const spoilt = fc.record({
  from: fc.nat(4000),
  length: fc.nat(3),
  text: fc.string({ maxLength: 3 }),
});
const seldom = <T>(weight: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(null) }, { weight, arbitrary });

const edit = fc.record({
  part: fc.nat(200),
  nudge: seldom(4, fc.nat(500)),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 2 }),
  /** A text that is spoiled as a text. */
  cut: seldom(2, spoilt),
  pointer: seldom(
    1,
    fc.constantFrom("", "/", "/workflow", "/forms/__proto__", "/workflow/machine/states/new"),
  ),
});

describe("any text for any part", () => {
  test("is refused with a code, or makes a definition that checks; nothing is half-written", async () => {
    const file = "workflows/tool-lending/workflow.json";
    const workflow = { ...(await exampleFile(file)), vary: everything };
    const dir = await makeExampleTree({ [file]: workflow });
    const test = await openTestChanges({ dir });
    const { packages } = await loadPackages({ dir });
    const loaded = packages.find(({ id }) => id === "tool-lending");
    if (loaded === undefined) throw new Error("no package");
    const { document } = loaded;
    const check = { packages, registry: loadPlugins(), roles: test.cases.definitions.roles };
    const parts = listParts(document).map(({ part }) => part);
    const store = createProposalStore(test.cases.database);
    const came = new Map<string, number>();

    await fc.assert(
      fc.asyncProperty(edit, async ({ part: index, nudge: leaf, mutations, cut, pointer }) => {
        const part = pointer ?? parts[index % parts.length] ?? "";
        const value = valueAt(document as unknown as Json, part) ?? {};
        const changed = leaf === null ? mutations.reduce(mutate, value) : nudge(value, leaf);
        const whole = JSON.stringify(changed, null, 1);
        const text = cut === null ? whole : spoil(whole, cut);
        const [before] = await store.list({ units: ["991021"] });
        const saved = await test.changes.savePart(test.at("zhoumin"), {
          ...{ unit: null, model: null, package: "tool-lending", why: "", wantedFrom: "" },
          revision: before?.revision ?? null,
          edits: [{ part, text }],
        });
        const [after, ...more] = await store.list({ units: ["991021"] });
        expect(more).toEqual([]);
        const code = saved.ok ? "kept" : saved.refusal.code;
        came.set(code, (came.get(code) ?? 0) + 1);
        if (!saved.ok) {
          expect(Object.keys(ERRORS)).toContain(code);
          expect(saved.refusal.message.zh).not.toMatch(/\{\w+\}/);
          expect(after).toEqual(before);
          return;
        }
        const made = patched(document, after?.patch ?? []);
        if (!made.ok) throw new Error(made.refusal.message.zh);
        expect(faultsOf(check, { document: made.value, told: document })).toEqual([]);
        // Every try begins from what is shipped.
        await test.cases.database.run("delete from proposals");
      }),
      { numRuns: 500, seed: 20261123 },
    );
    // Both ends were reached, or nothing was held.
    expect(came.get("kept") ?? 0).toBeGreaterThan(10);
    expect(came.get("definition/breaks") ?? 0).toBeGreaterThan(50);
    expect(
      [...came.keys()].every((code) => code === "kept" || code.startsWith("definition/")),
    ).toBe(true);
  }, 240_000);
});

function spoil(
  text: string,
  { from, length, text: put }: { from: number; length: number; text: string },
): string {
  const at = from % (text.length + 1);
  return text.slice(0, at) + put + text.slice(at + length);
}
