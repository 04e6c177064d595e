import type { Registry } from "../plugin/registry-types";
import type { Roles } from "./roles";
import type { DefinitionDocument } from "../workflow-source";
import type { ConfigurationGraph } from "./configurations";
import type { Problem } from "./problem";
import type { StateGraph } from "./state-graph";

/** Everything that a check may look at. */
export interface CheckContext {
  /** What the plugins of this package contribute (`registryFor`). */
  registry: Registry;
  roles: Roles;
  /** The packages that stand beside this one, by id: what links lead to. */
  others: ReadonlyMap<string, DefinitionDocument>;
  /** Ids of those whose own faults are reported. */
  broken: ReadonlySet<string>;
  graph: StateGraph;
  /** Every way a matter can go. */
  ways: ConfigurationGraph;
}

/** One check: pure, total over documents of the right shape, all problems at once. */
export type Check = (document: DefinitionDocument, context: CheckContext) => Problem[];
