import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DemoDoors, OtherDoors } from "../components/demo-doors";
import { LookLine } from "../components/public/look-line";
import { PageFrame } from "../components/page-frame";
import { Villages } from "../components/villages/villages-page";
import { Welcome } from "../components/welcome";
import { valueOrThrow } from "../http/refused.server";
import { getSession, visitorCsrf } from "../http/session.server";

export const handle = { scripts: false };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { runtime } = context;
  const session = await getSession(request, context);
  if (session) throw redirect(runtime.hasDay(session) ? "/today" : "/cases");
  const { csrf, setCookie } = visitorCsrf(request, context);
  const headers = setCookie ? { "Set-Cookie": setCookie } : undefined;
  const villages = runtime.demo && valueOrThrow(await runtime.villages(null));
  return data({ csrf, demo: runtime.demo, villages }, { headers });
}

export default function Home() {
  const { csrf, demo, villages } = useLoaderData<typeof loader>();
  return (
    <PageFrame width={villages ? "full" : "text"}>
      {villages ? (
        <Villages villages={villages}>{demo && <DemoDoors csrf={csrf} demo={demo} />}</Villages>
      ) : (
        <Welcome />
      )}
      {demo && <OtherDoors csrf={csrf} demo={demo} />}
      <LookLine csrf={csrf} path="/" />
    </PageFrame>
  );
}

export { ErrorPage as ErrorBoundary } from "../components/error-page";
