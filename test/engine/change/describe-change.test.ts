import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeChange } from "../../../app/engine/change/describe-change";
import { plainSentence } from "../../../app/engine/change/say-change";
import type { Json } from "../../../app/engine/json";
import { makePatch } from "../../../app/engine/variant/make-patch";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";
import { loadPackages } from "../../../app/runtime/load-packages";
import { changed, exampleDocument } from "../../support/example-document";
import { EXAMPLE_TREE } from "../../support/temp-tree";
import { edited, edits } from "../variant/documents";

const base = await exampleDocument();
const { roles } = await loadPackages({ dir: EXAMPLE_TREE, ids: ["tool-lending"] });

/** What is said of the example with values set at pointers; `undefined` removes. */
function said(changes: Readonly<Record<string, Json | undefined>>): string[] {
  return describe_(changed(base, changes));
}

function describe_(after: DefinitionDocument): string[] {
  const patch = makePatch(base as unknown as Json, after as unknown as Json);
  return describeChange(base, patch, { roles }).map(({ sentence }) => plainSentence(sentence).zh);
}

const parameter = "/workflow/parameters";
const rule = "/workflow/rules/withinLimit";
const states = "/workflow/machine/states";

describe("what a county changed, in sentences", () => {
  test.each<[string, Record<string, Json | undefined>, string[]]>([
    [
      "a parameter's value",
      { [`${parameter}/lendingDays/value`]: 10 },
      ["借期，由 7 天改为 10 天。"],
    ],
    [
      "a new parameter",
      {
        [`${parameter}/graceDays`]: {
          title: { zh: "宽限（天）" },
          schema: { type: "integer", unit: "day" },
          value: 2,
        },
      },
      ["增加参数“宽限”，值是 2 天。"],
    ],
    [
      "a rule's condition, word by word",
      { [`${rule}/when`]: { "<": [{ var: "facts.toolCount" }, { var: "params.maxTools" }] } },
      ["规则“件数不超过上限”：当借用件数少于“一次最多借几件”时成立。"],
    ],
    [
      "a new rule",
      {
        "/workflow/rules/many": {
          title: { zh: "借得多" },
          when: { ">": [{ var: "facts.toolCount" }, 3] },
        },
      },
      ["增加规则“借得多”：当借用件数大于 3时成立。"],
    ],
    [
      "a rule's examples",
      { [`${rule}/examples`]: [] },
      ["规则“件数不超过上限”的例子改了，现在有 0 个。"],
    ],
    [
      "how long something may take",
      { "/workflow/deadlines/decision/count": 2, "/workflow/deadlines/decision/unit": "day" },
      ["期限“答复期限”，由进入环节起 1 个工作日改为进入环节起 2 天。"],
    ],
    [
      "what a refusal says",
      { [`${rule}/refusal/zh`]: "太多了，分次借。", [`${rule}/refusal/en`]: "Too many." },
      [
        "“件数不超过上限”的办不了时的说明由“一次借得太多，请分次借，或请民警说明理由后不批。”改为“太多了，分次借。”。",
      ],
    ],
    [
      "a state with its steps",
      {
        [`${states}/hearing`]: {
          meta: {
            title: { zh: "听取意见" },
            events: {
              heard: {
                label: { zh: "听过了" },
                roles: ["officer"],
                act: "record",
                about: "matter",
              },
            },
          },
          on: { heard: "lent" },
        },
      },
      ["增加环节“听取意见”，在那里办“听过了”。"],
    ],
    ["a state less", { [`${states}/declined`]: undefined }, ["去掉环节“未批准”。"]],
    [
      "who takes a step",
      { [`${states}/asked/meta/events/approve/roles`]: ["officer", "stationChief"] },
      ["操作“批准”，由驻村民警办改为由驻村民警、派出所所长办。"],
    ],
    [
      "where a way leads",
      { [`${states}/asked/on/cancel`]: "declined" },
      ["在“待批准”办“村民不借了”时，由到“不借了”改为到“未批准”。"],
    ],
    [
      "a question more, which may stay empty",
      {
        "/data/properties/meetAt": { type: "string", label: { zh: "在哪里交接" } },
        "/forms/ask/schema/properties/meetAt": { type: "string", label: { zh: "在哪里交接" } },
      },
      ["表单“借用登记”增加“在哪里交接”（没有可不填）。"],
    ],
    [
      "what must be answered",
      { "/forms/ask/schema/required": ["borrower", "items", "use", "pickUpDay", "deposit"] },
      ["表单“借用登记”里“押金”改为必填。"],
    ],
    [
      "the order of questions",
      { "/forms/ask/ui/ui:order": ["*"] },
      ["表单“借用登记”里各项的先后改了。"],
    ],
    ["what a paper says", { "/papers/receipt/blocks": [] }, ["文书“借条”的内容改了。"]],
    [
      "a title",
      { "/workflow/title/zh": "公具借用" },
      ["“村公具借用”的标题由“村公具借用”改为“公具借用”。"],
    ],
    [
      "an area that has no words of its own",
      { "/workflow/backdateDays": 10 },
      ["补录的天数改了。"],
    ],
  ])("%s", (_, changes, sentences) => {
    expect(said(changes)).toEqual(sentences);
  });

  test("in English as well", () => {
    const after = changed(base, { [`${parameter}/lendingDays/value`]: 10 });
    const patch = makePatch(base as unknown as Json, after as unknown as Json);
    const [first] = describeChange(base, patch, { roles });
    expect(first && plainSentence(first.sentence).en).toBe(
      "Days of a loan: from 7 days to 10 days.",
    );
  });

  test("nothing changed is nothing said", () => {
    expect(said({})).toEqual([]);
  });

  test("a patch that no longer fits is described by what it says", () => {
    const path = "/workflow/parameters/lendingDays/value";
    const patch = [
      { op: "test" as const, path, value: 8 },
      { op: "replace" as const, path, value: 10 },
    ];
    expect(describeChange(base, patch)).toHaveLength(1);
  });
});

test("whatever is edited, it is said without names of the format, and never fails", () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const after = edited(base as unknown as Json, edit) as unknown as DefinitionDocument;
      const patch = makePatch(base as unknown as Json, after as unknown as Json);
      for (const { sentence } of describeChange(base, patch, { roles })) {
        const { zh, en } = plainSentence(sentence);
        expect(zh).toMatch(/。$/);
        expect(en).toMatch(/\.$/);
        expect(`${zh}${en}`).not.toMatch(/undefined|\[object|\{\w+\}|\$order/);
      }
    }),
    { numRuns: 300 },
  );
});
