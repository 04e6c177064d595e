import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RosterPage } from "../components/duty/roster-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readCells } from "../http/read-cells";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const view = valueOrThrow(await context.runtime.roster(session, params["id"] ?? ""));
  const { searchParams } = new URL(request.url);
  const row = searchParams.get("row") ?? searchParams.get("person");
  const editing = row === null ? null : { row, day: searchParams.get("day") };
  const requests = await context.runtime.shiftRequests(session, view.caseId);
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  const today = context.runtime.today();
  const on = searchParams.get("on") ?? today;
  const loaded = { view, requests, editing, today, on, commandId: randomUUID(), said };
  return data(loaded, { headers });
}

/** Changes cells, gives a reason, or takes a step that asks nothing. All are steps of the roster's matter. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const { runtime } = context;
  const caseId = params["id"] ?? "";
  const commandId = textOf(form, "commandId");
  const expectedSeq = Number(textOf(form, "seq"));
  const intent = textOf(form, "intent");
  if (intent === "lock" || intent === "unlock") {
    const [row, day] = [textOf(form, "row"), textOf(form, "day")];
    const asked = { caseId, commandId, row, day, lock: intent === "lock" };
    const locked = await runtime.lockDay(session, asked);
    return locked.ok ? redirect(`/duty/${caseId}`) : refusedData(locked, {});
  }
  const event = intent === "explain" ? "explain" : textOf(form, "step");
  const reasons = { conflict: textOf(form, "conflict"), reason: textOf(form, "reason") };
  const answer =
    event === ""
      ? await runtime.setShifts(session, { caseId, commandId, cells: readCells(form) })
      : await runtime.send(session, {
          ...{ caseId, commandId, expectedSeq, event },
          form: event === "explain" ? reasons : {},
        });
  if (!answer.ok) return refusedData(answer, {});
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return redirect(event === "drop" ? "/duty" : `/duty/${caseId}`, { headers });
}

export const meta = fixedTitle((words) => words.duty.title);

export default function Roster() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <RosterPage {...loaded} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
