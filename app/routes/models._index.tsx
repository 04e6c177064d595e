import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ModelsPage } from "../components/models/models-page";
import { fixedTitle } from "../components/page-title";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";

export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const models = valueOrThrow(context.runtime.models(session));
  return { models, adoptions: await context.runtime.openAdoptions(session) };
}

export const meta = fixedTitle((words) => words.models.title);

export default function Models() {
  return <ModelsPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
