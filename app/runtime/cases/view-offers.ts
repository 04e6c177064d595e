import type { MoveCommand } from "../../engine/command";
import { offersFor, type Offer as EngineOffer } from "../../engine/offer";
import type { RoleId } from "../../engine/person";
import { MOVE_WORDS } from "../../engine/steps/move-step";
import { isExcepted, moveTargets } from "../../engine/steps/move-targets";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { Workflow } from "../../engine/workflow";
import type { CaseView, Offer } from "../api";
import type { Reading } from "./reading";
import { reasonViews, type SourceOf } from "./view-reasons";

/** What can be done now: the reader's own steps first, then those of others with whose they are. */
export function offerViews(
  reading: Reading,
  sourceOf?: SourceOf,
): { offers: Offer[]; canCall: boolean } {
  const all = offersFor(reading);
  const own = all.filter((offer) => offer.mine);
  const others = all.filter((offer) => !offer.mine);
  const lead = own.find((offer) => offer.refusal === undefined) ?? own[0];
  const offers = [...own, ...others].map((offer) =>
    toView(offer, { reading, sourceOf, primary: offer === lead }),
  );
  // What the page of the matter leads with is somebody else's, or nothing of one's own can be done.
  const waits = all[0]?.mine === false || own.every((offer) => offer.refusal !== undefined);
  return { offers, canCall: reading.workflow.source.call === true && others.length > 0 && waits };
}

function toView(
  offer: EngineOffer,
  how: { reading: Reading; sourceOf: SourceOf | undefined; primary: boolean },
): Offer {
  const { reading, sourceOf, primary } = how;
  const { workflow, roles, now } = reading;
  const { event, meta, refusal, mine } = offer;
  const reader = { workflow, roles, today: dayOf(now), sourceOf };
  const reasons = reasonViews(refusal?.because ?? [], reader);
  return {
    event,
    label: meta.label,
    ...(meta.help === undefined ? {} : { help: meta.help }),
    act: meta.act,
    hasForm: meta.form !== undefined,
    primary,
    ...(refusal === undefined
      ? {}
      : {
          refusal: {
            ...{ sentence: refusal.message, reasons },
            ...(refusal.linked === undefined ? {} : { linked: refusal.linked }),
          },
        }),
    ...(mine ? {} : { onlyRoles: meta.roles.map((role) => roleTitle(workflow, role)) }),
  };
}

/** What people call a role. */
export function roleTitle(workflow: Workflow, role: RoleId): Text {
  return workflow.roles[role]?.title ?? { zh: role };
}

const MOVES = ["return", "reopen", "pause", "resume", "withdraw", "void"] as const;

/** The moves that this reader may make as the matter stands, with the states they can go to. */
export function moveViews(reading: Reading): CaseView["moves"] {
  return MOVES.filter((move) => isOffered(reading, move)).flatMap((move): CaseView["moves"] => {
    const label = MOVE_WORDS[move];
    if (move !== "return" && move !== "reopen") return [{ move, label }];
    const targets = moveTargets(reading.workflow, reading.matter, move);
    // A reopening needs no target: it goes back to where the matter was.
    return targets.length === 0 && move === "return" ? [] : [{ move, label, targets }];
  });
}

function isOffered(reading: Reading, move: MoveCommand["move"]): boolean {
  const { workflow, matter, roles, person } = reading;
  const source = workflow.source.moves?.[move === "resume" ? "pause" : move];
  if (source === undefined || !source.roles.some((role) => roles.has(role))) return false;
  if (isExcepted(workflow, matter, source)) return false;
  if (move === "reopen" || matter.status !== "open") {
    return move === "reopen" && matter.status !== "open";
  }
  if (move === "withdraw") return matter.startedBy === person.id;
  if (move === "pause") return matter.paused === null;
  return move !== "resume" || matter.paused !== null;
}
