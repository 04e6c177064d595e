import type { Json } from "../json";
import type { CallExpression, EachExpression, Expression, Reference } from "./expression";

/** How the rules under search use one variable: what its values must tell apart. */
export interface VariableUse {
  /** Constants that it is compared with. */
  constants: Set<Json>;
  /** Other variables that it is compared with, by path. */
  comparedTo: Set<string>;
  /** Whether it is there matters by itself (`missing`, a default). */
  presence: boolean;
  /** It stands alone as a condition. */
  asCondition: boolean;
  /** It goes into a calculation, so that no choice of values can stand for all. */
  opaque: boolean;
}

/** How a list is used: the fields of its items, and how often its items are asked about. */
export interface ListUse {
  /** By path relative to the item; "" is the item itself. */
  fields: Map<string, VariableUse>;
  /** Each of these may need an item of its own to be decided. */
  questions: number;
  presence: boolean;
  /** Its length, its order or a nested list matters. */
  opaque: boolean;
}

export interface Uses {
  variables: Map<string, VariableUse>;
  lists: Map<string, ListUse>;
}

const COMPARISONS: ReadonlySet<string> = new Set("== === != !== < <= > >=".split(" "));

/** Whether only the truth of an argument matters; undefined where that is for the outside to say. */
function isCondition({
  op,
  index,
  count,
}: {
  op: string;
  index: number;
  count: number;
}): boolean | undefined {
  switch (op) {
    case "!":
    case "!!":
      return true;
    case "if":
    case "?:":
      return index % 2 === 0 && index < count - 1 ? true : undefined;
    case "and":
    case "or":
      return undefined;
    default:
      return false;
  }
}

/** Gathers from one rule into `uses`. `absent` are the paths of which the rule says what absence means. */
export function gatherUses(expression: Expression, uses: Uses, absent: ReadonlySet<string>): void {
  new Gatherer(uses, absent).visit(expression, { list: undefined, asCondition: true });
}

interface Read {
  counts: boolean;
  fallback: Expression | undefined;
}

interface Place {
  /** The list whose item names are relative to; `null` where nothing can be said of the item. */
  list: string | null | undefined;
  asCondition: boolean;
}

class Gatherer {
  constructor(
    private readonly uses: Uses,
    private readonly absent: ReadonlySet<string>,
  ) {}

  visit(expression: Expression, place: Place): void {
    switch (expression.kind) {
      case "value":
        return;
      case "list":
        for (const item of expression.items) this.visit(item, { ...place, asCondition: false });
        return;
      case "var": {
        const use = this.useOf(expression, place);
        if (use === undefined) return;
        if (place.asCondition) use.asCondition = true;
        else use.opaque = true;
        if (expression.fallback !== undefined) this.visit(expression.fallback, place);
        return;
      }
      case "missing":
        for (const key of expression.keys) {
          const use = this.useOf(key, place);
          if (use !== undefined) use.presence = true;
        }
        if (expression.need !== undefined)
          this.visit(expression.need, { ...place, asCondition: false });
        return;
      case "each":
        this.visitItems(expression, place);
        return;
      case "reduce":
        this.visitSource(expression.list, place, true);
        this.visit(expression.body, { list: null, asCondition: false });
        if (expression.initial !== undefined)
          this.visit(expression.initial, { ...place, asCondition: false });
        return;
      case "call":
        return this.visitCall(expression, place);
    }
  }

  private visitItems(expression: EachExpression, place: Place): string | undefined {
    const quantifies = expression.op !== "map" && expression.op !== "filter";
    const list = this.visitSource(expression.list, place, !quantifies);
    const asCondition = expression.op !== "map";
    this.visit(expression.body, { list: list ?? null, asCondition });
    return list;
  }

