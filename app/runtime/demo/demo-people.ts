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

function person(login: string, name: string, ...posts: [RoleId, UnitId][]): DemoPerson {
  return { login, name, posts: posts.map(([role, unit]) => ({ role, unit })) };
}

/** Those with whom the story begins come first: the terminal and the sign-in page list them in this order. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person("yangxiulan", "杨秀兰", ["auxiliary", "991021200201"]),
  person("gaoyuan", "高原", ["officer", "991021200.station"]),
  person("luoxiaodong", "罗晓东", ["officer", "991021200.station"]),
  person("yangguoan", "杨国安", ["mediator", "991021200201"]),
  person("luming", "陆明", ["stationChief", "991021200.station"], ["officer", "991021200.station"]),
  person("ranxiaoyan", "冉小燕", ["stationClerk", "991021200.station"]),
  person("tianshufen", "田淑芬", ["justiceOffice", "991021200.justice"]),
  person("qinming", "覃明", ["township", "991021200"]),
  person("zhoumin", "周敏", ["countyHR", "991021"]),
  person("xiangchunfang", "向春芳", ["auxiliary", "991021200206"]),
  person("luojianping", "罗建平", ["auxiliary", "991021200202"]),
  person("heguifen", "何桂芬", ["auxiliary", "991023200201"]),
  person("chendeqing", "陈德清", ["mediator", "991023200201"]),
  person("zhouzheng", "周正", ["officer", "991023200.station"]),
  person("liangyun", "梁芸", ["auxiliary", "991022100201"]),
  person("shentao", "沈涛", ["officer", "991022100.station"]),
  person("admin", "何明", ["admin", "9910"]),
];

/** Since when the demo's people hold their posts and its counties use their packages. */
export const DEMO_SINCE = "2025-01-01";

function adoption(unit: UnitId, name: string, variant: string | null): AdoptionRecord {
  return { unit, package: name, variant, from: DEMO_SINCE, to: null };
}

/** 清源县 mediates in its own way; the other two use the package as shipped. */
export const DEMO_ADOPTIONS: readonly AdoptionRecord[] = [
  adoption("991021", "dispute-mediation", null),
  adoption("991022", "dispute-mediation", null),
  adoption("991023", "dispute-mediation", "qingyuan"),
];
