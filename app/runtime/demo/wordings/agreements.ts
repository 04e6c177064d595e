import type { Wording } from "../wordings";

/** A written agreement between 李长顺, who asks, and 杨德厚. */
function written(says: {
  what: string;
  type?: string;
  note: string;
  claims: string;
  statements: string;
  proposals: string;
  facts: string;
  responsibility: string;
  first: string;
  second: string;
}): Wording {
  return {
    "下雨屋后沟水漫进院坝，淹了堆的苞谷，想请村里评一评排水沟归谁修。": says.what,
    adjacency: says.type ?? "adjacency",
    "两家是前后邻居，吵过一次，没有动手。": says.note,
    "李长顺要求修好排水沟；杨德厚要求李长顺搬走堆在沟边的石料。": says.claims,
    "李长顺：沟水进了院坝，淹坏苞谷两百来斤。杨德厚：沟边堆了他的石料，水才改道；今年没清淤是我的不是。":
      says.statements,
    "李长顺修沟壁，杨德厚出材料费。": says.proposals,
    "双方共用屋后排水沟，2026年10月11日下雨，沟水漫入李长顺家院坝，淹坏苞谷约两百斤。争的是沟归谁修、钱由谁出。":
      says.facts,
    "李长顺认早年堆石料占了沟道，杨德厚认今年没有清淤，各有责任。": says.responsibility,
    "搬走石料，修好排水沟东侧沟壁，沟宽不少于四十厘米": says.first,
    承担修沟材料费: says.second,
  };
}

/** Disputes that end in a written agreement, in other words. */
export const agreementWordings: readonly Wording[] = [
  written({
    what: "新修的水泥路占了自家田角，说好的补偿没有给。",
    type: "land",
    note: "两家都想把事情说清楚。",
    claims: "李长顺要求补偿占用的田角；杨德厚要求李长顺拆掉路边的木桩。",
    statements: "李长顺：路占了我家一分田。杨德厚：路是大家走的，占多少我认多少。",
    proposals: "李长顺拆木桩，杨德厚补田角的钱。",
    facts: "杨德厚家修入户路，占用李长顺家田角约一分。争的是占了多少、钱由谁出。",
    responsibility: "杨德厚认修路前没有量清楚，李长顺认打桩拦路不对，各有责任。",
    first: "拆掉路边的木桩，不再拦路",
    second: "补偿占用的田角",
  }),
  written({
    what: "合伙买的碾米机坏了，修理费谁出说不拢。",
    type: "debt",
    note: "机子放在屋檐下，两家都在用。",
    claims: "李长顺要求平摊修理费；杨德厚要求把机子搬到公用的棚里。",
    statements: "李长顺：机子是两家的，修也该两家出。杨德厚：出钱可以，机子要放公用的棚里。",
    proposals: "李长顺搬机子，杨德厚出一半修理费。",
    facts: "双方合伙购买的碾米机损坏，修理费七百二十元由李长顺垫付。争的是谁出、机子放哪里。",
    responsibility: "机子归双方所有，修理费平摊；机子放在公用的棚里。",
    first: "把碾米机搬到晒坝边公用的棚里",
    second: "承担一半修理费",
  }),
  written({
    what: "上边开田放水，把下边的秧田冲了一条沟，想请村里评一评。",
    type: "adjacency",
    note: "两块田挨着，往年没有争过。",
    claims: "李长顺要求补种冲坏的秧苗；杨德厚要求李长顺清好田边的水沟。",
    statements: "李长顺：一夜的水，秧冲了两厢。杨德厚：沟堵了水才过田，堵的那段在他家边上。",
    proposals: "李长顺清水沟，杨德厚出秧苗钱。",
    facts: "杨德厚家放水时田边水沟不通，水漫过李长顺家秧田，冲坏秧苗两厢。争的是责任在谁。",
    responsibility: "李长顺认水沟没有清，杨德厚认放水没有打招呼，各有责任。",
    first: "清通田边水沟，以后每年开春清一次",
    second: "承担补种秧苗的钱",
  }),
  written({
    what: "邻家果树的枝子伸过院墙，掉的果子砸坏了瓦。",
    type: "adjacency",
    note: "去年说过一回，没有落到纸上。",
    claims: "李长顺要求修枝、换瓦；杨德厚要求李长顺不要往树下倒灰。",
    statements: "李长顺：瓦碎了二十来块，下雨就漏。杨德厚：枝子我修，瓦钱我认；灰不要再倒。",
    proposals: "李长顺清走树下的灰，杨德厚修枝、出瓦钱。",
    facts: "杨德厚家果树枝条越过院墙，果子落下砸坏李长顺家屋瓦二十余块。争的是谁修、钱由谁出。",
    responsibility: "杨德厚认没有及时修枝，李长顺认在树下倒灰，各有责任。",
    first: "清走倒在树下的灰，以后不再倒",
    second: "承担换瓦的钱，并修好越过院墙的枝条",
  }),
  written({
    what: "借打谷机还回来少了皮带和筛网，对方不认。",
    type: "damage",
    note: "借的时候没有写条子。",
    claims: "李长顺要求赔皮带和筛网；杨德厚要求李长顺退回多收的油钱。",
    statements: "李长顺：借出去是全的。杨德厚：皮带是用断的，我认；油钱多收了。",
    proposals: "李长顺退油钱，杨德厚赔皮带和筛网。",
    facts: "杨德厚借用李长顺家打谷机，归还时少皮带一根、筛网一张。争的是怎么少的、赔多少。",
    responsibility: "杨德厚认用断皮带、丢了筛网，李长顺认油钱多算，各有责任。",
    first: "退还多收的油钱，当面点清机件",
    second: "赔偿皮带和筛网",
  }),
  written({
    what: "坟山边新栽的树苗挡了祭扫的路，两家为这事红了脸。",
    type: "land",
    note: "都说先人的事，愿意坐下来。",
    claims: "李长顺要求让出祭扫的路；杨德厚要求李长顺赔踩断的树苗。",
    statements: "李长顺：路是老路，栽了树就过不去。杨德厚：路可以让，踩断的苗要说一声。",
    proposals: "李长顺赔树苗，杨德厚移树让路。",
    facts: "杨德厚家在坟山边栽树，挡住李长顺家祭扫的老路；祭扫时踩断树苗十余株。争的是路和苗。",
    responsibility: "杨德厚认栽树没有留路，李长顺认踩断树苗，各有责任。",
    first: "补栽踩断的树苗，祭扫时走留出来的路",
    second: "承担移栽树苗、让出一米老路的费用",
  }),
];
