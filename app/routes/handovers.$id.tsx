import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HandoverPage } from "../components/handovers/handover-page";
import { fixedTitle } from "../components/page-title";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  return { view: valueOrThrow(await context.runtime.handover(session, params["id"] ?? "")) };
}

export const meta = fixedTitle((words) => words.handovers.title);

export default function Handover() {
  return <HandoverPage view={useLoaderData<typeof loader>().view} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
