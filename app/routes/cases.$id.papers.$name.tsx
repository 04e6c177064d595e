import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { PaperPage } from "../components/paper/paper-page";
import { qrShapes } from "../http/qr-shape.server";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";
import type { PaperView } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", name = "" } = params;
  const { language } = session.preferences;
  const paper = valueOrThrow(await context.runtime.paper(session, caseId, name, language));
  return { paper, qr: qrShapes(paper.blocks) };
}

export const meta = loadedTitle(({ paper }: { paper: PaperView }) => paper.title);

export default function Paper() {
  const { paper, qr } = useLoaderData<typeof loader>();
  const { id = "", name = "" } = useParams();
  const own = `/cases/${id}`;
  return <PaperPage paper={paper} qr={qr} back={own} word={`${own}/papers/${name}/document`} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
