import type { VillagesApi } from "../api";
import { readComparison, readModels, type ComparisonParts } from "./read-comparison";
import { readVillage } from "./read-village";
import { readVillages } from "./read-villages";
import { villageReach } from "./village-reach";

/** Villages and models, over the matters of an installation. */
export function createVillages(parts: ComparisonParts): VillagesApi {
  return {
    villages: (session) => readVillages(parts, session),
    village: (session, code) => readVillage(parts, session, code),
    mayCompareModels(session) {
      const reach = villageReach(parts, session);
      return reach.ok && reach.value.compares.length > 0;
    },
    models: (session) => readModels(parts, session),
    compare: (session, ask) => readComparison(parts, session, ask),
  };
}
