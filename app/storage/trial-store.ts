import type { Trial } from "../engine/change/trial";
import { sealJson, unsealJson } from "./cipher";
import type { Database } from "./database";
import { insertRows } from "./query";

/** Trials of changes, each with what it has found so far. */
export interface TrialStore {
  find(proposal: string): Promise<Trial | undefined>;
  /** The one that was begun first and is not done. */
  findRunning(): Promise<Trial | undefined>;
  /** Adds it or writes it anew; a proposal has one trial. */
  save(trial: Trial): Promise<void>;
  /** Writes it only while the same trial is there: a newer one of the proposal is not overwritten. */
  proceed(trial: Trial): Promise<void>;
}

/** Trials over a database; which matters they found is encrypted. */
export function createTrialStore(db: Database): TrialStore {
  const read = async (where: string, binding: string): Promise<Trial | undefined> => {
    const [found] = await db.run<{ id: string; body: Buffer }>(
      `select proposal_id as id, body from trials where ${where} order by began_at limit 1`,
      [binding],
    );
    return found && (unsealJson(db.ownKey, placeOf(found.id), found.body) as unknown as Trial);
  };
  const rowOf = (trial: Trial) => ({
    proposal_id: trial.proposal,
    status: trial.status,
    total: trial.matters.length,
    done: trial.done,
    began_at: trial.beganAt,
    body: sealJson(db.ownKey, placeOf(trial.proposal), trial),
  });

  return {
    find: (proposal) => read("proposal_id = ?", proposal),
    findRunning: () => read("status = ?", "running"),

    async save(trial) {
      await insertRows(db.run, {
        table: "trials",
        rows: [rowOf(trial)],
        then: `on conflict (proposal_id) do update set status = excluded.status, total = excluded.total,
               done = excluded.done, began_at = excluded.began_at, body = excluded.body`,
      });
    },

    async proceed(trial) {
      const { status, done, body } = rowOf(trial);
      await db.run(
        "update trials set status = ?, done = ?, body = ? where proposal_id = ? and began_at = ? and done <= ?",
        [status, done, body, trial.proposal, trial.beganAt, done],
      );
    },
  };
}

function placeOf(proposal: string): string {
  return `trials.body/${proposal}`;
}
