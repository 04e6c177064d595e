import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { fixedTitle } from "../components/page-title";
import { StepPage } from "../components/step/step-page";
import { readPost } from "../http/read-post.server";
import { valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";
import { takeStep } from "../http/take-step.server";

const LOG = "work-log";

/** The day's log with what was done as its lines; where one was begun, that one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { runtime } = context;
  const { log } = await runtime.myDay(session);
  if (log.log) throw redirect(`/cases/${log.log.caseId}`);
  const { language } = session.preferences;
  return data({ step: valueOrThrow(await runtime.logForm(session, language)) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { runtime } = context;
  return takeStep({
    formData,
    context,
    door: {
      preview: ({ place }, input) => runtime.preview(session, { ...input, place, package: LOG }),
      send: ({ place }, input) => runtime.start(session, { ...input, place, package: LOG }),
      changesSince: () => Promise.resolve([]),
    },
  });
}

export const meta = fixedTitle((words) => words.today.logForm);

export default function Log() {
  const { step } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation();
  return <StepPage step={step} reply={reply} back={{ to: "/today", label: t("nav.today") }} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
