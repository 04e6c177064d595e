import { describe, expect, test } from "vitest";
import { describeChange } from "../../../app/engine/change/describe-change";
import { bringFields } from "../../../app/engine/definition/bring-fields";
import type { Json, JsonObject } from "../../../app/engine/json";
import { makePatch } from "../../../app/engine/variant/make-patch";
import type { DefinitionDocument } from "../../../app/engine/workflow-source";
import { loadPackages } from "../../../app/runtime/load-packages";
import roles from "../../../schemas/common/roles.json";
import { partAt } from "../../support/guarded-tree";
import { EXAMPLE_TREE } from "../../support/temp-tree";

const { packages } = await loadPackages({ dir: EXAMPLE_TREE });

function shipped(): DefinitionDocument {
  const found = packages.find(({ id }) => id === "tool-lending");
  if (found === undefined) throw new Error("no package");
  return found.document;
}

/** What is said of an edit as the pages make it, struck words in ~, new ones in *. */
function said(edit: (document: JsonObject) => void): string[] {
  const before = shipped();
  const edited = structuredClone(before);
  edit(edited as unknown as JsonObject);
  const after = bringFields(edited, { parent: before, before: before.forms });
  const patch = makePatch(before as unknown as Json, after as unknown as Json);
  return describeChange(before, patch, { roles }).map(({ sentence }) => {
    return sentence
      .map(({ text: { zh }, mark }) => (mark === "new" ? `*${zh}*` : mark ? `~${zh}~` : zh))
      .join("");
  });
}

const note = {
  type: "string",
  maxLength: 40,
  label: { zh: "捎带的话", en: "A word with it" },
  privacy: "none",
};
const ask = "forms.ask.schema";
const states = "workflow.machine.states";

