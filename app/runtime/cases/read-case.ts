import { papersOffered } from "../../engine/projection/paper";
import type { Text } from "../../engine/text";
import { dayOf } from "../../engine/time/zone";
import { findBriefs, findLinks, type CaseBrief } from "../../storage/case-briefs";
import type { CaseView, Result } from "../api";
import { publishedNotices } from "../notices/officer-notices";
import { accessTo } from "./access";
import { noteRead, openReading, type CaseParts, type Reader } from "./case-parts";
import { sourcesIn } from "./sources-in";
import { matterTitle, wholeScope, type Reading } from "./reading";
import { answerSections } from "./view-answers";
import { deadlineViews } from "./view-due";
import { historyLines } from "./view-history";
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
      offers,
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

/** Linked matters on both sides; of one that is not the reader's there is only the kind and how it came out. */
async function linkViews(parts: CaseParts, reading: Reading): Promise<CaseView["links"]> {
  const links = await findLinks(parts.database, reading.matter.id);
  const briefs = await findBriefs(
    parts.database,
    links.map(({ caseId }) => caseId),
  );
  const views: CaseView["links"] = [];
  for (const link of links) {
    const brief = briefs.find(({ id }) => id === link.caseId);
    if (brief === undefined) continue;
    const workflow = await parts.definitions.get(brief.hash);
    const [leaf] = namedLeaves(workflow, brief);
    const kind = reading.workflow.source.links?.[link.link]?.title ?? workflow.source.title;
    const seen = mayRead(parts, reading, brief);
    views.push({
      caseId: seen ? brief.id : null,
      number: seen ? brief.number : null,
      title: seen ? brief.title : kind,
      state: leaf?.title ?? workflow.source.title,
      side: link.side,
    });
  }
  return views;
}

function mayRead(parts: CaseParts, { person, now }: Reading, brief: CaseBrief): boolean {
  const { roles } = parts.definitions;
  return accessTo({ person, matter: brief, roles, now }).to === "read";
}
