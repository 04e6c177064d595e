import { randomUUID } from "node:crypto";
import { actOn, type Act } from "../../engine/change/act-on";
import { isVersion, type ChangeScope, type Proposal } from "../../engine/change/proposal";
import { refuse } from "../../engine/errors";
import type { Person } from "../../engine/person";
import type { Refusal } from "../../engine/refusal";
import type { Day } from "../../engine/time/types";
import { dayOf, isDay } from "../../engine/time/zone";
import type { ProposalStore } from "../../storage/proposal-store";
import type { Result } from "../api";
import type { ChangeLog } from "./change-log";
import { countiesOf, isLegalOffice } from "./county";
import { isChanged, withParameter, type Edited, type ParameterEdit } from "./edit-draft";
import { isSameEdit, judgeParts, type PartEdit } from "./edit-parts";
import { everywhereFault } from "./everywhere-fault";
import type { Ground, GroundParts, Grounds } from "./ground";
import { contentOf, type Trials } from "./trials";
import { proposalFault } from "./proposal-fault";
import type { CheckParts } from "./publish-checks";

/** What people do with changes. Every method refuses `change/not-yours` and `change/not-found` outside one's counties. */
export interface ChangeService {
  /** Sets a parameter in the person's open draft for the scope; begins one where there is none. */
  saveParameter(person: Person, input: SaveParameter): Promise<Result<Proposal>>;
  /**
   * Puts parts of the definition into the draft in the same way, all or none. Refuses what `judgeParts` does where most
   * of the scope's villages are, what `everywhereFault` does for the others, and `definition/unchanged`.
   */
  savePart(person: Person, input: SavePart): Promise<Result<Proposal>>;
  /** A draft that makes a former version hold again; null: what stood there before any change. */
  restore(
    person: Person,
    ask: { scope: ChangeScope; version: string | null },
  ): Promise<Result<Proposal>>;
  act(
    person: Person,
    ask: { id: string; revision: number; act: AskedAct },
  ): Promise<Result<Proposal>>;
  /** The person's open draft for a scope. */
  findDraft(person: Person, scope: ChangeScope): Promise<Proposal | undefined>;
  find(person: Person, id: string): Promise<Result<Proposal>>;
}

/** What is said with every edit of a draft. */
export interface SaveDraft {
  scope: ChangeScope;
  why: string;
  wantedFrom: string;
  /** The revision of the draft that was looked at; null where there was none. */
  revision: number | null;
}

export type SaveParameter = SaveDraft & ParameterEdit;

export interface SavePart extends SaveDraft {
  edits: readonly PartEdit[];
}

/** An act as a page sends it. */
export type AskedAct =
  | { act: "submit"; why?: string }
  | { act: "return" | "withdraw"; reason: string }
  | { act: "approve"; text: string; documentNumber: string }
  | { act: "publish"; from: string }
  | { act: "readTrial" };

export interface ChangeParts extends GroundParts, CheckParts {
  store: ProposalStore;
  log: ChangeLog;
  grounds: Grounds;
  trials: Trials;
  now: () => number;
  /** Told of everything that was done, after it is stored. */
  note(person: Person, act: string, proposal: Proposal): Promise<void>;
}

const LONGEST_WHY = 500;

