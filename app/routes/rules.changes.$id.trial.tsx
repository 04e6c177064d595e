import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { TrialPage } from "../components/rules/trial-page";
import { textOf } from "../http/form-data";
import { readProposalAct } from "../http/read-proposal-act";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const caseId = new URL(request.url).searchParams.get("case");
  const ask = { id: params["id"] ?? "", caseId };
  return { trial: valueOrThrow(await context.runtime.trial(session, ask)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const id = params["id"] ?? "";
  const page = `/rules/changes/${id}/trial`;
  if (textOf(formData, "intent") === "begin") {
    const begun = await context.runtime.beginTrial(session, id);
    return begun.ok ? redirect(page) : refusedData(begun, {});
  }
  const read = readProposalAct(formData);
  if (!read.ok) return refusedData(read, {});
  const done = await context.runtime.actOnProposal(session, { id, ...read.value });
  return done.ok ? redirect(page) : refusedData(done, {});
}

export const meta = fixedTitle((words) => words.trial.title);

export default function Trial() {
  const { trial } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <TrialPage trial={trial} refusal={reply?.refusal ?? null} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
