import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DefinitionPage } from "../components/definition/definition-page";
import { partAddress } from "../components/definition/part-address";
import { loadedTitle } from "../components/page-title";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";
import type { DefinitionPage as Page } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const query = new URL(request.url).searchParams;
  const scope = { unit: query.get("unit"), model: query.get("model") || null };
  const ask = { ...scope, package: params["package"] ?? "" };
  const page = valueOrThrow(await context.runtime.definitionPage(session, ask));
  const map = query.get("in");
  const name = query.get("new")?.trim();
  // A new part was named: its text is written on a page of its own.
  if (map && name) throw redirect(partAddress(page, `${map}/${name}`));
  return { page };
}

export const meta = loadedTitle(({ page }: { page: Page }) => ({
  zh: `${page.package.title.zh}·流程定义`,
  en: `${page.package.title.en ?? page.package.title.zh}: definition`,
}));

export default function Definition() {
  return <DefinitionPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
