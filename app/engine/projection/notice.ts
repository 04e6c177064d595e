import type { Case, LinkState, NoticeRow, PublishedNotice } from "../case";
import { isObject, own, type Json, type JsonObject } from "../json";
import { heldItems } from "../links/hold";
import type { Registry } from "../plugin/registry-types";
import { compileLogic } from "../rules/compile-logic";
import type { CompiledLogic, Logic } from "../rules/types";
import { scopeValue } from "../steps/situation";
import type { Scope } from "../scope";
import type { DueDate, Day } from "../time/types";
import type { HeldSource, NoticeSource } from "../notice-source";
import { refuseUnknown, type WordFor } from "../refuse-unknown";
import { RefusalError, type RuleReason } from "../refusal";
import { maskNames } from "./mask-names";
import { compileTemplate, compileText, type TemplateContext } from "./template";

/** A public notice made ready: freezes its rows, and says later which of them wait for something. */
export interface Notice {
  name: string;
  source: NoticeSource;
  /** Refuses with `case/rule-unknown` where it cannot be told whether an item is on the list. */
  publish(ask: {
    matter: Pick<Case, "number" | "owner" | "place">;
    context: TemplateContext;
    from: Day;
    due: DueDate;
  }): PublishedNotice;
  /** Numbers (from 1) of the rows that are held, as the items stand now. */
  heldRows(scope: Scope, rows: readonly (string | null)[]): number[];
}

/** How much of a village's code its board has in common with the other boards of a notice. */
const BOARD_DIGITS = { village: 12, township: 9, county: 6 } as const;

/** A condition over the items of a list, as the rule compiler takes it. */
export function itemsWhere(over: string, where: Logic): Logic {
  return { filter: [{ var: over }, where] };
}

/** The notices of a package by name. What cannot be compiled throws, as in `compileWorkflow`. */
export function compileNotices(
  notices: Readonly<Record<string, NoticeSource>>,
  given: { registry: Registry; wordFor: WordFor },
): ReadonlyMap<string, Notice> {
  return new Map(
    Object.entries(notices).map(([name, source]) => [name, compileNotice(name, source, given)]),
  );
}

function compileNotice(
  name: string,
  source: NoticeSource,
  { registry, wordFor }: { registry: Registry; wordFor: WordFor },
): Notice {
  const { over, held } = source;
  const condition = (logic: Logic | undefined): CompiledLogic | undefined =>
    logic === undefined || over === undefined
      ? undefined
      : compileLogic(itemsWhere(over, logic), registry.operators);
  const where = condition(source.where);
  const isHeld = condition(held?.when);
  const title = compileText(source.title);
  const text = compileText(source.text);
  const places = source.places && compileText(source.places);
  const contact = source.contact && compileText(source.contact);
  const columns = Object.entries(source.columns)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([key, column]) => ({ ...column, key, fill: compileTemplate(column.value) }));

  const heldRows: Notice["heldRows"] = (scope, rows) => {
    const items = isHeld?.judge(scope).value;
    const waiting = new Set<string | null>((Array.isArray(items) ? items : []).map(sourceOf));
    for (const id of heldBy(held, scope)) waiting.add(id);
    return rows.flatMap((row, i) => (row !== null && waiting.has(row) ? [i + 1] : []));
  };
  return {
    name,
    source,
    heldRows,
    publish({ matter, context, from, due }) {
      const listed = itemsOf({ over, where, source, wordFor }, context.scope);
      const rows = listed.map((item): NoticeRow => {
        const one = over === undefined ? context : ofItem(context, item, over);
        const cells = columns.map(({ key, fill, mask }): [string, string] => {
          const cell = fill(one, "zh");
          return [key, mask === true ? maskNames(context.displays, cell) : cell];
        });
        return { source: sourceOf(item), cells: Object.fromEntries(cells) };
      });
      const sources = rows.map((row) => row.source);
      return {
        name,
        title: title(context),
        text: text(context),
        places: places?.(context) ?? null,
        contact: contact?.(context) ?? null,
        columns: columns.map(({ key, title, width }) => ({
          key,
          title,
          ...(width === undefined ? {} : { width }),
        })),
        rows,
        board: matter.place.code.slice(0, BOARD_DIGITS[source.board ?? "village"]),
        number: matter.number,
        issuer: matter.owner.name,
        from,
        until: due.day,
        provisional: due.provisional,
        held: heldRows(context.scope, sources),
        mark: held?.mark ?? null,
        objection:
          source.objection === undefined
            ? null
            : { event: source.objection.event, link: source.objection.link ?? null },
      };
    },
  };
}

/** The items that open matters of the link hold, where the notice marks these. */
function heldBy(held: HeldSource | undefined, { links }: Scope): ReadonlySet<string> {
  const children = held?.link === undefined ? undefined : own(links as JsonObject, held.link);
  return heldItems((children ?? []) as unknown as LinkState[]);
}

/** The items that become rows; without a list the matter itself is the one row. */
function itemsOf(
  from: {
    over: string | undefined;
    where: CompiledLogic | undefined;
    source: NoticeSource;
    wordFor: WordFor;
  },
  scope: Scope,
): readonly Json[] {
  const { over, where, source, wordFor } = from;
  if (over === undefined) return [null];
  if (where === undefined) {
    const list = scopeValue(scope, over);
    return Array.isArray(list) ? list : [];
  }
  const { value, because, missing } = where.evaluate(scope);
  if (value === undefined) {
    const { title } = source;
    const reason: RuleReason = { rule: "", title, refusal: title, because, missing };
    throw new RefusalError(refuseUnknown(wordFor, [reason]));
  }
  return Array.isArray(value) ? value : [];
}

function ofItem(context: TemplateContext, item: Json, over: string): TemplateContext {
  return { ...context, scope: { ...context.scope, item }, itemPath: over };
}

/** The id of a linked matter or of a list's item. */
function sourceOf(item: Json): string | null {
  const id = isObject(item) ? own(item, "id") : undefined;
  return typeof id === "string" ? id : null;
}