describe("what a county edits is said in sentences", () => {
  test.each<[string, (document: JsonObject) => void, string[]]>([
    [
      "a field with its place and control",
      (d) => {
        partAt(d, `${ask}.properties`)["note"] = note;
        (partAt(d, "forms.ask.ui")["ui:order"] as Json[]).push("note");
        partAt(d, "forms.ask.ui")["note"] = { "ui:widget": "textarea" };
      },
      ["表单“借用登记”增加“捎带的话”（*没有可不填*）。"],
    ],
    [
      "a question that must be answered now",
      (d) => void (partAt(d, ask)["required"] as Json[]).push("deposit"),
      ["表单“借用登记”里*“押金”*改为必填。"],
    ],
    [
      "a choice fewer",
      (d) => {
        partAt(d, `${ask}.properties.use`)["enum"] = ["farm", "other"];
        delete partAt(d, `${ask}.properties.use.labels`)["house"];
      },
      ["表单“借用登记”里“用途”去掉选项~“修房”~。"],
    ],
    [
      "a choice more, in the data as well",
      (d) => {
        for (const place of [`${ask}.properties.use`, "data.properties.use"]) {
          (partAt(d, place)["enum"] as Json[]).push("flood");
          partAt(d, `${place}.labels`)["flood"] = { zh: "防汛", en: "Flood" };
        }
      },
      ["表单“借用登记”里“用途”增加选项*“防汛”*。"],
    ],
    [
      "where a form goes, and what is written by itself",
      (d) => {
        partAt(d, "forms.ask")["into"] = "application";
        partAt(d, "forms.ask")["stamp"] = { by: "user.name" };
      },
      ["表单“借用登记”填到事项资料的哪里改了。", "表单“借用登记”由平台自动记下的内容改了。"],
    ],
    [
      "a state between two",
      (d) => {
        partAt(d, `${states}.asked.on`)["decline"] = "hearing";
        partAt(d, states)["hearing"] = {
          meta: { title: { zh: "听取意见" }, events: { heard: { label: { zh: "听过了" } } } },
          on: { heard: "declined" },
        };
      },
      [
        "在“待批准”办“不批准”时，由~到“未批准”~改为*到“听取意见”*。",
        "增加环节*“听取意见”*，在那里办*“听过了”*。",
      ],
    ],
    [
      "a way that nobody asks for",
      (d) => {
        partAt(d, `${states}.mending.on`)["link:repair.abandoned"] = "returned";
        partAt(d, `${states}.asked`)["after"] = { decision: "declined" };
        partAt(d, `${states}.lent.after.lending`)["target"] = "damaged";
      },
      [
        "在“待批准”，“答复期限”到期时，增加去向：*到“未批准”*。",
        "在“已借出”，“借期”到期时，由去~“到期未还”~改为去*“损坏待处理”*。",
        "在“维修中”，关联事项“维修”终止时，由~到“已报废”~改为*到“已归还”*。",
      ],
    ],
    [
      "a condition that falls away, one that is looked at first",
      (d) => {
        delete partAt(d, `${states}.asked.on.approve`)["guard"];
        (partAt(d, `${states}.lent.on`)["bringBack"] as Json[]).unshift({
          ...{ meta: { key: "many" }, guard: "withinLimit", target: "damaged" },
        });
      },
      [
        "在“待批准”办“批准”时，不再要求符合~“件数不超过上限”~。",
        "在“已借出”办“登记归还”时，增加去向，比原有的先看：*符合“件数不超过上限”的到“损坏待处理”*。",
      ],
    ],
    [
      "a deadline, who decides, who registers",
      (d) => {
        partAt(d, "workflow.deadlines.decision")["count"] = 3;
        const approve = partAt(d, `${states}.asked.meta.events.approve`);
        approve["roles"] = ["officer", "stationChief"];
        partAt(d, "workflow.start")["roles"] = ["officer"];
      },
      [
        "登记由~驻村辅警（警务助理）、驻村民警~办改为由*驻村民警*办。",
        "期限“答复期限”，由~进入环节起 1 个工作日~改为*进入环节起 3 个工作日*。",
        "操作“批准”，由~驻村民警~办改为由*驻村民警、派出所所长*办。",
      ],
    ],
    [
      "an event that goes, with its way",
      (d) => {
        delete partAt(d, `${states}.asked.meta.events`)["cancel"];
        delete partAt(d, `${states}.asked.on`)["cancel"];
      },
      [
        "环节“待批准”去掉操作~“村民不借了”~。",
        "在“待批准”办“村民不借了”时，去掉去向：~到“不借了”~。",
      ],
    ],
    [
      "when a deadline reminds, and in which unit",
      (d) => {
        const lending = partAt(d, "workflow.deadlines.lending");
        lending["remind"] = [0, -3];
        partAt(d, "workflow.deadlines.decision")["offsetUnit"] = "hour";
        lending["offsetUnit"] = "workday";
      },
      ["期限“借期”的提醒，由~提前 1 天~改为*提前 3 个工作日、到期当天*。"],
    ],
    [
      "the phase and the deadline of a state",
      (d) => {
        partAt(d, `${states}.asked.meta`)["phase"] = "lending";
        partAt(d, `${states}.asked.meta`)["due"] = "repairing";
      },
      [
        "环节“待批准”由阶段~“登记”~改到阶段*“借出”*。",
        "环节“待批准”的期限由~“答复期限”~改为*“修好的期限”*。",
      ],
    ],
    [
      "columns, and what has no sentences of its own",
      (d) => {
        partAt(d, "workflow.registers.loanBook.columns.tools")["width"] = 60;
        partAt(d, "workflow.phases")["later"] = { title: { zh: "以后" }, order: 4 };
        partAt(d, "workflow.papers.receipt")["copies"] = 3;
        delete partAt(d, "workflow.moves")["void"];
      },
      [
        "增加*阶段“以后”*。",
        "去掉~作废~。",
        "登记簿“公具借用登记簿”的“工具”一栏改了。",
        "文书“借条”什么时候能打印、打几份改了。",
      ],
    ],
  ])("%s", (_, edit, sentences) => {
    expect(said(edit)).toEqual(sentences);
  });
});
