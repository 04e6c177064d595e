import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageFrame } from "../components/page-frame";
import { SignInForm } from "../components/sign-in-form";
import { refusalHeaders, toRefusalBody } from "../http/refusal-response";
import { refusalStatus } from "../http/refusal-status";
import { safePath, safeRedirect } from "../http/safe-redirect";
import {
  assertVisitorCsrf,
  commitCookie,
  getSession,
  sessionToken,
  visitorCsrf,
} from "../http/session.server";

export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = safePath(new URL(request.url).searchParams.get("to"), "/");
  if (await getSession(request, context)) throw redirect(to);
  const { csrf, setCookie } = visitorCsrf(request, context);
  return data({ csrf, to }, { headers: setCookie ? { "Set-Cookie": setCookie } : undefined });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readPost(request);
  assertVisitorCsrf(form, request, context);
  const login = String(form.get("login") ?? "").trim();
  const password = String(form.get("password") ?? "");
  const answer = await context.runtime.signIn({
    login,
    password,
    address: context.address,
    previous: sessionToken(request, context),
  });
  if (!answer.ok) {
    const { refusal } = answer;
    const init = { status: refusalStatus(refusal), headers: refusalHeaders(refusal) };
    return data({ login, refusal: toRefusalBody(refusal) }, init);
  }
  const headers = { "Set-Cookie": commitCookie(context, answer.value) };
  return safeRedirect(form.get("to"), { otherwise: "/", headers });
}

export default function SignIn() {
  const { csrf, to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <PageFrame width="text" back={{ to: "/", label: t("nav.home") }}>
      <h1>{t("signIn.title")}</h1>
      <SignInForm csrf={csrf} to={to} login={refused?.login} refused={refused?.refusal.message} />
    </PageFrame>
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
import { readPost } from "../http/read-post.server";
