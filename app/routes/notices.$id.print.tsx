import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { NoticeSheet } from "../components/public/notice-sheet";
import { noticeUrl } from "../http/public-page.server";
import { qrShape } from "../http/qr-shape.server";
import { valueOrThrow } from "../http/refused.server";
import type { NoticeView } from "../runtime/api";

export const handle = { scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { id = "" } = params;
  const notice = valueOrThrow(await context.runtime.notice(id));
  const url = noticeUrl(request, id);
  return { notice, url, qr: qrShape(url) };
}

export const meta = loadedTitle(({ notice }: { notice: NoticeView }) => notice.title);

export default function Print() {
  return <NoticeSheet {...useLoaderData<typeof loader>()} />;
}

export { PublicError as ErrorBoundary } from "../components/public/public-error";
