/**
 * The text of docs/approvals.md.
 * @param {import("./approval-rows.mjs").ApprovalRow[]} rows
 * @param {import("./failure-rows.mjs").FailureRow[]} failures
 */
export function approvalsDoc(rows, failures) {
  const expected = rows.map(({ zh, en, here, story, page }) => {
    return `| ${zh}<br>${en} | ${here} | ${link(story)} | \`${page}\` |`;
  });
  const failed = failures.map(
    ({ issue, zh, en, here, story }) =>
      `| ${issue} | ${zh}<br>${en} | ${here.zh}<br>${here.en} | ${link(story)} |`,
  );
  return `${head}
| expected | here | played in | page |
|---|---|---|---|
${expected.join("\n")}

## What failed elsewhere

Each is also a test over one machine, in [published-failures.test.ts](../test/engine/operations/published-failures.test.ts).

| reported as | what happened | what happens here | played in |
|---|---|---|---|
${failed.join("\n")}
`;
}

const head = `# Approvals, row by row

What people who know Chinese approval systems look for, what it is called here, and a story of a shipped package that
plays it (\`npx qy test\`). What each operation does is in [operations](operations.md), how a package allows it in
[writing a workflow](writing-a-workflow.md). The page is a file of \`app/routes\`. Made by \`npm run docs\` from
\`scripts/approval-rows.mjs\` and \`scripts/failure-rows.mjs\`; a test holds every row to its story, so that none can be forgotten.
`;

function link(story) {
  return `[${story.replace("/scenarios/", " ").replace(/\.json$/, "")}](../workflows/${story})`;
}
