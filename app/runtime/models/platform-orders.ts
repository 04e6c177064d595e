import type { VillageKinds } from "../../engine/check/check-model";
import type { Json } from "../../engine/json";
import { carryOutOrder, orderAnswer, type PlatformOrder } from "../../engine/model/platform-order";
import type { Registry } from "../../engine/plugin/registry-types";
import { createValidator } from "../../engine/validation/validator";
import type { LoadedPackage } from "../load-packages";
import type { People } from "../people/people";
import type { Models } from "./models";

/** What jobs of plugins may have the platform do. */
export interface PlatformOrders {
  /** Answers `{ done: true }` once it is stored, or `{ done: false, code, why }`. Again is harmless. */
  carryOut(order: PlatformOrder, caseId: string): Promise<Json>;
}

export interface OrdersParts {
  people: Pick<People, "directory" | "save">;
  models: Models;
  kinds: VillageKinds;
  packages: readonly LoadedPackage[];
  registry: Registry;
  /** In practice orders are checked and answered, and nothing is stored: units are the same for everybody. */
  isPractice: boolean;
}

/** Orders one after the other: each is held against what the one before has stored. */
export function createPlatformOrders(parts: OrdersParts): PlatformOrders {
  const { people, models, kinds, isPractice } = parts;
  const packages = new Map(parts.packages.map(({ id, document }) => [id, document]));
  const validator = createValidator(parts.registry.formats);
  let last: Promise<unknown> = Promise.resolve();

  async function carryOut(order: PlatformOrder, caseId: string): Promise<Json> {
    const carried = carryOutOrder(order, {
      ...{ known: people.directory(), models: models.sources, kinds, packages, validator },
      decidedBy: caseId,
    });
    if (carried.ok && !isPractice) await people.save(carried.value);
    return orderAnswer(carried);
  }

  return {
    carryOut(order, caseId) {
      const mine = last.then(() => carryOut(order, caseId));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
