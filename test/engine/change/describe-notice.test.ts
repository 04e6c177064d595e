import { join } from "node:path";
import { expect, test } from "vitest";
import { describeChange } from "../../../app/engine/change/describe-change";
import type { Json, JsonObject } from "../../../app/engine/json";
import { makePatch } from "../../../app/engine/variant/make-patch";
import { loadPackages } from "../../../app/runtime/load-packages";
import { projectRoot } from "../../../app/runtime/project-root";
import { partAt } from "../../support/guarded-tree";

const { packages } = await loadPackages({ dir: join(projectRoot, "test/fixtures/plots") });
const shipped = packages.find(({ id }) => id === "garden-plots")?.document as unknown as Json;

/** What is said of an edit of the notice, struck words in ~, new ones in *. */
function said(edit: (notice: JsonObject, workflow: JsonObject) => void): string[] {
  const after = structuredClone(shipped) as JsonObject;
  edit(partAt(after, "workflow.notices.list"), partAt(after, "workflow"));
  const before = shipped as unknown as Parameters<typeof describeChange>[0];
  return describeChange(before, makePatch(shipped, after)).map(({ sentence }) =>
    sentence
      .map(({ text: { zh }, mark }) => (mark === "new" ? `*${zh}*` : mark ? `~${zh}~` : zh))
      .join(""),
  );
}

const it = "公示“……菜地分配公示”";

test.each<[string, Parameters<typeof said>[0], string[]]>([
  [
    "a column more",
    (n) => void (partAt(n, "columns")["area"] = { title: { zh: "面积" }, value: "1", order: 3 }),
    [`${it}增加一栏*“面积”*。`],
  ],
  ["a column less", (n) => void delete partAt(n, "columns")["plot"], [`${it}去掉一栏~“地块”~。`]],
  [
    "names that are masked, and a column that shows something else",
    (n) => {
      partAt(n, "columns.name")["mask"] = true;
      partAt(n, "columns.plot")["value"] = "{{item.exported.name}}";
    },
    [`${it}的“户主”一栏，姓名改为打星号。`, `${it}的“地块”一栏，改为写别的内容。`],
  ],
  [
    "words from one wording to the other, both languages once",
    (n) => void (n["places"] = { zh: "村务公开栏", en: "The village board" }),
    [`${it}的张贴地点，由~“村务公开栏、村口”~改为*“村务公开栏”*。`],
  ],
  ["a telephone that goes", (n) => void delete n["contact"], [`${it}去掉监督电话~“……”~。`]],
  [
    "the step that takes it down, and the board",
    (n) => {
      n["ends"] = ["publish"];
      n["board"] = "township";
    },
    [
      `${it}由~“撤下公示”~提前撤下，改为由*“公示名单”*提前撤下。`,
      `${it}，由贴在~本村~改为贴在*全乡镇各村*。`,
    ],
  ],
  [
    "the deadline that it ends with",
    (n, workflow) => {
      n["until"] = "longer";
      const notice = partAt(workflow, "deadlines.notice");
      partAt(workflow, "deadlines")["longer"] = { ...notice, title: { zh: "延长的公示期" } };
    },
    [
      "增加期限*“延长的公示期”*：*进入环节起按“公示天数（工作日）”*。",
      `${it}的截止日，由按~“公示期”~算改为按*“延长的公示期”*算。`,
    ],
  ],
])("%s", (_title, edit, sentences) => {
  expect(said(edit).sort()).toEqual([...sentences].sort());
});
