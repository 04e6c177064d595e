import { describe, expect, test } from "vitest";
import {
  fillTemplate,
  fillText,
  placeholdersOf,
  type TemplateContext,
} from "../../../app/engine/projection/template";

const context: TemplateContext = {
  scope: {
    case: { number: "石桥 2026-0031" },
    data: {
      kind: "neighbour",
      amount: 36000,
      parties: [{ name: "李长顺", role: "applicant" }, { name: "杨德厚" }],
    },
  },
  dataSchema: {
    type: "object",
    properties: {
      kind: { type: "string", labels: { neighbour: { zh: "邻里", en: "Neighbours" } } },
      parties: {
        type: "array",
        items: {
          type: "object",
          properties: { role: { type: "string", labels: { applicant: { zh: "申请人" } } } },
        },
      },
    },
  },
  displays: new Map([
    ["core.money", { name: "core.money", show: (fen) => `¥${Number(fen) / 100}` }],
  ]),
  blank: "—",
  today: "2026-11-23",
};

describe("a template", () => {
  test("fills paths, labels and displays", () => {
    expect(
      fillTemplate(
        "{{case.number}} {{data.kind | label}}纠纷 {{data.amount | core.money}}",
        context,
        "zh",
      ),
    ).toBe("石桥 2026-0031 邻里纠纷 ¥360");
  });

  test("maps a list and joins it as Chinese does", () => {
    expect(fillTemplate("{{data.parties[*].name}}", context, "zh")).toBe("李长顺、杨德厚");
    expect(fillTemplate("{{data.parties[*].role | label}}", context, "zh")).toBe("申请人");
  });

  test("shows the blank for what is missing, and nothing of what it may not reach", () => {
    expect(
      fillTemplate("{{data.missing}}{{data.constructor.name}}{{data.parties}}", context, "zh"),
    ).toBe("———");
  });

  test("speaks the language that is asked for", () => {
    expect(fillText({ zh: "{{data.kind | label}}", en: "{{data.kind | label}}" }, context)).toEqual(
      { zh: "邻里", en: "Neighbours" },
    );
  });

  test("finds the labels of a table's row by the list it goes over", () => {
    const row = {
      ...context,
      scope: { ...context.scope, item: { role: "applicant" } },
      itemPath: "data.parties",
    };
    expect(fillTemplate("{{item.role | label}}", row, "zh")).toBe("申请人");
  });

  test("a value cannot bring a template of its own", () => {
    const hostile = { ...context, scope: { data: { name: "{{case.number}}" } } };
    expect(fillTemplate("{{data.name}}", hostile, "zh")).toBe("{{case.number}}");
  });

  test("names its placeholders for check", () => {
    expect(placeholdersOf("{{ data.a | label | core.mask }} x {{case.number}}")).toEqual([
      { path: "data.a", displays: ["label", "core.mask"] },
      { path: "case.number", displays: [] },
    ]);
  });
});
