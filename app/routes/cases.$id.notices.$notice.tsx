import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { NoticeShare } from "../components/case/notice-share";
import { loadedTitle } from "../components/page-title";
import { noticeUrl } from "../http/public-page.server";
import { qrShape } from "../http/qr-shape.server";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";
import type { PublishedNotice } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", notice: id = "" } = params;
  const notice = valueOrThrow(await context.runtime.caseNotice(session, caseId, id));
  const url = noticeUrl(request, notice.id);
  return { notice, url, qr: qrShape(url) };
}

export const meta = loadedTitle(({ notice }: { notice: PublishedNotice }) => notice.title);

export default function PublishedNoticePage() {
  const { id = "" } = useParams();
  return <NoticeShare caseId={id} {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
