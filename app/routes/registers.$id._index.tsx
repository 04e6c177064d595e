import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { RegisterPage } from "../components/paper/register-page";
import { askedYear } from "../http/asked-year";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";
import type { RegisterView } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const today = context.runtime.today();
  const year = askedYear(request, today);
  const book = valueOrThrow(await context.runtime.register(session, params["id"] ?? "", year));
  return { book, today, id: params["id"] ?? "" };
}

export const meta = loadedTitle(({ book }: { book: RegisterView }) => book.title);

export default function Register() {
  return <RegisterPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
