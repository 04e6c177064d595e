import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComparisonPage } from "../components/models/comparison-page";
import { fixedTitle } from "../components/page-title";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { searchParams } = new URL(request.url);
  const ask = { unit: searchParams.get("unit"), models: searchParams.getAll("model").slice(0, 2) };
  const view = valueOrThrow(await context.runtime.compare(session, ask));
  return { view, mayAdopt: await context.runtime.mayBeginAdoption(session) };
}

export const meta = fixedTitle((words) => words.models.compareTwo);

export default function Compare() {
  const { view, mayAdopt } = useLoaderData<typeof loader>();
  return <ComparisonPage view={view} mayAdopt={mayAdopt} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
