import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useChangeLanguage } from "remix-i18next/react";
import { ErrorPage } from "./components/error-page";
import type { FrameData } from "./components/frame-data";
import { useNonce } from "./components/nonce";
import { readLook } from "./http/look-cookie.server";
import { getSession } from "./http/session.server";
import { htmlLanguage } from "./i18n/language";
import { useLanguage } from "./i18n/use-say";
import "./styles/tokens.css";
import "./styles/base.css";

/** A route whose `handle` says so is sent without scripts: nothing on it needs them. */
export interface RouteHandle {
  scripts?: false;
}

export async function loader({ request, context }: LoaderFunctionArgs): Promise<FrameData> {
  const session = await getSession(request, context);
  const look = readLook(request);
  return {
    language: session?.preferences.language ?? look.language ?? context.language,
    largeType: session?.preferences.largeType ?? look.largeType ?? false,
    theme: look.theme ?? null,
    demo: context.runtime.demo !== null,
    practising: context.practising,
    signedIn: session
      ? {
          who: context.runtime.who(session),
          csrf: session.csrf,
          waiting: await context.runtime.waitingConcerns(session),
          mayChangeRules: context.runtime.mayChangeRules(session),
          mayCompareModels: context.runtime.mayCompareModels(session),
          hasDay: context.runtime.hasDay(session),
          hasRoster: context.runtime.hasRoster(session),
        }
      : null,
  };
}

export const meta: MetaFunction = () => [{ title: "清源" }];

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const nonce = useNonce();
  const look = useRouteLoaderData<typeof loader>("root");
  const withScripts = useMatches().every(
    (match) => (match.handle as RouteHandle | undefined)?.scripts !== false,
  );
  return (
    <html
      lang={htmlLanguage(language)}
      data-type={look?.largeType ? "large" : undefined}
      data-theme={look?.theme ?? undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {withScripts && <ScrollRestoration nonce={nonce} />}
        {withScripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  const { language } = useLoaderData<typeof loader>();
  useChangeLanguage(language);
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
