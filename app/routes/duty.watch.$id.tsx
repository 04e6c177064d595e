import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { WatchPage } from "../components/duty/watch-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readHandOver } from "../http/read-hand-over";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { Result, Runtime, Session, StepAnswer } from "../runtime/api";

/** What stands for a watch that nobody has registered yet. */
const NEW = "new";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const id = params["id"] ?? "";
  if (id === NEW) return redirect("/today");
  const view = valueOrThrow(await context.runtime.watch(session, id));
  return { view, commandId: randomUUID() };
}

/** Signs in, hands over or takes over. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const id = params["id"] ?? "";
  const answer = await take(context.runtime, { session, id, form });
  if (!answer.ok) return refusedData(answer, {});
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return redirect("/today", { headers });
}

async function take(
  runtime: Runtime,
  { session, id, form }: { session: Session; id: string; form: FormData },
): Promise<Result<StepAnswer>> {
  const sent = { commandId: textOf(form, "commandId"), seq: Number(textOf(form, "seq")) };
  switch (textOf(form, "intent")) {
    case "arrive":
      return runtime.arrive(session, { ...sent, caseId: id === NEW ? null : id });
    case "handOver": {
      const view = await runtime.watch(session, id);
      if (!view.ok) return view;
      return runtime.handOver(session, { ...sent, caseId: id, ...readHandOver(form, view.value) });
    }
    default:
      return runtime.takeOver(session, {
        ...{ ...sent, caseId: id, differences: textOf(form, "differences") },
        agreed: textOf(form, "intent") === "accept",
      });
  }
}

export const meta = fixedTitle((words) => words.watch.title);

export default function Watch() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <WatchPage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
