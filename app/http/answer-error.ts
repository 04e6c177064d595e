import type { ErrorRequestHandler, Request, Response } from "express";
import { refuse } from "../engine/errors";
import { isObject } from "../engine/json";
import { RefusalError, type Refusal } from "../engine/refusal";
import type { Language } from "../engine/text";
import type { Log } from "../runtime/log";
import { errorPage } from "./error-page";
import { refusalHeaders, toRefusalBody } from "./refusal-response";
import { refusalStatus } from "./refusal-status";
import { stampOf } from "./stamp";

/**
 * The end of every way that is not an ordinary answer: a refusal (given to `next`) as a page or as
 * JSON; anything else as `http/broken`, its cause in the log under the request's id.
 */
export function answerError(parts: { language: Language; log: Log }): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    // The browser went away in the middle: nobody is left to be told.
    if (request.destroyed && response.destroyed) return;
    const { requestId } = stampOf(response);
    const refusal = toRefusal(error, requestId);
    if (refusal.kind === "broken") parts.log.error("request failed", { requestId, error });
    // Half an answer cannot be mended; Express breaks the connection off.
    if (response.headersSent) return next(error);
    send({ request, response, refusal, language: parts.language });
  };
}

function toRefusal(error: unknown, requestId: string): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  return isRefusal(error) ? error : refuse("http/broken", { request: requestId });
}

function isRefusal(error: unknown): error is Refusal {
  return isObject(error) && !(error instanceof Error) && typeof error["code"] === "string";
}

interface Answer {
  request: Request;
  response: Response;
  refusal: Refusal;
  language: Language;
}

function send({ request, response, refusal, language }: Answer): void {
  response.status(refusalStatus(refusal)).set(refusalHeaders(refusal));
  const wantsPage = !request.path.endsWith(".data") && request.accepts(["json", "html"]) === "html";
  if (!wantsPage) return void response.json(toRefusalBody(refusal));
  const page = errorPage({ refusal, language, ...stampOf(response) });
  response.type("html").send(page);
}
