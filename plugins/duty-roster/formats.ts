import { toHalfWidth, type PluginFormat } from "../../app/engine/plugin/api";
import { isLine, normalizeLine } from "./shifts";

const WORDS = "值班、夜班、白班、警务室、下村、备勤、培训、请假、休";

/** Somebody's days, one word each: `值班 休 下村：石桥村/柏树村 休`. */
export const line: PluginFormat = {
  name: "line",
  message: {
    zh: `每天写一个词，中间空一格：${WORDS}；地点写在冒号后面`,
    en: `One word a day, parted by blanks: ${WORDS}; a place stands behind a colon`,
  },
  test: isLine,
  normalize: normalizeLine,
};

/** One day. */
export const shift: PluginFormat = {
  name: "shift",
  message: { zh: `写一个班次：${WORDS}`, en: `One shift: ${WORDS}` },
  test: (value) => isLine(value) && !value.includes(" "),
  normalize: normalizeLine,
};

/** Days of the month: `24 25`. */
export const dates: PluginFormat = {
  name: "dates",
  message: { zh: "写几号，中间空一格，例如 24 25", en: "Days of the month, for example 24 25" },
  test: (value) => value === "" || value.split(" ").every(isDate),
  normalize: (value) =>
    toHalfWidth(value)
      .trim()
      .split(/[\s、,;号日]+/)
      .filter((part) => part !== "")
      .join(" "),
};

function isDate(text: string): boolean {
  return /^[1-9]\d?$/.test(text) && Number(text) <= 31;
}

/** From when to when: `08:30-17:30`; what ends at or before its start ends on the next day. */
export const span: PluginFormat = {
  name: "span",
  message: { zh: "写起止时间，例如 08:30-17:30", en: "From when to when, for example 08:30-17:30" },
  test: (value) => /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/.test(value),
  normalize: (value) =>
    toHalfWidth(value)
      .trim()
      .replace(/\s*[-—–~至到]+\s*/g, "-")
      .replace(/(^|-)(\d):/g, "$10$2:"),
};

export const formats: PluginFormat[] = [line, shift, dates, span];
