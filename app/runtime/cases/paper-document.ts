import type * as docxModule from "docx";
import type { ISectionOptions, Paragraph, Table } from "docx";
import { say, type Language, type Text } from "../../engine/text";
import type { PaperPart, PaperRemark, PaperView } from "../api";

type Docx = typeof docxModule;
type Of<Block extends PaperPart["block"]> = Extract<PaperPart, { block: Block }>;
type Piece = Paragraph | Table;

const words = {
  sample: {
    zh: "样式：本县法制部门尚未审定",
    en: "Sample: not yet approved by the county's legal office",
  },
  demo: { zh: "演示数据，均为虚构", en: "Demonstration data, all invented" },
  practice: { zh: "演练，不作凭证", en: "Practice, not a record" },
  fingerprint: { zh: "（指印）", en: " (fingerprint)" },
  seal: { zh: "（盖章处）", en: "(seal here)" },
} satisfies Record<string, Text>;

/** Half points, as Word counts them; the fonts of official papers. */
const BODY = { size: 28, font: { ascii: "Times New Roman", eastAsia: "仿宋" } };
const HEAD = { ...BODY, font: { ascii: "Times New Roman", eastAsia: "宋体" }, bold: true };
const SMALL = { ...BODY, size: 22 };
const LABEL = { ...HEAD, size: 22 };
const BLANK = "＿＿＿＿＿＿＿＿＿＿";

/**
 * A paper as a Word file (docx), from the same blocks as its page, one copy. It bears no code to scan: the code
 * proves a text, and the text of a Word file may be changed.
 */
export async function paperDocument(
  paper: PaperView,
  { language, remark }: { language: Language; remark: PaperRemark | null },
): Promise<Uint8Array> {
  const docx = await import("docx");
  const remarks = [remark, paper.sample ? ("sample" as const) : null].flatMap((one) =>
    one === null ? [] : [say(words[one], language)],
  );
  const above = new docx.Header({
    children: [
      line(docx, { text: remarks.join(" · "), run: { ...SMALL, size: 18 }, align: "center" }),
    ],
  });
  const section: ISectionOptions = {
    properties: { page: sheet(docx, paper.landscape) },
    ...(remarks.length > 0 && { headers: { default: above } }),
    children: paper.blocks.flatMap((part) => pieces(docx, part, language)),
  };
  const whole = new docx.Document({
    title: say(paper.title, language),
    creator: "",
    styles: { default: { document: { run: BODY } } },
    sections: [section],
  });
  return new Uint8Array(await docx.Packer.toBuffer(whole));
}

function sheet({ PageOrientation }: Docx, landscape: boolean): object {
  const size = { width: "210mm", height: "297mm" };
  return landscape
    ? {
        size: { ...size, orientation: PageOrientation.LANDSCAPE },
        margin: { top: "16mm", right: "20mm", bottom: "14mm", left: "24mm" },
      }
    : { size, margin: { top: "20mm", right: "26mm", bottom: "20mm", left: "28mm" } };
}

function pieces(docx: Docx, part: PaperPart, language: Language): Piece[] {
  switch (part.block) {
    case "heading":
      return [heading(docx, part)];
    case "number":
      return [line(docx, { text: part.text, align: "right", run: SMALL })];
    case "text":
      return part.text
        .split("\n")
        .map((text) => line(docx, { text, ...(part.indent && { indent: { firstLine: 560 } }) }));
    case "fields":
      return [fields(docx, part), line(docx, { text: "" })];
    case "table":
      return [table(docx, part), line(docx, { text: "" })];
    case "signatures":
      return part.signers.map(({ label, fingerprint }) => {
        const mark = fingerprint ? say(words.fingerprint, language) : "";
        return line(docx, { text: `${label}${BLANK}${mark}`, space: 160 });
      });
    case "seal":
      return [part.issuer, part.date, say(words.seal, language)].map((text) =>
        line(docx, { text, align: "right" }),
      );
    case "qr":
      return [];
    case "pageBreak":
      return [new docx.Paragraph({ children: [new docx.PageBreak()] })];
  }
}

function heading(docx: Docx, { text, level }: Of<"heading">): Paragraph {
  const levels = docx.HeadingLevel;
  return new docx.Paragraph({
    heading: level === 1 ? levels.TITLE : level === 2 ? levels.HEADING_1 : levels.HEADING_2,
    alignment: level === 1 ? "center" : "left",
    spacing: { before: 160, after: 120 },
    keepNext: true,
    children: [run(docx, text, level === 1 ? { ...HEAD, size: 44 } : HEAD)],
  });
}

