import { own } from "../json";
import type { Person } from "../person";
import type { Scenario, ScenarioPerson } from "./scenario";

/** A scenario's person: one assignment for each role, in a unit that covers the prefix. */
export function personOf(scenario: Scenario, key: string): Person {
  const source: ScenarioPerson | undefined = own(scenario.people, key);
  if (source === undefined) return { id: key, name: key, assignments: [] };
  const unit = {
    id: source.unit,
    name: source.unit,
    kind: "unit",
    covers: [source.unit],
    within: [source.unit],
  };
  return {
    id: key,
    name: source.name,
    assignments: source.roles.map((role) => ({
      id: `${key}:${role}`,
      role,
      unit,
      from: 0,
      to: null,
    })),
  };
}
