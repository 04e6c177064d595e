import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sqlite3 from "sqlite3";
import type { Case } from "../app/engine/case";
import { step, type StepInput } from "../app/engine/step";
import { createCaseStore } from "../app/storage/case-store";
import { openStorage } from "../app/storage/database";
import { createKeyRing } from "../app/storage/key-ring";
import { openDatabase } from "../app/storage/open-database";
import type { RecordedStory } from "./recorded-story";
import { alternate, median, type Figure } from "./samples";

const MATTERS = 12;
const SAMPLES = 7;

interface Statement {
  sql: string;
  bindings: (string | number | null | Buffer)[];
}

/**
 * G2: steps a second on SQLite (`synchronous=FULL`), one at a time: read, decide, commit; over a raw
 * transaction of the same driver that writes the very rows which those steps wrote.
 */
export async function measureSqliteSingle(story: RecordedStory): Promise<Figure> {
  const folder = await mkdtemp(path.join(tmpdir(), "qingyuan-bench-"));
  try {
    let run = 0;
    let recorded: Statement[][] = [];
    const ours = async (): Promise<number> => {
      const result = await playOnStore(
        path.join(folder, `ours-${(run += 1)}.db`),
        story,
        `b${run}`,
      );
      recorded = result.transactions;
      return result.rate;
    };
    const theirs = (): Promise<number> =>
      writeRaw(path.join(folder, `raw-${(run += 1)}.db`), recorded);
    const measured = await alternate(SAMPLES, ours, theirs);
    return {
      name: "G2",
      what: "SQLite FULL, one at a time: mediation steps/s over a raw transaction of the same rows",
      ratio: median(measured.ratios),
      must: 0.45,
      goal: 0.7,
      moreIsBetter: true,
      detail: `${median(measured.ours).toFixed(0)} over ${median(measured.theirs).toFixed(0)} transactions/s`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function playOnStore(
  file: string,
  story: RecordedStory,
  salt: string,
): Promise<{ rate: number; transactions: Statement[][] }> {
  const knex = await openDatabase({ url: `sqlite:${file}` });
  const db = await openStorage(knex, createKeyRing(randomBytes(32)));
  const store = createCaseStore(db);
  const transactions: Statement[][] = [];
  knex.on("query", ({ sql, bindings }: { sql: string; bindings?: Statement["bindings"] }) => {
    if (/^begin/i.test(sql)) transactions.push([]);
    else if (/^(insert|update|delete|replace)/i.test(sql.trim()))
      transactions.at(-1)?.push({ sql, bindings: [...(bindings ?? [])] });
  });
  let steps = 0;
  const before = performance.now();
  for (let i = 0; i < MATTERS; i += 1) steps += await playMatter(store, story, `${salt}-${i}`);
  const seconds = (performance.now() - before) / 1000;
  await knex.destroy();
  return { rate: steps / seconds, transactions: transactions.filter((one) => one.length > 0) };
}

/** One whole mediation, each step read, decided and committed before the next. */
async function playMatter(
  store: ReturnType<typeof createCaseStore>,
  story: RecordedStory,
  id: string,
): Promise<number> {
  let matter: Case | null = null;
  for (const recorded of story.inputs) {
    const commandId: string = `${id}-${recorded.command.id}`;
    const sequences = Object.keys(recorded.numbers);
    const read = await store.read({
      cases: matter === null ? [] : [id],
      commands: [commandId],
      sequences,
    });
    const input: StepInput = {
      ...recorded,
      matter: matter === null ? null : (read.cases.get(id) ?? null),
      command: { ...recorded.command, id: commandId },
      numbers: Object.fromEntries(sequences.map((key) => [key, read.sequences.get(key) ?? 0])),
      ...(recorded.opening === undefined ? {} : { opening: { ...recorded.opening, caseId: id } }),
    };
    const result = step(input);
    if (!result.ok) throw new Error(result.refusal.code);
    const [stored] = await store.commit([
      {
        steps: [
          {
            previousSeq: matter === null ? 0 : result.entry.seq - 1,
            next: result.next,
            entry: result.entry,
            retentionClass: "case",
          },
        ],
        response: { commandId, bodyHash: "bench", caseId: id, seq: result.entry.seq },
      },
    ]);
    if (stored?.ok !== true) throw new Error("the step was not stored");
    matter = result.next;
  }
  return story.inputs.length;
}

/** The same statements with the same values, by the bare driver, each group in one transaction. */
async function writeRaw(file: string, transactions: readonly Statement[][]): Promise<number> {
  const prepared = await openDatabase({ url: `sqlite:${file}` });
  await prepared.destroy();
  const db = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(file, (fault) =>
      fault === null ? resolve(opened) : reject(fault),
    );
  });
  const exec = (sql: string): Promise<void> =>
    new Promise((resolve, reject) =>
      db.exec(sql, (fault) => (fault === null ? resolve() : reject(fault))),
    );
  const write = ({ sql, bindings }: Statement): Promise<void> =>
    new Promise((resolve, reject) =>
      db.run(sql, bindings, (fault) => (fault === null ? resolve() : reject(fault))),
    );
  await exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536; pragma wal_autocheckpoint = 8000; pragma secure_delete = on",
  );
  const before = performance.now();
  for (const statements of transactions) {
    await exec("begin immediate");
    for (const statement of statements) await write(statement);
    await exec("commit");
  }
  const seconds = (performance.now() - before) / 1000;
  await new Promise<void>((resolve) => db.close(() => resolve()));
  return transactions.length / seconds;
}
