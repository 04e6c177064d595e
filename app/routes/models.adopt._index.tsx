import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BeginPage } from "../components/adopt/begin-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const place = valueOrThrow(await context.runtime.adoptionPlace(session, asked(request)));
  return data({ place, commandId: randomUUID() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const begun = await context.runtime.beginAdoption(session, {
    ...asked(request),
    ...whereOf(textOf(form, "where")),
    commandId: textOf(form, "commandId"),
  });
  if (!begun.ok) return refusedData(begun, {});
  const headers = { "Set-Cookie": keepSaid(begun.value.message, context.secure) };
  return redirect(`/models/adopt/${begun.value.caseId}`, { headers });
}

/** `village:<code>`, `kind:<id>`, or all. */
function whereOf(where: string): { village: string | null; kind: string | null } {
  const [what, which = ""] = where.split(":");
  return {
    village: what === "village" ? which : null,
    kind: what === "kind" ? which : null,
  };
}

function asked(request: Request): { unit: string; model: string } {
  const { searchParams } = new URL(request.url);
  return { unit: searchParams.get("unit") ?? "", model: searchParams.get("model") ?? "" };
}

export const meta = fixedTitle((words) => words.adopt.title);

export default function BeginAdoption() {
  const { place, commandId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <BeginPage place={place} commandId={commandId} refusal={reply?.refusal ?? null} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
