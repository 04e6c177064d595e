import type { StepToStore } from "../engine/ports";
import type { Instant } from "../engine/time/types";
import type { Database } from "./database";
import { inTransaction, insertRows, lockRows, marks, type Row, type Run } from "./query";
import { waitAfter } from "./retries";
import type { Claim } from "./timer-queue";

/** A linked matter that has gone on since its parent heard of it, claimed for one try. */
export interface LinkReport {
  parent: string;
  link: string;
  child: string;
  /** The first of the child's steps that the parent has not heard of. */
  from: number;
  /** Which try this is, from 1. */
  tries: number;
}

const ONE_LINK = "parent_id = ? and name = ? and child_id = ?";

/**
 * Puts every link of which a step is the child into the queue, in the step's own transaction. One that waits
 * already keeps its place in the child's history, and a parked one is tried again.
 */
export async function queueReports(run: Run, steps: readonly StepToStore[]): Promise<void> {
  const first = new Map(steps.toReversed().map((step) => [step.next.id, step.entry]));
  const children = [...first.keys()];
  const links = await run<{ parent: string; link: string; child: string }>(
    `select parent_id as parent, name as link, child_id as child from links
     where child_id in (${marks(children.length)})`,
    children,
  );
  const rows = links.map(({ parent, link, child }): Row => {
    const entry = first.get(child);
    return {
      parent_id: parent,
      name: link,
      child_id: child,
      from_seq: entry?.seq ?? 1,
      tries: 0,
      wake_at: entry?.at ?? 0,
    };
  });
  const then = `on conflict (parent_id, name, child_id)
                do update set wake_at = excluded.wake_at, tries = 0`;
  await insertRows(run, { table: "link_reports", rows, then });
}

/** Takes the links that wait, longest first. One that is not settled within the lease comes again. */
export async function claimReports(db: Database, claim: Claim): Promise<LinkReport[]> {
  return inTransaction(
    db.knex,
    async (run) => {
      const due = await run<LinkReport>(
        `select parent_id as parent, name as link, child_id as child, from_seq as "from",
                tries + 1 as tries
         from link_reports where wake_at <= ? order by wake_at, child_id limit ${claim.limit}
         ${lockRows(db.dialect, "skip")}`,
        [claim.now],
      );
      for (const { parent, link, child } of due) {
        await run(`update link_reports set tries = tries + 1, wake_at = ? where ${ONE_LINK}`, [
          claim.now + claim.lease,
          parent,
          link,
          child,
        ]);
      }
      return due;
    },
    "rows",
  );
}

/** The parent has heard of the child's steps up to this one; steps stored meanwhile wait for the next round. */
export async function finishReport(
  db: Database,
  { parent, link, child, told, now }: LinkReport & { told: number; now: Instant },
): Promise<void> {
  const place = [parent, link, child];
  await inTransaction(
    db.knex,
    async (run) => {
      await run(`update link_reports set from_seq = ?, tries = 0, wake_at = ? where ${ONE_LINK}`, [
        told + 1,
        now,
        ...place,
      ]);
      await run(
        `delete from link_reports where ${ONE_LINK}
       and from_seq > (select seq from cases where id = child_id)`,
        place,
      );
    },
    "rows",
  );
}

/** The parent did not take the report of step `from`: it comes again later, or is parked after the last try. */
export async function failReport(
  db: Database,
  { parent, link, child, from, tries, now }: LinkReport & { now: Instant },
): Promise<"waiting" | "parked"> {
  const wait = waitAfter(tries);
  await db.run(`update link_reports set from_seq = ?, wake_at = ? where ${ONE_LINK}`, [
    from,
    wait === undefined ? null : now + wait,
    ...[parent, link, child],
  ]);
  return wait === undefined ? "parked" : "waiting";
}

/** Tries parked reports again, from the first try: a restart is a reason to. */
export async function retryReports(db: Database, now: Instant): Promise<void> {
  await db.run("update link_reports set tries = 0, wake_at = ? where wake_at is null", [now]);
}
