import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { SubstitutesPage } from "../components/substitutes/substitutes-page";
import { textOf } from "../http/form-data";
import { readPost } from "../http/read-post.server";
import { refusedData, valueOrThrow } from "../http/refused.server";
import { assertCsrf, requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const user = new URL(request.url).searchParams.get("for");
  return { choices: valueOrThrow(context.runtime.substituteChoices(session, user)) };
}

/** Names a substitute, or ends a substitution. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireSession(request, context);
  const form = await readPost(request);
  assertCsrf(form, session);
  const text = (name: string) => textOf(form, name).trim();
  if (text("intent") === "end") {
    const ended = await context.runtime.endSubstitute(session, text("id"));
    return ended.ok ? redirect("/me?said=ended") : refusedData(ended, { typed: null });
  }
  const [substitute, from, to, reason] = [
    text("substitute"),
    text("from"),
    text("to"),
    text("reason"),
  ];
  const packages = form.getAll("packages").filter((one) => typeof one === "string");
  const typed = { substitute, from, to, reason, packages };
  const set = await context.runtime.setSubstitute(session, { user: text("user"), ...typed });
  return set.ok ? redirect("/me?said=saved") : refusedData(set, { typed });
}

export const meta = fixedTitle((words) => words.substitutes.name);

export default function Substitutes() {
  const { choices } = useLoaderData<typeof loader>();
  const { typed = null, refusal = null } = useActionData<typeof action>() ?? {};
  return <SubstitutesPage choices={choices} typed={typed} refusal={refusal} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
