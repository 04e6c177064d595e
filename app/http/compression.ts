import type { IncomingMessage } from "node:http";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Transform } from "node:stream";

export type Encoding = "br" | "gzip";

/** The best encoding that the browser takes; undefined where it takes none of ours. */
export function acceptedEncoding(request: IncomingMessage): Encoding | undefined {
  const header = request.headers["accept-encoding"];
  const offered = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((encoding) => offered.includes(encoding));
}

/** Whether text of this type gains by compression; pictures and documents are compressed already. */
export function isCompressible(contentType: string): boolean {
  return /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg)/.test(contentType);
}

/** A stream that passes each piece on as it comes, so that a streamed page appears in pieces. */
export function createCompressor(encoding: Encoding): Transform {
  if (encoding === "gzip") return createGzip({ flush: constants.Z_SYNC_FLUSH });
  return createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  });
}
