import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UnitsPage } from "../components/accounts/units-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const under = new URL(request.url).searchParams.get("under") ?? undefined;
  return valueOrThrow(context.runtime.unitsDesk(session, under));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const text = (name: string) => textOf(formData, name);
  const added = await context.runtime.addUnit(session, {
    id: text("id"),
    name: text("name"),
    kind: text("kind"),
    parent: text("parent"),
    covers: text("covers"),
    dutyPhone: text("dutyPhone"),
  });
  return added.ok ? data({ done: true, refusal: null }) : refusedData(added, { done: false });
}

export const meta = fixedTitle((words) => words.accounts.units);

export default function Units() {
  const reply = useActionData<typeof action>();
  const { done = false, refusal = null } = reply ?? {};
  return <UnitsPage {...useLoaderData<typeof loader>()} done={done} refusal={refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
