import type { Case, HistoryEntry } from "../case";
import { canonicalJson, isObject, own, sameJson, type Json } from "../json";
import { clockOf, dayOf } from "../time/zone";
import type { Expectation } from "./scenario";

interface Found {
  matter: Case;
  entries: readonly HistoryEntry[];
}

/** Holds the rungs of the matter's deadlines, and who was told in this step, against what was expected. */
export function checkRungs({ matter, entries }: Found, expect: Expectation): string[] {
  const problems: string[] = [];
  const differ = (what: string, is: Json, wanted: Json): void => {
    if (!sameJson(is, wanted))
      problems.push(`${what} is ${canonicalJson(is)}, expected ${canonicalJson(wanted)}`);
  };
  for (const [deadline, rungs] of Object.entries(expect.rungs ?? {})) {
    for (const [key, wanted] of Object.entries(rungs))
      differ(`rung ${deadline}.${key}`, momentOf(matter, deadline, key), wanted);
  }
  if (expect.brought !== undefined) {
    const brought = entries.flatMap(({ command, outcome }) =>
      command.type === "timer" ? outcome.effects.flatMap(({ params }) => rolesOf(params)) : [],
    );
    differ("brought", brought, expect.brought);
  }
  return problems;
}

function momentOf(matter: Case, deadline: string, key: string): string | null {
  const rung = matter.timers.find((one) => one.deadline === deadline && one.rung === key);
  if (rung?.fired === true) return "told";
  const at = rung?.dueAt ?? null;
  return at === null ? null : `${dayOf(at)}T${clockOf(at)}`;
}

/** A rung's message goes to the first group that somebody belongs to; in a scenario that is its own. */
function rolesOf(params: Json): Json[] {
  const to = isObject(params) ? own(params, "to") : undefined;
  const groups = isObject(to) ? own(to, "firstOf") : undefined;
  return Array.isArray(groups) ? groups.slice(0, 1) : [];
}
