import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { RegisterPage } from "../components/paper/register-page";
import { valueOrThrow } from "../http/refused.server";
import { requireSession } from "../http/session.server";
import type { RegisterView } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const today = context.runtime.today();
  const asked = Number(new URL(request.url).searchParams.get("year"));
  const year = asked >= 1949 && asked <= 9999 ? Math.floor(asked) : Number(today.slice(0, 4));
  const book = valueOrThrow(await context.runtime.register(session, params["id"] ?? "", year));
  return { book, today };
}

export const meta = loadedTitle(({ book }: { book: RegisterView }) => book.title);

export default function Register() {
  const { book, today } = useLoaderData<typeof loader>();
  return <RegisterPage book={book} today={today} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
