import type { Message } from "../../engine/plugin/api";
import { MINUTE, SECOND } from "../../engine/time/duration";
import type { Instant } from "../../engine/time/types";
import type { Workflow } from "../../engine/workflow";
import { parseParentWord } from "../../engine/links/cancel";
import { parseTell } from "../../engine/projection/tell";
import type { JsonObject } from "../../engine/json";
import { findBriefs, type CaseBrief } from "../../storage/case-briefs";
import { dueCounties } from "../../storage/county-queues";
import type { Database } from "../../storage/database";
import { deliverMessage } from "../../storage/inbox";
import { claimEffects, failEffect, finishEffect, type ClaimedEffect } from "../../storage/outbox";
import type { CaseService } from "../cases/case-service";
import type { Definitions } from "../definitions";
import type { Log } from "../log";
import type { Directory } from "../people/directory";
import type { Jobs } from "./jobs";
import { createLanes, type Lanes } from "./lanes";
import { findRecipients, NobodyToTell, saidInstead } from "./find-recipients";
import { pluginOptions } from "./plugin-options";
import { untilAborted } from "./until-aborted";

export interface OutboxWorkerParts {
  database: Database;
  definitions: Definitions;
  directory: () => Directory;
  now: () => Instant;
  log: Pick<Log, "warn" | "error">;
  jobs: Jobs;
  cases: Pick<CaseService, "system" | "follow">;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
}

const BATCH = 20;
const LEASE = 2 * MINUTE;
/** A channel that hangs must not hold up the others for longer. */
const LONGEST = 60 * SECOND;

/** Carries out what steps ordered, at least once each, every county in a lane of its own. */
export function createOutboxWorker(parts: OutboxWorkerParts): Lanes {
  const { database, definitions, now, log } = parts;

  /** True where it was done; a job that was begun ends by itself. */
  async function carryOut(effect: ClaimedEffect): Promise<boolean> {
    try {
      const [brief] = await findBriefs(database, [effect.caseId]);
      if (brief === undefined) throw new Error("the effect's matter is gone");
      const workflow = await definitions.get(brief.hash);
      if (effect.action.startsWith("job:")) {
        // A job takes its time and ends by itself: the others do not wait for it.
        parts.jobs.begin(effect, workflow);
        return true;
      }
      const tell = parseTell(effect.action);
      const word = parseParentWord(effect.action);
      if (tell !== undefined) await tellChild(parts, tell.name, effect);
      else if (word !== undefined) await haveFollow(parts, word, effect);
      else await runAction(parts, { effect, brief, workflow });
      await finishEffect(database, effect.id);
      return true;
    } catch (error) {
      log.error("effect.failed", { error });
      const message = error instanceof Error ? error.message : String(error);
      const fault = faultOf(error);
      const { id, action, caseId } = effect;
      const status = await failEffect(database, { id, now: now(), error: message, fault });
      if (status === "parked") log.warn("effect.parked", { caseId, action });
      return false;
    }
  }

  return createLanes({
    name: "effects",
    now,
    log,
    counties: () => dueCounties(database, "outbox", now()),
    async sweep(county) {
      const claim = { county, now: now(), limit: BATCH, lease: LEASE };
      const ended = await Promise.all((await claimEffects(database, claim)).map(carryOut));
      const done = ended.filter(Boolean).length;
      return { done, failed: ended.length - done };
    },
  });
}

/** Why it failed, as an administrator reads it: nothing of what it was about. */
function faultOf(error: unknown): string {
  if (error instanceof NobodyToTell) return "nobody";
  return error instanceof Error && error.name === "TimeoutError" ? "timeout" : "error";
}

/** Hands a parent's word to one child, once. A child that does not wait for it stays as it is. */
async function tellChild(
  { cases }: OutboxWorkerParts,
  told: string,
  { id, params }: ClaimedEffect,
): Promise<void> {
  const { child, at, data } = params;
  const taken = await cases.system(String(child), `tell:${id}`, {
    ...{ type: "told", told, occurredAt: Number(at) },
    data: (data ?? {}) as JsonObject,
  });
  if (!taken.ok && taken.refusal.code !== "case/not-told-now") throw new Error(taken.refusal.code);
}

/** A child hears that its parent is over, or taken up again. What people did with the child meanwhile stands. */
async function haveFollow(
  { cases }: OutboxWorkerParts,
  link: string,
  { id, caseId: parent, params }: ClaimedEffect,
): Promise<void> {
  const { child, at } = params;
  const word = { parent, link, at: Number(at) };
  const taken = await cases.follow(String(child), `parent:${id}`, word);
  if (!taken.ok && !STANDS.has(taken.refusal.code)) throw new Error(taken.refusal.code);
}

/** Why a child stays as it is, and nothing has to be tried again. */
const STANDS: ReadonlySet<string> = new Set(["case/not-open", "case/not-ended-with"]);

interface EffectOf {
  brief: CaseBrief;
  workflow: Workflow;
}

async function runAction(
  parts: OutboxWorkerParts,
  { effect, brief, workflow }: EffectOf & { effect: ClaimedEffect },
): Promise<void> {
  const action = workflow.registry.actions.get(effect.action);
  if (action === undefined) throw new Error(`no plugin brings the action ${effect.action}`);
  const { id, number, title } = brief;
  const signal = AbortSignal.any([parts.stopping, AbortSignal.timeout(LONGEST)]);
  let sent = 0;
  const work = action.run({
    params: effect.params,
    matter: { id, number, title },
    options: pluginOptions(workflow, effect.action),
    idempotencyKey: effect.id,
    signal,
    send: (message) => {
      sent += 1;
      return sendMessage(parts, { message, brief, workflow, key: `${effect.id}:${sent}` });
    },
  });
  await untilAborted(work, signal);
}

/** Always kept in the inbox, so that it is known who was told; then handed to the channel. */
async function sendMessage(
  parts: OutboxWorkerParts,
  { message, brief, workflow, key }: EffectOf & { message: Message; key: string },
): Promise<void> {
  const { channel, to, text } = message;
  const at = parts.now();
  const matter = { place: brief.place.code, owner: brief.owner.id };
  const found = findRecipients(to, {
    holders: (roles) => parts.directory().holders({ roles, matter, now: at }),
    titles: workflow.roles,
  });
  const { recipients } = found;
  const said = found.instead === null ? text : saidInstead(text, found.instead);
  await deliverMessage(parts.database, { recipients, key, caseId: brief.id, text: said, at });
  const handler = workflow.registry.channels.get(channel);
  if (handler === undefined) throw new Error(`no plugin brings the channel ${channel}`);
  await handler.deliver({ recipients, text: said, key });
}
