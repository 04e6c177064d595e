import { createServer, type Server } from "node:http";
import express, { type Request, type RequestHandler, type Response } from "express";
import { refuse } from "../engine/errors";
import type { Refusal } from "../engine/refusal";
import { MINUTE } from "../engine/time/duration";
import type { Runtime } from "../runtime/api";
import type { Log } from "../runtime/log";
import type { CsrfTokens } from "../runtime/people/csrf-tokens";
import type { Settings } from "../runtime/settings";
import { answerError } from "./answer-error";
import { clientAddress } from "./client-address";
import { checkOrigin, checkToken } from "./cross-site";
import { cookieNames, readCookie } from "./cookies";
import type { LoadContext } from "./load-context";
import { metrics } from "./metrics";
import { createOwnAddress, type OwnAddress } from "./own-address";
import { readBody } from "./request-body";
import { stampOf, stampRequests } from "./stamp";
import { sendWebResponse, toWebRequest } from "./web-request";

type WebRequest = globalThis.Request;
type WebResponse = globalThis.Response;

/** Answers what the front lets through: Remix, or a test's own few lines. */
export type Handler = (request: WebRequest, context: LoadContext) => Promise<WebResponse>;

export interface HttpParts {
  runtime: Runtime;
  csrf: CsrfTokens;
  settings: Pick<Settings, "origin" | "language" | "proxies" | "metricsToken">;
  log: Log;
  handle: Handler;
  /** Serves the browser's files: the built ones, or Vite's development server. */
  files?: RequestHandler;
  development?: boolean;
}

const methods = ["GET", "HEAD", "POST"];
/** A photo over a very weak network takes this long. */
const slowestRequest = 10 * MINUTE;

/**
 * The web server, not yet listening. In front of every route, in this order: request id and security
 * headers, health and metrics, host, method, files, origin, size of the body, and the token where the browser
 * names no origin. What is refused has a code and a status, never a stack trace.
 */
export function createHttpServer(parts: HttpParts): Server {
  const { log, settings, development = false } = parts;
  const address = createOwnAddress(settings.origin);
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.set("trust proxy", settings.proxies);
  app.use(stampRequests({ log, development, secure: address.secure }));
  app.get("/healthz", health(parts.runtime));
  app.get("/metrics", metrics(parts.runtime, settings));
  app.use(checkFront(address));
  if (parts.files) app.use(parts.files);
  app.use((request, response, next) => {
    pass(parts, address, { request, response }).then((refusal) => refusal && next(refusal), next);
  });
  app.use(answerError({ language: settings.language, log }));
  const server = createServer(app);
  server.requestTimeout = slowestRequest;
  return server;
}

function health(runtime: Runtime): RequestHandler {
  return (_request, response, next) => {
    runtime.ready().then((ready) => {
      response.status(ready ? 200 : 503).json({ status: ready ? "ok" : "not-ready" });
    }, next);
  };
}

/** Host and method are asked even for files. */
function checkFront(address: OwnAddress): RequestHandler {
  return ({ method, headers: { host } }, _response, next) => {
    if (!address.isOwnHost(host)) return next(refuse("http/foreign-host", { host: host ?? "?" }));
    if (!methods.includes(method)) return next(refuse("http/method", { method }));
    next();
  };
}

/** Checks a request, has it handled and sends the answer; gives the refusal if it is refused. */
async function pass(
  parts: HttpParts,
  address: OwnAddress,
  { request, response }: { request: Request; response: Response },
): Promise<Refusal | undefined> {
  const origin = request.method === "POST" ? checkOrigin({ request, address }) : "own";
  if (typeof origin !== "string") return origin;
  const read = await readBody(request);
  if (!read.ok) return read.refusal;
  const body = read.value;
  if (origin === "unknown") {
    const refusal = await checkToken({ request, address }, { body, csrf: parts.csrf });
    if (refusal) return refusal;
  }
  const base = address.base(request.headers.host);
  const asked = toWebRequest({ request, response, base, body });
  if (!asked) return refuse("http/malformed");
  const stamp = stampOf(response);
  const cookie = readCookie(request.headers.cookie, cookieNames(address.secure).practice);
  const practising = cookie !== undefined && !isPublic(asked);
  const context: LoadContext = {
    ...stamp,
    report: (error) => parts.log.error("request failed", { requestId: stamp.requestId, error }),
    runtime: practising ? await parts.runtime.practice() : parts.runtime,
    practising,
    csrf: parts.csrf,
    address: clientAddress(request.ip),
    language: parts.settings.language,
    secure: address.secure,
  };
  await sendWebResponse({ request, response }, await parts.handle(asked, context));
  return undefined;
}

/** What villagers see is never practice. */
function isPublic({ url }: WebRequest): boolean {
  return /^\/(v|notices|follow)(\/|$)/.test(new URL(url).pathname);
}
