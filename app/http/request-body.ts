import type { IncomingMessage } from "node:http";
import { refuse } from "../engine/errors";
import { MOST_PHOTO_MEGABYTES } from "../engine/form/photo";
import type { Result } from "../runtime/api";
import { createMultipartTrimmer, type MultipartTrimmer } from "./trim-multipart";

/** A request's body, whole. */
export type Body = Uint8Array<ArrayBuffer>;

const megabyte = 1024 * 1024;

/** Largest body in MB by content type. */
const limits: Readonly<Record<string, number>> = {
  "application/x-www-form-urlencoded": 1,
  "application/json": 1,
  // What may come, not what is kept: of a file only a photo's size, of everything else a megabyte.
  "multipart/form-data": 64,
};
const kept = { file: MOST_PHOTO_MEGABYTES * megabyte, rest: megabyte };

/**
 * The whole body of a request, read before anything is parsed. Refuses with `http/too-large` as soon
 * as the limit is passed, and with `http/unsupported-type` for what no page of ours sends. A file that
 * is larger than a photo may be is cut off behind that size; whoever reads the form refuses it.
 */
export async function readBody(request: IncomingMessage): Promise<Result<Body>> {
  const declared = Number(request.headers["content-length"] ?? 0);
  const type = contentType(request);
  const empty = declared === 0 && request.headers["transfer-encoding"] === undefined;
  if (empty) return { ok: true, value: new Uint8Array() };
  const most = limits[type];
  const gather = type === "multipart/form-data" ? trimmed(request) : whole();
  if (most === undefined || gather === null || request.headers["content-encoding"] !== undefined) {
    return { ok: false, refusal: refuse("http/unsupported-type", { type: type || "?" }) };
  }
  if (declared > most * megabyte) return tooLarge(most);
  const body = await collect(request, { most: most * megabyte, gather });
  if (body === "too-large") return tooLarge(most);
  return body === "too-much-text" ? tooLarge(kept.rest / megabyte) : { ok: true, value: body };
}

function tooLarge(megabytes: number): Result<Body> {
  return { ok: false, refusal: refuse("http/too-large", { megabytes }) };
}

/** What becomes of a body's pieces as they come. */
type Gather = MultipartTrimmer;

function whole(): Gather {
  const parts: Buffer[] = [];
  return {
    push: (part) => void parts.push(part),
    end: () => Buffer.concat(parts),
  };
}

function trimmed(request: IncomingMessage): Gather | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    request.headers["content-type"] ?? "",
  );
  const boundary = found?.[1] ?? found?.[2];
  return boundary === undefined ? null : createMultipartTrimmer(boundary, kept);
}

/** The content type without its parameters, in lower case; "" where there is none. */
export function contentType(request: IncomingMessage): string {
  return (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Rejects when the connection breaks off. What comes after the limit is thrown away by Node. */
function collect(
  request: IncomingMessage,
  { most, gather }: { most: number; gather: Gather },
): Promise<Body | "too-large" | "too-much-text"> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const onData = (part: Buffer) => {
      size += part.length;
      const verdict = size > most ? "too-large" : gather.push(part);
      if (verdict === undefined) return;
      request.off("data", onData);
      resolve(verdict);
    };
    request.on("data", onData);
    request.once("end", () => resolve(new Uint8Array(gather.end())));
    request.once("error", reject);
    request.once("close", () => reject(new Error("the connection broke off")));
  });
}
