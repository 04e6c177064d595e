import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeavePage } from "../components/duty/leave-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { searchParams } = new URL(request.url);
  const asked = (name: string): string => searchParams.get(name) ?? "";
  const view = valueOrThrow(
    await context.runtime.leave(session, {
      ...{ caseId: params["id"] ?? "", row: searchParams.get("row"), day: asked("day") },
      asked: {
        ...{ kind: asked("kind"), from: asked("from"), to: asked("to") },
        workedDay: asked("workedDay"),
      },
    }),
  );
  return { view, commandId: randomUUID() };
}

/** Asks for the leave with one substitute, or with none. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const caseId = params["id"] ?? "";
  const answer = await context.runtime.askLeave(session, {
    ...{ caseId, commandId: textOf(form, "commandId"), row: textOf(form, "row") },
    ...{ kind: textOf(form, "kind"), from: textOf(form, "from"), to: textOf(form, "to") },
    ...{ workedDay: textOf(form, "workedDay"), was: textOf(form, "was") },
    substitute: textOf(form, "substitute"),
  });
  if (!answer.ok) return refusedData(answer, {});
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return redirect(`/duty/${caseId}`, { headers });
}

export const meta = fixedTitle((words) => words.exchange.leaveTitle);

export default function Leave() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <LeavePage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
