import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CasePage } from "../components/case/case-page";
import { loadedTitle } from "../components/page-title";
import { readCall } from "../http/read-call";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { pageAfter } from "../http/take-step.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { CaseView } from "../runtime/api";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const id = params["id"] ?? "";
  const view = valueOrThrow(await context.runtime.caseView(session, id));
  const ladders = valueOrThrow(await context.runtime.ladders(session, id));
  const decisions = valueOrThrow(await context.runtime.decisions(session, id));
  const operations = valueOrThrow(await context.runtime.operations(session, id));
  const dealings = valueOrThrow(await context.runtime.correspondence(session, id));
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  const commandId = randomUUID();
  return data({ view, ladders, decisions, dealings, operations, said, commandId }, { headers });
}

/** 报民警确认. Steps and operations have pages of their own. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const asked = valueOrThrow(readCall(form, params["id"] ?? ""));
  const answer = await context.runtime.call(session, asked);
  if (!answer.ok) return refusedData(answer, {});
  const said = keepSaid(answer.value.message, context.secure);
  return redirect(pageAfter(answer.value), { headers: { "Set-Cookie": said } });
}

export const meta = loadedTitle(({ view }: { view: CaseView }) => view.title);

export default function Case() {
  const { view, ladders, decisions, dealings, operations, said, commandId } =
    useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  const { t } = useTranslation();
  const guide =
    view.package === "model-adoption"
      ? { guide: { to: `/models/adopt/${view.id}`, label: t("adopt.guided") } }
      : /^staff-move(\.|$)/.test(view.package)
        ? { guide: { to: `/handovers/${view.id}`, label: t("handovers.title") } }
        : {};
  const page = { view, ladders, decisions, dealings, operations, said, commandId };
  return <CasePage {...page} {...(kept && { refusal: kept.refusal })} {...guide} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
import { readPost } from "../http/read-post.server";
