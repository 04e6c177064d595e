import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { ProposalPage } from "../components/rules/proposal-page";
import { textOf } from "../http/form-data";
import { readProposalAct } from "../http/read-proposal-act";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { ProposalView } from "../runtime/api";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const proposal = valueOrThrow(await context.runtime.proposal(session, params["id"] ?? ""));
  const { said, setCookie } = takeSaid(request, context.secure);
  return data({ proposal, said }, setCookie ? { headers: { "Set-Cookie": setCookie } } : undefined);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const names = ["act", "why", "opinion", "documentNumber", "from", "reason"];
  const typed = Object.fromEntries(names.map((name) => [name, textOf(formData, name)]));
  const read = readProposalAct(formData);
  if (!read.ok) return refusedData(read, { typed });
  const id = params["id"] ?? "";
  const done = await context.runtime.actOnProposal(session, { id, ...read.value });
  if (!done.ok) return refusedData(done, { typed });
  const headers = { "Set-Cookie": keepSaid(done.value.message, context.secure) };
  return redirect(`/rules/changes/${id}`, { headers });
}

export const meta = loadedTitle(({ proposal }: { proposal: ProposalView }) => ({
  zh: `${proposal.package.title.zh}·修改`,
  en: `${proposal.package.title.en ?? proposal.package.title.zh}: change`,
}));

export default function Proposal() {
  const { proposal, said } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refusal = reply?.refusal ?? null;
  return (
    <ProposalPage proposal={proposal} said={said} refusal={refusal} typed={reply?.typed ?? {}} />
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
