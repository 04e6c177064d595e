import type { Case, HistoryEntry } from "../../engine/case";
import { causeOf } from "../../engine/change/cause-of";
import { decideAgain } from "../../engine/change/decide-again";
import type { Proposal } from "../../engine/change/proposal";
import type { Finding, Trial } from "../../engine/change/trial";
import { firstOf } from "../../engine/definition/say-problem";
import { refuse } from "../../engine/errors";
import { canonicalJson, sameJson, type Json } from "../../engine/json";
import type { Person } from "../../engine/person";
import { DAY } from "../../engine/time/duration";
import { dayOf } from "../../engine/time/zone";
import { calendarOf, type Workflow } from "../../engine/workflow";
import { listPastMatters } from "../../storage/past-matters";
import type { TrialStore } from "../../storage/trial-store";
import type { Result } from "../api";
import type { CaseParts } from "../cases/case-parts";
import { sha256 } from "../cases/new-id";
import { proposed } from "./draft-document";
import type { Ground, Grounds } from "./ground";
import { compiled, type CheckParts } from "./publish-checks";

/** Tries drafts on past matters, a few at a time, so that the server goes on with its work. */
export interface Trials {
  /** Begins (anew). Refuses `change/unknown-scope`, `change/parent-changed` and what the ground refuses. */
  begin(person: Person, proposal: Proposal): Promise<Result<Trial>>;
  find(proposal: string): Promise<Trial | undefined>;
  /** Looks at the next few matters; false where nothing waits. */
  proceed(): Promise<boolean>;
  /** The definitions that a draft is held against. */
  definitions(proposal: Proposal): Result<TriedDefinitions>;
}

export interface TriedDefinitions {
  ground: Ground;
  /** As new matters have it today, and as they would have it. */
  held: Workflow;
  draft: Workflow;
}

export interface TrialParts extends CheckParts, Pick<CaseParts, "database" | "store" | "now"> {
  grounds: Grounds;
  trials: TrialStore;
  findProposal(id: string): Promise<Proposal | undefined>;
}

/** The newest matters; more would tell nothing else and take long. */
const MOST_MATTERS = 500;
/** Ended matters are looked at for so long. */
const LOOKING_BACK = 366 * DAY;
/** Between two writes of what was found. */
const BATCH = 10;

/** Names the content of a draft. */
export function contentOf({ patch, exemptions }: Pick<Proposal, "patch" | "exemptions">): string {
  return sha256(canonicalJson({ patch, exemptions } as unknown as Json));
}

export function createTrials(parts: TrialParts): Trials {
  const { database, store, grounds, trials, now } = parts;
  let ready: { content: string; tried: TriedDefinitions } | undefined;

  function definitions(proposal: Proposal): Result<TriedDefinitions> {
    const content = `${contentOf(proposal)} ${dayOf(now())}`;
    if (ready?.content === content) return { ok: true, value: ready.tried };
    const ground = grounds.find(proposal.scope, dayOf(now()));
    if (!ground.ok) return ground;
    const made = proposed(ground.value, proposal, grounds.validator);
    if (!made.ok) {
      const params = firstOf(made.problems, ground.value.parent);
      return { ok: false, refusal: refuse("change/parent-changed", params) };
    }
    const [held, draft] = [ground.value.document, made.document].map((one) => compiled(parts, one));
    for (const one of [held, draft]) {
      if (one === undefined || !("machine" in one)) {
        const refusal = one ?? refuse("change/unknown-scope");
        return { ok: false, refusal };
      }
    }
    const tried = { ground: ground.value, held: held as Workflow, draft: draft as Workflow };
    ready = { content, tried };
    return { ok: true, value: tried };
  }

  async function tryOne(
    matter: Case,
    tried: TriedDefinitions,
    patch: Proposal["patch"],
  ): Promise<Finding | "same" | "already"> {
    const entries = await store.history(matter.id);
    const found = findDifference(entries, tried.draft);
    if (found === undefined) return "same";
    if (matter.hash !== tried.held.hash) {
      // Begun under older rules: what those in force do to it as well, the draft does not.
      const held = findDifference(entries, tried.held);
      const isSame = held?.seq === found.seq && same(held.difference, found.difference);
      if (isSame) return "already";
    }
    const { seq, difference } = found;
    const index = entries.findIndex((entry) => entry.seq === seq);
    const entry = entries[index];
    if (entry === undefined) return "same";
    const ask = { patch, workflow: tried.draft, entry, before: entries[index - 1] };
    return { caseId: matter.id, seq, difference, cause: causeOf(difference, ask) };
  }

  return {
    definitions,
    find: (proposal) => trials.find(proposal),

    async begin(person, proposal) {
      const tried = definitions(proposal);
      if (!tried.ok) return tried;
      const { unit, package: name } = proposal.scope;
      const { ground } = tried.value;
      const ask = { unit, package: name, since: now() - LOOKING_BACK, limit: MOST_MATTERS };
      const past = await listPastMatters(database, ask);
      const matters = past.filter(({ place }) => ground.holdsAt(place)).map(({ id }) => id);
      const trial: Trial = {
        ...{ proposal: proposal.id, patch: contentOf(proposal), begunBy: person.id },
        ...{ status: matters.length === 0 ? "done" : "running", beganAt: now() },
        ...{ endedAt: matters.length === 0 ? now() : null, matters, done: 0 },
        ...{ same: 0, already: 0, findings: [] },
      };
      await trials.save(trial);
      return { ok: true, value: trial };
    },

    async proceed() {
      const trial = await trials.findRunning();
      if (trial === undefined) return false;
      const proposal = await parts.findProposal(trial.proposal);
      const isCurrent = proposal !== undefined && contentOf(proposal) === trial.patch;
      const tried = isCurrent ? definitions(proposal) : undefined;
      if (!isCurrent || !tried?.ok) {
        // Written anew meanwhile, or no longer possible: nobody waits for its result.
        await trials.proceed({ ...trial, status: "done", endedAt: now(), patch: "" });
        return true;
      }
      const ids = trial.matters.slice(trial.done, trial.done + BATCH);
      const { cases } = await store.read({ cases: ids, commands: [], sequences: [] });
      const next: Trial = { ...trial, findings: [...trial.findings] };
      for (const id of ids) {
        await new Promise((resolve) => setImmediate(resolve));
        const matter = cases.get(id);
        const found = matter && (await tryOne(matter, tried.value, proposal.patch));
        next.done += 1;
        if (found === "same") next.same += 1;
        else if (found === "already") next.already += 1;
        else if (found !== undefined) next.findings.push(found);
      }
      if (next.done >= next.matters.length) Object.assign(next, { status: "done", endedAt: now() });
      await trials.proceed(next);
      return true;
    },
  };
}

function findDifference(entries: readonly HistoryEntry[], workflow: Workflow) {
  const redone = decideAgain(entries, { workflow, calendar: calendarOf(workflow) });
  const last = redone.at(-1);
  return last?.difference ? { seq: last.seq, difference: last.difference } : undefined;
}

function same(a: unknown, b: unknown): boolean {
  return sameJson(a as Json, b as Json);
}
