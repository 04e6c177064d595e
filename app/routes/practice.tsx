import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { PracticePage } from "../components/practice-page";
import { cookieNames, dropCookie, setCookie } from "../http/cookies";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { csrf } = await requireSession(request, context);
  return { csrf };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const { practice } = cookieNames(context.secure);
  const begins = textOf(formData, "intent") === "begin";
  const cookie = begins
    ? setCookie(practice, "1", context.secure)
    : dropCookie(practice, context.secure);
  return redirect("/", { headers: { "Set-Cookie": cookie } });
}

export const meta = fixedTitle((words) => words.practice.title);

export default function Practice() {
  return <PracticePage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
