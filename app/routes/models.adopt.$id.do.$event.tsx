import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { loadedTitle } from "../components/page-title";
import { StepPage } from "../components/step/step-page";
import { readPost } from "../http/read-post.server";
import { valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";
import { takeStep } from "../http/take-step.server";
import type { StepForm } from "../runtime/api";

export { revalidateOnConflict as shouldRevalidate } from "../components/revalidate";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { id: caseId = "", event = "" } = params;
  const { language } = session.preferences;
  const ask = { caseId, event, language };
  return { step: valueOrThrow(await context.runtime.adoptionForm(session, ask)) };
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
      send: (_, input) => runtime.send(session, { ...input, caseId, event }),
      async changesSince(seq) {
        const view = await runtime.caseView(session, caseId);
        return view.ok ? view.value.history.filter((line) => line.seq > seq) : [];
      },
      pageAfter: `/models/adopt/${caseId}`,
    },
  });
}

export const meta = loadedTitle(({ step }: { step: StepForm }) => step.title);

export default function AdoptionStep() {
  const { step } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { id: caseId = "" } = useParams();
  const { t } = useTranslation();
  const back = { to: `/models/adopt/${caseId}`, label: t("adopt.guided") };
  return <StepPage step={step} reply={reply} back={back} section="models" />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
