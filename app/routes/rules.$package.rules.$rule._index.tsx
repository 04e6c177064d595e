import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { RulePage } from "../components/rules/rule-page";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { readRuleEdit } from "../http/read-rule-edit";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { RulePage as Page } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { package: packageId = "", rule = "" } = params;
  const query = new URL(request.url).searchParams;
  const scope = { unit: query.get("unit"), model: query.get("model") || null };
  const ask = { ...scope, package: packageId, rule, edit: null };
  const page = valueOrThrow(await context.runtime.rulePage(session, ask));
  return { page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const { package: packageId = "", rule = "" } = params;
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { scope, edit } = readRuleEdit(formData);
  const ask = { ...scope, package: packageId, rule };
  const typed = { why: textOf(formData, "why"), wantedFrom: textOf(formData, "wantedFrom") };
  const pageWith = async () => valueOrThrow(await runtime.rulePage(session, { ...ask, edit }));
  const intent = textOf(formData, "intent");
  if (intent !== "save" && intent !== "submit") {
    return data({ page: await pageWith(), typed, refusal: null });
  }
  const seen = textOf(formData, "revision");
  const revision = seen === "" ? null : Number(seen);
  const saved = await runtime.saveRule(session, { ...ask, edit, ...typed, revision });
  if (!saved.ok) return refusedData(saved, { page: await pageWith(), typed });
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
  // The draft itself was stored: the page shows it with its new revision.
  if (!sent.ok) return refusedData(sent, { page: await pageWith(), typed });
  const headers = { "Set-Cookie": keepSaid(sent.value.message, context.secure) };
  return redirect(to, { headers });
}

export const meta = loadedTitle(({ page }: { page: Page }) => page.title);

export default function Rule() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const page = (reply?.page ?? loaded.page) as Page;
  const typed = reply?.typed ?? {
    why: page.draft?.why ?? "",
    wantedFrom: page.draft?.wantedFrom ?? "",
  };
  return (
    <RulePage
      key={`${page.package.id} ${page.name} ${page.county.id} ${page.model}`}
      page={page}
      typed={{ ...typed, reason: "", until: "" }}
      refusal={reply?.refusal ?? null}
    />
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
