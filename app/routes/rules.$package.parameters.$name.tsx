import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { ParameterPage, type TypedDraft } from "../components/rules/parameter-page";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { ParameterPage as Page } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { package: packageId = "", name = "" } = params;
  const query = new URL(request.url).searchParams;
  const ask = { package: packageId, parameter: name, value: query.get("value") };
  const scope = { unit: query.get("unit"), model: query.get("model") || null };
  const page = valueOrThrow(await context.runtime.parameterPage(session, { ...ask, ...scope }));
  return { page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const { package: packageId = "", name = "" } = params;
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const intent = textOf(formData, "intent");
  const value = intent.startsWith("set:") ? intent.slice(4) : textOf(formData, "value");
  const typed: TypedDraft = {
    why: textOf(formData, "why"),
    wantedFrom: textOf(formData, "wantedFrom"),
    reason: textOf(formData, "exemptionReason"),
    until: textOf(formData, "exemptionUntil"),
  };
  const scope = {
    unit: textOf(formData, "unit") || null,
    model: textOf(formData, "model") || null,
  };
  const ask = { ...scope, package: packageId, parameter: name };
  const page = valueOrThrow(await runtime.parameterPage(session, { ...ask, value }));
  if (intent !== "save" && intent !== "submit") return data({ page, typed, refusal: null });

  const seen = textOf(formData, "revision");
  const saved = await runtime.saveParameter(session, {
    ...ask,
    ...typed,
    value,
    exemption: { reason: typed.reason, until: typed.until },
    revision: seen === "" ? null : Number(seen),
  });
  if (!saved.ok) return refusedData(saved, { page, typed });
  const { id } = saved.value;
  const proposal = valueOrThrow(await runtime.proposal(session, id));
  const to = `/rules/changes/${id}`;
  if (intent === "save") {
    const kept = {
      zh: "草稿已存，还没有送审。",
      en: "The draft was saved; it is not under review yet.",
    };
    return redirect(to, { headers: { "Set-Cookie": keepSaid(kept, context.secure) } });
  }
  const act = { act: "submit" as const };
  const sent = await runtime.actOnProposal(session, { id, revision: proposal.revision, act });
  if (sent.ok) {
    const headers = { "Set-Cookie": keepSaid(sent.value.message, context.secure) };
    return redirect(to, { headers });
  }
  // The draft itself was stored: the page shows it with its new revision.
  const again = valueOrThrow(await runtime.parameterPage(session, { ...ask, value }));
  return refusedData(sent, { page: again, typed });
}

export const meta = loadedTitle(({ page }: { page: Page }) => page.title);

export default function Parameter() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const page = reply?.page ?? loaded.page;
  const typed = reply?.typed ?? {
    why: page.draft?.why ?? "",
    wantedFrom: page.draft?.wantedFrom ?? "",
    ...page.exemption,
  };
  return <ParameterPage page={page} typed={typed} refusal={reply?.refusal ?? null} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
