import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PeoplePage } from "../components/accounts/people-page";
import { fixedTitle } from "../components/page-title";
import { refuse } from "../engine/errors";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";
import type { Result, Runtime, Session } from "../runtime/api";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const { searchParams } = new URL(request.url);
  const ask = { search: searchParams.get("q") ?? "", after: searchParams.get("after") };
  return {
    desk: valueOrThrow(context.runtime.peopleDesk(session, ask)),
    /** The account for which a further post is being added. */
    postFor: searchParams.get("post"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const formData = await readPost(request);
  assertCsrf(formData, session);
  const done = await take(context.runtime, session, formData);
  // A new password is in this answer and nowhere else.
  if (!done.ok) return refusedData(done, { secret: null, done: false });
  return data({ secret: done.value, done: true, refusal: null });
}

type Secret = { login: string; password: string } | null;

function take(runtime: Runtime, session: Session, formData: FormData): Promise<Result<Secret>> {
  const text = (name: string) => textOf(formData, name).trim();
  const login = text("login");
  const post = { role: text("role"), unit: text("unit"), from: text("from"), to: text("to") };
  switch (text("intent")) {
    case "add":
      return runtime.addPerson(session, { login, name: text("name"), ...post });
    case "addPost":
      return runtime.addPost(session, { login, ...post });
    case "endPost":
      return runtime.endPost(session, { login, post: text("post") });
    case "reset":
      return runtime.resetPassword(session, login);
    case "disable":
      return runtime.disablePerson(session, login);
    default:
      return Promise.resolve({ ok: false, refusal: refuse("http/malformed") });
  }
}

export const meta = fixedTitle((words) => words.accounts.people);

export default function People() {
  const { desk, postFor } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { secret = null, done = false, refusal = null } = reply ?? {};
  return <PeoplePage desk={desk} postFor={postFor} secret={secret} done={done} refusal={refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
