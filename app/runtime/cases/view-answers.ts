import { allProperties } from "../../engine/form/conditional-schema";
import { schemaAt } from "../../engine/form/write-form";
import { isObject, own, type Json, type JsonObject } from "../../engine/json";
import { isGroup, isVisibleLeaf, itemSchemaOf } from "../../engine/projection/visibility";
import type { ReaderRoles } from "../../engine/projection/visibility";
import { say, type Language, type Text } from "../../engine/text";
import { isDay, isMoment, instantOf, showDay, showMoment } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { SummaryRow } from "../api";
import type { ItemNames } from "./item-names";
import { VILLAGE_FORMAT } from "./village-choices";

/** For whom answers are written out. */
export interface AnswerReader {
  workflow: Workflow;
  language: Language;
  /** Null: somebody who reads their own answers before sending them. They see all of it, unmasked. */
  roles: ReaderRoles | null;
  today: string;
  /** What people call list items that are already known, by item id. */
  names?: ItemNames;
  /** What a village is called, by its code. */
  placeName?: (code: string) => string | undefined;
}

/** What was answered, one row a field, in the order in which the form (its `ui`) or the schema asks. Pure. */
export function answerRows(
  schema: JsonObject,
  value: Json,
  reader: AnswerReader,
  ui?: Json,
): SummaryRow[] {
  if (!isObject(value)) return [];
  const properties = allProperties(schema);
  return keysInOrder(schema, ui).flatMap((key) => {
    const child = own(properties, key);
    const member = own(value, key);
    return isObject(child) && member !== undefined
      ? fieldRows(child, member, { reader, label: labelOf(child, key), ui: partOf(ui, key) })
      : [];
  });
}

/** `ui:order` names what comes first, `*` or nothing stands for the rest; conditional fields follow the others. */
function keysInOrder(schema: JsonObject, ui: Json | undefined): string[] {
  const plain = own(schema, "properties");
  const keys = [
    ...new Set([
      ...Object.keys(isObject(plain) ? plain : {}),
      ...Object.keys(allProperties(schema)),
    ]),
  ];
  const asked = partOf(ui, "ui:order");
  const order = Array.isArray(asked) ? asked.map(String) : [];
  const named = order.filter((key) => keys.includes(key));
  const star = order.indexOf("*");
  const before = star < 0 ? named : named.filter((key) => order.indexOf(key) < star);
  const rest = keys.filter((key) => !named.includes(key));
  return [...before, ...rest, ...named.filter((key) => !before.includes(key))];
}

function partOf(ui: Json | undefined, key: string): Json | undefined {
  return isObject(ui) ? own(ui, key) : undefined;
}

interface Field {
  reader: AnswerReader;
  label: Text;
  ui?: Json | undefined;
}

function fieldRows(schema: JsonObject, value: Json, field: Field): SummaryRow[] {
  const { reader, label, ui } = field;
  const items = itemSchemaOf(schema);
  if (items !== undefined && Array.isArray(value)) {
    return value.flatMap((item, i) =>
      within(
        answerRows(items, item, reader, partOf(ui, "items")),
        itemTitle({ item, label, count: i + 1 }, reader),
      ),
    );
  }
  if (isGroup(schema)) return within(answerRows(schema, value, reader, ui), label);
  if (own(schema, "readOnly") === true && own(schema, "label") === undefined) return [];
  if (reader.roles !== null && !isVisibleLeaf(schema, reader.roles)) return [];
  const shown = showLeaf(schema, value, reader);
  if (shown === "") return [];
  if (reader.roles === null || !MASKED_FORMATS.has(String(own(schema, "format")))) {
    return [{ label, value: shown }];
  }
  return [{ label, value: coverMiddle(shown, reader), masked: true }];
}

/** Numbers that identify or reach a person: whole in the form and on paper, covered where they are only looked at. */
const MASKED_FORMATS: ReadonlySet<string> = new Set(["resident-id.number", "core.phone"]);

function coverMiddle(shown: string, { workflow, language, today }: AnswerReader): string {
  const display = workflow.registry.displays.get("core.maskId");
  return display?.show(shown, language, { today }) ?? "*".repeat(shown.length);
}

function within(rows: SummaryRow[], group: Text): SummaryRow[] {
  return rows.map((row) => ({ ...row, label: joined(group, row.label) }));
}

