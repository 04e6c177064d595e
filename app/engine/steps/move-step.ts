import type { MoveCommand } from "../command";
import { refuse } from "../errors";
import { leavesOf } from "../machine/state-value";
import type { Person } from "../person";
import { returnConfiguration } from "../move";
import type { Found } from "../step";
import type { Refusal } from "../refusal";
import { listOf, type Text } from "../text";
import type { MoveName } from "../workflow-source";
import { authorise, checkOccurredAt, toWhereabouts } from "./authorise";
import { pauseClocks, resumeClocks } from "./clocks";
import { STATUS_WORDS } from "./event-step";
import type { Finding } from "./settle";
import { no, yes, type Decision, type Situation } from "./situation";
import { moveBack } from "./transit";
import { isExcepted, moveTargets } from "./move-targets";

/** What people call each move. */
export const MOVE_WORDS: Record<MoveCommand["move"], Text> = {
  return: { zh: "退回", en: "Send back" },
  withdraw: { zh: "撤回", en: "Withdraw" },
  void: { zh: "作废", en: "Void" },
  reopen: { zh: "恢复办理", en: "Reopen" },
  pause: { zh: "中止", en: "Suspend" },
  resume: { zh: "恢复计时", en: "Resume" },
};

/**
 * 退回 · 撤回 · 作废 · 恢复办理 · 中止 · 恢复计时. What each does to effects and clocks is fixed here:
 * a return enters its state afresh (effects run, clocks start anew); coming straight back and reopening
 * run no entry effects; withdrawing and voiding stop everything and keep the state.
 */
export function moveStep(
  situation: Situation,
  command: MoveCommand,
  person: Person,
): Decision<Found> {
  const { workflow, matter, now } = situation;
  const { move } = command;
  const source = workflow.source.moves?.[ruleOf(move)];
  if (source === undefined) return no(refuse("case/move-not-allowed", { move: MOVE_WORDS[move] }));
  const who = authorise({
    person,
    roles: source.roles,
    matter: toWhereabouts(matter),
    now,
    titles: workflow.roles,
  });
  if (!who.ok) return who;
  if (move === "withdraw" && matter.startedBy !== person.id) {
    return no(refuse("case/move-not-allowed", { move: MOVE_WORDS[move] }));
  }
  if (isExcepted(workflow, matter, source)) {
    return no(refuse("case/move-not-allowed", { move: MOVE_WORDS[move] }));
  }
  const wrongTime = checkOccurredAt(workflow, command, now, matter.lastAt);
  if (wrongTime !== null) return no(wrongTime);
  if (command.reason.trim() === "" && move !== "resume") return no(refuse("case/reason-missing"));
  const isOpen = matter.status === "open";
  if (isOpen === (move === "reopen")) {
    return no(
      isOpen
        ? refuse("case/move-not-allowed", { move: MOVE_WORDS[move] })
        : refuse("case/not-open", { status: STATUS_WORDS[matter.status] }),
    );
  }
  const finding = findingFor({ ...situation, actor: who.value }, command, source.maxDays);
  if (!finding.ok) return finding;
  return yes({
    actor: who.value,
    finding: { event: null, transit: null, writes: [], guards: [], ...finding.value },
  });
}

function ruleOf(move: MoveCommand["move"]): MoveName {
  return move === "resume" ? "pause" : move;
}

function findingFor(
  situation: Situation,
  command: MoveCommand,
  maxDays: number | undefined,
): Decision<Partial<Finding>> {
  const { matter } = situation;
  switch (command.move) {
    case "withdraw":
      return yes({ status: "withdrawn" });
    case "void":
      return yes({ status: "void" });
    case "pause":
      if (matter.paused !== null) return no(refuse("case/already-paused"));
      return yes({
        paused: { since: situation.command.occurredAt, reason: command.reason },
        clocks: (timers, input) => pauseClocks(timers, maxDays, input),
      });
    case "resume":
      if (matter.paused === null) return no(refuse("case/not-paused"));
      return yes({ paused: null, clocks: (timers, input) => resumeClocks(timers, input) });
    case "return":
    case "reopen":
      return goTo(situation, command);
  }
}

/** Goes to an earlier state: chosen by name, or for a reopening the place where the matter was. */
function goTo(situation: Situation, command: MoveCommand): Decision<Partial<Finding>> {
  const { workflow, matter } = situation;
  const reopening = command.move === "reopen";
  const targets = moveTargets(workflow, matter, reopening ? "reopen" : "return");
  const path = command.to === undefined ? undefined : workflow.machine.pathOf(command.to);
  const wanted = path === undefined ? undefined : workflow.machine.states.get(path)?.meta?.title;
  const refused = refuseTarget(
    wanted ?? { zh: command.to ?? "—" },
    targets.map(({ title }) => title),
  );
  const chosen = targets.find((target) => target.path === path);
  if (
    chosen === undefined &&
    !(reopening && command.to === undefined && matter.endedFrom !== null)
  ) {
    return no(refused);
  }
  const leaves =
    chosen === undefined
      ? (matter.endedFrom ?? [])
      : returnConfiguration(workflow.machine, matter.state, chosen.path);
  const moved = moveBack(situation, leaves);
  if (!moved.ok) {
    return no(chosen === undefined ? refused : refuse("case/move-goes-on", { to: chosen.title }));
  }
  if (reopening) return yes({ ...moved.value, silent: true, status: "open", comeBack: null });
  const straight = command.way === "straight" && chosen !== undefined;
  return yes({
    ...moved.value,
    comeBack: straight
      ? { from: chosen.path, leaves: leavesOf(matter.state), timers: matter.timers }
      : null,
  });
}

function refuseTarget(to: Text, choices: readonly Text[]): Refusal {
  return choices.length === 0
    ? refuse("case/move-nowhere")
    : refuse("case/move-target", { to, choices: listOf(choices) });
}
