const need = "auxiliary-selection/scenarios/need-signed-in-turn.json";
const list = "auxiliary-selection/scenarios/list-signed-by-all.json";
const looked = "dispute-mediation/scenarios/draft-looked-at.json";

/**
 * What users of other engines reported, and what happens here: a story of a shipped package, and the test over one
 * machine that plays the report.
 * @typedef {{ issue: string, zh: string, en: string, here: { zh: string, en: string }, story: string, shows: object[] }} FailureRow
 */

const alone = "auxiliary-selection/scenarios/need-returned-while-signed.json";

/** @type {FailureRow[]} */
export const FAILURE_ROWS = [
  {
    ...{
      issue: "ruoyi-vue-pro #668",
      zh: "会签中退回，事项丢了",
      en: "a return inside 会签 lost the matter",
    },
    here: {
      zh: "事项回到退到的人手里，签过的留在记录里；再送时从头签",
      en: "it is with whom it went back to; what was signed stays on record, and signing begins anew",
    },
    story: alone,
    shows: [
      {
        move: "return",
        expect: { state: "reported", decision: { opinions: { result: "broken" } } },
      },
    ],
  },
  {
    ...{
      issue: "ruoyi-vue-pro #867",
      zh: "并行分支不能退回",
      en: "parallel branches could not be rolled back",
    },
    here: {
      zh: "只退一边，别的照走，最后照样汇合",
      en: "one goes back, the others go on, and all meet",
    },
    story: "dispute-mediation/scenarios/returned-into-one-way.json",
    shows: [{ move: "return", to: "visiting" }, { expect: { state: "archiving" } }],
  },
  {
    ...{
      issue: "ruoyi-vue-pro #939",
      zh: "或签一人不同意，别人显示已办",
      en: "one rejection in 或签 showed the others as done",
    },
    here: {
      zh: "别人照样被问，直到有人同意或都不同意",
      en: "the others are asked until one agrees or all reject",
    },
    story: looked,
    shows: [
      {
        vote: "reject",
        expect: { decision: { draftCheck: { turn: ["justiceOffice", "stationChief"] } } },
      },
    ],
  },
  {
    ...{ issue: "ruoyi-vue-pro PR #566", zh: "加签以后不能驳回", en: "加签 blocked rejecting" },
    here: {
      zh: "加的人能不同意；减去以后，加他的人也能",
      en: "whoever was added rejects, or is taken off and the adder does",
    },
    story: "auxiliary-selection/scenarios/need-added-one-rejects.json",
    shows: [{ by: "xujing", vote: "reject", expect: { state: "reported" } }],
  },
  ...["#1222", "#1641", "#2194"].map((number) => ({
    issue: `Flowable ${number}`,
    zh: "退回并行分支，汇合处卡住",
    en: "going back into a parallel branch strands the join",
    here: {
      zh: "几边重新办，都办完照样汇合",
      en: "the ways begin anew and meet when all are done",
    },
    story: "staff-move/scenarios/signed-anew.json",
    shows: [{ move: "return", to: "replacementUnsigned" }, { expect: { state: "ready" } }],
  })),
  {
    ...{
      issue: "steedos/workflow #1377",
      zh: "会签发出后不能取回",
      en: "a 会签 could not be taken back",
    },
    here: { zh: "第一个人签以前都能取回", en: "it can, until the first answer" },
    story: list,
    shows: [{ operation: "retrieve", expect: { state: "assessing" } }],
  },
  {
    ...{ issue: "steedos/workflow #1466", zh: "会签没有退回", en: "会签 had no return" },
    here: {
      zh: "可以退回；没有签的撤下，不能再签",
      en: "it has one; open signatures go and cannot be given",
    },
    story: alone,
    shows: [
      { move: "return", to: "reported" },
      { vote: "agree", expect: { refused: "case/no-task" } },
    ],
  },
  {
    ...{ issue: "steedos/workflow #1890", zh: "一键核准、一键驳回", en: "one answer for all" },
    here: {
      zh: "由环节写明：一人同意就过，或一人不同意就退",
      en: "the state says so: one yes passes, or one no fails",
    },
    story: looked,
    shows: [
      { vote: "agree", expect: { state: "signing", decision: { draftCheck: { result: "pass" } } } },
    ],
  },
  {
    ...{
      issue: "loonflow #426",
      zh: "会签驳回后停住，无事可办",
      en: "a rejected 会签 stood still with nothing to do",
    },
    here: {
      zh: "不同意会往下走，环节里写明走到哪里",
      en: "the rejection leads on, to where the state says",
    },
    story: need,
    shows: [
      { vote: "reject", expect: { state: "reported" } },
      { event: "drawUp", expect: { state: "deciding" } },
    ],
  },
];
