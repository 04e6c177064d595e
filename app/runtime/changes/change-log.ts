import { isVersion, type Version } from "../../engine/change/proposal";
import { versionOn } from "../../engine/change/in-force";
import type { ProposalStore } from "../../storage/proposal-store";
import type { ChangeSource } from "../layers";

/** Every version that a county published, in memory: which of them holds is asked for each new matter. */
export interface ChangeLog extends ChangeSource {
  versions(): readonly Version[];
  /** Reads them anew; called once at the start and after each publication. */
  refresh(): Promise<void>;
}

/** The published versions over a store, beside those that `held` knows; nothing is known before `refresh`. */
export function createChangeLog(
  store: Pick<ProposalStore, "listPublished">,
  held?: ChangeLog,
): ChangeLog {
  let own: readonly Version[] = [];
  const versions = (): readonly Version[] => (held ? [...held.versions(), ...own] : own);
  return {
    versions,
    versionOn: (scope, day) => versionOn(versions(), scope, day),
    async refresh() {
      own = (await store.listPublished()).filter(isVersion);
    },
  };
}
