import type { Case } from "../case";
import { activePaths } from "../machine/state-value";
import type { Scope } from "../scope";
import { scopeValue } from "../steps/situation";
import { say, type Language, type Text } from "../text";
import { isObject, own, type Json } from "../json";
import type { Workflow } from "../workflow";
import type { GridBlock, PaperBlock, PaperSource } from "../workflow-source";
import { templateContext } from "./context";
import { fillTemplate, type TemplateContext } from "./template";

/** A paper's blocks with every template filled in: what the A4 page draws. */
export type PaperPart =
  | { block: "heading"; text: string; level: 1 | 2 | 3 }
  | { block: "number"; text: string }
  | { block: "text"; text: string; indent: boolean }
  | { block: "fields"; items: { label: string; value: string }[] }
  | {
      block: "table";
      columns: { title: string; width?: number }[];
      rows: string[][];
      empty: string;
      /** On a grid: which cells are framed, and which rows a heavier line parts from the one above. */
      grid?: { framed: boolean[][]; parted: boolean[] };
    }
  | { block: "signatures"; signers: { label: string; fingerprint: boolean }[] }
  | { block: "seal"; issuer: string; date: string }
  | { block: "qr"; text: string }
  | { block: "pageBreak" };

/** A missing value on paper is a blank to be filled by hand. */
const BLANK = "　　　　";

/** Fills a paper from the scope. Pure and total: what is missing shows as a blank to write on. */
export function renderPaper(ask: {
  workflow: Workflow;
  paper: PaperSource;
  scope: Scope;
  language: Language;
}): PaperPart[] {
  const { workflow, paper, scope, language } = ask;
  const context = templateContext(workflow, scope, BLANK);
  return paper.blocks.flatMap((block) =>
    renderBlock(block, { workflow, context, scope, language }),
  );
}

/** The papers that can be printed as the matter stands, in the package's order. */
export function papersOffered(
  workflow: Workflow,
  matter: Case,
  scope: Scope,
): { name: string; title: Text; copies: number }[] {
  const active = activePaths(matter.state).map((path) => workflow.machine.states.get(path)?.name);
  return Object.entries(workflow.source.papers ?? {})
    .filter(
      ([, offer]) =>
        offer.states === undefined || offer.states.some((name) => active.includes(name)),
    )
    .filter(([, offer]) => {
      const rule = offer.when === undefined ? undefined : workflow.rules.get(offer.when);
      const options = rule?.source.absent === undefined ? {} : { absent: rule.source.absent };
      return offer.when === undefined || rule?.logic.evaluate(scope, options).truth === true;
    })
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([name, offer]) => ({ name, title: offer.title, copies: offer.copies ?? 1 }));
}

interface Rendering {
  workflow: Workflow;
  context: TemplateContext;
  scope: Scope;
  language: Language;
}

function renderBlock(block: PaperBlock, how: Rendering): PaperPart[] {
  const fill = (text: Text): string =>
    fillTemplate(say(text, how.language), how.context, how.language);
  switch (block.block) {
    case "heading":
      return [{ block: "heading", text: fill(block.text), level: block.level ?? 2 }];
    case "number":
      return [{ block: "number", text: fill(block.text) }];
    case "text":
      return isShown(block.when, how)
        ? [{ block: "text", text: fill(block.text), indent: block.indent ?? true }]
        : [];
    case "fields":
      return [
        {
          block: "fields",
          items: block.items.map((item) => ({ label: fill(item.label), value: fill(item.value) })),
        },
      ];
    case "table":
      return [
        {
          block: "table",
          columns: block.columns.map((column) => ({
            title: fill(column.title),
            ...(column.width === undefined ? {} : { width: column.width }),
          })),
          rows: itemsAt(block.over, how).map((item) =>
            block.columns.map((column) => fillItem(column.value, item, block.over, how)),
          ),
          empty: block.empty === undefined ? "" : fill(block.empty),
        },
      ];
    case "grid":
      return [renderGrid(block, how)];
    case "signatures": {
      const items = block.over === undefined ? [undefined] : itemsAt(block.over, how);
      const signers = items.flatMap((item) =>
        block.signers.map((signer) => ({
          label:
            item === undefined
              ? fill(signer.label)
              : fillItem(signer.label, item, block.over ?? "", how),
          fingerprint: signer.fingerprint ?? false,
        })),
      );
      return [{ block: "signatures", signers }];
    }
    case "seal":
      return [{ block: "seal", issuer: fill(block.issuer), date: fill(block.date) }];
    case "qr":
      return [{ block: "qr", text: fill(block.text) }];
    case "pageBreak":
      return [{ block: "pageBreak" }];
  }
}

/** A table with one column for each item of a list. */
function renderGrid(block: GridBlock, how: Rendering): PaperPart {
  const { head, columns, cells, framed, parted } = block;
  const days = itemsAt(columns.over, how);
  const rows = itemsAt(block.over, how);
  const listOf = (row: Json, name: string | undefined): Json[] => {
    const list = isObject(row) && name !== undefined ? own(row, name) : undefined;
    return Array.isArray(list) ? list : [];
  };
  const title = fillTemplate(say(head.title, how.language), how.context, how.language);
  return {
    block: "table",
    columns: [
      { title, ...(head.width === undefined ? {} : { width: head.width }) },
      ...days.map((day) => ({
        title: fillItem(columns.title, day, columns.over, how),
        ...(columns.width === undefined ? {} : { width: columns.width }),
      })),
    ],
    rows: rows.map((row) => {
      const values = listOf(row, cells.from);
      return [
        fillItem(head.value, row, block.over, how),
        ...days.map((_, index) => fillItem(cells.value, values[index] ?? "", block.over, how)),
      ];
    }),
    empty: "",
    grid: {
      framed: rows.map((row) => [
        false,
        ...days.map((_, index) => listOf(row, framed)[index] === true),
      ]),
      parted: rows.map((row) =>
        isObject(row) && parted !== undefined ? own(row, parted) === true : false,
      ),
    },
  };
}

function isShown(ruleName: string | undefined, how: Rendering): boolean {
  if (ruleName === undefined) return true;
  const rule = how.workflow.rules.get(ruleName);
  const options = rule?.source.absent === undefined ? {} : { absent: rule.source.absent };
  return rule?.logic.evaluate(how.scope, options).truth === true;
}

function itemsAt(path: string, how: Rendering): Json[] {
  const list = scopeValue(how.scope, path);
  return Array.isArray(list) ? list : [];
}

function fillItem(text: Text, item: Json, over: string, how: Rendering): string {
  const context: TemplateContext = {
    ...how.context,
    scope: { ...how.context.scope, item },
    itemPath: over,
  };
  return fillTemplate(say(text, how.language), context, how.language);
}
