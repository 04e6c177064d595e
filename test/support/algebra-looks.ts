import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { Case, Timer } from "../../app/engine/case";
import { toCandidates } from "../../app/engine/machine/state-index";
import { activePaths, leavesOf } from "../../app/engine/machine/state-value";
import { isOffered } from "../../app/engine/operations/may-operate";
import type { Person } from "../../app/engine/person";
import type { StepResult } from "../../app/engine/step";
import type { Workflow } from "../../app/engine/workflow";
import type { Story } from "./make-workflow";
import { expectedResult } from "./oracle";

/** A story after one more attempt, and as it was before: of a generated machine or of a shipped package. */
export interface Tried {
  story: Story;
  before: Case;
  result: StepResult;
  /** Everybody there is. */
  crew: readonly Person[];
}

/** Every vote that was accepted stands where it was given, once, until its state is entered anew; and it counts. */
export function lookAtVotes({ story, before, result }: Tried): void {
  for (const [path, decision] of Object.entries(story.case.decisions ?? {})) {
    const { signers, settled } = decision;
    const source = story.workflow.machine.states.get(path)?.meta?.decision;
    ok(source !== undefined);
    strictEqual(new Set(signers.map(({ slot }) => slot)).size, signers.length, "slots repeat");
    const known = before.decisions?.[path];
    const isSame = known?.entry === decision.entry;
    for (const earlier of isSame ? known.signers : []) {
      const now = signers.find(({ slot }) => slot === earlier.slot);
      if (earlier.vote !== null) deepStrictEqual(now?.vote, earlier.vote, "a vote was lost");
      if (earlier.dropped !== null) strictEqual(now?.vote, null, "who was taken off has voted");
    }
    const { command } = result.ok ? result.entry : { command: null };
    const given = signers.filter(({ vote }) => vote?.seq === story.case.seq);
    const isVote = result.ok && command?.type === "vote";
    const own = given.filter(({ vote }) => vote?.same === undefined);
    if (result.ok) ok(own.length <= (isVote ? 1 : 0), "a vote counts twice");
    const ids = signers.flatMap(({ vote }) => (vote === null || vote.same ? [] : [vote.user]));
    strictEqual(new Set(ids).size, ids.length, "somebody answered twice");
    const isOpen = decision.closed === undefined && story.case.status === "open";
    if (settled?.by === "timeout") {
      strictEqual(settled.result, source.timeout === "approve" ? "pass" : "fail");
      ok(settled.result === "fail" || source.about !== "person", "the clock approved a person");
    } else if (settled !== null) strictEqual(settled.result, expectedResult(source, decision));
    else if (isOpen) strictEqual("open", expectedResult(source, decision), "not settled");
    if (settled?.seq === story.case.seq) ok(story.case.entered[path]?.seq !== decision.entry);
  }
  if (result.ok && result.entry.command.type === "vote") {
    const { task } = result.entry.command;
    const asked = before.tasks.find(({ id }) => id === task);
    const signer = story.case.decisions?.[asked?.path ?? ""]?.signers.find(
      ({ slot }) => slot === asked?.slot,
    );
    strictEqual(signer?.vote?.seq, story.case.seq, "the vote is not there");
    strictEqual(asked?.waits, undefined, "out of turn");
    strictEqual(asked?.lent, undefined, "lent");
    ok(asked?.firm === undefined || asked.assignee === result.entry.by.user, "somebody else's");
  }
}

/** Whoever goes back within states that are active together leaves the others as they are: tasks, votes, clocks. */
export function lookAtSiblings({ story, before, result }: Tried): void {
  if (!result.ok) return;
  const { command, outcome } = result.entry;
  if (command.type !== "move" || command.move !== "return") return;
  const { states } = story.workflow.machine;
  const together = activePaths(before.state).filter(
    (path) => states.get(path)?.kind === "parallel" && !outcome.left.includes(path),
  );
  for (const around of together) {
    const depth = around.split(".").length + 1;
    const regionOf = (path: string): string | null =>
      path.startsWith(`${around}.`) ? path.split(".").slice(0, depth).join(".") : null;
    const moved = new Set([...outcome.left, ...outcome.arrived].map(regionOf));
    const stays = ({ path }: { path: string }): boolean =>
      regionOf(path) !== null && !moved.has(regionOf(path));
    const beside = (matter: Case) => ({
      tasks: matter.tasks.filter(stays),
      timers: matter.timers.filter(stays),
      decisions: Object.entries(matter.decisions ?? {}).filter(([path]) => stays({ path })),
    });
    deepStrictEqual(beside(story.case), beside(before), "what lies beside changed");
  }
}

