import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createServer } from "vite";
import { APPROVAL_ROWS } from "./approval-rows.mjs";
import { approvalsDoc } from "./approvals-doc.mjs";
import { errorsDoc } from "./errors-doc.mjs";
import { FAILURE_ROWS } from "./failure-rows.mjs";
import { operationsDoc } from "./operations-doc.mjs";
import { root } from "./setup.mjs";

/** Writes docs/errors.md from the catalogue docs/operations.md from the table of operations, docs/approvals.md. */
const vite = await createServer({
  configFile: false,
  root,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { ERRORS } = await vite.ssrLoadModule("/app/engine/errors/index.ts");
const { refusalStatus } = await vite.ssrLoadModule("/app/http/refusal-status.ts");
writeFileSync(join(root, "docs/errors.md"), errorsDoc(ERRORS, refusalStatus));
const { OPERATION_TABLE, MOVE_TABLE } = await vite.ssrLoadModule("/app/engine/operations/table.ts");
writeFileSync(join(root, "docs/operations.md"), operationsDoc(OPERATION_TABLE, MOVE_TABLE));
writeFileSync(join(root, "docs/approvals.md"), approvalsDoc(APPROVAL_ROWS, FAILURE_ROWS));
await vite.close();
