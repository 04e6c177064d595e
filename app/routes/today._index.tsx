import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { TodayPage } from "../components/today/today-page";
import { BOARD_WORDS } from "../engine/whereabouts-board";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import { turnedText } from "../http/turned-text";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const view = await context.runtime.myDay(session);
  const requests = await context.runtime.shiftRequests(session);
  const watches = await context.runtime.myWatches(session);
  const asked = new URL(request.url).searchParams.get("card");
  const tapped = BOARD_WORDS.find((word) => word === asked) ?? null;
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ view, requests, watches, tapped, said, commandId: randomUUID() }, { headers });
}

/** Turns one's own card. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const chosen = textOf(form, "until");
  const until = chosen === "clock" ? `${context.runtime.today()}T${textOf(form, "clock")}` : chosen;
  const input = { word: textOf(form, "word"), place: textOf(form, "place"), until };
  const answer = await context.runtime.setWhereabouts(session, input);
  if (!answer.ok) {
    const word = BOARD_WORDS.find((known) => known === input.word) ?? null;
    return refusedData(answer, { word });
  }
  const said = keepSaid(turnedText(answer.value), context.secure);
  return redirect("/today", { headers: { "Set-Cookie": said } });
}

export const meta = fixedTitle((words) => words.today.title);

export default function Today() {
  const loaded = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>();
  return <TodayPage {...loaded} tapped={kept?.word ?? loaded.tapped} refused={kept?.refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
