import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OperationPage } from "../components/operations/operation-page";
import { OperationRefused } from "../components/operations/operation-refused";
import { loadedTitle } from "../components/page-title";
import { readOperation, readPostedOperation } from "../http/read-operation";
import { readPost } from "../http/read-post.server";
import { isOutOfReach, refusedData, toRefusedBody, valueOrThrow } from "../http/refused.server";
import { refusalResponse } from "../http/refusal-response";
import { refusalStatus } from "../http/refusal-status";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import { pageAfter } from "../http/take-step.server";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

/** The page of one operation on a matter: 转交, 退回, 加签 and all the others. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", operation: key = "" } = params;
  const { searchParams } = new URL(request.url);
  const form = await context.runtime.operationForm(session, {
    ...{ caseId, key },
    ...named("task", searchParams),
    ...named("answers", searchParams),
  });
  const chosen = searchParams.getAll("to");
  if (form.ok) return data({ form: form.value, chosen, refused: null });
  if (isOutOfReach(form.refusal)) throw refusalResponse(form.refusal);
  const { id, number, title } = valueOrThrow(await context.runtime.caseView(session, caseId));
  const refused = { refusal: toRefusedBody(form), view: { id, number, title } };
  return data({ form: null, chosen, refused }, { status: refusalStatus(form.refusal) });
}

function named<Key extends string>(key: Key, from: URLSearchParams): { [key in Key]?: string } {
  const value = from.get(key);
  return value === null || value === "" ? {} : ({ [key]: value } as { [key in Key]: string });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const { id: caseId = "", operation: key = "" } = params;
  const { searchParams } = new URL(request.url);
  const [task, answers] = [searchParams.get("task"), searchParams.get("answers")];
  const posted = readPostedOperation(form);
  if (posted.intent === "search") return data({ ...posted, refusal: null });
  const asked = readOperation(form, { caseId, key, task, answers });
  if (!asked.ok) return refusedData(asked, posted);
  const answer =
    asked.value.kind === "move"
      ? await context.runtime.move(session, asked.value.input)
      : await context.runtime.operate(session, asked.value.input);
  if (!answer.ok) return refusedData(answer, posted);
  const said = keepSaid(answer.value.message, context.secure);
  return redirect(pageAfter(answer.value), { headers: { "Set-Cookie": said } });
}

export const meta = loadedTitle<Awaited<ReturnType<typeof loader>>["data"]>(
  ({ form, refused }) => form?.label ?? refused?.view.title ?? { zh: "" },
);

export default function Operation() {
  const { form, chosen, refused } = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  if (refused) return <OperationRefused {...refused} kept={kept} />;
  return form && <OperationPage form={form} chosen={chosen} kept={kept} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
