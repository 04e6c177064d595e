import { refuse } from "../../engine/errors";
import { MOST_IN_BATCH } from "../../engine/operations/batch";
import { OPERATION_TABLE } from "../../engine/operations/table";
import { dayOf } from "../../engine/time/zone";
import type { BatchChoice, BatchForm, BatchMatter, BatchView } from "../api";
import type { CaseParts, Reader } from "../cases/case-parts";
import { uuidv7 } from "../cases/new-id";
import { visibleScope } from "../cases/reading";
import { stepForm } from "../cases/view-form";
import { batchMatter, possibleIn, type Possible } from "./batch-choices";
import { openOperations, type OperationReading } from "./operation-reading";
import { personChoices } from "./person-choices";

/** One matter and one thing that can be done to it. */
interface Found extends Possible {
  reading: OperationReading;
  matter: BatchMatter;
}

/**
 * What can be done to several matters at once, and, where one of these things was chosen, its page. Matters that the
 * reader cannot see are left out.
 */
export async function readBatch(
  parts: CaseParts,
  reader: Reader,
  { cases, what }: { cases: readonly string[]; what: string | null },
): Promise<BatchView> {
  const ids = [...new Set(cases)];
  const empty = { matters: [], choices: [], form: null };
  if (ids.length === 0) return { ...empty, refusal: refuse("batch/nothing") };
  if (ids.length > MOST_IN_BATCH) {
    return { ...empty, refusal: refuse("batch/too-many", { most: MOST_IN_BATCH }) };
  }
  const matters: BatchMatter[] = [];
  const found: Found[] = [];
  for (const caseId of ids) {
    const opened = await openOperations(parts, { reader, caseId });
    if (!opened.ok) continue;
    const reading = opened.value;
    const matter = batchMatter(reading);
    matters.push(matter);
    found.push(...possibleIn(reading).map((one) => ({ ...one, reading, matter })));
  }
  const names = [...new Set(found.map((one) => one.what))];
  const chosen = found.filter((one) => one.what === what);
  return {
    matters,
    choices: names.flatMap((name) => choiceOf(found.filter((one) => one.what === name))),
    form: await formOf(parts, chosen),
    refusal: null,
  };
}

function choiceOf(found: readonly Found[]): BatchChoice[] {
  const [first] = found;
  if (first === undefined) return [];
  const { what, label, at } = first;
  const matters = found.map(({ matter, task }) => ({
    ...matter,
    ...(task === undefined ? {} : { task }),
  }));
  return [{ what, label, at, matters }];
}

async function formOf(parts: CaseParts, found: readonly Found[]): Promise<BatchForm | null> {
  const [first] = found;
  const [choice] = choiceOf(found);
  if (first === undefined || choice === undefined) return null;
  const base = { ...choice, batchId: uuidv7(first.reading.now) };
  if (first.event !== undefined) return { ...base, step: stepOf(parts, first, first.event) };
  if (first.vote !== undefined) {
    const { view, signer } = first.vote;
    return { ...base, vote: { answers: signer.answers, rejection: view.rejection } };
  }
  return { ...base, operation: await operationOf(parts, found) };
}

/** The form of an event with nothing of any one matter in it. */
function stepOf(
  parts: CaseParts,
  { reading }: Found,
  { event, path, meta }: NonNullable<Possible["event"]>,
): NonNullable<BatchForm["step"]> {
  const { workflow, person, now, language } = reading;
  const { schema, ui, formData, help } = stepForm({
    ...{ workflow, event, meta, language },
    ...{ caseId: null, matter: null, expectedSeq: 0, commandId: "", places: [], due: null },
    villages: parts.directory().placesOf(person, now),
    scope: visibleScope({ ...reading, data: {}, matter: { ...reading.matter, data: {} } }, path),
    names: new Map(),
  });
  return { schema, ui, formData, ...(help === undefined ? {} : { help }) };
}

/** Whoever may be named in each of the matters. */
async function operationOf(
  parts: CaseParts,
  found: readonly Found[],
): Promise<NonNullable<BatchForm["operation"]>> {
  const offers = found.flatMap(({ operation }) => operation ?? []);
  const [offer] = offers;
  const [first] = found;
  if (offer === undefined || first === undefined) throw new Error("an operation has its offer");
  const { operation: key, reason, text, until, targets, many } = offer;
  const common = (targets ?? []).filter(({ id }) =>
    offers.every((one) => one.targets?.some((target) => target.id === id) === true),
  );
  return {
    ...{ key, reason, then: OPERATION_TABLE[key].then },
    ...(text === undefined ? {} : { text }),
    ...(until === undefined ? {} : { until: { from: dayOf(first.reading.now) } }),
    ...(targets === undefined
      ? {}
      : {
          people: {
            many: many === true,
            offered: await personChoices(parts, first.reading, { targets: common }),
            keepOut: [],
            units: [],
          },
        }),
  };
}
