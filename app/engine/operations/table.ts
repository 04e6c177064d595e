import type { MoveCommand } from "../command";
import type { Text } from "../text";
import type { OperationName } from "./operation-source";

/** Everything that is fixed about an operation, whatever the package. `docs/operations.md` says the same. */
export interface OperationRow {
  kind: "slot" | "reader" | "reminder" | "move";
  title: Text;
  /** Who may. */
  who: Text;
  /** In which states. */
  states: Text;
  /** What those who act beside see. */
  siblings: Text;
  /** What clocks do. */
  timers: Text;
  /** Whose list of what was done it is on. */
  done: Text;
  reason: "needed" | "optional" | "none";
  /** The line of the history: `{by}`, `{to}`, `{state}`, `{holder}` are filled in. */
  history: Text;
  /** The operation that undoes it, or how it is undone. */
  inverse: OperationName | Text;
}

const SAME_SIBLINGS: Text = { zh: "不变", en: "unchanged" };
const RUN_ON: Text = { zh: "照走", en: "run on" };
const BY_WHO_DID: Text = { zh: "经手人", en: "whoever did it" };
const HOLDER: Text = {
  zh: "在办人；没人在办的，这一步的角色；over 里的角色",
  en: "whoever holds it; where nobody does, the step's roles; roles in over",
};
const WITH_TASK: Text = { zh: "有待办的环节", en: "states with a task" };
const SIGNING: Text = { zh: "会签环节", en: "states where people decide together" };

export const OPERATION_TABLE: Record<OperationName, OperationRow> = {
  claim: {
    kind: "slot",
    title: { zh: "认领", en: "Claim" },
    who: { zh: "这一步的角色", en: "the step's roles" },
    states: WITH_TASK,
    siblings: { zh: "同角色的人不再列为待办", en: "leaves the list of others with the role" },
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "none",
    history: { zh: "{by}认领", en: "{by} claimed it" },
    inverse: "release",
  },
  release: {
    kind: "slot",
    title: { zh: "放回", en: "Put back" },
    who: HOLDER,
    states: WITH_TASK,
    siblings: { zh: "同角色的人又列为待办", en: "back on the list of others with the role" },
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{by}放回，谁都可以办", en: "{by} put it back for anybody with the role" },
    inverse: "claim",
  },
  handOver: {
    kind: "slot",
    title: { zh: "转办", en: "Hand over" },
    who: HOLDER,
    states: WITH_TASK,
    siblings: SAME_SIBLINGS,
    timers: RUN_ON,
    done: { zh: "转出的人", en: "whoever handed it over" },
    reason: "optional",
    history: { zh: "{by}转办给{to}", en: "{by} handed it over to {to}" },
    inverse: "handOver",
  },
  takeOver: {
    kind: "slot",
    title: { zh: "代班", en: "Stand in" },
    who: {
      zh: "在办人的代班人；按值班表和请假，系统",
      en: "whoever stands in; the system by roster and leave",
    },
    states: WITH_TASK,
    siblings: SAME_SIBLINGS,
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{to}代班接手", en: "{to} stands in and takes it" },
    inverse: "handOver",
  },
  lend: {
    kind: "slot",
    title: { zh: "委派", en: "Lend" },
    who: HOLDER,
    states: WITH_TASK,
    siblings: SAME_SIBLINGS,
    timers: RUN_ON,
    done: { zh: "委派的人", en: "whoever lent it" },
    reason: "optional",
    history: { zh: "{by}委派给{to}，交回后再办", en: "{by} lent it to {to} until it comes back" },
    inverse: "giveBack",
  },
  giveBack: {
    kind: "slot",
    title: { zh: "交回", en: "Give back" },
    who: {
      zh: "受委派的人（写意见）；委派的人（收回）",
      en: "the helper with an answer; whoever lent it",
    },
    states: WITH_TASK,
    siblings: SAME_SIBLINGS,
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{by}交回", en: "{by} gave it back" },
    inverse: "lend",
  },
  addBefore: {
    kind: "slot",
    title: { zh: "前加签", en: "Add before" },
    who: HOLDER,
    states: SIGNING,
    siblings: {
      zh: "看到多了一位；加的人等他先答复",
      en: "see one more; whoever added waits for them",
    },
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{by}请{to}先签", en: "{by} asked {to} to sign first" },
    inverse: "drop",
  },
  addAfter: {
    kind: "slot",
    title: { zh: "后加签", en: "Add after" },
    who: HOLDER,
    states: SIGNING,
    siblings: {
      zh: "看到多了一位；加的人答复后才轮到",
      en: "see one more, who signs after whoever added",
    },
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{by}请{to}随后签", en: "{by} asked {to} to sign afterwards" },
    inverse: "drop",
  },
  addBeside: {
    kind: "slot",
    title: { zh: "并加签", en: "Add beside" },
    who: HOLDER,
    states: SIGNING,
    siblings: { zh: "看到多了一位，一起签", en: "see one more, who signs along" },
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{by}请{to}一起签", en: "{by} asked {to} to sign along" },
    inverse: "drop",
  },
  drop: {
    kind: "slot",
    title: { zh: "减签", en: "Take off" },
    who: { zh: "roles 里的角色；加签的人", en: "roles in roles; whoever added the signer" },
    states: SIGNING,
    siblings: {
      zh: "看到减去的人和理由；不再计票",
      en: "see who was taken off and why; does not count",
    },
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "needed",
    history: { zh: "{by}减去{holder}", en: "{by} took off {holder}" },
    inverse: "addBeside",
  },
  appoint: {
    kind: "slot",
    title: { zh: "追加", en: "Appoint" },
    who: { zh: "roles 里的角色", en: "roles in roles" },
    states: { zh: "还没到的环节", en: "states yet to come" },
    siblings: SAME_SIBLINGS,
    timers: RUN_ON,
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "{by}定下“{state}”由{to}办", en: "{by} appointed {to} for “{state}”" },
    inverse: { zh: "再追加一次，不写人", en: "appointing nobody" },
  },
};

