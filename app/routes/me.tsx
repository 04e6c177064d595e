import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MePage } from "../components/me-page";
import { fixedTitle } from "../components/page-title";
import { requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { searchParams } = new URL(request.url);
  const after = searchParams.get("after");
  const inbox = await context.runtime.inbox(session, after);
  const administers = context.runtime.importOptions(session).ok;
  const said = searchParams.get("said");
  return {
    ...{ login: session.login, csrf: session.csrf, inbox, isFirst: after === null, administers },
    substitutes: context.runtime.substitutes(session),
    said: said === "saved" || said === "ended" ? (said as "saved" | "ended") : null,
  };
}

export const meta = fixedTitle((words) => words.me.title);

export default function Me() {
  return <MePage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
