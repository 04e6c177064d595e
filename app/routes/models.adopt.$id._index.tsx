import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdoptionPage } from "../components/adopt/adoption-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid, takeSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

const SET = "set:";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const caseId = params["id"] ?? "";
  const look = new URL(request.url).searchParams.get("model");
  const view = valueOrThrow(await runtime.adoption(session, { caseId, look }));
  const { language } = session.preferences;
  const plan = view.hasPlan
    ? valueOrThrow(await runtime.paper(session, caseId, "plan", language))
    : null;
  const { said, setCookie } = takeSaid(request, context.secure);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ view, plan, said, looks: look !== null, commandId: randomUUID() }, { headers });
}

/** Chooses the model, or sets its parameters; the other steps have pages of their own. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const { runtime } = context;
  const command = {
    caseId: params["id"] ?? "",
    commandId: textOf(form, "commandId"),
    expectedSeq: Number(textOf(form, "seq")),
  };
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, textOf(form, name)]));
  const values = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(SET) ? [[name.slice(SET.length), value]] : [],
    ),
  );
  const answer =
    typed["intent"] === "parameters"
      ? await runtime.setAdoptionParameters(session, { ...command, values })
      : await runtime.chooseModel(session, {
          ...command,
          model: typed["model"] ?? "",
          why: typed["why"] ?? "",
          despite: typed["despite"] ?? "",
        });
  if (!answer.ok) return refusedData(answer, { typed });
  const headers = { "Set-Cookie": keepSaid(answer.value.message, context.secure) };
  return redirect(`/models/adopt/${command.caseId}`, { headers });
}

export const meta = fixedTitle((words) => words.adopt.title);

export default function Adoption() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <AdoptionPage {...loaded} refusal={reply?.refusal ?? null} typed={reply?.typed ?? {}} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
