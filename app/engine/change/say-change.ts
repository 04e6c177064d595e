import type { Json } from "../json";
import type { Text } from "../text";
import type { WorkflowSource } from "../workflow-source";
import { gapAfter, gapBefore } from "./gap";
import { parameterName, sayValue, unitOf } from "./parameter-words";

/** A piece of a sentence; what was (`old`) and what fell out between other words (`gone`) is struck, what is new is marked. */
export interface SentencePart {
  text: Text;
  mark?: "old" | "gone" | "new";
}

/** One parameter's change as a sentence: 公示期限，由 ~5 个工作日~ 改为 **7 个工作日**，只适用于 **M2 的 8 个村**。 */
export function sayParameterChange(ask: {
  workflow: WorkflowSource;
  name: string;
  from: Json;
  to: Json;
  /** For whom it holds: 清源县, 清源县驻村协勤的 8 个村. */
  scope: Text;
  /** What the other villages keep; null where there are none, undefined where they differ among themselves. */
  elsewhere: Json | null | undefined;
}): SentencePart[] {
  const { workflow, name, from, to, scope, elsewhere } = ask;
  const isPart = elsewhere !== null;
  const parameter = workflow.parameters?.[name];
  if (parameter === undefined) return [];
  const unit = unitOf(workflow, name);
  const [before, after] = [from, to].map((value) => sayValue(parameter.schema, value, unit));
  const title = parameterName(parameter);
  const plain = (zh: string, en: string): SentencePart => ({ text: { zh, en } });
  const sayElsewhere = (value: Json | undefined): SentencePart => {
    if (value === undefined) return plain("。其他村不变。", ". Elsewhere nothing changes.");
    const kept = sayValue(parameter.schema, value, unit);
    return plain(
      `。其他村仍为${gapBefore(kept)}${kept.zh}。`,
      `. Elsewhere it stays ${kept.en ?? kept.zh}.`,
    );
  };
  if (before === undefined || after === undefined) return [];
  if (JSON.stringify(from) === JSON.stringify(to)) {
    return [
      plain(`${title.zh}：`, `${title.en ?? title.zh}: `),
      { text: before },
      plain("，没有改动。", ", unchanged."),
    ];
  }
  return [
    plain(`${title.zh}，由${gapBefore(before)}`, `${title.en ?? title.zh}: from `),
    { text: before, mark: "old" },
    plain(`${gapAfter(before)}改为${gapBefore(after)}`, " to "),
    { text: after, mark: "new" },
    plain(isPart ? "，只适用于" : "，适用于", isPart ? ", only for " : ", for "),
    { text: scope, mark: "new" },
    elsewhere === null ? plain("。", ".") : sayElsewhere(elsewhere),
  ];
}

/** A sentence as plain text: without marks, what fell out between other words is left out. */
export function plainSentence(parts: readonly SentencePart[]): Text {
  const read = parts.filter(({ mark }) => mark !== "gone");
  return {
    zh: read.map(({ text }) => text.zh).join(""),
    en: read.map(({ text }) => text.en ?? text.zh).join(""),
  };
}
