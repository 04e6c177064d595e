import type { Case } from "../../engine/case";
import type { Json, JsonObject } from "../../engine/json";
import { buildScope } from "../../engine/scope";
import { scopeValue } from "../../engine/steps/situation";
import type { Text } from "../../engine/text";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import type { BroughtConflict } from "../api";
import { readConflicts } from "./roster-facts";
import { marksOf } from "./roster-marks";

/** What is found about an exchange or a leave that is asked for: the plugin's facts over the answers. */
export interface AskedChange {
  /** The fact `duty-roster.<name>`; undefined where it is not known. */
  fact(name: string): Json | undefined;
}

/** The roster's facts as they are while `asked` is decided: nothing of it is stored. */
export function readAsked(
  { workflow, matter, now }: { workflow: Workflow; matter: Case; now: Instant },
  asked: { swap: JsonObject } | { leave: JsonObject },
): AskedChange {
  const user = { id: "", name: "", role: null, unit: null };
  const data = { ...matter.data, ...asked };
  const scope = buildScope({ workflow, matter, data, user, at: now, now });
  return { fact: (name) => scopeValue(scope, `facts.duty-roster.${name}`) };
}

/** The conflicts of a fact or of an option, as the grid letters them. */
export function broughtOf(value: Json | undefined): BroughtConflict[] {
  const conflicts = readConflicts(value);
  const marks = marksOf(conflicts);
  return conflicts.map(({ key, weight, title, when, clauses, remedy }) => ({
    ...{ key, weight, title, when, clauses, remedy },
    mark: marks.get(key) ?? "",
  }));
}

/** What must not be, in one breath: which rule, which day; and what can be done. */
export function sayHard(
  conflicts: readonly BroughtConflict[],
): { what: Text; remedy: Text } | null {
  const hard = conflicts.filter(({ weight }) => weight === "hard");
  const [first] = hard;
  if (first === undefined) return null;
  const said = (language: "zh" | "en") =>
    hard.map(({ title, when }) => {
      const [what, on] = [title, when].map((text) => text[language] ?? text.zh);
      return language === "zh" ? `${what}（${on}）` : `${what} (${on})`;
    });
  return { what: { zh: said("zh").join("；"), en: said("en").join("; ") }, remedy: first.remedy };
}