/** Changes over their store. What is stored has passed the rule of two people and its own checks. */
export function createChangeService(parts: ChangeParts): ChangeService {
  const { store, log, grounds, directory, now } = parts;
  const today = (): Day => dayOf(now());

  function mayChange(person: Person, unit: string): boolean {
    return countiesOf(directory(), person, now()).some(({ id }) => id === unit);
  }

  async function find(person: Person, id: string): Promise<Result<Proposal>> {
    const found = await store.find(id);
    if (found === undefined || !mayChange(person, found.scope.unit))
      return no(refuse("change/not-found"));
    return { ok: true, value: found };
  }

  async function findDraft(person: Person, scope: ChangeScope): Promise<Proposal | undefined> {
    const all = await store.list({ units: [scope.unit] });
    return all.find(
      (one) =>
        one.status === "draft" &&
        one.log[0]?.by === person.id &&
        one.scope.package === scope.package &&
        one.scope.model === scope.model,
    );
  }

  function begin(person: Person, ground: Ground, edited: Edited): Proposal {
    return {
      id: randomUUID(),
      scope: ground.scope,
      status: "draft",
      revision: 1,
      basedOn: ground.latest?.id ?? null,
      ...edited,
      why: "",
      wantedFrom: null,
      opinion: null,
      from: null,
      trialRead: null,
      log: [{ act: "begin", by: person.id, at: now() }],
    };
  }

  async function write(person: Person, proposal: Proposal, act: string): Promise<Result<Proposal>> {
    const written = await store.update(proposal);
    if (written === "stale") return no(refuse("change/stale"));
    if (written === "taken") return no(refuse("change/two-at-once", { from: proposal.from ?? "" }));
    if (isVersion(proposal)) await log.refresh();
    await parts.note(person, act, proposal);
    return { ok: true, value: proposal };
  }

  function acted(person: Person, proposal: Proposal, act: Act, revision: number): Result<Proposal> {
    const isLegal = isLegalOffice(person, proposal.scope.unit, now());
    const result = actOn(proposal, act, {
      user: person.id,
      at: now(),
      revision,
      isLegalOffice: isLegal,
    });
    return result.ok ? { ok: true, value: result.proposal } : result;
  }

  /** Puts what `edit` makes of a person's draft into it; begins one where there is none. */
  async function saveDraft(
    person: Person,
    input: SaveDraft,
    edit: (ask: { ground: Ground; before: Edited; isBegun: boolean }) => Result<Edited>,
  ): Promise<Result<Proposal>> {
    const { scope } = input;
    if (!mayChange(person, scope.unit)) return no(refuse("change/not-yours"));
    const ground = grounds.find(scope, today());
    if (!ground.ok) return ground;
    const draft = await findDraft(person, scope);
    if ((draft?.revision ?? null) !== input.revision) return no(refuse("change/stale"));
    const before: Edited = draft ?? ground.value.latest ?? { patch: [], exemptions: [] };
    const isBegun = draft !== undefined;
    const edited = edit({ ground: ground.value, before: pick(before), isBegun });
    if (!edited.ok) return edited;
    const why = input.why.trim().slice(0, LONGEST_WHY);
    const wantedFrom = isDay(input.wantedFrom.trim()) ? input.wantedFrom.trim() : null;
    const change = { ...edited.value, why, wantedFrom };
    if (draft === undefined) {
      const proposal = { ...begin(person, ground.value, edited.value), ...change };
      await store.insert(proposal);
      await parts.note(person, "change.begin", proposal);
      return { ok: true, value: proposal };
    }
    const next = acted(person, draft, { act: "edit", change }, draft.revision);
    return next.ok ? write(person, next.value, "change.edit") : next;
  }

  return {
    find,
    findDraft,

    saveParameter(person, input) {
      const ask = { edit: input, validator: grounds.validator };
      return saveDraft(person, input, ({ ground, before }) => withParameter(ground, before, ask));
    },

    savePart(person, input) {
      const { edits } = input;
      return saveDraft(person, input, ({ ground, before, isBegun }) => {
        const judged = judgeParts(parts, { ground, before, edits, validator: grounds.validator });
        if (!judged.ok) return judged;
        const { edited, document } = judged;
        if (!isBegun && isSameEdit(before, edited)) return no(refuse("definition/unchanged"));
        const supposed = { status: "published" as const, from: ground.day };
        const version = { ...begin(person, ground, edited), ...supposed };
        const fault = everywhereFault(parts, { ground, version, judged: document });
        return fault === undefined ? { ok: true, value: edited } : no(fault);
      });
    },

    async restore(person, { scope, version }) {
      if (!mayChange(person, scope.unit)) return no(refuse("change/not-yours"));
      const ground = grounds.find(scope, today());
      if (!ground.ok) return ground;
      const former = version === null ? null : await store.find(version);
      if (former === undefined || (former !== null && !isOf(former, scope))) {
        return no(refuse("change/not-found"));
      }
      const edited: Edited = former === null ? { patch: [], exemptions: [] } : pick(former);
      if (!isChanged(ground.value, edited)) return no(refuse("change/nothing-to-restore"));
      const proposal = begin(person, ground.value, edited);
      await store.insert(proposal);
      await parts.note(person, "change.restore", proposal);
      return { ok: true, value: proposal };
    },

    async act(person, { id, revision, act }) {
      const found = await find(person, id);
      if (!found.ok) return found;
      const proposal = found.value;
      if (act.act === "readTrial") {
        const trial = await parts.trials.find(id);
        const patch = contentOf(proposal);
        const isDone = trial?.status === "done" && trial.patch === patch;
        if (!isDone) return no(refuse("change/trial-missing"));
        const read = acted(person, proposal, { act: "readTrial", patch }, revision);
        return read.ok ? write(person, read.value, "change.readTrial") : read;
      }
      const ground = grounds.find(proposal.scope, today());
      if (!ground.ok) return ground;
      const whole: Act =
        act.act === "submit"
          ? {
              act: "submit",
              isChanged: isChanged(ground.value, proposal),
              why: act.why ?? proposal.why,
            }
          : act;
      const next = acted(person, proposal, whole, revision);
      if (!next.ok) return next;
      if (act.act === "publish" && act.from < today()) {
        return no(refuse("change/day-past", { from: act.from }));
      }
      if (act.act === "submit" || act.act === "approve" || act.act === "publish") {
        const isFinal = act.act === "publish";
        const wanted = isFinal ? act.from : (proposal.wantedFrom ?? today());
        const from = wanted < today() ? today() : wanted;
        const fault = await proposalFault(parts, proposal, { from, isFinal });
        if (fault !== undefined) return no(fault);
      }
      return write(person, next.value, `change.${act.act}`);
    },
  };
}

function isOf({ scope, status }: Proposal, asked: ChangeScope): boolean {
  const { unit, package: name, model } = scope;
  const isSame = unit === asked.unit && name === asked.package && model === asked.model;
  return isSame && status === "published";
}

function pick({ patch, exemptions }: Edited): Edited {
  return { patch, exemptions };
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
