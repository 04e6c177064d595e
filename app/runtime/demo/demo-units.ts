import type { UnitRecord } from "../../engine/people-ports";

/** A township with its station, its justice office and its villages. */
interface Township {
  code: string;
  name: string;
  /** What its offices are called after: 青石 in 青石派出所. */
  short: string;
  dutyPhone: string;
  villages: string[];
}

interface County {
  code: string;
  name: string;
  townships: Township[];
}

/** Three invented counties. Codes from 99 belong to no real place. */
const counties: County[] = [
  {
    code: "991021",
    name: "云岭县",
    townships: [
      {
        code: "991021200",
        name: "青石乡",
        short: "青石",
        dutyPhone: "0000-6200110",
        villages: "石桥村 柏树村 岩湾村 松坪村 梨坪村 水井村 上坝村 云头村".split(" "),
      },
      {
        code: "991021100",
        name: "平川镇",
        short: "平川",
        dutyPhone: "0000-6100110",
        villages: "大坪村 新场村 石板村 河沿村 桥头村 双井村".split(" "),
      },
    ],
  },
  {
    code: "991022",
    name: "河湾县",
    townships: [
      {
        code: "991022100",
        name: "城关镇",
        short: "城关",
        dutyPhone: "0000-8100110",
        villages: "东关村 西关村 南湖村 北门村 菜园村".split(" "),
      },
    ],
  },
  {
    code: "991023",
    name: "清源县",
    townships: [
      {
        code: "991023200",
        name: "清溪乡",
        short: "清溪",
        dutyPhone: "0000-7200110",
        villages: "清源村 枫林村 竹园村 古井村 茶山村".split(" "),
      },
      {
        code: "991023100",
        name: "河口镇",
        short: "河口",
        dutyPhone: "0000-7100110",
        villages: "河口村 渡口村 红岩村 码头村".split(" "),
      },
    ],
  },
];

/** The demo's units: a city, three counties and all that lies under them; ids are division codes. */
export function demoUnits(): UnitRecord[] {
  const city: UnitRecord = {
    id: "9910",
    name: "三县示范区",
    kind: "city",
    parent: null,
    covers: ["9910"],
    dutyPhone: null,
  };
  return [city, ...counties.flatMap(countyUnits)];
}

function countyUnits({ code, name, townships }: County): UnitRecord[] {
  const county = {
    id: code,
    name,
    kind: "county",
    parent: "9910",
    covers: [code],
    dutyPhone: null,
  };
  return [county, ...townships.flatMap((township) => townshipUnits(township, code))];
}

/** The station and the justice office cover the same code as the township, and are nobody's parent. */
function townshipUnits(township: Township, county: string): UnitRecord[] {
  const { code, name, short, dutyPhone } = township;
  const same = { parent: county, covers: [code] };
  return [
    { ...same, id: code, name, kind: "township", dutyPhone: null },
    { ...same, id: `${code}.station`, name: `${short}派出所`, kind: "station", dutyPhone },
    {
      ...same,
      id: `${code}.justice`,
      name: `${short}司法所`,
      kind: "justiceOffice",
      dutyPhone: null,
    },
    ...township.villages.map((village, index) => villageUnit(village, code, index + 1)),
  ];
}

function villageUnit(name: string, township: string, number: number): UnitRecord {
  const id = `${township}2${String(number).padStart(2, "0")}`;
  return { id, name, kind: "village", parent: township, covers: [id], dutyPhone: null };
}
