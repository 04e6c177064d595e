import { person, type DemoPerson } from "./demo-person";

/** 河湾县: 城关镇, where 东关村 has become a town village full of rented rooms. */
export const HEWAN: readonly DemoPerson[] = [
  person("liangyun", "梁芸", ["auxiliary", "991022100201"]),
  person("xuqiaoyun", "许巧云", ["auxiliary", "991022100201"]),
  person("fanzhiming", "范志明", ["auxiliary", "991022100202"]),
  person("geqin", "葛勤", ["auxiliary", "991022100203"]),
  person("tangxiaohe", "汤小禾", ["auxiliary", "991022100204"]),
  person("jifang", "季芳", ["auxiliary", "991022100205"]),
  person("shentao", "沈涛", ["officer", "991022100.station"]),
  person("yuhaibo", "于海波", ["officer", "991022100.station"]),
  person("zoumin", "邹敏", ["officer", "991022100.station"]),
  person("jiangning", "蒋宁", ["stationChief", "991022100.station"]),
  person("baixue", "白雪", ["stationClerk", "991022100.station"]),
  person("mengfanrong", "孟凡荣", ["mediator", "991022100"], ["villageCommittee", "991022100201"]),
  person("songli", "宋丽", ["countyHR", "991022"]),
  person("hanfeng", "韩锋", ["countySec", "991022"]),
  person("dingshan", "丁山", ["township", "991022100"]),
  person("shiyan", "施岩", ["countyLeader", "991022"]),
];
