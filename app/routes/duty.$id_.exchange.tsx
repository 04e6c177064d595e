import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExchangePage } from "../components/duty/exchange-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { searchParams } = new URL(request.url);
  const [row, day] = [searchParams.get("row"), searchParams.get("day") ?? ""];
  const view = valueOrThrow(
    await context.runtime.exchange(session, { caseId: params["id"] ?? "", row, day }),
  );
  return { view, commandId: randomUUID() };
}

/** Asks one person for one exchange: `with` says whose day, and what stood there. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const caseId = params["id"] ?? "";
  const [other = "", otherDay = "", otherWas = ""] = textOf(form, "with").split("~");
  const answer = await context.runtime.askExchange(session, {
    ...{ caseId, commandId: textOf(form, "commandId"), reason: textOf(form, "reason") },
    ...{ row: textOf(form, "row"), day: textOf(form, "day"), was: textOf(form, "was") },
    ...{ other, otherDay, otherWas },
  });
  if (!answer.ok) return refusedData(answer, {});
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return redirect(`/duty/${caseId}`, { headers });
}

export const meta = fixedTitle((words) => words.exchange.title);

export default function Exchange() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <ExchangePage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
