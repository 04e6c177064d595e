import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../../app/engine/json";
import { fromKeyed, toKeyed } from "../../../app/engine/variant/keyed-view";
import { documents } from "./documents";

const candidates: Json[] = [
  { meta: { key: "emergency" }, guard: "isEmergency", target: "handedOver" },
  { meta: { key: "else" }, target: "consent" },
];

const [emergency = null, otherwise = null] = candidates;

describe("the keyed view", () => {
  test("names the candidates of a list and keeps their order apart", () => {
    expect(toKeyed({ on: { triage: candidates } })).toEqual({
      on: {
        triage: { $order: ["emergency", "else"], emergency, else: otherwise },
      },
    });
  });

  test("names the blocks of a paper that have a key", () => {
    const block = { key: "intro", block: "text", text: { zh: "甲" } };
    expect(toKeyed([block])).toEqual({ $order: ["intro"], intro: block });
  });

  test.each<[string, Json]>([
    ["without keys", [{ target: "a" }]],
    ["with a key twice", [{ meta: { key: "a" } }, { meta: { key: "a" } }]],
    ["of plain values", ["zh", "en"]],
    ["that is empty", []],
    ["with a key that reaches a prototype", [{ meta: { key: "__proto__" } }]],
  ])("leaves a list %s whole", (_, list) => {
    expect(toKeyed(list)).toEqual(list);
  });

  test("leads back to the very same document", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(fromKeyed(toKeyed(document))).toEqual({ document, problems: [] });
      }),
    );
  });

  test("leads back even where a document has a $order of its own", () => {
    const document = { $order: ["x"], $$order: 1, list: [{ key: "$order", $order: 2 }] };
    expect(fromKeyed(toKeyed(document))).toEqual({ document, problems: [] });
  });
});

describe("an order that does not fit its items", () => {
  test.each<[string, Json]>([
    ["leaves one out", { $order: ["emergency"], emergency, else: otherwise }],
    ["names one twice", { $order: ["emergency", "emergency"], emergency, else: otherwise }],
    ["names one that is not there", { $order: ["emergency", "x"], emergency, else: otherwise }],
    ["is no list", { $order: "emergency", emergency }],
    ["has an item under another key", { $order: ["other"], other: emergency }],
  ])("is reported when it %s", (_, view) => {
    const { problems } = fromKeyed({ on: { triage: view } });
    expect(problems).toMatchObject([{ code: "variant/order", pointer: "/on/triage" }]);
  });
});
