import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DemoDoors } from "../components/demo-doors";
import { LookForm } from "../components/look-form";
import { PageFrame } from "../components/page-frame";
import { Welcome } from "../components/welcome";
import { getSession, visitorCsrf } from "../http/session.server";

export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await getSession(request, context)) throw redirect("/cases");
  const { csrf, setCookie } = visitorCsrf(request, context);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  return data({ csrf, demo: context.runtime.demo }, { headers });
}

export default function Home() {
  const { csrf, demo } = useLoaderData<typeof loader>();
  return (
    <PageFrame width="text">
      <Welcome />
      {demo && <DemoDoors csrf={csrf} demo={demo} />}
      <LookForm csrf={csrf} back="/" />
    </PageFrame>
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
