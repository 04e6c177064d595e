import type { HistoryEntry } from "../../engine/case";
import type { JsonObject } from "../../engine/json";
import type { ReplayResult } from "../../engine/replay";
import type { Database } from "../database";
import { inTransaction } from "../query";
import { readCaseRows } from "./case-rows";
import { finding, type Finding } from "./finding";
import { verifyCase } from "./verify-case";
import {
  collectNumbers,
  findSoundDefinition,
  verifyCommands,
  verifyFile,
  verifyNumbers,
  verifyOrphans,
  verifySealed,
  type UsedNumbers,
} from "./verify-rest";

export interface VerifyAsk {
  /** A definition's hash, as the runtime takes it. */
  hashOf(document: JsonObject): string;
  /** Takes a history's steps again under its definition; absent: only what is stored is compared. */
  replay?: (
    entries: readonly HistoryEntry[],
    definition: { hash: string; document: JsonObject },
  ) => ReplayResult | { impossible: string };
}

export interface VerifyReport {
  cases: number;
  steps: number;
  /** Steps that were taken again and came out the same. */
  replayed: number;
  /** In the order of matters; what belongs to none comes last. */
  findings: Finding[];
}

const PAGE = 200;

/**
 * Reads everything that is stored and holds it against itself: the file, every history with its chain, every matter
 * as the fold of its history, everything that waits, registers, links, numbers, definitions, attachments. One
 * transaction, so that a running server does not change anything in between; nothing is written.
 */
export function verifyDatabase(database: Database, ask: VerifyAsk): Promise<VerifyReport> {
  return inTransaction(
    database.knex,
    async (run) => {
      const db = { ...database, run };
      const report: VerifyReport = { cases: 0, steps: 0, replayed: 0, findings: [] };
      const used: UsedNumbers = new Map();
      const definitions = new Map<string, JsonObject | undefined>();
      const definitionOf = async (hash: string) => {
        if (!definitions.has(hash)) {
          definitions.set(hash, await findSoundDefinition(run, hash, ask.hashOf));
        }
        return definitions.get(hash);
      };

      const wholeFindings = await verifyFile(db);
      let after = "";
      let isWhole = true;
      for (;;) {
        const rows = await readCaseRows(db, { after, limit: PAGE });
        if (!rows) break;
        for (const row of rows.cases) {
          const { entries, findings } = verifyCase(db, row, rows);
          report.cases += 1;
          report.steps += rows.events(row.id).length;
          report.findings.push(...findings);
          collectNumbers(used, entries ?? []);
          isWhole &&= entries !== null;
          const document = await definitionOf(row.hash);
          const place = { caseId: row.id, seq: row.seq };
          if (!document) {
            report.findings.push(finding("verify/definition", place, { hash: row.hash }));
          } else if (entries && ask.replay) {
            const again = ask.replay(entries, { hash: row.hash, document });
            const found = replayFinding(row.id, again);
            if (found) report.findings.push(found);
            else report.replayed += entries.length;
          }
          after = row.id;
        }
      }
      wholeFindings.push(
        ...(await verifyCommands(run)),
        // Where a history could not be read, its numbers would all be missed.
        ...(isWhole ? await verifyNumbers(run, used) : []),
        ...(await verifyOrphans(run)),
        ...(await verifySealed(db)),
      );
      report.findings.push(...wholeFindings);
      return report;
    },
    "reading",
  );
}

function replayFinding(
  caseId: string,
  again: ReplayResult | { impossible: string },
): Finding | null {
  if ("impossible" in again) {
    const reason = again.impossible;
    return finding("verify/replay-impossible", { caseId, seq: null }, { reason });
  }
  if (again.same) return null;
  const { seq, why, detail } = again;
  const code = why === "refused" ? "verify/replay-refused" : "verify/replay-differs";
  return finding(code, { caseId, seq }, { detail });
}
