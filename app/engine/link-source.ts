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
  /**
   * One child for each item of this list of ours, in one step (分发); paths of `export` and `place` then read the
   * item as `item.…`. An item that has a child already, one that did not stop without a result, gets no second one.
   */
  each?: string;
  waits?: WaitSource;
  hold?: HoldSource;
  /**
   * What becomes of the open children when we stop or end: `apart` (where nothing is said) leaves them, `with` ends
   * them too; a list says at which of our ends.
   */
  cancel?: "apart" | "with" | ParentEnd[];
}

/** How a parent is over: 作废, 撤回, or one of its ends. */
export type ParentEnd = "void" | "withdrawn" | "completed" | "abandoned";

/**
 * The states `in` wait for the children: no step of people leads out of them before, and `link:<link>.finished` is
 * sent by the engine alone once the wait is over.
 */
export interface WaitSource {
  /** For all of them, or for the first one. Where none was opened there is nothing to wait for. */
  for: "all" | "any";
  in: string[];
  /** States of the child in which it counts as finished before its end. */
  done?: string[];
  /** Steps that lead out all the same. */
  except?: string[];
}

/** An open child holds the items of our data that it concerns; the others go on. */
export interface HoldSource {
  /** The list that they are items of; where the link has `each`, that list. */
  over?: string;
  /** Data path with the id, or the ids, of the items that a child concerns; with `each` it is the child's own item. */
  item?: string;
  /** Steps that may change what is held. */
  except?: string[];
}

/** Ordered as the action `tell:<link>.<name>`; reaches the open children that listen for it where they stand. */
export interface TellSource {
  /** Over one child, as inside `filter`: only those for which it is true are told. */
  where?: Logic;
  /** As in the link's own `export`. */
  export?: Record<string, string>;
}
