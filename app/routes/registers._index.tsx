import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fixedTitle } from "../components/page-title";
import { RegisterList } from "../components/paper/register-list";
import { requireSession } from "../http/session.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireSession(request, context);
  return { registers: await context.runtime.registers(session) };
}

export const meta = fixedTitle((words) => words.register.title);

export default function Registers() {
  const { registers } = useLoaderData<typeof loader>();
  return <RegisterList registers={registers} />;
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
