/**
 * The text of docs/errors.md.
 * @param {Record<string, import("../app/engine/errors/define").ErrorEntry>} errors the catalogue, by code
 * @param {typeof import("../app/http/refusal-status").refusalStatus} statusOf the HTTP status of an error
 */
export function errorsDoc(errors, statusOf) {
  const codes = Object.keys(errors).sort();
  const families = [...new Set(codes.map((code) => code.split("/")[0]))];
  return `${head}${families
    .map((family) => {
      const rows = codes.filter((code) => code.startsWith(`${family}/`));
      return section(family, rows, { errors, statusOf });
    })
    .join("\n")}`;
}

const head = `# Errors

Every refusal has a code, a kind and a sentence in both languages that says what was found and what to do.
The catalogue is \`app/engine/errors/\`, one file a family; this page is made from it by \`npm run docs\`, and
a test holds both together. \`{name}\` stands for what was found. A retired code is never used again.

A code's kind decides the HTTP status (\`app/http/refusal-status.ts\`). On the terminal a refusal ends a
command with exit code 1, wrong use and wrong settings with 2.

`;

function section(family, codes, { errors, statusOf }) {
  const rows = codes.map((code) => {
    const { kind, zh, en } = errors[code];
    const cells = [`\`${code}\``, `${kind} ${statusOf({ code, kind })}`, `${zh}<br>${en}`];
    return `| ${cells.map(cell).join(" | ")} |`;
  });
  return `## ${family}\n\n| code | kind, status | text |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br>");
}
