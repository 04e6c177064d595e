import { existsSync, readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** What a source file says about its surroundings. */
export interface Source {
  file: string;
  lines: number;
  /** Every module it names: import, export from, import(), import("…") types, import.meta.glob. */
  imports: string[];
  /** Globals it uses, as `Date.now`, `new Date()` (without arguments) and `fetch()`. */
  uses: Set<string>;
}

/** Paths of the code files under these folders, from the root of the repository. */
export function sourceFiles(folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file) && !file.includes("node_modules/"));
}

export function readSource(file: string): Source {
  return parseSource(file, readFileSync(file, "utf8"));
}

export function parseSource(file: string, text: string): Source {
  const source: Source = {
    file,
    lines: text.split("\n").length - 1,
    imports: [],
    uses: new Set(),
  };
  const visit = (node: ts.Node): void => {
    source.imports.push(...modulesNamedBy(node));
    const use = globalUsedBy(node);
    if (use !== undefined) source.uses.add(use);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return source;
}

function modulesNamedBy(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return strings(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? strings(node.argument.literal) : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const { expression } = node;
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
  const isGlob =
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === "glob" &&
    ts.isMetaProperty(expression.expression);
  return isImport || isGlob ? strings(node.arguments[0]) : [];
}

/** A string, or the strings of a list; a glob's exclusions (`!…`) import nothing. */
function strings(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(strings);
  return ts.isStringLiteralLike(node) && !node.text.startsWith("!") ? [node.text] : [];
}

function globalUsedBy(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}.${node.name.text}`;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    return node.arguments?.length ? undefined : `new ${node.expression.text}()`;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}()`;
  }
  return undefined;
}
