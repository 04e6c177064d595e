import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { NoticePage } from "../components/public/notice-page";
import { noticeUrl, publicData } from "../http/public-page.server";
import { qrShape } from "../http/qr-shape.server";
import { valueOrThrow } from "../http/refused.server";
import type { NoticeView } from "../runtime/api";

export const handle = { scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { id = "" } = params;
  const notice = valueOrThrow(await context.runtime.notice(id));
  const from = new URL(request.url).searchParams.get("v") ?? "";
  const village = /^\d{12}$/.test(from) ? from : notice.village;
  return publicData({ request, context }, { notice, village, qr: qrShape(noticeUrl(request, id)) });
}

export const meta = loadedTitle(({ notice }: { notice: NoticeView }) => notice.title);

export default function Notice() {
  return <NoticePage {...useLoaderData<typeof loader>()} />;
}

export { PublicError as ErrorBoundary } from "../components/public/public-error";
