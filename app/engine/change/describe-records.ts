import { own } from "../json";
import type { Text } from "../text";
import type { DefinitionDocument } from "../workflow-source";
import {
  added,
  named,
  phrase,
  removed,
  titleOf,
  type Change,
  type DescribedChange,
  type Describing,
} from "./describe-context";
import type { SentencePart } from "./say-change";

/** A paper or a register's column. */
export function describeRecord(describing: Describing, change: Change): DescribedChange[] {
  const { before, after } = describing;
  const isPaper = change.keys[0] === "papers";
  const name = change.keys[isPaper ? 1 : 2] ?? "";
  const kind = isPaper ? ("paper" as const) : ("register" as const);
  const titleIn = (document: DefinitionDocument): Text =>
    titleOf(isPaper ? own(document.papers, name) : own(document.workflow.registers, name), name);
  const word = isPaper ? { zh: "文书", en: "paper" } : { zh: "登记簿", en: "register" };
  const depth = isPaper ? 2 : 3;
  const one = (sentence: SentencePart[]): DescribedChange[] => [{ kind, name, sentence }];
  if (change.keys.length === depth) {
    return change.op === "remove"
      ? one(
          phrase(`去掉${word.zh}{it}。`, `Without the ${word.en} {it}.`, {
            it: removed(titleIn(before)),
          }),
        )
      : one(
          phrase(`增加${word.zh}{it}。`, `A new ${word.en}: {it}.`, { it: added(titleIn(after)) }),
        );
  }
  const it = named(titleIn(after));
  const [part, column = "", ...rest] = change.keys.slice(depth);
  if (!isPaper && part === "columns" && rest.length === 0) {
    const label = titleOf(change.op === "remove" ? change.from : change.to, column);
    return change.op === "remove"
      ? one(
          phrase("登记簿{it}去掉一栏{column}。", "The register {it} loses the column {column}.", {
            it,
            column: removed(label),
          }),
        )
      : one(
          phrase("登记簿{it}增加一栏{column}。", "The register {it} gets the column {column}.", {
            it,
            column: added(label),
          }),
        );
  }
  if (!isPaper && part === "columns") {
    const label = named(titleOf(own(own(after.workflow.registers, name)?.columns, column), column));
    return one(
      phrase(
        "登记簿{it}的{column}一栏改了。",
        "The register {it} has changed the column {column}.",
        {
          it,
          column: label,
        },
      ),
    );
  }
  return one(
    phrase(`${word.zh}{it}的内容改了。`, `The ${word.en} {it} has other contents.`, { it }),
  );
}
