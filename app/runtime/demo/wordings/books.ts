import type { Wording, Wordings } from "../wordings";

function asked(what: string, done: string, kind: string): Wording {
  return {
    "想给孙子上户口，问要带什么。": what,
    "讲了要带的材料，约好周三一起去派出所。": done,
    papers: kind,
  };
}

/** A criminal matter that goes to the branch for it. */
function stolen(what: string, where: string, number: string): Wording {
  return {
    "仓库门锁被撬，少了两台水泵，失主已保护现场。": what,
    河口村码头: where,
    "刑受〔2026〕311": number,
  };
}

const ASKED = [
  asked("老人的身份证到期了，走不动路。", "记下来了，约好下周送办证服务上门。", "papers"),
  asked("电话里有人说中奖要交钱，问真不真。", "讲了是骗局，没有转钱，帮着拉黑号码。", "ask"),
  asked("孙子放学没有回来，请帮忙找。", "在同学家找到了，送回家里。", "find"),
  asked("路上的树倒了，车过不去。", "叫了三个人锯开，路通了。", "travel"),
  asked("赊账的条子丢了，问怎么办。", "讲了可以怎样对账，双方当面重写了条子。", "money"),
  asked("隔壁半夜修房子，吵得睡不着。", "去说了，答应夜里九点以后停工。", "neighbour"),
  asked("要办居住证明，问到哪里盖章。", "讲了先到村委会，再到派出所窗口。", "papers"),
  asked("给外出的儿子寄户口册，问怎么办稳当。", "讲了可以先办复印件盖章，原件不用寄。", "papers"),
];

/** Requests, papers brought to the door and transfers in other words. */
export const bookWordings: Wordings = {
  "service-books/asked-and-told": ASKED,
  "service-books/passed-on-corrected": ASKED.slice(0, 1).concat(ASKED.slice(6, 8)),
  "service-books/handed-over": [
    { 石桥村三组: "石桥村一组", id: "id" },
    { 石桥村三组: "石桥村二组", id: "household" },
    { 石桥村三组: "石桥村四组", id: "permit" },
    { 石桥村三组: "石桥村五组", id: "certificate" },
  ],
  "transfer/burglary": [
    stolen("夜里工棚被撬，少了一捆电缆，工头守着现场。", "河口村采石场工棚", "刑受〔2026〕094"),
    stolen("停在路边的摩托车不见了，监控拍到两个人推走。", "河口村老街口", "刑受〔2026〕188"),
    stolen("小卖部后门被撬，少了烟和零钱，没有动过现场。", "河口村小卖部", "刑受〔2026〕263"),
    stolen("鱼塘的增氧机夜里被拆走一台。", "河口村鱼塘", "刑受〔2026〕308"),
  ],
  "transfer/not-for-the-police": [
    { "要求多分宅基地。": "要求调整低保，说名单不公。", "宅基地由乡镇审批。": "低保由乡镇审核。" },
    {
      "要求多分宅基地。": "反映采石场灰大，衣裳晒不得。",
      "宅基地由乡镇审批。": "由乡镇会同生态环境部门处理。",
    },
  ],
  "transfer/objected-sent-again": [
    stolen("晾在门口的腊肉少了两块，怀疑是过路的人。", "河口村一组", ""),
    stolen("三轮车上的电瓶被人卸走。", "河口村菜场", ""),
  ],
};
