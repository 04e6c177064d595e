import type { ScopeChoice } from "../api";
import type { DeskParts } from "./desk-parts";
import type { Ground } from "./ground";
import { scopeTitle } from "./view-proposal";

/** For whom a change of a package may hold in a county, and for whom it is looked at. */
export function scopeChoice(parts: DeskParts, ground: Ground): ScopeChoice {
  const { unit, model } = ground.scope;
  return {
    county: { id: unit, name: parts.directory().findUnit(unit)?.name ?? unit },
    models: modelsFor(parts, ground),
    model,
    scope: scopeTitle(parts, ground),
  };
}

/** The models in whose villages the package runs, with how many those are. */
export function modelsFor({ grounds }: DeskParts, { scope, day }: Ground): ScopeChoice["models"] {
  return grounds.models(scope.unit, day).flatMap(({ id, title }) => {
    const found = grounds.find({ ...scope, model: id }, day);
    return found.ok ? [{ id, title, villages: found.value.villages.length }] : [];
  });
}
