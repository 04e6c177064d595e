import {
  decisionsFor,
  type DecisionView,
  type SignerView,
} from "../../engine/decision/decisions-for";
import { offersFor } from "../../engine/offer";
import { MAY_BATCH } from "../../engine/operations/batch";
import { sourceOf } from "../../engine/operations/operation-source";
import type { OperationOffer } from "../../engine/operations/operations-for";
import type { Text } from "../../engine/text";
import type { EventMeta } from "../../engine/workflow-source";
import type { BatchMatter } from "../api";
import { matterTitle } from "../cases/reading";
import { namedLeaves } from "../cases/view-phases";
import type { OperationReading } from "./operation-reading";

/** Something that one reader can do to one matter along with others. */
export interface Possible {
  what: string;
  label: Text;
  at: Text | null;
  task?: string;
  event?: { event: string; path: string; meta: EventMeta };
  operation?: OperationOffer;
  vote?: { view: DecisionView; signer: SignerView };
}

/** A matter as the page of several shows it. */
export function batchMatter(reading: OperationReading): BatchMatter {
  const { workflow, matter } = reading;
  return {
    caseId: matter.id,
    seq: matter.seq,
    number: matter.number,
    title: matterTitle(reading),
    placeName: matter.place.name,
    states: namedLeaves(workflow, matter).map(({ title }) => title),
  };
}

/** What the package lets this reader do to the matter along with others, as it stands. */
export function possibleIn(reading: OperationReading): Possible[] {
  return [...eventsIn(reading), ...votesIn(reading), ...operationsIn(reading)];
}

function eventsIn(reading: OperationReading): Possible[] {
  const { workflow } = reading;
  return offersFor(reading).flatMap(({ event, path, meta, mine, refusal }) =>
    mine && refusal === undefined && meta.batch === true
      ? [
          {
            what: ["event", workflow.id, path, event].join("~"),
            label: meta.label,
            at: titleOf(reading, path),
            event: { event, path, meta },
          },
        ]
      : [],
  );
}

/** One signature a matter: whoever has several gives them on its page. */
function votesIn(reading: OperationReading): Possible[] {
  return decisionsFor(reading).flatMap((view) => {
    const [signer, second] = view.signers.filter(({ mine }) => mine);
    if (view.source.batch !== true || signer?.task === undefined || second !== undefined) return [];
    return [
      {
        what: ["vote", reading.workflow.id, view.path].join("~"),
        label: SIGN,
        at: view.title,
        task: signer.task.id,
        vote: { view, signer },
      },
    ];
  });
}

const SIGN: Text = { zh: "签署意见", en: "Sign" };

/** Where it could be about several tasks of one matter, its page asks which. */
function operationsIn({ workflow, operations }: OperationReading): Possible[] {
  return operations.flatMap((offer) => {
    const { operation, label, task } = offer;
    const source = sourceOf(workflow.source.operations, operation);
    const isOne = operations.filter((one) => one.operation === operation).length === 1;
    if (source?.batch !== true || !MAY_BATCH.has(operation) || !isOne) return [];
    return [
      {
        what: `operation~${operation}`,
        ...{ label, at: null, operation: offer },
        ...(task === undefined ? {} : { task }),
      },
    ];
  });
}

function titleOf({ workflow }: OperationReading, path: string): Text | null {
  return workflow.machine.states.get(path)?.meta?.title ?? null;
}
