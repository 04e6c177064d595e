import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { fixedTitle } from "../components/page-title";
import { ChooseProcess } from "../components/step/choose-process";
import { StepPage } from "../components/step/step-page";
import { valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";
import { takeStep } from "../http/take-step.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const options = await context.runtime.startable(session);
  const asked = new URL(request.url).searchParams.get("process");
  const [only, second] = options;
  const chosen = asked ?? (only && !second ? only.package : null);
  if (chosen === null) return data({ options, step: null });
  const { language } = session.preferences;
  const step = valueOrThrow(await context.runtime.startForm(session, chosen, language));
  return data({ options, step });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { runtime } = context;
  const asked = new URL(request.url).searchParams.get("process");
  const options = asked ? [] : await runtime.startable(session);
  const process = asked ?? options[0]?.package ?? "";
  return takeStep({
    formData,
    context,
    door: {
      preview: ({ place }, input) =>
        runtime.preview(session, { ...input, place, package: process }),
      send: ({ place }, input) => runtime.start(session, { ...input, place, package: process }),
      changesSince: () => Promise.resolve([]),
    },
  });
}

export const meta = fixedTitle((words) => words.nav.startCase);

export default function NewCase() {
  const { options, step } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation();
  if (!step) return <ChooseProcess options={options} />;
  return <StepPage step={step} reply={reply} back={{ to: "/cases", label: t("nav.cases") }} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
import { readPost } from "../http/read-post.server";
