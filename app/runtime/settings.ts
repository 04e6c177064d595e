import { join, resolve } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import schema from "../../schemas/platform/settings.schema.json";
import { refusalError } from "../engine/errors";
import { deepFreeze } from "../engine/json";
import { say, type Language, type Text } from "../engine/text";
import type { Instant } from "../engine/time/types";
import { instantOf, isMoment } from "../engine/time/zone";
import { sqliteFile } from "../storage/open-database";
import { projectRoot } from "./project-root";

/** What the operator decides. Read once, frozen, passed as an argument; nothing else reads the environment. */
export interface Settings {
  mode: "demo" | "production";
  host: string;
  port: number;
  /** `sqlite:<absolute file>`. */
  databaseUrl: string;
  /** Absolute path. */
  dataFolder: string;
  /** The address of the site; null: this machine's own addresses. */
  origin: string | null;
  language: Language;
  log: "silent" | "error" | "warn" | "info" | "debug";
  /** Where the clock stands still (demo only), or null. */
  clock: Instant | null;
  proxies: number;
  /** What a monitoring system brings to read the metrics; null: only this machine may. */
  metricsToken: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

interface Values {
  PORT: number;
  HOST: string;
  DATABASE_URL?: string;
  QY_DATA_DIR: string;
  QY_ORIGIN?: string;
  QY_MODE: Settings["mode"];
  QY_LANG: Language;
  QY_LOG: Settings["log"];
  QY_CLOCK?: string;
  QY_PROXIES: number;
  QY_METRICS_TOKEN?: string;
}

const names = Object.keys(schema.properties);
/** Where a demo's clock stands unless `QY_CLOCK` says otherwise; `now` lets it run. */
const DEMO_CLOCK = "2026-11-23T10:00";
/** What the schema's pattern lets pass; whether there is such a day is asked here. */
const clockShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/**
 * The settings in the environment, completed with defaults.
 * Throws `runtime/settings` with every fault in one message.
 */
export function readSettings(env: Environment): Settings {
  const given = definedValues(env);
  const ajv = new Ajv2020({ allErrors: true, coerceTypes: true, useDefaults: true, verbose: true });
  ajv.addVocabulary(["message"]);
  const validate = ajv.compile<Values>(schema);
  const values: unknown = { ...given };
  const fits = validate(values);
  const faults = [
    ...(validate.errors ?? []).flatMap((error) => faultOf(error, given)),
    ...unknownNames(env),
    ...impossibleClock(given["QY_CLOCK"]),
  ];
  if (!fits || faults.length > 0) throw settingsError(faults, given["QY_LANG"]);
  return deepFreeze(toSettings(values));
}

function definedValues(env: Environment): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = env[name]?.trim();
    if (value) values[name] = value;
  }
  return values;
}

function toSettings(values: Values): Settings {
  const dataFolder = resolve(projectRoot, values.QY_DATA_DIR);
  return {
    mode: values.QY_MODE,
    host: values.HOST,
    port: values.PORT,
    databaseUrl: toDatabaseUrl(values.DATABASE_URL, dataFolder),
    dataFolder,
    origin: values.QY_ORIGIN?.toLowerCase() ?? null,
    language: values.QY_LANG,
    log: values.QY_LOG,
    clock: toClock(values),
    proxies: values.QY_PROXIES,
    metricsToken: values.QY_METRICS_TOKEN ?? null,
  };
}

/**
 * A demo's matters lie around one day, so its clock stands there: it looks the same in a year, and the calendar
 * that it counts with is known.
 */
function toClock({ QY_MODE, QY_CLOCK }: Values): Instant | null {
  if (QY_MODE !== "demo" || QY_CLOCK === "now") return null;
  return instantOf(QY_CLOCK ?? DEMO_CLOCK);
}

function toDatabaseUrl(url: string | undefined, dataFolder: string): string {
  if (url === undefined) return `sqlite:${join(dataFolder, "qingyuan.sqlite")}`;
  const file = sqliteFile(url);
  return file === undefined ? url : `sqlite:${resolve(projectRoot, file)}`;
}

interface Fault {
  name: string;
  message: Text;
}

function faultOf(error: ErrorObject, given: Record<string, string>): Fault[] {
  // `if` only says that its `then` failed, which reports for itself.
  if (error.keyword === "if") return [];
  const missing =
    error.keyword === "required" ? String(error.params["missingProperty"]) : undefined;
  const name = missing ?? error.instancePath.slice(1);
  const { zh, en } = messageOf(error);
  const value = given[name];
  if (value === undefined) return [{ name, message: { zh, en } }];
  return [{ name, message: { zh: `${zh}（现在是“${value}”）`, en: `${en} (it is “${value}”)` } }];
}

function messageOf(error: ErrorObject): { zh: string; en: string } {
  const message: { zh: string; en: string } | undefined = error.parentSchema?.["message"];
  return message ?? { zh: error.message ?? error.keyword, en: error.message ?? error.keyword };
}

/** A misspelt name would otherwise be a setting that silently does nothing. */
function unknownNames(env: Environment): Fault[] {
  const message = {
    zh: `没有这项设置。可用的：${names.join("、")}`,
    en: `is not a setting. There are: ${names.join(", ")}`,
  };
  return Object.keys(env)
    .filter((name) => name.startsWith("QY_") && !names.includes(name))
    .map((name) => ({ name, message }));
}

function impossibleClock(text: string | undefined): Fault[] {
  if (text === undefined || isMoment(text) || !clockShape.test(text)) return [];
  const message = { zh: `没有这个时间（“${text}”）`, en: `is not a time that exists (“${text}”)` };
  return [{ name: "QY_CLOCK", message }];
}

function settingsError(faults: Fault[], language: string | undefined): Error {
  const reader: Language = language === "en" ? "en" : "zh";
  const list = faults.map(({ name, message }) => `  ${name} ${say(message, reader)}`).join("\n");
  return refusalError("runtime/settings", { count: faults.length, list });
}
