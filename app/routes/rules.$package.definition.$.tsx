import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { PartPage } from "../components/definition/part-page";
import { loadedTitle } from "../components/page-title";
import { readPartPost } from "../http/read-part-post";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { keepSaid } from "../http/said-cookie.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { PartPage as Page } from "../runtime/api";

/** Looking for problems keeps nothing: there is nothing to read anew. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formAction,
  defaultShouldRevalidate,
}) => !formAction?.endsWith("/check") && defaultShouldRevalidate;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const query = new URL(request.url).searchParams;
  const parts = [`/${params["*"] ?? ""}`, ...query.getAll("also")];
  const scope = { unit: query.get("unit"), model: query.get("model") || null };
  const ask = { ...scope, package: params["package"] ?? "", parts: [...new Set(parts)] };
  return { page: valueOrThrow(await context.runtime.partPage(session, ask)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { intent, another, save } = readPartPost(formData, params["package"] ?? "");
  const { why, wantedFrom } = save;
  const typed = { why, wantedFrom };
  /** The page once more, with the texts as they were written. */
  const again = async (more: string[] = []): Promise<Page> => {
    const parts = [...save.edits.map(({ part }) => part), ...more];
    const page = valueOrThrow(await runtime.partPage(session, { ...save, parts }));
    const texts = page.texts.map((text, index) => ({
      ...text,
      text: save.edits[index]?.text ?? text.text,
    }));
    const edits = texts.map(({ part, text }) => ({ part, text }));
    const check = valueOrThrow(await runtime.checkParts(session, { ...save, edits }));
    return { ...page, texts, check };
  };
  if (intent === "also") {
    return data({ page: await again(another === "" ? [] : [another]), typed, refusal: null });
  }
  if (intent !== "save" && intent !== "submit" && !intent.startsWith("remove:")) {
    return data({ page: await again(), typed, refusal: null });
  }
  const saved = await runtime.savePart(session, save);
  if (!saved.ok) return refusedData(saved, { page: await again(), typed });
  const { id } = saved.value;
  const to = `/rules/changes/${id}`;
  if (intent === "submit") {
    const { revision } = valueOrThrow(await runtime.proposal(session, id));
    const act = { act: "submit" as const };
    const sent = await runtime.actOnProposal(session, { id, revision, act });
    // The draft itself was stored: the page shows it with its new revision.
    if (!sent.ok) return refusedData(sent, { page: await again(), typed });
    const headers = { "Set-Cookie": keepSaid(sent.value.message, context.secure) };
    return redirect(to, { headers });
  }
  const kept = {
    zh: "草稿已存，还没有送审。",
    en: "The draft was saved; it is not under review yet.",
  };
  return redirect(to, { headers: { "Set-Cookie": keepSaid(kept, context.secure) } });
}

export const meta = loadedTitle(({ page }: { page: Page }) => {
  const { zh, en = zh } = page.texts[0]?.title ?? { zh: "" };
  return { zh: `${zh}·定义原文`, en: `${en}: text of the definition` };
});

export default function PartOfDefinition() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const page = reply?.page ?? loaded.page;
  const typed = reply?.typed ?? {
    why: page.draft?.why ?? "",
    wantedFrom: page.draft?.wantedFrom ?? "",
  };
  const key = [page.model, ...page.texts.map(({ part }) => part)].join(" ");
  return <PartPage key={key} page={page} typed={typed} refusal={reply?.refusal ?? null} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