  /** Gives the path of the list where its items can be made up. */
  private visitSource(source: Expression, place: Place, opaque: boolean): string | undefined {
    if (source.kind === "each" && source.op === "filter") return this.visitItems(source, place);
    if (source.kind !== "var" || source.counts || place.list !== undefined || isIndexed(source)) {
      this.visit(source, { ...place, asCondition: false });
      if (typeof place.list === "string") this.listAt(place.list).opaque = true;
      return undefined;
    }
    const list = this.listAt(source.path);
    list.questions += 1;
    if (opaque) list.opaque = true;
    if (this.asksPresence(source)) list.presence = true;
    return source.path;
  }

  private visitCall({ op, args }: CallExpression, place: Place): void {
    const [left, right] = args;
    if (COMPARISONS.has(op)) {
      for (const arg of args) this.compare(arg, args, place);
    } else if (op === "in" && left !== undefined && right !== undefined) {
      this.visitMembership(left, right, place);
    } else {
      args.forEach((arg, index) => {
        const asCondition = isCondition({ op, index, count: args.length }) ?? place.asCondition;
        this.visit(arg, { ...place, asCondition });
      });
    }
  }

  private visitMembership(needle: Expression, list: Expression, place: Place): void {
    if (list.kind === "value" && Array.isArray(list.value)) {
      this.compare(
        needle,
        list.value.map((value) => ({ kind: "value", value, at: list.at })),
        place,
      );
    } else if (list.kind === "var" && needle.kind === "value" && place.list === undefined) {
      const path = this.visitSource(list, place, false);
      if (path !== undefined) this.fieldOf(path, "").constants.add(needle.value);
    } else {
      this.visit(needle, { ...place, asCondition: false });
      this.visitSource(list, place, true);
    }
  }

  private compare(arg: Expression, others: readonly Expression[], place: Place): void {
    const use = arg.kind === "var" && !arg.counts ? this.useOf(arg, place) : undefined;
    if (use === undefined) return this.visit(arg, { ...place, asCondition: false });
    for (const other of others) {
      if (other === arg) continue;
      if (other.kind === "value") use.constants.add(other.value);
      else if (other.kind === "var" && !other.counts) use.comparedTo.add(other.path);
      else use.opaque = true;
    }
    if (arg.kind === "var" && arg.fallback !== undefined) {
      this.visit(arg.fallback, { ...place, asCondition: false });
      if (arg.fallback.kind === "value") use.constants.add(arg.fallback.value);
    }
  }

  /** The use of a variable, or of a field of the list's items; undefined where it is neither. */
  private useOf(variable: Reference & Partial<Read>, place: Place): VariableUse | undefined {
    const { name, path, counts = false } = variable;
    if (place.list === null) return undefined;
    if (counts || (place.list !== undefined && isIndexed(variable))) {
      this.listAt(place.list ?? path).opaque = true;
      return undefined;
    }
    const use =
      place.list === undefined
        ? entry(this.uses.variables, path, noUse)
        : this.fieldOf(place.list, name);
    if (isIndexed(variable)) use.opaque = true;
    if (this.asksPresence(variable)) use.presence = true;
    return use;
  }

  private asksPresence({ path, fallback }: Reference & Partial<Read>): boolean {
    return fallback !== undefined || this.absent.has(path);
  }

  private listAt(path: string): ListUse {
    return entry(this.uses.lists, path, noListUse);
  }

  private fieldOf(list: string, name: string): VariableUse {
    return entry(this.listAt(list).fields, name, noUse);
  }
}

/** A list of which nothing is asked yet. */
export function noListUse(): ListUse {
  return { fields: new Map(), questions: 0, presence: false, opaque: false };
}

function noUse(): VariableUse {
  return {
    constants: new Set(),
    comparedTo: new Set(),
    presence: false,
    asCondition: false,
    opaque: false,
  };
}

/** Written with a place in a list, `data.parties.0.name`. */
function isIndexed({ name }: { name: string }): boolean {
  return name.split(".").some((part) => /^\d+$/.test(part));
}

/** The entry of a map, made where there is none. */
function entry<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key) ?? create();
  map.set(key, known);
  return known;
}
