const CASE = "cases.$id._index";
const STEP = "cases.$id.do.$event";
const VOTE = "cases.$id.vote.$task";
const OPERATION = "cases.$id.operations.$operation";
const need = "auxiliary-selection/scenarios/need-signed-in-turn.json";
const list = "auxiliary-selection/scenarios/list-signed-by-all.json";
const lent = "dispute-mediation/scenarios/lent-chosen-appointed.json";
const jumped = "transfer/scenarios/taken-back-and-jumped.json";
const handed = "staff-move/scenarios/handed-on.json";
const panel = "appraisal/scenarios/panel-chosen.json";
const withdrawn = "dispute-mediation/scenarios/withdrawn-and-reopened.json";

/**
 * Rows of docs/approvals.md about whose work it is, where it goes, and what becomes of time.
 * @type {import("./approval-rows.mjs").ApprovalRow[]}
 */
export const WORK_ROWS = [
  {
    ...{ zh: "追加", en: "later people appointed", page: OPERATION },
    here: "`appoint`",
    story: lent,
    shows: [{ operation: "appoint", to: "visiting" }],
  },
  {
    ...{ zh: "转办 / 转交", en: "handed over", page: OPERATION },
    here: "`handOver`",
    story: handed,
    shows: [{ operation: "handOver", expect: { holder: { requested: "fangyuan" } } }],
  },
  {
    ...{ zh: "委派", en: "lent, and it comes back", page: OPERATION },
    here: "`lend`, `giveBack`",
    story: lent,
    shows: [
      { operation: "lend", expect: { holder: { acceptance: "sufang" } } },
      { operation: "giveBack", expect: { holder: { acceptance: "guoan" } } },
    ],
  },
  {
    ...{ zh: "代理（这里叫代班）", en: "a substitute", page: OPERATION },
    here: "`takeOver`, by whoever stands in",
    story: "staff-move/scenarios/stands-in.json",
    shows: [{ operation: "takeOver", expect: { holder: { requested: "fangyuan" } } }],
  },
  {
    ...{ zh: "认领", en: "claimed", page: OPERATION },
    here: "`claim`, `release`; how long nobody may: `unowned`",
    story: "auxiliary-selection/scenarios/need-nobody-takes-it.json",
    shows: [{ operation: "claim" }, { operation: "release" }],
  },
  {
    ...{ zh: "退回：逐级重新提交", en: "sent back, step by step", page: OPERATION },
    here: "move `return`, `way: stepwise`, to any earlier state",
    story: "dispute-mediation/scenarios/returned-stepwise.json",
    shows: [{ move: "return", way: "stepwise" }],
  },
  {
    ...{ zh: "退回：直接返回退回的人", en: "sent back, and straight back", page: OPERATION },
    here: "move `return`, `way: straight`",
    story: "dispute-mediation/scenarios/returned-straight.json",
    shows: [
      { move: "return", way: "straight" },
      { event: "recordConsent", expect: { state: "inSession" } },
    ],
  },
  {
    ...{ zh: "跳转", en: "a jump", page: OPERATION },
    here: "`jump`, `confirm` by a second person, `decline`",
    story: jumped,
    shows: [
      { operation: "jump", expect: { refused: "case/reason-missing" } },
      { operation: "confirm", expect: { refused: "operation/second-person" } },
      { operation: "decline" },
      { operation: "confirm", expect: { state: "made" } },
    ],
  },
  {
    ...{ zh: "撤回 / 撤销（发起人）", en: "withdrawn by whoever began it", page: OPERATION },
    here: "move `withdraw`",
    story: withdrawn,
    shows: [{ move: "withdraw", expect: { status: "withdrawn" } }],
  },
  {
    ...{ zh: "拿回 / 取回（上一办理人）", en: "taken back by the last handler", page: OPERATION },
    here: "`retrieve`, before anybody has acted",
    story: jumped,
    shows: [{ operation: "retrieve", expect: { state: "made" } }],
  },
  {
    ...{ zh: "唤醒（这里叫恢复办理）", en: "reopened", page: OPERATION },
    here: "move `reopen`",
    story: withdrawn,
    shows: [{ move: "reopen", expect: { state: "consent" } }],
  },
  {
    ...{ zh: "终止 / 作废", en: "void", page: OPERATION },
    here: "move `void`, with a reason",
    story: "dispute-mediation/scenarios/voided.json",
    shows: [{ move: "void", expect: { status: "void" } }],
  },
  {
    ...{ zh: "重定位", en: "re-pointed by a chief", page: OPERATION },
    here: "`handOver` by the roles in `over`; another state: `jump`",
    story: jumped,
    shows: [{ by: "chief", operation: "handOver", expect: { holder: { made: "other" } } }],
  },
  {
    ...{ zh: "抄送", en: "copied", page: OPERATION },
    here: "`copy`",
    story: jumped,
    shows: [{ operation: "copy" }],
  },
  {
    ...{ zh: "传阅", en: "circulated", page: OPERATION },
    here: "`circulate`, goes on after the step",
    story: lent,
    shows: [{ operation: "circulate" }],
  },
  {
    ...{ zh: "催办", en: "urged", page: OPERATION },
    here: "`urge`, not again within `everyHours`",
    story: lent,
    shows: [
      { operation: "urge", expect: { effects: ["core.notify"] } },
      { operation: "urge", expect: { refused: "operation/urged-lately" } },
    ],
  },
  {
    ...{ zh: "沟通 / 评论", en: "commented", page: OPERATION },
    here: "`comment`, `reply`",
    story: lent,
    shows: [{ operation: "comment" }, { operation: "reply" }],
  },
  {
    ...{ zh: "已阅", en: "seen", page: OPERATION },
    here: "`seen`",
    story: lent,
    shows: [
      { operation: "seen" },
      { operation: "seen", expect: { refused: "operation/nothing-to-read" } },
    ],
  },
  {
    ...{ zh: "暂存", en: "a draft", page: "today.log" },
    here: "a state of its own, written on until it is signed",
    story: "work-log/scenarios/signed-and-confirmed.json",
    shows: [{ event: "editLog", expect: { state: "draft" } }],
  },
  {
    ...{ zh: "超时：提醒、升级、转办", en: "late: reminded, brought up, handed on", page: CASE },
    here: "`remind`, `ladder`, `handOver` of a rung",
    story: "auxiliary-selection/scenarios/objection-overdue.json",
    shows: [
      { timers: true, expect: { brought: [["countyHR"]] } },
      { timers: true, expect: { brought: [["auditor"]] } },
      { timers: true, expect: { brought: [["countyLeader"]] } },
    ],
  },
  {
    ...{ zh: "超时：自动通过", en: "late: passes by itself", page: CASE },
    here: "`decision.timeout: approve`; refused for a step about a person",
    story: "dispute-mediation/scenarios/draft-nobody-looks.json",
    shows: [{ timers: true, expect: { decision: { draftCheck: { result: "pass", agree: 0 } } } }],
  },
  {
    ...{ zh: "超时：自动拒绝", en: "late: fails by itself", page: CASE },
    here: "`decision.timeout: reject`",
    story: "model-adoption/scenarios/board-vetoed-and-late.json",
    shows: [{ timers: true, expect: { decision: { board: { result: "fail", agree: 2 } } } }],
  },
  {
    ...{ zh: "审批人去重 / 相同处理人跳过", en: "the same person answers once", page: VOTE },
    here: "`decision.samePerson: once`",
    story: list,
    shows: [
      { by: "fangzhen", vote: "agree", expect: { decision: { countersigning: { agree: 3 } } } },
    ],
  },
  {
    ...{ zh: "审批人为空", en: "nobody found", page: VOTE },
    here: "`decision.fallback`: goes to a named role, never counts as agreed",
    story: "model-adoption/scenarios/board-nobody-found.json",
    shows: [
      {
        expect: {
          decision: { board: { turn: ["countyLeader", "countyLeader", "countySec", "township"] } },
        },
      },
    ],
  },
  {
    ...{ zh: "自选下一步处理人", en: "the next one chosen", page: STEP },
    here: "`chooseNext`; a decision's `chosen`",
    story: lent,
    shows: [{ event: "accept", next: ["xiulan"], expect: { holder: { scheduling: "xiulan" } } }],
  },
  {
    ...{ zh: "自选会签人", en: "the signers chosen", page: STEP },
    here: "`decision.asked: [{ chosen }]`",
    story: panel,
    shows: [
      { event: "callPanel", next: ["fangyuan", "maoli", "tianyu"], expect: { state: "panel" } },
    ],
  },
  {
    ...{ zh: "批量审批", en: "many at once", page: "cases.batch" },
    here: "`batch` of a step, a decision or an operation: one that cannot be stays, the others go on",
    story: "models/station-team/scenarios/three-at-once.json",
    shows: [
      { matters: ["coal", "ditch"], operation: "handOver" },
      { matters: ["coal", "noise"], expect: { refused: "case/held" } },
    ],
  },
  {
    ...{ zh: "子流程 / 分发", en: "linked matters", page: CASE },
    here: "`links`: `opens`, `report`, `tells`",
    story: "rental-custody/scenarios/deposit-nine-hundred.json",
    shows: [{ event: "openMediation" }, { link: "dispute", expect: { state: "closed" } }],
  },
  {
    ...{ zh: "节点字段权限", en: "what a step may do with fields", page: STEP },
    here: "`fields` of a step: `read`, `edit`, `hide`, `required`",
    story: "rental-custody/scenarios/looked-at-on-that-day.json",
    shows: [{ event: "decideSafety", expect: { data: { "safety.checkedOn": "2026-11-24" } } }],
  },
  {
    ...{ zh: "管理员干预", en: "an override", page: OPERATION },
    here: "`jump`, `handOver` by `over`: reason, second person, a line of the history",
    story: jumped,
    shows: [{ operation: "jump", reason: "问清了，换第二、第四张" }, { operation: "confirm" }],
  },
  {
    ...{ zh: "中止 / 恢复计时", en: "suspended and resumed", page: OPERATION },
    here: "moves `pause` (with a maximum), `resume`",
    story: "dispute-mediation/scenarios/paused.json",
    shows: [{ move: "pause" }, { move: "resume" }],
  },
  {
    ...{ zh: "督办", en: "ordered by a superior", page: OPERATION },
    here: "`supervise` with a last day, `reply`",
    story: handed,
    shows: [{ operation: "supervise", until: "2026-12-02" }, { operation: "reply" }],
  },
  {
    ...{ zh: "请示", en: "a superior is asked", page: OPERATION },
    here: "`consult`: the step waits for the `reply`",
    story: need,
    shows: [
      { operation: "consult" },
      { event: "drawUp", expect: { refused: "operation/awaits-answer" } },
      { operation: "reply" },
    ],
  },
  {
    ...{ zh: "回避", en: "who keeps out", page: STEP },
    here: "`avoid`: refused, and never offered as whom to give it to",
    story: "auxiliary-selection/scenarios/recommender-stays-away.json",
    shows: [{ event: "signTownship", expect: { refused: "case/must-avoid" } }],
  },
  {
    ...{ zh: "随时可报（认领、请示都不挡）", en: "at any time", page: STEP },
    here: "`anytime` of a step",
    story: "dispute-mediation/scenarios/alarm-while-held.json",
    shows: [{ event: "raiseAlarm", expect: { state: "emergency" } }],
  },
];