/** Labels at the left, answers at the right. */
function fields(docx: Docx, { items }: Of<"fields">): Table {
  const rows = items.map(({ label, value }) => [label, value]);
  return grid(docx, { rows, widths: [28, 72], isLabel: (_row, column) => column === 0 });
}

/** Columns without a width share what is left, 30 mm each, as on the page. */
function table(docx: Docx, { columns, rows, empty, grid: sheet }: Of<"table">): Table {
  const widths = columns.map(({ width = 30 }) => width);
  const whole = widths.reduce((sum, width) => sum + width, 0) || 1;
  const below = rows.length > 0 ? rows : [[empty, ...columns.slice(1).map(() => "")]];
  return grid(docx, {
    rows: [columns.map(({ title }) => title), ...below],
    widths: widths.map((width) => (width / whole) * 100),
    isLabel: (row) => row === 0,
    isHeaded: true,
    ...(sheet && {
      isNarrow: columns.length > NARROW,
      isFramed: (row: number, column: number) => sheet.framed[row - 1]?.[column] ?? false,
      isParted: (row: number) => sheet.parted[row - 1] ?? false,
    }),
  });
}

/** Above so many columns a grid's cells hold one character, in small type and without margins beside it. */
const NARROW = 12;
const TINY = { ...SMALL, size: 18 };

interface Grid {
  rows: readonly (readonly string[])[];
  /** Hundredths of the whole. */
  widths: readonly number[];
  isLabel: (row: number, column: number) => boolean;
  /** The first row stands on every sheet. */
  isHeaded?: boolean;
  /** Of people by days: cells of one character; framed cells; rows with a heavier line above. */
  isNarrow?: boolean;
  isFramed?: (row: number, column: number) => boolean;
  isParted?: (row: number) => boolean;
}

function grid(docx: Docx, table: Grid): Table {
  const { Table, TableRow, TableLayoutType, WidthType } = docx;
  const { rows, widths, isHeaded = false } = table;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    // Columns of days stay as wide as each other, whatever stands in them.
    ...(table.isFramed && {
      layout: TableLayoutType.FIXED,
      columnWidths: widths.map((width) => Math.round((width / 100) * LANDSCAPE)),
    }),
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: isHeaded && row === 0,
          children: cells.map((text, column) => cell(docx, table, { text, row, column })),
        }),
    ),
  });
}

/** Width of the text on a landscape sheet, in twentieths of a point. */
const LANDSCAPE = 14340;
const RULE = { style: "single", size: 12, color: "111111" } as const;

function cell(
  docx: Docx,
  { widths, isLabel, isNarrow = false, isFramed, isParted }: Grid,
  { text, row, column }: { text: string; row: number; column: number },
): InstanceType<Docx["TableCell"]> {
  const beside = isNarrow ? 0 : 100;
  const isDay = isFramed !== undefined && column > 0;
  const look = isNarrow ? (isLabel(row, column) ? { ...LABEL, size: 18 } : TINY) : SMALL;
  const run = isLabel(row, column) && !isNarrow ? LABEL : look;
  return new docx.TableCell({
    width: { size: widths[column] ?? 0, type: docx.WidthType.PERCENTAGE },
    margins: { top: isNarrow ? 30 : 60, bottom: isNarrow ? 30 : 60, left: beside, right: beside },
    ...(isParted?.(row) && { borders: { top: { ...RULE, size: 18 } } }),
    children: text.split("\n").map((one) =>
      line(docx, {
        text: one,
        run: isFramed?.(row, column) && one !== "" ? { ...run, bold: true, border: RULE } : run,
        ...(isDay && { align: "center" as const }),
      }),
    ),
  });
}

interface Line {
  text: string;
  run?: typeof BODY & { bold?: boolean; border?: typeof RULE };
  align?: "center" | "right";
  indent?: { firstLine: number };
  space?: number;
}

function line(docx: Docx, { text, run: look = BODY, align, indent, space = 0 }: Line): Paragraph {
  return new docx.Paragraph({
    ...(align && { alignment: align }),
    ...(indent && { indent }),
    spacing: { before: space },
    children: [run(docx, text, look)],
  });
}

/** Control characters, which XML cannot hold, are left out. */
function run(docx: Docx, text: string, look: Line["run"] = BODY): InstanceType<Docx["TextRun"]> {
  return new docx.TextRun({ ...look, text: text.replace(/\p{Cc}/gu, "") });
}
