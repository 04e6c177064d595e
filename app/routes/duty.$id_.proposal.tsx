import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProposalPage } from "../components/duty/proposal-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const view = valueOrThrow(await context.runtime.rosterProposal(session, params["id"] ?? ""));
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ view, commandId: randomUUID(), said }, { headers });
}

/** Asks for a proposal, stops it, or takes it over: for one person (`row`) or for all. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const { runtime } = context;
  const caseId = params["id"] ?? "";
  const here = `/duty/${caseId}/proposal`;
  const asked = { caseId, commandId: textOf(form, "commandId"), seq: Number(textOf(form, "seq")) };
  const intent = textOf(form, "intent");
  if (intent === "cancel") {
    const stopped = await runtime.cancelProposal(session, caseId);
    return stopped.ok ? redirect(here) : refusedData(stopped, {});
  }
  if (intent === "ask") {
    const [way, from] = [textOf(form, "way"), textOf(form, "from")];
    const given = form.getAll("given").map(String);
    const answer = await runtime.askProposal(session, { ...asked, way, from, given });
    return answer.ok ? redirect(here) : refusedData(answer, {});
  }
  const row = textOf(form, "row");
  const taken = await runtime.takeProposal(session, { ...asked, row: row === "" ? null : row });
  if (!taken.ok) return refusedData(taken, {});
  const headers = { "Set-Cookie": keepSaid(taken.value.message, context.secure) };
  return redirect(row === "" ? `/duty/${caseId}` : here, { headers });
}

export const meta = fixedTitle((words) => words.proposal.title);

export default function Proposal() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <ProposalPage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
