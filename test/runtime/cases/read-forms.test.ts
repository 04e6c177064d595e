import { expect, test } from "vitest";
import {
  accepted,
  BAISHU,
  bringBackDamaged,
  codeOf,
  loanForm,
  openTestCases,
  SHIQIAO,
  startLoan,
  take,
} from "../../support/open-test-cases";
import { exampleFile, makeGuardedTree, partAt } from "../../support/guarded-tree";

test("the start form offers the villages one serves and fills in today", async () => {
  const cases = await openTestCases();
  const form = accepted(await cases.part.startForm(cases.as("yangxiulan"), "tool-lending", "zh"));
  expect(form).toMatchObject({
    caseId: null,
    event: "start",
    label: { zh: "登记借用" },
    expectedSeq: 0,
    places: [{ code: SHIQIAO, name: "石桥村" }],
    formData: { pickUpDay: "2026-11-23" },
  });
  expect(form.schema).toMatchObject({
    properties: { use: { title: "用途", oneOf: [{ const: "farm", title: "农活" }, {}, {}] } },
  });
  expect(JSON.stringify(form.schema)).not.toContain("privacy");
  const officer = accepted(await cases.part.startForm(cases.as("gaoyuan"), "tool-lending", "en"));
  expect(officer.places).toHaveLength(8);
  expect(officer.schema).toMatchObject({ properties: { use: { title: "Use" } } });
  expect(officer.commandId).not.toBe(form.commandId);
});

test("only what one may begin is offered", async () => {
  const cases = await openTestCases();
  const optionsOf = async (by: "yangxiulan" | "gaoyuan" | "yangguoan") =>
    (await cases.part.startable(cases.as(by))).map((option) => option.package);
  expect(await optionsOf("gaoyuan")).toEqual(["tool-lending", "tool-lending.repair"]);
  expect(await optionsOf("yangxiulan")).toEqual(["tool-lending"]);
  expect(await optionsOf("yangguoan")).toEqual([]);
  const form = await cases.part.startForm(cases.as("yangguoan"), "tool-lending", "zh");
  expect(codeOf(form)).toBe("case/not-your-step");
  expect(codeOf(await cases.part.startForm(cases.as("gaoyuan"), "nothing", "zh"))).toBe(
    "runtime/unknown-package",
  );
});

test("where no answer could change the refusal, no form is offered: the reason is given at once", async () => {
  const cases = await openTestCases();
  const caseId = await startLoan(cases, { items: [{ name: "铁锹", count: 6 }] });
  const officer = cases.as("gaoyuan");
  const refused = await cases.part.stepForm(officer, caseId, "approve", "zh");
  expect(codeOf(refused)).toBe("case/rule-refused");
  accepted(await cases.part.stepForm(officer, caseId, "decline", "zh"));
});

test("a form about each item shows its items by name and asks nothing else of them", async () => {
  const file = "schemas/tool-lending/bringBack.json";
  const form = await exampleFile(file);
  partAt(form, "ui.items.ui:options")["itemLabel"] = {
    zh: "{{item.name}}（{{item.condition | label}}）",
    en: "{{item.name}} ({{item.condition | label}})",
  };
  const cases = await openTestCases({ dir: await makeGuardedTree({ [file]: form }) });
  const items = [
    { name: "水泵", count: 1 },
    { name: "梯子", count: 2 },
  ];
  const caseId = await startLoan(cases, { items });
  for (const event of ["approve", "count"])
    accepted(await take(cases, { by: "gaoyuan", caseId, event }));
  const signed = { signedOn: "2026-11-23" };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "sign", form: signed }));
  const officer = cases.as("gaoyuan");
  const asked = accepted(await cases.part.stepForm(officer, caseId, "bringBack", "zh"));
  expect(asked.formData).toEqual({ items: [{ id: "1-1" }, { id: "1-2" }] });
  expect(asked.ui).toMatchObject({
    items: { "ui:options": { itemNames: { "1-1": "水泵", "1-2": "梯子" } } },
  });
  const entered = {
    items: [
      { id: "1-1", condition: "good" },
      { id: "1-2", condition: "damaged" },
    ],
  };
  const input = { caseId, event: "bringBack", form: entered, commandId: "x", expectedSeq: 4 };
  const rows = accepted(await cases.part.preview(officer, input));
  expect(rows.map(({ label, value }) => [label.zh, value])).toEqual([
    ["水泵·归还时的状况", "完好"],
    ["梯子·归还时的状况", "损坏"],
  ]);
});

test("a form filled in before stands as it was, without what its reader may not see", async () => {
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  const asked = partAt(workflow, "machine.states.asked");
  partAt(asked, "meta.events")["amend"] = {
    label: { zh: "补充" },
    roles: ["auxiliary", "officer"],
    form: "ask",
    act: "record",
    about: "matter",
  };
  partAt(asked, "on")["amend"] = {};
  const cases = await openTestCases({ dir: await makeGuardedTree({ [file]: workflow }) });
  const caseId = await startLoan(cases, { deposit: 12345 });
  const formFor = async (by: "yangxiulan" | "gaoyuan") =>
    accepted(await cases.part.stepForm(cases.as(by), caseId, "amend", "zh")).formData;
  expect(await formFor("gaoyuan")).toEqual({ ...loanForm({ deposit: 12345 }) });
  expect(await formFor("yangxiulan")).toEqual({ ...loanForm(), borrower: { name: "杨德厚" } });
});

