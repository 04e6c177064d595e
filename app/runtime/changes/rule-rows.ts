import { toConditions } from "../../engine/change/condition";
import { own, sameJson } from "../../engine/json";
import type { RuleRow } from "../api";
import { ruleOpenness } from "./edit-rule";
import type { Ground } from "./ground";

/** The rules of a package as new matters use them, in the order of the package. */
export function ruleRows({ document, parent }: Ground): RuleRow[] {
  return Object.entries(document.workflow.rules ?? {}).map(([name, { title, when }]) => ({
    name,
    title,
    isOpen: ruleOpenness(parent, name) === "open",
    isAdvanced: toConditions(when) === undefined,
    isChanged: !sameJson(when, own(parent.workflow.rules, name)?.when),
  }));
}
