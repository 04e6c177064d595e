import { person, type DemoPerson } from "./demo-person";

/** 清源县: 清溪乡 with its mediation tradition, 河口镇 with one merged team. */
export const QINGYUAN: readonly DemoPerson[] = [
  person("heguifen", "何桂芬", ["auxiliary", "991023200201"]),
  person(
    "chendeqing",
    "陈德清",
    ["mediator", "991023200201"],
    ["villageCommittee", "991023200201"],
  ),
  person("zhouzheng", "周正", ["officer", "991023200.station"]),
  person("linxia", "林霞", ["officer", "991023200.station"]),
  person("fangwei", "方伟", ["stationChief", "991023200.station"]),
  person("chenguohua", "陈国华", ["auxiliary", "991023200202"]),
  person("zhouxiaofeng", "周小凤", ["auxiliary", "991023200203"]),
  person("zhengjiawang", "郑家旺", ["auxiliary", "991023200204"]),
  person("yaochunmei", "姚春梅", ["auxiliary", "991023200205"]),
  person("zhouyuanqing", "周元清", ["villageCommittee", "991023200203"]),
  person("zhengdequan", "郑德全", ["villageCommittee", "991023200204"]),
  person("yaoshunfa", "姚顺发", ["villageCommittee", "991023200205"]),
  person("zengyu", "曾雨", ["stationClerk", "991023200.station"]),
  person("luochenggang", "罗成刚", ["township", "991023200"]),
  person("luqiang", "卢强", ["officer", "991023100.station"]),
  person("weijun", "韦军", ["officer", "991023100.station"]),
  person("dingli", "丁力", ["officer", "991023100.station"]),
  person("tangyi", "唐毅", ["stationChief", "991023100.station"]),
  person("xiefang", "谢芳", ["stationClerk", "991023100.station"]),
  person("suping", "苏平", ["mediator", "991023100"]),
  person("wenjie", "文洁", ["countyHR", "991023"]),
  person("chenmo", "陈默", ["countySec", "991023"]),
  person("ouyangxue", "欧阳雪", ["justiceOffice", "991023200.justice"], ["mediator", "991023200"]),
  person("xiongwei", "熊伟", ["countyLeader", "991023"]),
];
