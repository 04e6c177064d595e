import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { acceptedEncoding, createCompressor, isCompressible } from "./compression";
import type { Body } from "./request-body";

interface Incoming {
  request: IncomingMessage;
  response: ServerResponse;
  /** The site's address in front of the path. */
  base: string;
  body: Body;
}

/**
 * The request as a web `Request`, with a body that has been read and measured. Its signal aborts when
 * the browser goes away. Remix's own adapter is not used: it takes the host from `X-Forwarded-Host`
 * and reads the body without a limit. Undefined where the address cannot be read.
 */
export function toWebRequest({ request, response, base, body }: Incoming): Request | undefined {
  const address = base + (request.url ?? "/");
  if (!URL.canParse(address) || !isReadable(new URL(address).pathname)) return undefined;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && !name.startsWith(":")) headers.append(name, one);
    }
  }
  const controller = new AbortController();
  response.once("close", () => controller.abort());
  const method = request.method ?? "GET";
  const withBody = method !== "GET" && method !== "HEAD";
  return new Request(address, {
    method,
    headers,
    signal: controller.signal,
    ...(withBody ? { body } : {}),
  });
}

/** Whether the percent signs of a path stand for characters. */
function isReadable(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}

/** Sends a web `Response`, compressed where that pays, in pieces as they come. */
export async function sendWebResponse(
  { request, response }: Pick<Incoming, "request" | "response">,
  answer: Response,
): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  if (!answer.body || request.method === "HEAD") {
    await answer.body?.cancel();
    response.end();
    return;
  }
  const body = Readable.fromWeb(answer.body as NodeReadableStream);
  const encoding = isCompressible(answer.headers.get("Content-Type") ?? "")
    ? acceptedEncoding(request)
    : undefined;
  response.appendHeader("Vary", "Accept-Encoding");
  if (encoding === undefined) return pipeline(body, response);
  response.removeHeader("Content-Length");
  response.setHeader("Content-Encoding", encoding);
  return pipeline(body, createCompressor(encoding), response);
}
