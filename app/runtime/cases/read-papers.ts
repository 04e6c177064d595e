import { refuse } from "../../engine/errors";
import { papersOffered, renderPaper } from "../../engine/projection/paper";
import type { Language } from "../../engine/text";
import { findAttachment } from "../../storage/attachments";
import type { PaperView, Result } from "../api";
import { noteRead, openReading, type CaseParts, type Reader } from "./case-parts";
import { visibleScope, wholeScope } from "./reading";

/**
 * A paper with everything filled in that the reader may see; what they may not see is a blank to write on.
 * Refuses `case/no-paper` where it is not offered as the matter stands.
 */
export async function readPaper(
  parts: CaseParts,
  reader: Reader,
  ask: { caseId: string; name: string; language: Language },
): Promise<Result<PaperView>> {
  const { caseId, name, language } = ask;
  const opened = await openReading(parts, { reader, caseId, language });
  if (!opened.ok) return opened;
  const reading = opened.value;
  const { workflow, matter } = reading;
  const offer = papersOffered(workflow, matter, wholeScope(reading)).find(
    (one) => one.name === name,
  );
  const paper = workflow.document.papers[name];
  if (offer === undefined || paper === undefined) {
    const title = workflow.source.papers?.[name]?.title;
    return { ok: false, refusal: refuse("case/no-paper", { paper: title ?? name }) };
  }
  await noteRead(parts, { reader, act: "paper.read", caseId, what: name });
  return {
    ok: true,
    value: {
      title: offer.title,
      number: matter.number,
      landscape: paper.landscape ?? false,
      sample: paper.status !== "approved",
      copies: offer.copies,
      blocks: renderPaper({ workflow, paper, scope: visibleScope(reading), language }),
    },
  };
}

/** A photo of a paper original, for those who may read its matter. Refuses `case/no-attachment`. */
export async function readAttachment(
  parts: CaseParts,
  reader: Reader,
  ask: { caseId: string; id: string },
): Promise<Result<{ bytes: Uint8Array; type: string }>> {
  const opened = await openReading(parts, { reader, caseId: ask.caseId });
  if (!opened.ok) return opened;
  const found = await findAttachment(parts.database, ask);
  if (found === undefined) return { ok: false, refusal: refuse("case/no-attachment") };
  await noteRead(parts, { reader, act: "attachment.read", caseId: ask.caseId, what: ask.id });
  return { ok: true, value: found };
}
