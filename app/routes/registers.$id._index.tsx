import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadedTitle } from "../components/page-title";
import { RegisterPage } from "../components/paper/register-page";
import { RegisterTooLong } from "../components/paper/register-too-long";
import { askedMonth, askedYear } from "../http/asked-year";
import { toRefusedBody, valueOrThrow } from "../http/refused.server";
import { refusalStatus } from "../http/refusal-status";
import { requireSession } from "../http/session.server";
import type { RegisterView } from "../runtime/api";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  const today = context.runtime.today();
  const year = askedYear(request, today);
  const id = params["id"] ?? "";
  const month = askedMonth(request);
  const found = await context.runtime.register(session, id, year, month);
  const page = { id, year, today };
  if (!found.ok && found.refusal.code === "case/register-too-long" && month === undefined) {
    const tooLong = toRefusedBody(found);
    return data({ ...page, tooLong, book: null }, { status: refusalStatus(found.refusal) });
  }
  return data({ ...page, tooLong: null, book: valueOrThrow(found) });
}

export const meta = loadedTitle(
  ({ book, year }: { book: RegisterView | null; year: number }) =>
    book?.title ?? { zh: `${year}年度`, en: `Year ${year}` },
);

export default function Register() {
  const { id, year, today, book, tooLong } = useLoaderData<typeof loader>();
  return book === null ? (
    tooLong && <RegisterTooLong refusal={tooLong} year={year} today={today} />
  ) : (
    <RegisterPage id={id} book={book} today={today} />
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
