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
  return { view: valueOrThrow(await context.runtime.compare(session, ask)) };
}

export const meta = fixedTitle((words) => words.models.compareTwo);

export default function Compare() {
  const { view } = useLoaderData<typeof loader>();
  return <ComparisonPage view={view} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
