import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageFrame } from "../components/page-frame";
import { fixedTitle } from "../components/page-title";
import { Villages } from "../components/villages/villages-page";
import { valueOrThrow } from "../http/refused.server";
import { getSession, requireSession } from "../http/session.server";

export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { runtime } = context;
  const isDemo = runtime.demo !== null;
  const session = isDemo
    ? ((await getSession(request, context)) ?? null)
    : await requireSession(request, context);
  return { villages: valueOrThrow(await runtime.villages(session)) };
}

export const meta = fixedTitle((words) => words.villages.title);

export default function AllVillages() {
  const { villages } = useLoaderData<typeof loader>();
  return (
    <PageFrame section="villages">
      <Villages villages={villages} />
    </PageFrame>
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
