import type { Wording, Wordings } from "../wordings";
import { agreementWordings } from "./agreements";

/** An oral one between 石文清 and 龙有光. */
function oral(what: string, statements: string, action: string, type = "neighbours"): Wording {
  return {
    "鸡进菜园，踩坏菜苗两厢，想请村里说一说。": what,
    "石文清：鸡进园子，踩坏两厢菜苗。龙有光：认，补种就是。": statements,
    "补种两厢菜苗，围好竹栏": action,
    neighbours: type,
  };
}

/** Settled at once between 田小英 and 龙光明. */
function onTheSpot(what: string, content: string, note: string, type = "damage"): Wording {
  return {
    "电瓶车碰翻鸡笼，压坏一只，要赔八十块。": what,
    "龙光明当场付八十元，两清。": content,
    "一只鸡，两家都在场": note,
    damage: type,
  };
}

/** 田秀英 asks, 田永贵 does not want to. */
function refused(what: string, reason: string, type: string): Wording {
  return {
    "界石倒了，两家争一尺田坎。": what,
    "田永贵不愿调解，说要到乡里去。": reason,
    land: type,
  };
}

/** Three meetings of 石有田 and 石大勇 for nothing. */
function failed(what: string, statements: string, second: string, reason: string): Wording {
  return {
    "石大勇砌墙占了过道，石有田进不了柴。": what,
    "石有田：墙要退一尺。石大勇：过道本来就是我家的。": statements,
    "仍各说各的，看了老地契，字迹不清。": second,
    "双方对过道归谁各执一词，老地契看不清。": reason,
  };
}

/** 清源县: 周水根 asks, 吴金宝 makes good. */
function visited(what: string, statements: string, action: string, money: string): Wording {
  return {
    "竹林遮了菜地的光。": what,
    "吴金宝愿意把靠路的竹子砍掉三排。": statements,
    砍掉靠菜地的三排竹子: action,
    补两季菜钱: money,
  };
}

/** Damage of 杨德厚 by an animal of 石大勇, paid late or confirmed by the court. */
function grazed(what: string, statements: string, facts: string, action: string): Wording {
  return {
    "邻家的牛踩坏半亩白菜，想请村里来看一看、评一评。": what,
    "杨德厚：踩坏四分地，要赔六百。石大勇：认牛没拴好，按市价算。": statements,
    "2026年11月18日石大勇家的牛进杨德厚家菜地，踩坏白菜约四分地，村里按市价估四百八十元。": facts,
    赔偿踩坏的白菜: action,
  };
}

/** Wages that 龙明海 did not get. */
function wages(what: string): Wording {
  return { "在县城工地干了两个月，工钱没给。": what };
}

const GRAZED = [
  grazed(
    "邻家的羊啃了刚栽的油菜苗，想请村里看一看。",
    "杨德厚：油菜苗啃了三分地。石大勇：认，照苗钱赔。",
    "石大勇家的羊夜里出圈，啃坏杨德厚家油菜苗约三分地，村里按苗钱和工钱估四百八十元。",
    "赔偿啃坏的油菜苗",
  ),
  grazed(
    "邻家的鸭子下了秧田，秧苗踩倒一片。",
    "杨德厚：秧苗要重插。石大勇：认，出秧钱和工钱。",
    "石大勇家的鸭子下到杨德厚家秧田，踩倒秧苗约四分地，补插工钱和秧钱共四百八十元。",
    "赔偿补插的秧钱和工钱",
  ),
];

