import type { Case, Effect, HistoryEntry, Opening } from "../../app/engine/case";
import type { Command } from "../../app/engine/command";
import { refuseAncestry, type Ancestor } from "../../app/engine/links/ancestry";
import { endOfParent, endsWith, parseParentWord } from "../../app/engine/links/cancel";
import type { LinkSource } from "../../app/engine/link-source";
import { SYSTEM, type Person } from "../../app/engine/person";
import { step, type StepResult } from "../../app/engine/step";
import { linkReport } from "../../app/engine/steps/link-report";
import { instantOf } from "../../app/engine/time/zone";
import type { Workflow } from "../../app/engine/workflow";
import { calendar, makeWorkflow, officer, place } from "./make-workflow";

/** What one matter of the forest is, and what is known of it beside the engine. */
export interface Tree {
  id: string;
  matter: Case;
  history: HistoryEntry[];
  parent: { id: string; told: number } | null;
}

const act = (opens?: string) => ({
  label: { zh: "办" },
  roles: ["officer"],
  act: "record" as const,
  about: "matter" as const,
  ...(opens === undefined ? {} : { opens }),
});

/** A package that opens more of itself; its state `working` waits for them. */
export function makeNode(link: Pick<LinkSource, "waits" | "cancel">, goesOn: boolean): Workflow {
  const all = { roles: ["officer"] };
  return makeWorkflow({
    id: "node",
    links: { part: { title: { zh: "分项" }, package: "node", export: {}, ...link } },
    moves: { return: all, void: all, withdraw: all, reopen: all },
    machine: {
      initial: "planning",
      states: {
        planning: {
          meta: { title: { zh: "筹备" }, events: { open: act("part"), begin: act() } },
          on: { open: {}, begin: "working" },
        },
        working: {
          meta: { title: { zh: "办理" }, events: { open: act("part"), close: act(), drop: act() } },
          on: {
            ...{ open: {}, close: "closed", drop: "dropped" },
            ...(goesOn ? { "link:part.finished": "wrapping" } : {}),
          },
        },
        wrapping: {
          meta: { title: { zh: "收尾" }, events: { file: act() } },
          on: { file: "closed" },
        },
        closed: { type: "final", meta: { title: { zh: "办结" }, end: "completed" } },
        dropped: { type: "final", meta: { title: { zh: "取消" }, end: "abandoned" } },
      },
    },
  });
}

type Sent = { type: Command["type"] } & Record<string, unknown>;

/** Matters that open each other, with what waits to be carried between them. Time stands still. */
export class Forest {
  readonly trees = new Map<string, Tree>();
  /** Words of parents that nobody has carried yet. */
  words: { parent: string; effect: Effect }[] = [];
  private commands = 0;
  private readonly now = instantOf("2026-09-28T10:00");

  constructor(readonly workflow: Workflow) {
    this.begin("m1", "u0", null);
  }

  /** A step of a person; what it opens begins with it, unless that is refused: then neither is. */
  send(id: string, command: Sent, owner = "u0"): StepResult {
    const tree = this.get(id);
    const childId = `m${this.trees.size + 1}`;
    const taken = this.decide(tree.matter, command, { user: officer, childIds: [childId] });
    if (!taken.ok) return taken;
    if (taken.entry.outcome.opens.length > 0) {
      const above = [taken.next, ...this.above(id).map(({ matter }) => matter)].map(asAncestor);
      const circle = refuseAncestry(above, openingOf(childId, owner));
      if (circle !== null) return { ok: false, refusal: circle };
    }
    this.keep(tree, taken);
    if (taken.entry.outcome.opens.length > 0) this.begin(childId, owner, id);
    return taken;
  }

  /** Carries one word or one report, as the queues do; false where nothing waits. `again`: the word comes twice. */
  carry(pick: number, again = false): boolean {
    const reports = [...this.trees.values()].filter(
      ({ parent, history }) => parent !== null && parent.told < history.length,
    );
    const waiting = this.words.length + reports.length;
    if (waiting === 0) return false;
    const index = pick % waiting;
    const word = this.words[index];
    if (word !== undefined) {
      this.words = this.words.filter((one) => one !== word);
      this.carryWord(word);
      if (again) this.carryWord(word);
      return true;
    }
    const child = reports[index - this.words.length];
    if (child !== undefined) this.report(child);
    return true;
  }

  get(id: string): Tree {
    const tree = this.trees.get(id);
    if (tree === undefined) throw new Error(`no ${id}`);
    return tree;
  }

  children(id: string): Tree[] {
    return [...this.trees.values()].filter(({ parent }) => parent?.id === id);
  }

  above(id: string): Tree[] {
    const { parent } = this.get(id);
    return parent === null ? [] : [this.get(parent.id), ...this.above(parent.id)];
  }

  private begin(id: string, owner: string, parent: string | null): void {
    const opening = openingOf(id, owner);
    const taken = this.decide(null, { type: "start", form: {} }, { user: officer, opening });
    if (!taken.ok) throw new Error(taken.refusal.code);
    const tree: Tree = {
      ...{ id, matter: taken.next, history: [taken.entry] },
      parent: parent === null ? null : { id: parent, told: 0 },
    };
    this.trees.set(id, tree);
  }

  private carryWord({ parent, effect }: Forest["words"][number]): void {
    const link = parseParentWord(effect.action) ?? "";
    const { status, end } = this.get(parent).matter;
    const how = endOfParent({ status, end });
    if (how !== null && !endsWith(this.workflow.source.links?.[link] ?? {}).includes(how)) return;
    const child = this.get(String(effect.params["child"]));
    const told = { type: "parent" as const, parent, status, end };
    const taken = this.decide(child.matter, told, { user: SYSTEM });
    if (taken.ok) this.keep(child, taken);
  }

  private report(child: Tree): void {
    const { parent, history, id } = child;
    if (parent === null) return;
    parent.told += 1;
    const about = { workflow: this.workflow, link: "part", child: id };
    const report = linkReport(history.slice(0, parent.told), about);
    if (report === null) return;
    const above = this.get(parent.id);
    const taken = this.decide(above.matter, report, { user: SYSTEM });
    if (!taken.ok) throw new Error(`a report was refused: ${taken.refusal.code}`);
    this.keep(above, taken);
  }

  private keep(tree: Tree, { next, entry }: StepResult & { ok: true }): void {
    tree.matter = next;
    tree.history.push(entry);
    const words = entry.outcome.effects.filter(({ action }) => parseParentWord(action));
    this.words.push(...words.map((effect) => ({ parent: tree.id, effect })));
  }

  private decide(
    matter: Case | null,
    sent: Sent,
    how: { user: Person; childIds?: string[]; opening?: Opening },
  ): StepResult {
    this.commands += 1;
    const command = {
      ...{ id: `c${this.commands}`, expectedSeq: matter?.seq ?? 0 },
      ...sent,
      occurredAt: this.now,
    } as unknown as Command;
    const { user, ...ids } = how;
    return step({
      ...{ workflow: this.workflow, matter, command, user, now: this.now, calendar, numbers: {} },
      ...ids,
    });
  }
}

export function asAncestor({ id, workflow, status, place: at, owner }: Case): Ancestor {
  return { id, workflow, status, place: at.code, owner: owner.id };
}

export function openingOf(caseId: string, owner: string): Opening {
  return { caseId, workflow: "node", hash: "hash", place, owner: { id: owner, name: owner } };
}
