import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { FactsPage } from "../components/villages/facts-page";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { VillageFactsView } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const view = valueOrThrow(await runtime.villageFacts(session, params["code"] ?? ""));
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ view, said }, { headers });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const code = params["code"] ?? "";
  const values = Object.fromEntries([...form.keys()].map((name) => [name, textOf(form, name)]));
  const saved = await context.runtime.saveVillageFacts(session, { code, values });
  if (!saved.ok) return refusedData(saved, { typed: values });
  const said = { zh: "村情存好了。", en: "Saved." };
  const headers = { "Set-Cookie": keepSaid(said, context.secure) };
  return redirect(`/villages/${code}/facts`, { headers });
}

export const meta = loadedTitle(({ view }: { view: VillageFactsView }) => ({ zh: view.name }));

export default function Facts() {
  const { view, said } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <FactsPage
      view={view}
      said={said}
      refusal={reply?.refusal ?? null}
      typed={reply?.typed ?? null}
    />
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
