import { refuse } from "../../engine/errors";
import { at, type Json } from "../../engine/json";
import { leavesOf } from "../../engine/machine/state-value";
import type { ModelSource } from "../../engine/model/model-source";
import type { UnitRecord } from "../../engine/people-ports";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { Result, Session } from "../api";
import { openReading } from "../cases/case-parts";
import type { Reading } from "../cases/reading";
import type { CaseService } from "../cases/case-service";
import type { ChangeSource } from "../layers";
import type { LoadedPackage } from "../load-packages";
import { codeOf } from "../models/read-force";
import type { ComparisonParts } from "../models/read-comparison";

export const ADOPTION_PACKAGE = "model-adoption";

export type AdoptionParts = ComparisonParts & {
  packages: readonly LoadedPackage[];
  changes: ChangeSource;
  service: CaseService;
};

/** One adoption before one reader, with what it is about. */
export interface AdoptionReading {
  reading: Reading;
  /** The present state's name. */
  state: string;
  villages: UnitRecord[];
  /** Whose villages they are: the village itself, or the township under the station. */
  unit: UnitRecord;
  /** The kind of village that it is for; null: all, or the one. */
  kind: Text | null;
  /** The model chosen so far, or thought of at the beginning. */
  model: ModelSource | null;
}

/** Opens the matter of an adoption. Refuses as `openReading`, and `case/not-found` for a matter of another package. */
export async function openAdoption(
  parts: AdoptionParts,
  session: Session,
  caseId: string,
): Promise<Result<AdoptionReading>> {
  const opened = await openReading(parts, { reader: session, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { matter } = reading;
  const villages = villagesOf(parts, reading);
  const [first] = villages;
  if (matter.workflow !== ADOPTION_PACKAGE || first === undefined) {
    return { ok: false, refusal: refuse("case/not-found") };
  }
  const above = parts.directory().findUnit(first.parent ?? "");
  const [leaf = ""] = leavesOf(matter.state);
  return {
    ok: true,
    value: {
      ...{ reading, villages, state: leaf },
      unit: isOneVillage(reading) ? first : (above ?? first),
      kind: parts.kinds[kindIn(reading)]?.title ?? null,
      model: parts.definitions.models.sources.get(textAt(reading, "model")) ?? null,
    },
  };
}

/** A text of the matter's data; empty where it has none. */
export function textAt({ data }: Pick<Reading, "data">, path: string): string {
  const value: Json | undefined = at(data, path);
  return typeof value === "string" ? value : "";
}

/** 石桥村; 青石乡 8 个村; 青石乡 3 个山区村. */
export function placeText({ reading, villages, unit, kind }: AdoptionReading): Text {
  if (isOneVillage(reading)) return { zh: unit.name };
  const count = villages.length;
  if (kind !== null) {
    const { zh, en = zh } = kind;
    return { zh: `${unit.name} ${count} 个${zh}`, en: `${unit.name}, ${en} (${count})` };
  }
  return { zh: `${unit.name} ${count} 个村`, en: `${count} villages of ${unit.name}` };
}

function isOneVillage(reading: Reading): boolean {
  return textAt(reading, "scope") === "village";
}

/** The kind that an adoption is for; empty where it is for all, or for one village. */
function kindIn(reading: Reading): string {
  return textAt(reading, "scope") === "kind" ? textAt(reading, "kind") : "";
}

/** Those of a kind as it was when the matter began: what it is about stays the same. */
function villagesOf({ directory }: AdoptionParts, reading: Reading): UnitRecord[] {
  const known = directory();
  const kind = kindIn(reading);
  const begun = dayOf(reading.matter.startedAt);
  const village = textAt(reading, "village");
  const area = reading.matter.place.code.slice(0, TOWNSHIP_DIGITS);
  return known.units
    .filter(({ kind }) => kind === "village")
    .filter((unit) =>
      isOneVillage(reading) ? codeOf(unit) === village : codeOf(unit).startsWith(area),
    )
    .filter((unit) => kind === "" || known.kindAt(codeOf(unit), begun) === kind)
    .sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
}

/** A station's area is written as the township's digits, then zeros. */
const TOWNSHIP_DIGITS = 9;
