import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { NonceContext } from "./components/nonce";
import { wholeCharacters } from "./http/whole-characters";
import { createI18n } from "./i18n/i18next";
import { FIRST_LANGUAGE, toLanguage } from "./i18n/language";

const ABORT_DELAY_MS = 5_000;

/** Renders a page to HTML, with the nonce in each place where Remix and React write a script. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, report }: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get("User-Agent") ?? "") ? "onAllReady" : "onShellReady";
  let answer = status;
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <I18nextProvider i18n={createI18n(languageOf(context))}>
          <RemixServer
            context={context}
            url={request.url}
            abortDelay={ABORT_DELAY_MS}
            nonce={nonce}
          />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          const body = wholeCharacters();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: answer }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answer = 500;
          report(error);
        },
      },
    );
    setTimeout(abort, ABORT_DELAY_MS + 1_000).unref();
  });
}

/**
 * What goes wrong in Remix itself or while a page is drawn. An address that is asked for what it does not do is no
 * fault of ours, and where the browser went away nobody is left to be told.
 */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const isTheirs = isRouteErrorResponse(error) && error.status < 500;
  if (!isTheirs && !request.signal.aborted) context.report(error);
};

/** The root loader decides the language; where it failed, the first language. */
function languageOf(context: EntryContext) {
  const root: unknown = context.staticHandlerContext.loaderData?.["root"];
  const language =
    typeof root === "object" && root !== null && "language" in root ? root.language : undefined;
  return toLanguage(language) ?? FIRST_LANGUAGE;
}