const OPEN: Text = { zh: "在办", en: "open matters" };
const ROLES: Text = { zh: "roles 里的角色", en: "roles in roles" };
const ALL_STOP: Text = { zh: "都停", en: "all stop" };

/** The same of the moves, which change where the matter is (`app/engine/steps/move-step.ts`). */
export const MOVE_TABLE: Record<MoveCommand["move"], OperationRow> = {
  return: {
    kind: "move",
    title: { zh: "退回", en: "Send back" },
    who: ROLES,
    states: { zh: "办理过的环节：申请人、上一步、更早的", en: "to any state passed before" },
    siblings: {
      zh: "并行的环节不动，票和待办都留着",
      en: "states beside keep their tasks and votes",
    },
    timers: {
      zh: "退到的环节重新计时；直接返回的接着原来的",
      en: "start anew; straight back goes on with the old ones",
    },
    done: BY_WHO_DID,
    reason: "needed",
    history: { zh: "退回：{state}", en: "Send back: {state}" },
    inverse: { zh: "重新提交，逐级或直接返回", en: "the next steps, one by one or straight back" },
  },
  withdraw: {
    kind: "move",
    title: { zh: "撤回", en: "Withdraw" },
    who: { zh: "发起人", en: "whoever began it" },
    states: OPEN,
    siblings: { zh: "待办都撤下，会签停在原处", en: "tasks go, decisions are broken off" },
    timers: ALL_STOP,
    done: BY_WHO_DID,
    reason: "needed",
    history: { zh: "撤回", en: "Withdraw" },
    inverse: { zh: "恢复办理", en: "reopening" },
  },
  void: {
    kind: "move",
    title: { zh: "作废", en: "Void" },
    who: ROLES,
    states: OPEN,
    siblings: { zh: "待办都撤下，会签停在原处", en: "tasks go, decisions are broken off" },
    timers: ALL_STOP,
    done: BY_WHO_DID,
    reason: "needed",
    history: { zh: "作废", en: "Void" },
    inverse: { zh: "恢复办理", en: "reopening" },
  },
  reopen: {
    kind: "move",
    title: { zh: "恢复办理", en: "Reopen" },
    who: ROLES,
    states: { zh: "办结、撤回、作废", en: "closed, withdrawn, void" },
    siblings: {
      zh: "都回到停下的地方；会签重新开始",
      en: "all where they stopped; decisions begin anew",
    },
    timers: { zh: "重新计时", en: "start anew" },
    done: BY_WHO_DID,
    reason: "needed",
    history: { zh: "恢复办理", en: "Reopen" },
    inverse: { zh: "作废", en: "voiding" },
  },
  pause: {
    kind: "move",
    title: { zh: "中止", en: "Suspend" },
    who: ROLES,
    states: OPEN,
    siblings: SAME_SIBLINGS,
    timers: {
      zh: "可中止的停下，剩多少记多少",
      en: "those that can stand still do, and keep what is left",
    },
    done: BY_WHO_DID,
    reason: "needed",
    history: { zh: "中止", en: "Suspend" },
    inverse: { zh: "恢复计时", en: "resuming" },
  },
  resume: {
    kind: "move",
    title: { zh: "恢复计时", en: "Resume" },
    who: ROLES,
    states: { zh: "中止的", en: "suspended matters" },
    siblings: SAME_SIBLINGS,
    timers: { zh: "接着剩下的走", en: "run on with what was left" },
    done: BY_WHO_DID,
    reason: "optional",
    history: { zh: "恢复计时", en: "Resume" },
    inverse: { zh: "中止", en: "suspending" },
  },
};
