import { randomUUID } from "node:crypto";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadedTitle } from "../components/page-title";
import { RefusedPage } from "../components/step/refused-page";
import { StepPage } from "../components/step/step-page";
import { isOutOfReach, toRefusedBody, valueOrThrow } from "../http/refused.server";
import { refusalResponse } from "../http/refusal-response";
import { refusalStatus } from "../http/refusal-status";
import { assertCsrf, requireSession } from "../http/session.server";
import { takeStep } from "../http/take-step.server";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const { id: caseId = "", event = "" } = params;
  const { language } = session.preferences;
  const step = await runtime.stepForm(session, caseId, event, language);
  if (step.ok) return data({ step: step.value, refused: null });
  if (isOutOfReach(step.refusal)) throw refusalResponse(step.refusal);
  const view = valueOrThrow(await runtime.caseView(session, caseId));
  const refused = { refusal: toRefusedBody(step), view, commandId: randomUUID() };
  return data({ step: null, refused }, { status: refusalStatus(step.refusal) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const { id: caseId = "", event = "" } = params;
  const formData = await readPost(request);
  assertCsrf(formData, session);
  return takeStep({
    formData,
    context,
    door: {
      preview: (_, input) => runtime.preview(session, { ...input, caseId, event }),
      send: ({ next }, input) =>
        runtime.send(session, { ...input, caseId, event, ...(next.length > 0 ? { next } : {}) }),
      async changesSince(seq) {
        const view = await runtime.caseView(session, caseId);
        return view.ok ? view.value.history.filter((line) => line.seq > seq) : [];
      },
    },
  });
}

export const meta = loadedTitle<Awaited<ReturnType<typeof loader>>["data"]>(
  ({ step, refused }) => step?.title ?? refused?.view.title ?? { zh: "" },
);

export default function Do() {
  const { step, refused } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { id: caseId = "", event = "" } = useParams();
  const { t } = useTranslation();
  if (refused) return <RefusedPage {...refused} event={event} reply={reply} />;
  if (!step) return null;
  return (
    <StepPage
      step={step}
      reply={reply}
      back={{ to: `/cases/${caseId}`, label: t("step.toMatter") }}
    />
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
import { readPost } from "../http/read-post.server";
