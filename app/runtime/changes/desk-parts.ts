import type { Registry } from "../../engine/plugin/registry-types";
import type { ProposalStore } from "../../storage/proposal-store";
import type { CaseParts } from "../cases/case-parts";
import type { ChangeService } from "./change-service";
import type { ChangeLog } from "./change-log";
import type { Grounds } from "./ground";
import type { Trials } from "./trials";
import type { LoadedPackage } from "../load-packages";

/** What the pages about rules read from. */
export interface DeskParts extends CaseParts {
  packages: readonly LoadedPackage[];
  registry: Registry;
  grounds: Grounds;
  log: ChangeLog;
  proposals: ProposalStore;
  service: ChangeService;
  trials: Trials;
}
