import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../app/engine/json";
import { renderPaper } from "../../../app/engine/projection/paper";
import { buildScope } from "../../../app/engine/scope";
import type { PaperSource } from "../../../app/engine/workflow-source";
import { makeWorkflow, owner, place } from "../../support/make-workflow";

const paper: PaperSource = {
  title: { zh: "值班表" },
  blocks: [
    {
      block: "grid",
      over: "data.people",
      head: { title: { zh: "{{case.placeName}}人员" }, value: { zh: "{{item.name}}" }, width: 30 },
      columns: { over: "data.days", title: { zh: "{{item}}号" }, width: 12 },
      cells: { from: "shifts", value: { zh: "{{item}}" } },
      framed: "nights",
      parted: "first",
    },
  ],
};

function drawn(data: Parameters<typeof buildScope>[0]["data"]) {
  const workflow = makeWorkflow({
    machine: { initial: "a", states: { a: { meta: { title: { zh: "a" } } } } },
  });
  const matter = {
    id: "1",
    number: null,
    owner,
    place,
    startedAt: 0,
    startedBy: "u",
    entered: {},
    links: {},
  };
  const user = { id: "u", name: "u", role: null, unit: null };
  const scope = buildScope({ workflow, matter, data, user, at: 0, now: 0 });
  return renderPaper({ workflow, paper, scope, language: "zh" });
}

describe("a grid", () => {
  test("has a row for each item and a column for each value of a list", () => {
    const people: JsonObject[] = [
      { name: "高原", shifts: ["值班", "休"], nights: [true, false] },
      { name: "杨秀兰", shifts: ["警务室"], first: true },
    ];
    expect(drawn({ days: [23, 24], people })).toEqual([
      {
        block: "table",
        columns: [
          { title: "石桥村人员", width: 30 },
          { title: "23号", width: 12 },
          { title: "24号", width: 12 },
        ],
        rows: [
          ["高原", "值班", "休"],
          ["杨秀兰", "警务室", "　　　　"],
        ],
        empty: "",
        grid: {
          framed: [
            [false, true, false],
            [false, false, false],
          ],
          parted: [false, true],
        },
      },
    ]);
  });

  test("is an empty table where there is nothing, and never throws", () => {
    expect(drawn({})).toMatchObject([{ columns: [{ title: "石桥村人员" }], rows: [] }]);
    expect(drawn({ days: [1], people: ["x", null, { name: 3 }] as never })).toMatchObject([
      { rows: [{}, {}, ["3", "　　　　"]] },
    ]);
  });
});
