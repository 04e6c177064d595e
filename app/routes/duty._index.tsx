import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DutyPage } from "../components/duty/duty-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const desk = valueOrThrow(await context.runtime.dutyDesk(session));
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ desk, commandId: randomUUID(), said }, { headers });
}

/** Begins the next roster. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const answer = await context.runtime.beginRoster(session, {
    commandId: textOf(form, "commandId"),
    from: textOf(form, "from"),
    days: Number(textOf(form, "days")),
    copy: textOf(form, "copy") === "yes",
  });
  if (!answer.ok) return refusedData(answer, {});
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return redirect(`/duty/${answer.value.caseId}`, { headers });
}

export const meta = fixedTitle((words) => words.duty.title);

export default function Duty() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <DutyPage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
