import { isObject, own, type Json } from "../json";
import type { Closure, Compile, Frame, Run } from "./closure";
import {
  COMPUTED_ITEM,
  type EachExpression,
  type Expression,
  type ReduceExpression,
} from "./expression";
import { gapsOf, openOf, unknown, type Reason } from "./reason";
import { pathsOf } from "./variable-reads";

type Quantifier = "some" | "all" | "none";

/** Which item decides, and what is true then, otherwise, and of an empty list (as in json-logic). */
const QUANTIFIERS: Record<
  Quantifier,
  { decides: boolean; then: boolean; otherwise: boolean; empty: boolean }
> = {
  some: { decides: true, then: true, otherwise: false, empty: false },
  all: { decides: false, then: false, otherwise: true, empty: false },
  none: { decides: true, then: false, otherwise: true, empty: true },
};

const ENOUGH_ITEMS = 3;

/** `some`, `all`, `none`, `map` and `filter`. What is not a list counts as an empty one. */
export function compileEach(expression: EachExpression, compile: Compile): Closure {
  switch (expression.op) {
    case "some":
    case "all":
    case "none":
      return compileQuantifier({ ...expression, op: expression.op }, compile);
    case "map":
      return compileMap(expression, compile);
    case "filter":
      return compileFilter(expression, compile);
  }
}

/** Decided by a single item, whatever is unknown of the others; up to three such are looked for. */
function compileQuantifier(
  expression: EachExpression & { op: Quantifier },
  compile: Compile,
): Closure {
  const { op } = expression;
  const { decides, then, otherwise, empty } = QUANTIFIERS[op];
  return overItems(expression, compile, ({ list, items, visit, toItem, run }) => {
    const path = list.path;
    if (items.length === 0) return { truth: empty, value: empty, op, path, parts: [list.reason] };
    const deciding: Reason[] = [];
    const open: Reason[] = [];
    const settled: Reason[] = [];
    const enough = run.why ? ENOUGH_ITEMS : 1;
    for (let index = 0; index < items.length && deciding.length < enough; index += 1) {
      const reason = visit(index);
      if (reason.truth === decides) deciding.push(toItem(index, reason));
      else if (reason.truth === "unknown") open.push(toItem(index, reason));
      else if (settled.length < ENOUGH_ITEMS) settled.push(toItem(index, reason));
    }
    if (deciding.length > 0) return { truth: then, value: then, op, path, parts: deciding };
    if (open.length > 0) return { truth: "unknown", value: undefined, op, path, parts: open };
    return { truth: otherwise, value: otherwise, op, path, parts: settled };
  });
}

function compileMap(expression: EachExpression, compile: Compile): Closure {
  const reads = readsOf(expression.body);
  return overItems(expression, compile, ({ list, items, visit, toItem, run }) => {
    run.budget.build(items.length);
    const values: Json[] = [];
    const open: Reason[] = [];
    const causes: Reason[] = [];
    for (let index = 0; index < items.length; index += 1) {
      const reason = visit(index);
      causes.push(...openOf(reason));
      if (reason.value === undefined) open.push(toItem(index, reason));
      else values.push(reason.value);
    }
    return {
      truth: items.length > 0,
      value: open.length > 0 ? undefined : values,
      op: "map",
      path: list.path,
      parts: open.length > 0 ? open : [list.reason, ...reads],
      open: causes,
    };
  });
}

function compileFilter(expression: EachExpression, compile: Compile): Closure {
  const reads = readsOf(expression.body);
  return overItems(expression, compile, ({ list, items, visit, toItem, run }) => {
    run.budget.build(items.length);
    const kept: Json[] = [];
    const open: Reason[] = [];
    items.forEach((item, index) => {
      const reason = visit(index);
      if (reason.truth === true) kept.push(item);
      if (reason.truth === "unknown") open.push(toItem(index, reason));
    });
    return {
      truth: kept.length > 0 ? true : open.length > 0 ? "unknown" : false,
      value: open.length > 0 ? undefined : kept,
      op: "filter",
      path: list.path,
      parts: open.length > 0 ? open : [list.reason, ...reads],
    };
  });
}

