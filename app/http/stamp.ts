import { randomBytes, randomInt } from "node:crypto";
import type { RequestHandler, Response } from "express";
import type { Log } from "../runtime/log";
import { securityHeaders } from "./security-headers";

/** What every request gets first. */
export interface Stamp {
  /** Ours alone: one that came with the request is not looked at. Short enough to be read out on the phone. */
  requestId: string;
  nonce: string;
}

/** Gives each request its id, its nonce and the headers of its answer, and logs how it ended. */
export function stampRequests(options: {
  log: Log;
  secure: boolean;
  development: boolean;
}): RequestHandler {
  const { log, secure, development } = options;
  return (request, response, next) => {
    const began = Date.now();
    const requestId = newRequestId();
    const nonce = randomBytes(16).toString("base64url");
    Object.assign(response.locals, { requestId, nonce });
    response.set(securityHeaders({ nonce, secure, development }));
    response.set("X-Request-Id", requestId);
    const { method, path } = request;
    response.once("finish", () => {
      const ms = Date.now() - began;
      log.info("request", { requestId, method, path, status: response.statusCode, ms });
    });
    next();
  };
}

/** Without letters and digits that look or sound alike. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** `7KQ2-9FMD`: about a million million of them. */
function newRequestId(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The stamp of a request that `stampRequests` has seen. */
export function stampOf(response: Response): Stamp {
  const { requestId, nonce } = response.locals;
  return { requestId, nonce };
}
