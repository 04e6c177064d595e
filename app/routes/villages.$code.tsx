import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { VillagePage } from "../components/villages/village-page";
import { valueOrThrow } from "../http/refused.server";
import { getSession, requireSession } from "../http/session.server";
import type { VillageView } from "../runtime/api";

export const handle = { scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { runtime } = context;
  const session =
    runtime.demo === null
      ? await requireSession(request, context)
      : ((await getSession(request, context)) ?? null);
  const all = valueOrThrow(await runtime.villages(session));
  const village = valueOrThrow(await runtime.village(session, params["code"] ?? ""));
  const other = new URL(request.url).searchParams.get("beside");
  const beside = other ? valueOrThrow(await runtime.village(session, other)) : null;
  const choices = all.bands.flatMap(({ tiles }) => tiles.map(({ code, name }) => ({ code, name })));
  const adoptions = session ? await runtime.openAdoptions(session, village.code) : [];
  return {
    village,
    beside,
    choices,
    adoptions,
    mayCompare: all.mayCompare,
    isSignedIn: session !== null,
  };
}

export const meta = loadedTitle(({ village }: { village: VillageView }) => ({ zh: village.name }));

export default function Village() {
  return <VillagePage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