/** `reduce`. While the accumulator is unknown the rest is still worked out: it may become decided. */
export function compileReduce(expression: ReduceExpression, compile: Compile): Closure {
  const list = compile(expression.list);
  const body = compile(expression.body);
  const initial = expression.initial && compile(expression.initial);
  const reads = readsOf(expression.body);
  const start: Reason = Object.freeze({ truth: false, value: null, op: "value" });
  return (frame, run) => {
    run.budget.step();
    const source = list(frame, run);
    if (source.value === undefined) return unknown({ op: "reduce", parts: [source] });
    const gaps = new Map<string, Reason>();
    const first = initial === undefined ? start : initial(frame, run);
    let accumulator = first;
    if (Array.isArray(source.value)) {
      for (const current of source.value) {
        if (run.why) gapsOf(accumulator, gaps);
        accumulator = body(pair(current, accumulator), run);
      }
    }
    const { truth, value } = accumulator;
    gapsOf(accumulator, gaps);
    const isMissing = value === undefined && gaps.size > 0;
    const parts = isMissing ? [...gaps.values()] : [source, first, ...reads];
    return { truth, value, op: "reduce", path: listPath(expression.items), parts };
  };
}

function pair(current: Json, accumulator: Reason): Frame {
  return accumulator.value === undefined
    ? { data: { current }, accumulator }
    : { data: { current, accumulator: accumulator.value } };
}

/**
 * What a body reads, without values: a result was made of it, item by item, and who may not see the
 * one may not see the other.
 */
function readsOf(body: Expression): Reason[] {
  return pathsOf(body).map((path) =>
    Object.freeze({ truth: true, value: undefined, op: "var", path }),
  );
}

interface Items {
  list: { reason: Reason; path: string | undefined };
  items: readonly Json[];
  /** Works the body out for one item. */
  visit: (index: number) => Reason;
  /** The body's reason with the item's label around it. */
  toItem: (index: number, reason: Reason) => Reason;
  run: Run;
}

/** What all operators over items share: the list must be known before any item is looked at. */
function overItems(
  expression: EachExpression,
  compile: Compile,
  decide: (items: Items) => Reason,
): Closure {
  const { op } = expression;
  const list = compile(expression.list);
  const body = compile(expression.body);
  const path = listPath(expression.items);
  return (frame, run) => {
    run.budget.step();
    const reason = list(frame, run);
    if (reason.value === undefined)
      return { truth: "unknown", value: undefined, op, path, parts: [reason] };
    const items = Array.isArray(reason.value) ? reason.value : [];
    const visit = (index: number): Reason => body({ data: items[index] }, run);
    const toItem = (index: number, inner: Reason): Reason =>
      run.why
        ? {
            truth: inner.truth,
            value: inner.value,
            op: "item",
            ...labelOf({ item: items[index], index, items: path && expression.items }),
            parts: [inner],
          }
        : inner;
    return decide({ list: { reason, path }, items, visit, toItem, run });
  };
}

/** Where the list stands in the scope; none for a list that is worked out. */
function listPath(items: string): string | undefined {
  return items === COMPUTED_ITEM ? undefined : items.slice(0, -COMPUTED_ITEM.length);
}

/**
 * What people call an item: its name, title or label, with the path that was read, so that it can
 * be hidden. An item of a list that is worked out goes by its place, since nobody can say whose it is.
 */
function labelOf({
  item,
  index,
  items,
}: {
  item: Json | undefined;
  index: number;
  items: string | undefined;
}): { item: string; path?: string } {
  if (isObject(item) && items !== undefined) {
    for (const key of ["name", "title", "label"]) {
      const label = own(item, key);
      if (typeof label === "string" && label !== "") {
        return { item: label.slice(0, 80), path: `${items}.${key}` };
      }
    }
  }
  return { item: `${index + 1}` };
}
