import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "../http/attachment";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

/** A paper as a Word file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", name: paper = "" } = params;
  const remark = context.practising ? "practice" : context.runtime.demo ? "demo" : null;
  const ask = { caseId, name: paper, remark } as const;
  const { name, bytes } = valueOrThrow(await context.runtime.paperDocument(session, ask));
  return attachment({ name: `${name}.docx`, bytes });
}