/** Disputes of the package's stories in other words. */
export const disputeWordings: Wordings = {
  "dispute-mediation/written-agreement": agreementWordings,
  "dispute-mediation/oral-agreement": [
    oral(
      "红白喜事借的桌凳少了三条，想请村里说一说。",
      "石文清：桌凳是公家的，少了要补。龙有光：认，是我家帮厨的人搬走了，找回来就是。",
      "三天内把三条凳子找回来，找不到照样买",
    ),
    oral(
      "狗夜里乱叫又撵小孩，说了几回不听。",
      "石文清：娃儿上学都绕路走。龙有光：认，白天拴起来，夜里关屋后。",
      "狗白天拴起来，夜里关在屋后",
    ),
    oral(
      "晒谷占了半边路，三轮车过不去。",
      "石文清：拉肥料的车进不来。龙有光：就晒这两天，给你让出一半。",
      "晒谷让出半边路，早上八点以前收好",
      "adjacency",
    ),
    oral(
      "鸭子下田吃了谷，想请村里看一看。",
      "石文清：田边一溜都吃空了。龙有光：认，谷子照斤数还。",
      "还谷子六十斤，鸭子不再放到田边",
      "livestock",
    ),
    oral(
      "屋檐水落到隔壁柴房顶上，柴都泡湿了。",
      "石文清：下一夜雨柴就湿一夜。龙有光：认，接一根水管引开。",
      "接一根檐沟管，把水引到自家阳沟",
      "adjacency",
    ),
    oral(
      "放电视唱歌到半夜，老人睡不好。",
      "石文清：老人心口不好，怕吵。龙有光：没想到，九点以后就关。",
      "晚上九点以后不放音响，过节提前说一声",
    ),
    oral(
      "修房子的沙石堆在公用晒坝上，一个月没有搬。",
      "石文清：收谷了没处晒。龙有光：认，这几天就拉走。",
      "五天内把沙石搬走，扫干净晒坝",
    ),
  ],
  "dispute-mediation/on-the-spot": [
    onTheSpot(
      "三轮车倒车擦坏了摊子的棚布，要赔一百二。",
      "龙光明当场付一百二十元，两清。",
      "棚布破了一道口，两家都在场",
    ),
    onTheSpot(
      "背篓碰倒一摞碗，碎了九个，说好赔又嫌贵。",
      "龙光明当场付四十五元，两清。",
      "赶场天的事，有邻居在旁边",
    ),
    onTheSpot(
      "牵牛过路，牛舔坏一个鸡蛋筐，要赔六十。",
      "龙光明当场付六十元，话说开了，两清。",
      "一筐鸡蛋，碎了二十来个，两家都在场",
    ),
    onTheSpot(
      "小孩踢球打碎一块窗玻璃，大人不认。",
      "龙光明当场认了，下午配好玻璃装上，两清。",
      "孩子自己说了，家长在场",
    ),
    onTheSpot(
      "洗衣裳占了井台，后来的人等急了吵起来。",
      "龙光明当场让开井台，双方各让一句，不再提。",
      "吵了几句，没有动手，都在场",
      "neighbours",
    ),
    onTheSpot(
      "挑粪路过洒在门口，要打扫干净。",
      "龙光明当场挑水冲洗干净，赔了不是，两清。",
      "门口石板上，两家都在场",
      "neighbours",
    ),
  ],
  "dispute-mediation/consent-refused": [
    refused("换工挖地，说好还工，过了两季没有还。", "田永贵不愿调解，说没有答应过还工。", "other"),
    refused("合买的一台水泵，两家都说自己出的钱多。", "田永贵不愿调解，说钱早就算清了。", "debt"),
    refused(
      "两家菜地中间的刺篱笆往外移了，问村里怎么算。",
      "田永贵不愿调解，说要请乡里来量。",
      "land",
    ),
    refused("赊的化肥钱一年没有给清。", "田永贵不愿调解，说账记错了，要到法院讲。", "debt"),
  ],
  "dispute-mediation/failed-after-three-sessions": [
    failed(
      "屋后一棵老核桃树，石大勇说是祖上的，石有田说在自家地里。",
      "石有田：树在我家地里。石大勇：树是爷爷那辈栽的。",
      "看了林权证，图上没有画这棵树，仍各说各的。",
      "双方对核桃树归谁各执一词，林权证上没有标明。",
    ),
    failed(
      "两家共用的水井要加盖，石大勇不肯出钱，也不让动。",
      "石有田：不加盖小孩危险。石大勇：井在我家门口，动不得。",
      "问了老人，井是哪年打的说法不一，仍各说各的。",
      "双方对水井归谁、加盖的钱谁出各执一词。",
    ),
    failed(
      "石大勇的新房地基往路边出了两尺，石有田说挡了车。",
      "石有田：地基要退回去。石大勇：批的就是这么宽。",
      "量了一回，两家认的起点不一样，仍各说各的。",
      "双方对地基从哪里量起各执一词。",
    ),
  ],
  "dispute-mediation/referral": [
    wages("在镇上砖厂做了一季，工钱只给了一半。"),
    wages("给人装修房子，完工四个月没有结钱。"),
    wages("在采石场开车，押了两个月工资没有给。"),
  ],
  "dispute-mediation/not-a-dispute": [
    { "还是排水沟那件事。": "还是上个月田角的那件事。" },
    { "还是排水沟那件事。": "桌凳的事再来问一声。" },
    { "还是排水沟那件事。": "他家老人也来登记，说的是同一件。" },
  ],
  "dispute-mediation/qingyuan-visits": [
    visited(
      "竹根穿过来，把晒坝顶裂了。",
      "吴金宝愿意挖断竹根，出钱补晒坝。",
      "挖断伸过来的竹根",
      "补晒坝的料钱",
    ),
    visited(
      "上边挖塘，下边的水田不来水了。",
      "吴金宝愿意每天让出半天水。",
      "每天下午让出水口",
      "补一季的秧苗钱",
    ),
    visited(
      "茶山上新修的路把排水改了，冲了菜地。",
      "吴金宝愿意在路边开一条沟。",
      "在路内侧开好排水沟",
      "补冲坏的菜钱",
    ),
    visited("羊群过路啃了豆苗。", "吴金宝愿意改走河边的路。", "放羊改走河边的路", "补豆苗钱"),
    visited(
      "香菇棚的灯整夜亮着，隔壁睡不好。",
      "吴金宝愿意装遮光帘。",
      "给菇棚装好遮光帘",
      "补一副窗帘钱",
    ),
    visited(
      "借道运木料，压坏了入户路。",
      "吴金宝愿意补好路面。",
      "把压坏的六米路面补好",
      "补误工的钱",
    ),
    visited(
      "蜂箱摆在路口，蜇了两个人。",
      "吴金宝愿意把蜂箱搬到坡上。",
      "把蜂箱搬到坡上林边",
      "补看病的钱",
    ),
    visited("猪圈的水流到水井边。", "吴金宝愿意改沟、加盖。", "改排水沟并加盖", "补淘井的工钱"),
    visited(
      "两家合打的谷仓，一家要拆。",
      "吴金宝愿意补钱留仓。",
      "谷仓留下来两家照旧用",
      "补板材钱",
    ),
    visited(
      "老屋换瓦，瓦渣掉进隔壁菜园。",
      "吴金宝愿意清干净再补种。",
      "清走瓦渣，补种菜苗",
      "补菜苗钱",
    ),
  ],
  "dispute-mediation/qingyuan-no-lawyer": [
    { "树苗被牛啃了。": "一片杉树苗被牛啃了。" },
    { "树苗被牛啃了。": "合种的茶地分家，账没有算清。", land: "debt" },
    { "树苗被牛啃了。": "鱼塘漏水，冲了下边的菜地。", land: "adjacency" },
  ],
  "dispute-mediation/judicial-confirmed": GRAZED,
  "dispute-mediation/overdue-then-paid": [...GRAZED].reverse(),
};
