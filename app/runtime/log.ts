import { pino } from "pino";
import type { Settings } from "./settings";

type Fields = Record<string, string | number | boolean | null | undefined>;

/** What the server writes down about itself. Never personal data, never what was entered. */
export interface Log {
  error(event: string, what: { error: unknown; requestId?: string }): void;
  warn(event: string, fields?: Fields): void;
  info(event: string, fields?: Fields): void;
  debug(event: string, fields?: Fields): void;
}

/** JSON lines on stderr, so that what a command prints stays clean. */
export function createLog(level: Settings["log"]): Log {
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    error: (event, { error, requestId }) => logger.error({ requestId, err: error }, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    debug: (event, fields) => logger.debug(fields ?? {}, event),
  };
}
