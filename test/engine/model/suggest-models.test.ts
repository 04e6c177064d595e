import { expect, test } from "vitest";
import areaOfficer from "../../../workflows/models/area-officer/model.json";
import residentAuxiliary from "../../../workflows/models/resident-auxiliary/model.json";
import roomAndCustody from "../../../workflows/models/room-and-custody/model.json";
import villageOfficer from "../../../workflows/models/village-officer/model.json";
import type { JsonObject } from "../../../app/engine/json";
import type { ModelSource } from "../../../app/engine/model/model-source";
import { isSuggested, suggestModels } from "../../../app/engine/model/suggest-models";

const MODELS = [
  areaOfficer,
  residentAuxiliary,
  roomAndCustody,
  villageOfficer,
] as unknown as ModelSource[];

const suggest = (kind: string | null, facts: JsonObject = {}) =>
  suggestModels(MODELS, { kind, facts }, new Map());
const ids = (list: ReturnType<typeof suggest>) => list.map(({ model }) => model.id);

test("a model for the village's kind comes first, whatever else speaks for others", () => {
  const facts = { rentedHouses: 500, newcomers: 900, minutesToStation: 5 };
  expect(ids(suggest("mountain", facts))[0]).toBe("resident-auxiliary");
  expect(ids(suggest("urban"))[0]).toBe("room-and-custody");
});

test("without a kind the facts speak: far away and few from elsewhere, or many rented houses", () => {
  const far = suggest(null, { minutesToStation: 38, newcomers: 6, hamlets: 5 });
  expect(ids(far)[0]).toBe("resident-auxiliary");
  expect(far[0] && isSuggested(far[0])).toBe(true);
  expect(ids(suggest(null, { minutesToStation: 6, rentedHouses: 364, newcomers: 700 }))[0]).toBe(
    "room-and-custody",
  );
});

test("what nobody has filled in speaks neither for nor against", () => {
  for (const suggestion of suggest(null)) {
    expect(suggestion.reasons.every(({ truth }) => truth === "unknown")).toBe(true);
    expect(isSuggested(suggestion)).toBe(false);
  }
});

test("a model of another kind is not suggested, and one that cannot be adopted never", () => {
  const found = suggest("urban");
  expect(found.filter(isSuggested).map(({ model }) => model.id)).toEqual(["room-and-custody"]);
  expect(ids(found)).not.toContain("village-officer");
});
