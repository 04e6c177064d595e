import type { Logic } from "./rules/types";
import type { Text } from "./text";

/** A matter that another one opens, and all that crosses between them. */
export interface LinkSource {
  title: Text;
  package: string;
  /**
   * Child data path → parent data path, or a path of the scope (`case.number`, `facts.proof`): the only values
   * that cross.
   */
  export: Record<string, string>;
  /** Child data paths that come back with each report. */
  report?: string[];
  /** Child states that are reported besides its end and those that a state of ours waits for. */
  follow?: string[];
  /** Who owns the child: the same unit (default) or its parent unit. */
  owner?: "same" | "parent";
  /** Parent data path that holds the child's village (12 digits), where it is not the parent's own. */
  place?: string;
  /** What the parent tells its children, by the name under which they listen: `parent:<name>`. */
  tells?: Record<string, TellSource>;
}

/** Ordered as the action `tell:<link>.<name>`; reaches the open children that listen for it where they stand. */
export interface TellSource {
  /** Over one child, as inside `filter`: only those for which it is true are told. */
  where?: Logic;
  /** As in the link's own `export`. */
  export?: Record<string, string>;
}
