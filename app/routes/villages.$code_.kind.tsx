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

const PROCESS = "village-kind";

/** Proposing what sort of village it is: the first step of a matter, with facts and reasons written in. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { language } = session.preferences;
  const ask = { code: params["code"] ?? "", language };
  return { step: valueOrThrow(await context.runtime.kindForm(session, ask)) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { runtime } = context;
  const place = params["code"] ?? "";
  const what = { package: PROCESS, place };
  return takeStep({
    formData,
    context,
    door: {
      preview: (_, input) => runtime.preview(session, { ...input, ...what }),
      send: (_, input) => runtime.start(session, { ...input, ...what }),
      changesSince: () => Promise.resolve([]),
      pageAfter: `/villages/${place}/facts`,
    },
  });
}

export const meta = loadedTitle(({ step }: { step: StepForm }) => step.title);

export default function ProposeKind() {
  const { step } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { code = "" } = useParams();
  const { t } = useTranslation();
  const back = { to: `/villages/${code}/facts`, label: t("villages.facts") };
  return <StepPage step={step} reply={reply} back={back} section="villages" />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
