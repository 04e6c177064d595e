import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportPage } from "../components/imports/import-page";
import { fixedTitle } from "../components/page-title";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusalStatus } from "../http/refusal-status";
import { valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const options = valueOrThrow(context.runtime.importOptions(session));
  const kind = askedKind(request);
  const chosen = options.find(({ id }) => id === kind) ?? options[0];
  if (!chosen) throw new Error("there is always something to import");
  return { csrf: session.csrf, options, chosen };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const kind = askedKind(request) || "units";
  const file = formData.get("file");
  if (file === null || typeof file === "string" || file.size === 0) {
    return data({ dry: true, answer: null }, 400);
  }
  const dry = textOf(formData, "intent") !== "send";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await context.runtime.importFile(session, { kind, bytes, dry });
  if (answer.ok) return data({ dry, answer });
  const { message } = answer.refusal;
  const shown = { ok: false as const, message, faults: answer.faults };
  return data({ dry, answer: shown }, refusalStatus(answer.refusal));
}

function askedKind(request: Request): string {
  return new URL(request.url).searchParams.get("kind") ?? "";
}

export const meta = fixedTitle((words) => words.imports.title);

export default function Imports() {
  const reply = useActionData<typeof action>();
  return <ImportPage {...useLoaderData<typeof loader>()} reply={reply} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
