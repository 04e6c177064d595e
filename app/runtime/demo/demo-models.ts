import type { JsonObject } from "../../engine/json";
import type { ModelAdoption } from "../../engine/model/adoption";
import type { PeopleSnapshot } from "../../engine/people-ports";
import { DEMO_SINCE } from "./demo-people";
import { DONGGUAN } from "./matters/dongguan";

type ModelRows = Pick<PeopleSnapshot, "modelAdoptions" | "villageKinds" | "unitFacts">;

/** Households, residents from elsewhere, rented houses, hamlets, minutes to the station, network. */
type Numbers = [
  households: number,
  newcomers: number,
  rentedHouses: number,
  hamlets: number,
  minutes: number,
  network: "fibre" | "mobile" | "weak",
];

/** A township's villages in their order, all of one kind. */
interface TownshipFacts {
  code: string;
  kind: string;
  villages: Numbers[];
  onBorder?: number[];
}

const TOWNSHIPS: readonly TownshipFacts[] = [
  {
    code: "991021200",
    kind: "mountain",
    villages: [
      [412, 18, 6, 5, 38, "mobile"],
      [286, 9, 2, 4, 45, "mobile"],
      [193, 4, 0, 6, 62, "weak"],
      [241, 6, 1, 5, 51, "mobile"],
      [178, 3, 0, 4, 70, "weak"],
      [325, 11, 3, 4, 33, "mobile"],
      [156, 2, 0, 7, 78, "weak"],
      [134, 2, 0, 8, 90, "weak"],
    ],
    onBorder: [8],
  },
  {
    code: "991021100",
    kind: "plain",
    villages: [
      [820, 64, 21, 2, 8, "fibre"],
      [760, 41, 12, 2, 12, "fibre"],
      [645, 30, 9, 3, 17, "fibre"],
      [590, 22, 7, 2, 21, "mobile"],
      [702, 35, 10, 2, 14, "fibre"],
      [533, 19, 5, 3, 24, "mobile"],
    ],
  },
  {
    code: "991022100",
    kind: "suburban",
    villages: [
      [1260, 720, 364, 1, 6, "fibre"],
      [1105, 210, 86, 1, 9, "fibre"],
      [980, 160, 54, 2, 13, "fibre"],
      [1040, 145, 47, 1, 11, "fibre"],
      [890, 120, 38, 2, 15, "fibre"],
    ],
  },
  {
    code: "991023200",
    kind: "traditional",
    villages: [
      [468, 15, 4, 3, 26, "fibre"],
      [352, 12, 3, 4, 34, "mobile"],
      [301, 8, 2, 4, 41, "mobile"],
      [277, 7, 1, 5, 48, "mobile"],
      [318, 26, 8, 4, 37, "mobile"],
    ],
  },
  {
    code: "991023100",
    kind: "mining",
    villages: [
      [910, 260, 74, 1, 5, "fibre"],
      [640, 180, 41, 2, 12, "fibre"],
      [575, 205, 52, 2, 16, "mobile"],
      [520, 165, 33, 1, 14, "fibre"],
    ],
    onBorder: [4],
  },
];

/** All police of each county, of whom the demo only knows those at the stations. */
const POLICE: Readonly<Record<string, number>> = { "991021": 22, "991022": 10, "991023": 14 };

const adoption = (unit: string, model: string, kind: string | null = null): ModelAdoption => ({
  ...{ unit, kind, model, from: DEMO_SINCE, to: null },
  ...{ settings: {}, decidedBy: null },
});

/** Mountains under resident auxiliaries, plains under area officers, mines under one team, the town village apart. */
const ADOPTIONS: readonly ModelAdoption[] = [
  adoption("991021200", "resident-auxiliary"),
  adoption("991021100", "area-officer"),
  adoption("991022", "area-officer"),
  adoption("991022", "room-and-custody", "urban"),
  adoption("991023200", "resident-auxiliary"),
  adoption("991023100", "station-team"),
];

/** Villages that are of another kind than their township's; 东关村 becomes a village in the town in a matter. */
const OTHER_KINDS: Readonly<Record<string, string>> = { [DONGGUAN]: "traditional" };

/** What the demo's units have adopted, and what is known of its villages. */
export function demoModels(): ModelRows {
  const villages = TOWNSHIPS.flatMap(({ code, kind, villages: rows, onBorder = [] }) =>
    rows.map((row, i) => ({
      unit: `${code}2${String(i + 1).padStart(2, "0")}`,
      kind,
      facts: factsOf(row, onBorder.includes(i + 1)),
    })),
  );
  return {
    modelAdoptions: [...ADOPTIONS],
    villageKinds: villages.map(({ unit, kind }) => ({
      ...{ unit, kind: OTHER_KINDS[unit] ?? kind, from: DEMO_SINCE, decidedBy: null },
    })),
    unitFacts: [
      ...villages.map(({ unit, facts }) => ({ unit, facts, day: DEMO_SINCE })),
      ...Object.entries(POLICE).map(([unit, policeTotal]) => ({
        ...{ unit, facts: { policeTotal }, day: DEMO_SINCE },
      })),
    ],
  };
}

function factsOf(row: Numbers, onCountyBorder: boolean): JsonObject {
  const [households, newcomers, rentedHouses, hamlets, minutesToStation, network] = row;
  return {
    ...{ households, newcomers, rentedHouses, hamlets, minutesToStation },
    ...{ onCountyBorder, network },
  };
}