/** A matter goes on behind states that are active together only when all but the one just taken have ended. */
export function lookAtJoins({ story, before, result }: Tried): void {
  if (!result.ok || before.comeBack !== null) return;
  const { command, outcome } = result.entry;
  // Whoever moves it, or takes it back, says where it goes; the rest goes by the machine.
  if (["move", "operation"].includes(command.type)) return;
  const { states } = story.workflow.machine;
  for (const around of outcome.left) {
    const state = states.get(around);
    if (state?.kind !== "parallel") continue;
    const joined = toCandidates(state.source.onDone).flatMap(({ target }) => target ?? []);
    const arrived = outcome.arrived.map((path) => path.split(".").at(-1) ?? "");
    if (!joined.some((target) => arrived.includes(target.replace(/^[#.]/, "")))) continue;
    const open = leavesOf(before.state).filter(
      (leaf) => leaf.startsWith(`${around}.`) && states.get(leaf)?.kind !== "final",
    );
    ok(open.length <= 1, `left ${open.join()} behind`);
  }
}

/**
 * Every clock is an active state's, an open order's, or that of a task which is nobody's; and there is no other. Where
 * the package says how long a task may be nobody's, its clock runs from the step that left it so.
 */
export function lookAtClocks({ story, before, result }: Tried): void {
  const { workflow } = story;
  const { timers, status, state, orders = [], paused } = story.case;
  const active = status === "open" ? activePaths(state) : [];
  const clocks = timers.filter(({ kind }) => kind === "due" || kind === "transition");
  deepStrictEqual(clocks.map(nameOf).sort(), expectedClocks(workflow, active));
  const owners = timers.filter(({ kind }) => kind === "owner");
  const names = new Set([...clocks, ...owners].map(nameOf));
  const hangs = timers.filter(({ kind }) => kind === "remind" || kind === "rung");
  ok(
    hangs.every((timer) => names.has(nameOf(timer))),
    "a rung or reminder of no clock",
  );
  const nobodys = unownedPaths(workflow, story.case);
  deepStrictEqual(owners.map(({ path }) => path).sort(), nobodys, "no clock, or one too many");
  if (result.ok) {
    const was = new Set(unownedPaths(workflow, before));
    for (const { path, armedSeq } of owners) {
      const isNew = !was.has(path) || result.entry.outcome.left.includes(path);
      if (isNew) strictEqual(armedSeq, story.case.seq, "counted from another step");
      else ok(armedSeq < story.case.seq, "counted anew while it lay");
    }
  }
  if (status !== "open" || paused !== null) return;
  const open = orders.filter(({ reply }) => reply === null).map(({ id }) => `qy.order:${id}`);
  ok(
    timers.every(({ id, kind }) => kind !== "order" || open.includes(id)),
    "a clock of an order that was replied to",
  );
}

function nameOf({ path, deadline }: Pick<Timer, "path" | "deadline">): string {
  return `${path} ${deadline}`;
}

function expectedClocks({ machine }: Workflow, active: readonly string[]): string[] {
  return active
    .flatMap((path) => {
      const state = machine.states.get(path);
      const due = state?.meta?.due;
      const after = Object.keys(state?.source.after ?? {});
      return [...(due === undefined ? [] : [due]), ...after].map(
        (deadline) => `${path} ${deadline}`,
      );
    })
    .sort();
}

/** Where a task is nobody's, and the package says how long that may be. */
export function unownedPaths(workflow: Workflow, { tasks }: Case): string[] {
  const { unowned } = workflow.source;
  if (unowned === undefined) return [];
  const found = tasks.filter(
    ({ firm, waits, path }) =>
      firm === undefined && waits !== "turn" && isOffered(workflow, unowned, path),
  );
  return [...new Set(found.map(({ path }) => path))].sort();
}

/** Each task is somebody's to take, to answer or to give back; and what is one person's is nobody else's. */
export function lookAtOwners({ story, crew }: Tried): void {
  const { tasks, status, decisions = {} } = story.case;
  if (status !== "open") return strictEqual(tasks.length, 0);
  for (const task of tasks) {
    const holder = crew.find(({ id }) => id === task.assignee);
    if (task.firm !== undefined) ok(holder !== undefined, "held by nobody");
    const isPool = crew.some(({ assignments }) =>
      assignments.some(({ role }) => task.roles.includes(role)),
    );
    ok(task.firm !== undefined || isPool, `nobody for ${task.id}`);
  }
  for (const path of activePaths(story.case.state)) {
    if (story.workflow.machine.states.get(path)?.meta?.decision === undefined) continue;
    const mine = tasks.filter((task) => task.path === path && task.slot !== undefined);
    const open = decisions[path]?.signers.filter((one) => one.vote === null && !one.dropped);
    deepStrictEqual(
      mine.map(({ slot }) => slot),
      open?.map(({ slot }) => slot),
    );
    ok(
      mine.some(({ waits }) => waits !== "turn"),
      "nobody's turn",
    );
  }
}