function joined(group: Text, label: Text): Text {
  if (group.zh === "") return label;
  return {
    zh: `${group.zh}·${label.zh}`,
    en: `${group.en ?? group.zh} · ${label.en ?? label.zh}`,
  };
}

/** 李长顺（申请人） where the item is known already, else 当事人 1. */
function itemTitle(
  { item, label, count }: { item: Json; label: Text; count: number },
  { names }: AnswerReader,
): Text {
  const id = isObject(item) ? own(item, "id") : undefined;
  const name = typeof id === "string" ? names?.get(id) : undefined;
  if (name !== undefined) return { zh: name, en: name };
  return { zh: `${label.zh} ${count}`, en: `${label.en ?? label.zh} ${count}` };
}

/** What people call a field; its key where the package gives it no name. */
export function labelOf(schema: JsonObject, key: string): Text {
  const label = own(schema, "label");
  return isObject(label) && typeof label["zh"] === "string"
    ? (label as unknown as Text)
    : { zh: isGroup(schema) ? "" : key };
}

/** One answer in words: an option's label, an amount in yuan, a date as people write it. */
export function showLeaf(schema: JsonObject, value: Json, reader: AnswerReader): string {
  const { language } = reader;
  if (Array.isArray(value)) {
    const items = own(schema, "items");
    const inner = { ...schema, ...(isObject(items) ? items : {}) };
    return value.map((one) => showLeaf(inner, one, reader)).join(language === "en" ? ", " : "、");
  }
  if (value === null || isObject(value)) return "";
  const labels = own(schema, "labels");
  const label = isObject(labels) ? own(labels, String(value)) : undefined;
  if (isObject(label)) return say(label as unknown as Text, language);
  if (typeof value === "boolean") {
    return say(value ? { zh: "是", en: "Yes" } : { zh: "否", en: "No" }, language);
  }
  if (own(schema, "unit") === "fen") {
    const money = reader.workflow.registry.displays.get("core.money");
    return money?.show(value, language, { today: reader.today }) ?? String(value);
  }
  if (own(schema, "format") === "date" && isDay(value)) return showDay(value, language);
  if (own(schema, "format") === "date-time" && isMoment(value)) {
    return showMoment(instantOf(value), language);
  }
  const text = String(value);
  const isVillage = own(schema, "format") === VILLAGE_FORMAT;
  return (isVillage ? reader.placeName?.(text) : undefined) ?? text;
}

/** Everything that is known of a matter and that the reader may see, by section of the data. */
export function answerSections(
  data: JsonObject,
  reader: AnswerReader,
): { title: Text; rows: SummaryRow[] }[] {
  const { workflow } = reader;
  const properties = allProperties(workflow.document.data);
  const sections = new Map<string, { title: Text; rows: SummaryRow[] }>();
  const add = (id: string, title: Text, rows: SummaryRow[]): void => {
    const section = sections.get(id) ?? { title, rows: [] };
    section.rows.push(...rows);
    sections.set(id, section);
  };
  for (const [key, child] of Object.entries(properties)) {
    const value = own(data, key);
    if (!isObject(child) || value === undefined) continue;
    const items = itemSchemaOf(child);
    const label = labelOf(child, key);
    if (items !== undefined && Array.isArray(value)) {
      value.forEach((item, i) =>
        add(
          `${key}.${i}`,
          itemTitle({ item, label, count: i + 1 }, reader),
          answerRows(items, item, reader),
        ),
      );
    } else if (isGroup(child)) {
      add(
        key,
        label.zh === "" ? formTitle(workflow, key) : label,
        answerRows(child, value, reader),
      );
    } else {
      const title = formTitle(workflow, key);
      add(`form ${title.zh}`, title, fieldRows(child, value, { reader, label }));
    }
  }
  return [...sections.values()].filter((section) => section.rows.length > 0);
}

/** The title of the form that a field of the data is first entered with. */
function formTitle(workflow: Workflow, key: string): Text {
  const start = workflow.source.start.form;
  const forms = [...workflow.forms.values()].sort(
    (a, b) => Number(b.name === start) - Number(a.name === start),
  );
  const form = forms.find((one) =>
    one.source.into === "" ? one.properties.has(key) : one.source.into === key,
  );
  return form?.source.title ?? workflow.source.title;
}

/** The label of a field of the data, by its path without `data.`. */
export function fieldLabel(workflow: Workflow, path: string): Text | undefined {
  const schema = schemaAt(workflow.document.data, path);
  return schema === undefined ? undefined : labelOf(schema, path);
}
