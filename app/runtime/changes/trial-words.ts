import type { Text } from "../../engine/text";
import type { Day } from "../../engine/time/types";
import { showDayOfYear } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";

/** A day without its year; where there is none, that it has no such date. */
export function dayOr(day: Day | null): Text {
  if (day === null) return { zh: "没有这个期限", en: "none" };
  return { zh: showDayOfYear(day, "zh"), en: showDayOfYear(day, "en") };
}

/** States by the titles that people know. */
export function statesText(workflow: Workflow, paths: readonly string[]): Text {
  const titles = paths.map(
    (path) => workflow.machine.states.get(path)?.meta?.title ?? { zh: path },
  );
  return { zh: listZh(titles), en: listEn(titles) };
}

/** Names one after the other, in Chinese. */
export function listZh(texts: readonly Text[]): string {
  return texts.map(({ zh }) => zh).join("、");
}

/** The same in English. */
export function listEn(texts: readonly Text[]): string {
  return texts.map(({ zh, en }) => en ?? zh).join(", ");
}
