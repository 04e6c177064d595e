import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { RulesPage } from "../components/rules/rules-page";
import { valueOrThrow } from "../http/refused.server";
import { takeSaid } from "../http/said-cookie.server";
import { requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const unit = new URL(request.url).searchParams.get("unit");
  const rules = valueOrThrow(await context.runtime.rules(session, unit));
  const { said, setCookie } = takeSaid(request, context.secure);
  return data({ rules, said }, setCookie ? { headers: { "Set-Cookie": setCookie } } : undefined);
}

export const meta = fixedTitle((words) => words.rules.title);

export default function Rules() {
  return <RulesPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
