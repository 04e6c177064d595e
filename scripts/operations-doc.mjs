/**
 * The text of docs/operations.md.
 * @param {Record<string, import("../app/engine/operations/table").OperationRow>} operations by name
 * @param {Record<string, import("../app/engine/operations/table").OperationRow>} moves by name
 */
export function operationsDoc(operations, moves) {
  const all = { ...moves, ...operations };
  const kinds = ["slot", "move", "reader", "reminder"].map((kind) => {
    const rows = Object.entries(all).filter(([, row]) => row.kind === kind);
    return rows.length === 0 ? "" : section(kind, rows, all);
  });
  return `${head}${kinds.filter((text) => text !== "").join("\n")}`;
}

const head = `# Operations

What people do with a matter beside the steps of its package. Everything is one of four: an edit of a task's slot, a
move, a reader, a reminder. Each package says which it allows (\`operations\`, \`moves\`, see
[writing a workflow](writing-a-workflow.md)); what it does is fixed here, for every package alike. The table is
\`app/engine/operations/table.ts\`; this page is made from it by \`npm run docs\`, and a test holds both together.

A task that somebody claimed, was handed, lent or asked by name is theirs alone: others of the role are refused with
the holder's name. While it is not somebody's turn, their task is on nobody's list. What users of Chinese approval
systems look for, row by row, is in [approvals](approvals.md).

`;

const KINDS = {
  slot: "Slot edits: whose task it is",
  move: "Moves: where the matter is",
  reader: "Readers: who knows",
  reminder: "Reminders: what is asked and ordered",
};

const REASONS = { needed: "需要 needed", optional: "可写 optional", none: "不用 none" };

function section(kind, rows, all) {
  const lines = rows.map(([name, row]) => {
    const { inverse } = row;
    const undone = typeof inverse === "string" ? all[inverse].title : inverse;
    const texts = [row.who, row.states, row.siblings, row.timers, row.done];
    const cells = [
      `\`${name}\` ${row.title.zh} ${row.title.en}`,
      ...texts.map(both),
      REASONS[row.reason],
      both(row.history),
      both(row.then),
      both(undone),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `## ${KINDS[kind]}

| operation | who may | states | those beside | clocks | on whose done list | reason | history line | what the page says before | inverse |
|---|---|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

function both({ zh, en = zh }) {
  return `${zh}<br>${en}`;
}
