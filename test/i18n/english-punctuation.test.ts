import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { ERRORS } from "../../app/engine/errors";
import { isObject, type Json } from "../../app/engine/json";
import { en } from "../../app/i18n/en";
import { projectRoot } from "../../app/runtime/project-root";

/** Full-width punctuation: Chinese signs, which look like mistakes between English words. */
const FULL_WIDTH = /[\u3001-\u3003\u3008-\u303f\uff01-\uff65]/;

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

const short = (file: string) => file.slice(projectRoot.length + 1);

/** Every English text of a JSON value with its place; `en` beside `zh` is one. */
function englishIn(value: Json, place: string): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((item, i) => englishIn(item, `${place}/${i}`));
  if (!isObject(value)) return [];
  const { zh, en: own } = value;
  const here: [string, string][] =
    typeof zh === "string" && typeof own === "string" ? [[place, own]] : [];
  const within = Object.entries(value).flatMap(([key, one]) => englishIn(one, `${place}/${key}`));
  return [...here, ...within];
}

function wordsOf(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "string"
      ? [[`${path}${key}`, value]]
      : wordsOf(value as object, `${path}${key}.`),
  );
}

const wrong = (texts: readonly [string, string][]) =>
  texts.filter(([, text]) => FULL_WIDTH.test(text));

test("the words of the pages are punctuated in English", () => {
  expect(wrong(wordsOf(en))).toEqual([]);
});

test("one thing is said in the singular", () => {
  const words = new Map(wordsOf(en));
  const plurals = [...words].filter(
    ([key, text]) => /\{\{count\}\} ([a-z]+ )?[a-z]{2,}s\b/.test(text) && !words.has(`${key}_one`),
  );
  expect(plurals).toEqual([]);
});

test("so are the packages, models, forms and papers", () => {
  const files = [...filesIn("workflows", /\.json$/), ...filesIn("schemas", /\.json$/)];
  const texts = files.flatMap((file) =>
    englishIn(JSON.parse(readFileSync(file, "utf8")) as Json, short(file)),
  );
  expect(texts.length).toBeGreaterThan(5_000);
  expect(wrong(texts)).toEqual([]);
  // The letters on a roster are the same in every language; nothing else is left in Chinese.
  const left = texts.filter(
    ([place, text]) => /\p{Script=Han}/u.test(text) && !/\/duty-rotation/.test(place),
  );
  expect(left).toEqual([]);
});

test("so is what the catalogue says", () => {
  const said = Object.entries(ERRORS).flatMap(([code, entry]): [string, string][] => {
    const county = "county" in entry ? (entry as { county?: { en: string } }).county : undefined;
    return [[code, entry.en], ...(county ? [[code, county.en] as [string, string]] : [])];
  });
  // What must be typed half-width is shown in quotes as it was typed.
  expect(wrong(said.map(([code, text]) => [code, text.replace(/“[^”]*”/g, "")]))).toEqual([]);
});

/** The literal text in a piece of code, calls and nested objects included. */
function literalsIn(node: ts.Node): string[] {
  const own =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node)
      ? [node.text]
      : [];
  const within: string[] = [...own];
  node.forEachChild((child) => void within.push(...literalsIn(child)));
  return within;
}

function parse(file: string): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, kind);
}

/** The name of a property where it is written plainly. */
function nameOf(node: ts.Node): string | undefined {
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

test("so is what code puts together as English", () => {
  const files = ["app", "plugins"].flatMap((folder) => filesIn(folder, /\.tsx?$/));
  const found = files.flatMap((file): [string, string][] => {
    const texts: [string, string][] = [];
    const visit = (node: ts.Node): void => {
      if (nameOf(node) === "en")
        texts.push(...literalsIn(node).map((text): [string, string] => [short(file), text]));
      else node.forEachChild(visit);
    };
    visit(parse(file));
    return texts;
  });
  expect(wrong(found)).toEqual([]);
});

test("pages join words by the words of `joins`, never by signs of one language", () => {
  // A stored shift is written 驻所：石桥村, whatever the language; a paper keeps names and dates on one line.
  const meant = /shift-text\.ts$|unbroken\.tsx$/;
  const found = filesIn("app/components", /\.tsx?$/).flatMap((file): [string, string][] => {
    const texts: string[] = [];
    const visit = (node: ts.Node): void => {
      if (nameOf(node) === "zh") return;
      if (ts.isJsxText(node)) texts.push(node.text);
      if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
        texts.push(...literalsIn(node));
      else node.forEachChild(visit);
    };
    visit(parse(file));
    return meant.test(file) ? [] : texts.map((text) => [short(file), text]);
  });
  expect(found.length).toBeGreaterThan(2_000);
  expect(wrong(found)).toEqual([]);
});
