import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { VersionsPage } from "../components/rules/versions-page";
import type { Text } from "../engine/text";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const query = new URL(request.url).searchParams;
  const scope = { unit: query.get("unit"), model: query.get("model") || null };
  const ask = { ...scope, package: params["package"] ?? "" };
  return valueOrThrow(await context.runtime.versions(session, ask));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const scope = {
    unit: textOf(formData, "unit") || null,
    model: textOf(formData, "model") || null,
  };
  const version = textOf(formData, "version") || null;
  const ask = { ...scope, package: params["package"] ?? "", version };
  const restored = await context.runtime.restoreVersion(session, ask);
  if (!restored.ok) return refusedData(restored, {});
  const said = {
    zh: "已起草恢复，写明为什么，再送法制审核。",
    en: "Drafted. Say why, and send it to the legal office.",
  };
  const headers = { "Set-Cookie": keepSaid(said, context.secure) };
  return redirect(`/rules/changes/${restored.value.id}`, { headers });
}

export const meta = loadedTitle(({ title }: { title: Text }) => ({
  zh: `${title.zh}·历次修改`,
  en: `${title.en ?? title.zh}: versions`,
}));

export default function Versions() {
  const reply = useActionData<typeof action>();
  return <VersionsPage page={useLoaderData<typeof loader>()} refusal={reply?.refusal ?? null} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
