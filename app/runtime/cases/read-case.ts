import { papersOffered } from "../../engine/projection/paper";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import type { CaseView, Offer, Result } from "../api";
import { publishedNotices } from "../notices/officer-notices";
import { noteRead, openReading, type CaseParts, type Reader } from "./case-parts";
import { sourcesIn } from "./sources-in";
import { matterTitle, wholeScope, type Reading } from "./reading";
import { answerSections } from "./view-answers";
import { deadlineViews } from "./view-due";
import { historyLines } from "./view-history";
import { linkViews } from "./view-links";
import { moveViews, offerViews } from "./view-offers";
import { namedLeaves, phaseViews, stateViews } from "./view-phases";

/** Everything that a matter's page shows one reader. */
export async function readCase(
  parts: CaseParts,
  reader: Reader,
  caseId: string,
): Promise<Result<CaseView>> {
  const opened = await openReading(parts, { reader, caseId });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const history = await parts.store.history(caseId);
  const links = await linkViews(parts, reading);
  await noteRead(parts, { reader, act: "case.read", caseId });
  const { workflow, matter, now } = reading;
  const scope = wholeScope(reading);
  const { offers, canCall } = offerViews(reading, sourcesIn(workflow, history));
  const { paused } = matter;
  return {
    ok: true,
    value: {
      id: matter.id,
      package: matter.workflow,
      seq: matter.seq,
      number: matter.number,
      title: matterTitle(reading),
      workflowTitle: workflow.source.title,
      status: matter.status,
      endTitle: endTitle(reading),
      placeName: matter.place.name,
      ownerName: matter.owner.name,
      phases: phaseViews(workflow, matter),
      states: stateViews(reading),
      offers: withLinks(offers, links),
      moves: moveViews(reading),
      canCall,
      duty: canCall ? parts.directory().duty(matter.place.code, now) : null,
      deadlines: deadlineViews(reading),
      history: historyLines(reading, history),
      links,
      papers: papersOffered(workflow, matter, scope).map(({ name, title }) => ({ name, title })),
      notices: await publishedNotices(parts, caseId),
      answers: answerSections(reading.data, reading.answers),
      paused: paused && { since: dayOf(paused.since), reason: paused.reason },
    },
  };
}

function endTitle({ workflow, matter }: Reading): Text | null {
  return matter.status === "ended" ? (namedLeaves(workflow, matter)[0]?.title ?? null) : null;
}

/** Which linked matters stand in the way is said as far as the reader may open them. */
function withLinks(offers: readonly Offer[], links: CaseView["links"]): Offer[] {
  const readable = new Set(links.map(({ caseId }) => caseId));
  return offers.map((offer) => {
    const { refusal } = offer;
    if (refusal?.linked === undefined) return offer;
    return {
      ...offer,
      refusal: { ...refusal, linked: refusal.linked.filter((id) => readable.has(id)) },
    };
  });
}
