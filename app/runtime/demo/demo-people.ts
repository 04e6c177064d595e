import type { AdoptionRecord } from "../../engine/people-ports";
import type { RoleId, UnitId } from "../../engine/person";

/** One password for all demo accounts: they are refused in production, and the terminal prints it. */
export const DEMO_PASSWORD = "qingyuan";

/** An invented person and the posts held. */
export interface DemoPerson {
  login: string;
  name: string;
  posts: { role: RoleId; unit: UnitId }[];
}

/** Those with whom the story begins come first: the terminal and the first page list them in this order. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { login: "yangxiulan", name: "杨秀兰", posts: [{ role: "auxiliary", unit: "991021200201" }] },
  { login: "gaoyuan", name: "高原", posts: [{ role: "officer", unit: "991021200.station" }] },
  { login: "luoxiaodong", name: "罗晓东", posts: [{ role: "officer", unit: "991021200.station" }] },
  {
    login: "yangguoan",
    name: "杨国安",
    posts: [
      { role: "mediator", unit: "991021200201" },
      { role: "villageCommittee", unit: "991021200201" },
    ],
  },
  { login: "luming", name: "陆明", posts: [{ role: "stationChief", unit: "991021200.station" }] },
  {
    login: "ranxiaoyan",
    name: "冉小燕",
    posts: [{ role: "stationClerk", unit: "991021200.station" }],
  },
  {
    login: "tianshufen",
    name: "田淑芬",
    posts: [
      { role: "justiceOffice", unit: "991021200.justice" },
      { role: "mediator", unit: "991021200" },
    ],
  },
  { login: "qinming", name: "覃明", posts: [{ role: "township", unit: "991021200" }] },
  { login: "zhoumin", name: "周敏", posts: [{ role: "countyHR", unit: "991021" }] },
  { login: "hejing", name: "何静", posts: [{ role: "countySec", unit: "991021" }] },
  { login: "xiangchunfang", name: "向春芳", posts: [{ role: "auxiliary", unit: "991021200206" }] },
  { login: "luojianping", name: "罗建平", posts: [{ role: "auxiliary", unit: "991021200202" }] },
  { login: "heguifen", name: "何桂芬", posts: [{ role: "auxiliary", unit: "991023200201" }] },
  { login: "chendeqing", name: "陈德清", posts: [{ role: "mediator", unit: "991023200201" }] },
  { login: "zhouzheng", name: "周正", posts: [{ role: "officer", unit: "991023200.station" }] },
  { login: "wenjie", name: "文洁", posts: [{ role: "countyHR", unit: "991023" }] },
  { login: "chenmo", name: "陈默", posts: [{ role: "countySec", unit: "991023" }] },
  { login: "liangyun", name: "梁芸", posts: [{ role: "auxiliary", unit: "991022100201" }] },
  { login: "shentao", name: "沈涛", posts: [{ role: "officer", unit: "991022100.station" }] },
  { login: "admin", name: "何明", posts: [{ role: "admin", unit: "9910" }] },
];

/** Since when the demo's people hold their posts and its counties use their packages. */
export const DEMO_SINCE = "2025-01-01";

/** 清源县 mediates in its own way; the other two use the package as shipped. */
export const DEMO_ADOPTIONS: readonly AdoptionRecord[] = [
  { unit: "991021", package: "dispute-mediation", variant: null, from: DEMO_SINCE, to: null },
  { unit: "991022", package: "dispute-mediation", variant: null, from: DEMO_SINCE, to: null },
  { unit: "991023", package: "dispute-mediation", variant: "qingyuan", from: DEMO_SINCE, to: null },
];
