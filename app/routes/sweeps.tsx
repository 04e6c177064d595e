import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { SweepsPage } from "../components/sweeps/sweeps-page";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  return { view: valueOrThrow(await context.runtime.sweeps(session)) };
}

/** One of those that stand still is tried again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const [queue, caseId, id, reason] = ["queue", "caseId", "id", "reason"].map((name) =>
    textOf(form, name).trim(),
  );
  const asked = { queue: queue ?? "", caseId: caseId ?? "", id: id ?? "", reason: reason ?? "" };
  const done = await context.runtime.retryParked(session, asked);
  return done.ok ? { done: true, refusal: null } : refusedData(done, { done: false });
}

export const meta = fixedTitle((words) => words.sweeps.title);

export default function Sweeps() {
  const { view } = useLoaderData<typeof loader>();
  const { done = false, refusal = null } = useActionData<typeof action>() ?? {};
  return <SweepsPage view={view} done={done} refusal={refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
