import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RequestPage } from "../components/duty/request-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { safePath, safeRedirect } from "../http/safe-redirect";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const found = valueOrThrow(await context.runtime.shiftRequest(session, params["request"] ?? ""));
  const back = safePath(new URL(request.url).searchParams.get("back"), `/duty/${found.rosterId}`);
  return { request: found, commandId: randomUUID(), back };
}

/** Answers an exchange or a leave and goes back to where its card stood. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const answer = await context.runtime.answerRequest(session, {
    ...{ caseId: params["request"] ?? "", commandId: textOf(form, "commandId") },
    ...{ seq: Number(textOf(form, "seq")), event: textOf(form, "step"), why: textOf(form, "why") },
  });
  if (!answer.ok) return refusedData(answer, {});
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return safeRedirect(textOf(form, "back"), { otherwise: "/today", headers });
}

export const meta = fixedTitle((words) => words.exchange.request);

export default function Request() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <RequestPage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
