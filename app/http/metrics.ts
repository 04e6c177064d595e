import { timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { refuse } from "../engine/errors";
import type { Runtime } from "../runtime/api";
import type { Settings } from "../runtime/settings";

/**
 * `GET /metrics`: how clocks and messages run, for a monitoring system. With `QY_METRICS_TOKEN` set, for whoever brings
 * it (`Authorization: Bearer …`); without, for this machine alone. Nothing in it is about anybody. Refuses everybody
 * else with `http/metrics-closed`.
 */
export function metrics(
  runtime: Pick<Runtime, "metrics">,
  { metricsToken, proxies }: Pick<Settings, "metricsToken" | "proxies">,
): RequestHandler {
  return (request, response, next) => {
    const may =
      metricsToken === null ? isFromHere(request, proxies) : brings(request, metricsToken);
    if (!may) return next(refuse("http/metrics-closed"));
    runtime.metrics().then((text) => {
      response.type("text/plain; version=0.0.4; charset=utf-8").send(text);
    }, next);
  };
}

/** A proxy that the operator did not tell of would make everybody look as if they came from here. */
function isFromHere(request: Request, proxies: number): boolean {
  const isPassedOn = ["x-forwarded-for", "forwarded", "via"].some((name) => request.headers[name]);
  if (isPassedOn && proxies === 0) return false;
  return /^(::ffff:)?127\.|^::1$/.test(request.ip ?? "");
}

function brings({ headers }: Request, token: string): boolean {
  const [sent, wanted] = [Buffer.from(headers.authorization ?? ""), Buffer.from(`Bearer ${token}`)];
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
