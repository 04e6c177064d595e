const VOTE = "cases.$id.vote.$task";
const OPERATION = "cases.$id.operations.$operation";
const need = "auxiliary-selection/scenarios/need-signed-in-turn.json";
const added = "auxiliary-selection/scenarios/need-signers-added.json";
const list = "auxiliary-selection/scenarios/list-signed-by-all.json";
const looked = "dispute-mediation/scenarios/draft-looked-at.json";
const board = "model-adoption/scenarios/board-weighs.json";
const panel = "appraisal/scenarios/panel-chosen.json";

/**
 * Rows of docs/approvals.md about people who decide together.
 * @type {import("./approval-rows.mjs").ApprovalRow[]}
 */
export const SIGNING_ROWS = [
  {
    ...{ zh: "顺序会签 / 依次审批", en: "signed by all, in turn", page: VOTE },
    here: "`decision`: `way: turn`, `pass: all`",
    story: need,
    shows: [{ expect: { decision: { opinions: { turn: ["township"] } } } }],
  },
  {
    ...{ zh: "并行会签", en: "signed by all, in any order", page: VOTE },
    here: "`decision`: `way: parallel`, `pass: all`",
    story: list,
    shows: [
      {
        expect: { decision: { countersigning: { turn: ["township", "auditor", "countyLeader"] } } },
      },
      { vote: "agree", expect: { decision: { countersigning: { result: "pass", agree: 3 } } } },
    ],
  },
  {
    ...{ zh: "或签", en: "any one of several", page: VOTE },
    here: "`decision`: `pass: any`; what one rejection does is set by `rejection`",
    story: looked,
    shows: [
      { vote: "reject", expect: { decision: { draftCheck: { result: "open", reject: 1 } } } },
      { vote: "agree", expect: { decision: { draftCheck: { result: "pass", agree: 1 } } } },
    ],
  },
  {
    ...{ zh: "票签 / 比例签：加权、一票否决、法定人数", en: "weights, veto, quorum", page: VOTE },
    here: "`decision`: `weight`, `pass: { weight }`, `veto`, `quorum`, `abstain`",
    story: board,
    shows: [
      { vote: "agree", expect: { decision: { board: { result: "open", agree: 3 } } } },
      { vote: "abstain" },
      { vote: "agree", expect: { decision: { board: { result: "pass", agree: 4 } } } },
    ],
  },
  {
    ...{ zh: "一票否决", en: "veto", page: VOTE },
    here: "`decision.veto`",
    story: "model-adoption/scenarios/board-vetoed-and-late.json",
    shows: [
      { vote: "reject", expect: { decision: { board: { result: "fail", agree: 4, reject: 1 } } } },
    ],
  },
  {
    ...{ zh: "比例签", en: "a share of the votes", page: VOTE },
    here: "`decision`: `pass: { share }`",
    story: panel,
    shows: [
      { vote: "agree", expect: { decision: { panel: { result: "pass", agree: 2, reject: 1 } } } },
    ],
  },
  {
    ...{ zh: "会议表决（纸面票数、表决单照片）", en: "a meeting's paper vote", page: VOTE },
    here: "`decision.paper`",
    story: "auxiliary-selection/scenarios/meeting-votes.json",
    shows: [{ counts: { eligible: 7, agree: 5, reject: 1, abstain: 1 }, photo: "sheet-2" }],
  },
  {
    ...{ zh: "一键核准 / 一键驳回", en: "one answer ends it", page: VOTE },
    here: "`decision`: `pass: any`; `rejection: ends`",
    story: added,
    shows: [
      { vote: "reject", expect: { state: "reported", decision: { opinions: { result: "fail" } } } },
    ],
  },
  {
    ...{ zh: "前加签 / 后加签", en: "signers added before and after", page: OPERATION },
    here: "`addBefore`, `addAfter`",
    story: added,
    shows: [{ operation: "addBefore" }, { operation: "addAfter" }],
  },
  {
    ...{ zh: "并加签", en: "signers added beside", page: OPERATION },
    here: "`addBeside`",
    story: need,
    shows: [{ operation: "addBeside" }],
  },
  {
    ...{ zh: "减签", en: "a signer taken off", page: OPERATION },
    here: "`drop`, with a reason",
    story: added,
    shows: [
      { operation: "drop", expect: { refused: "case/reason-missing" } },
      { operation: "drop", reason: "所长外出培训" },
    ],
  },
];
