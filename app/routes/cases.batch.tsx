import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BatchPage } from "../components/batch/batch-page";
import { fixedTitle } from "../components/page-title";
import { readBatch, type PostedBatch } from "../http/read-batch";
import { readPost } from "../http/read-post.server";
import { refusalStatus } from "../http/refusal-status";
import { toRefusedBody } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { BatchOutcome, Refusal } from "../runtime/api";

/** Several matters that were ticked in a list, and the same done to all of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { searchParams } = new URL(request.url);
  const cases = searchParams.getAll("case");
  const view = await context.runtime.batch(session, { cases, what: searchParams.get("do") });
  const status = view.refusal === null ? 200 : refusalStatus(view.refusal);
  return data({ view }, { status });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const what = new URL(request.url).searchParams.get("do") ?? "";
  const read = await readBatch(form, what);
  if (!read.ok) return answer({ refusal: read.refusal });
  const { posted, input } = read.value;
  if (input === null) return answer({ posted });
  const outcomes = await context.runtime.runBatch(session, input);
  return answer({ posted, outcomes });
}

/** What goes back to the page; the status is that of the first refusal where nothing was done. */
function answer(reply: { posted?: PostedBatch; outcomes?: BatchOutcome[]; refusal?: Refusal }) {
  const { posted = null, outcomes = [] } = reply;
  const isDone = outcomes.some(({ done }) => done !== null);
  const refusal = reply.refusal ?? (isDone ? null : (outcomes[0]?.refusal ?? null));
  const body = {
    posted,
    outcomes,
    refusal: reply.refusal ? toRefusedBody({ ok: false, refusal: reply.refusal }) : null,
  };
  return data(body, { status: refusal === null ? 200 : refusalStatus(refusal) });
}

export const meta = fixedTitle((words) => words.batch.title);

export default function Batch() {
  const { view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <BatchPage view={view} reply={reply} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
