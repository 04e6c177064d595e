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
  const [mayAdopt, plans] = await Promise.all([
    context.runtime.mayBeginAdoption(session),
    context.runtime.plans(session, view.unit),
  ]);
  return { view, mayAdopt, plans };
}

export const meta = fixedTitle((words) => words.models.compareTwo);

export default function Compare() {
  return <ComparisonPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
