import type { IncomingMessage } from "node:http";
import { refuse } from "../engine/errors";
import type { Result } from "../runtime/api";

/** A request's body, whole. */
export type Body = Uint8Array<ArrayBuffer>;

const megabyte = 1024 * 1024;

/** Largest body in MB by content type. Only forms with files may be large. */
const limits: Readonly<Record<string, number>> = {
  "application/x-www-form-urlencoded": 1,
  "application/json": 1,
  "multipart/form-data": 8,
};

/**
 * The whole body of a request, read before anything is parsed. Refuses with `http/too-large` as soon
 * as the limit is passed, and with `http/unsupported-type` for what no page of ours sends.
 */
export async function readBody(request: IncomingMessage): Promise<Result<Body>> {
  const declared = Number(request.headers["content-length"] ?? 0);
  const type = contentType(request);
  const empty = declared === 0 && request.headers["transfer-encoding"] === undefined;
  if (empty) return { ok: true, value: new Uint8Array() };
  const most = limits[type];
  if (most === undefined || request.headers["content-encoding"] !== undefined) {
    return { ok: false, refusal: refuse("http/unsupported-type", { type: type || "?" }) };
  }
  const tooLarge: Result<Body> = {
    ok: false,
    refusal: refuse("http/too-large", { megabytes: most }),
  };
  if (declared > most * megabyte) return tooLarge;
  const body = await collect(request, most * megabyte);
  return body === "too-large" ? tooLarge : { ok: true, value: body };
}

/** The content type without its parameters, in lower case; "" where there is none. */
export function contentType(request: IncomingMessage): string {
  return (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Rejects when the connection breaks off. What comes after the limit is thrown away by Node. */
function collect(request: IncomingMessage, most: number): Promise<Body | "too-large"> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const onData = (part: Buffer) => {
      size += part.length;
      if (size <= most) return void parts.push(part);
      request.off("data", onData);
      resolve("too-large");
    };
    request.on("data", onData);
    request.once("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    request.once("error", reject);
    request.once("close", () => reject(new Error("the connection broke off")));
  });
}
