import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { ObjectionPage } from "../components/public/objection-page";
import { phoneIn } from "../components/public/phone-link";
import { ReceiptPage } from "../components/public/receipt-page";
import { publicData, publicLanguage } from "../http/public-page.server";
import { readPost } from "../http/read-post.server";
import { valueOrThrow } from "../http/refused.server";
import { takeObjection } from "../http/take-objection.server";

export const handle = { scripts: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { id = "" } = params;
  const row = Number(new URL(request.url).searchParams.get("row"));
  const chosen = Number.isSafeInteger(row) && row > 0 ? row : null;
  const ask = { row: chosen, language: await publicLanguage({ request, context }) };
  const form = valueOrThrow(await context.runtime.objectionForm(id, ask));
  const phone = form.contact && phoneIn(form.contact.zh);
  return publicData({ request, context }, { form, chosen, phone: phone ?? null });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { id = "" } = params;
  const language = await publicLanguage({ request, context });
  return takeObjection({ id, formData: await readPost(request), context, language });
}

export const meta = fixedTitle((words) => words.objection.title);

export default function ObjectTo() {
  const { form, chosen, phone, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return reply?.receipt ? (
    <ReceiptPage {...page} receipt={reply.receipt} noticeId={form.notice.id} />
  ) : (
    <ObjectionPage {...page} form={form} reply={reply} chosen={chosen} phone={phone} />
  );
}

export { PublicError as ErrorBoundary } from "../components/public/public-error";
