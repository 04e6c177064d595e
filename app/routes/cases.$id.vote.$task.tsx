import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RefusedVote } from "../components/decision/refused-vote";
import { VotePage } from "../components/decision/vote-page";
import { loadedTitle } from "../components/page-title";
import { readPost } from "../http/read-post.server";
import { readVote, typedVote } from "../http/read-vote";
import { refusalResponse } from "../http/refusal-response";
import { refusalStatus } from "../http/refusal-status";
import { isOutOfReach, refusedData, toRefusedBody, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import { pageAfter } from "../http/take-step.server";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", task = "" } = params;
  const form = await context.runtime.voteForm(session, caseId, task);
  if (form.ok) return data({ form: form.value, refused: null });
  if (isOutOfReach(form.refusal)) throw refusalResponse(form.refusal);
  const { number, title } = valueOrThrow(await context.runtime.caseView(session, caseId));
  const decisions = valueOrThrow(await context.runtime.decisions(session, caseId));
  const refused = { ...toRefusedBody(form), matter: { id: caseId, number, title }, decisions };
  return data({ form: null, refused }, { status: refusalStatus(form.refusal) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", task = "" } = params;
  const posted = await readPost(request);
  assertCsrf(posted, session);
  const vote = await readVote(posted, { caseId, task });
  const answer = vote.ok ? await context.runtime.vote(session, vote.value) : vote;
  if (!answer.ok) return refusedData(answer, { typed: typedVote(posted) });
  const said = keepSaid(answer.value.message, context.secure);
  return redirect(pageAfter(answer.value), { headers: { "Set-Cookie": said } });
}

export const meta = loadedTitle<Awaited<ReturnType<typeof loader>>["data"]>(
  ({ form, refused }) => form?.decision.title ?? refused?.matter.title ?? { zh: "" },
);

export default function Vote() {
  const { form, refused } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (refused) return <RefusedVote {...refused} typed={reply?.typed} />;
  if (!form) return null;
  return <VotePage form={form} reply={reply} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