test("a preview reads in the form's order and whole, and finds what is wrong", async () => {
  const cases = await openTestCases();
  const input = {
    package: "tool-lending",
    place: SHIQIAO,
    commandId: "x",
    expectedSeq: 0,
    form: loanForm({ use: "other", useNote: "抽鱼塘", deposit: 5000 }),
  };
  const rows = accepted(await cases.part.preview(cases.as("yangxiulan"), input));
  expect(rows.map(({ label, value }) => `${label.zh} ${value}`)).toEqual([
    "借用人·姓名 杨德厚",
    "借用人·联系电话 13800138000",
    "工具 1·名称 水泵",
    "工具 1·件数 1",
    "用途 其他",
    "做什么用 抽鱼塘",
    "取用日期 2026年11月24日",
    "押金 ¥50.00",
  ]);
  const wrong = { ...input, form: loanForm({ use: "other", items: [] }) };
  const refused = await cases.part.preview(cases.as("yangxiulan"), wrong);
  expect(refused).toMatchObject({ refusal: { code: "form/invalid" } });
  const pointers = refused.ok ? [] : refused.refusal.fields?.map((fault) => fault.pointer);
  expect(pointers?.sort()).toEqual(["/items", "/useNote"]);
});

test("a village that is not one's own is neither offered nor taken", async () => {
  const cases = await openTestCases();
  const { places } = accepted(
    await cases.part.startForm(cases.as("luojianping"), "tool-lending", "zh"),
  );
  expect(places.map(({ code }) => code)).toEqual([BAISHU]);
});

test("a field for a village is a choice of those in reach, and is read back by name", async () => {
  const data = await exampleFile("schemas/tool-lending/data.json");
  partAt(data, "properties")["workshop"] = {
    ...{ type: "string", format: "division-code.village", maxLength: 12, privacy: "none" },
    label: { zh: "修理铺在哪个村" },
  };
  const order = await exampleFile("schemas/tool-lending/repairOrder.json");
  partAt(order, "schema.properties")["workshop"] = { $ref: "data.json#/properties/workshop" };
  const workflow = await exampleFile("workflows/tool-lending/workflow.json");
  partAt(workflow, "plugins")["division-code"] = "1";
  const dir = await makeGuardedTree({
    "schemas/tool-lending/data.json": data,
    "schemas/tool-lending/repairOrder.json": order,
    "workflows/tool-lending/workflow.json": workflow,
  });
  const cases = await openTestCases({ dir });
  const caseId = await startLoan(cases);
  await bringBackDamaged(cases, caseId);
  const officer = cases.as("gaoyuan");
  const form = accepted(await cases.part.stepForm(officer, caseId, "sendToRepair", "zh"));
  const offered = partAt(form.schema, "properties.workshop")["oneOf"];
  expect(offered).toHaveLength(8);
  expect(offered).toContainEqual({ const: BAISHU, title: "柏树村" });

  const asked = { caseId, event: "sendToRepair", commandId: "c", expectedSeq: form.expectedSeq };
  const answered = { damagedTools: "水泵", workshop: BAISHU };
  const rows = accepted(await cases.part.preview(officer, { ...asked, form: answered }));
  expect(rows.map((row) => row.value)).toContain("柏树村");
  const mistyped = await cases.part.preview(officer, {
    ...{ ...asked, form: { ...answered, workshop: "柏树" } },
  });
  expect(codeOf(mistyped)).toBe("form/invalid");
});

test("节点字段权限: what a step only shows is text, what it hides never leaves the server, and neither is taken from a page", async () => {
  const file = "workflows/tool-lending/workflow.json";
  const workflow = await exampleFile(file);
  const approve = partAt(workflow, "machine.states.asked.meta.events.approve");
  Object.assign(approve, { form: "ask", fields: { use: "read", borrower: "hide" } });
  const cases = await openTestCases({ dir: await makeGuardedTree({ [file]: workflow }) });
  const caseId = await startLoan(cases);
  const form = accepted(await cases.part.stepForm(cases.as("gaoyuan"), caseId, "approve", "zh"));
  expect(form.shown).toEqual([{ label: { zh: "用途", en: "Use" }, value: "农活" }]);
  expect(Object.keys(partAt(form.schema, "properties"))).toEqual(["items", "pickUpDay", "deposit"]);
  expect(form.formData).not.toHaveProperty("use");
  const sent = JSON.stringify(form);
  for (const hidden of ["杨德厚", "13800138000", "borrower"]) {
    expect(sent).not.toContain(hidden);
  }

  const forged = {
    ...form.formData,
    use: "event",
    borrower: { name: "别人", phone: "13900139000" },
  };
  accepted(await take(cases, { by: "gaoyuan", caseId, event: "approve", form: forged }));
  const { cases: stored } = await cases.parts.store.read({
    ...{ cases: [caseId], commands: [], sequences: [] },
  });
  expect(stored.get(caseId)?.data).toMatchObject({ use: "farm", borrower: { name: "杨德厚" } });
});
