import {
  definePlugin,
  type Operator,
  type PluginDisplay,
  type PluginFormat,
} from "../../app/engine/plugin/api";
import { ageOn, normalizeResidentId, parseResidentId } from "./number";

const number: PluginFormat = {
  name: "number",
  message: {
    zh: "身份证号不对，请对照证件再看一遍（18 位，最后一位可能是 X）",
    en: "The ID number is not right; compare it with the card (18 characters, the last may be X)",
  },
  test: (value) => parseResidentId(value) !== undefined,
  normalize: normalizeResidentId,
};

const birthDate: Operator = {
  name: "birthDate",
  takes: ["string"],
  gives: "string",
  run: (id) => (typeof id === "string" ? parseResidentId(id)?.birthDate : undefined),
};

const sex: Operator = {
  name: "sex",
  takes: ["string"],
  gives: "string",
  run: (id) => (typeof id === "string" ? parseResidentId(id)?.sex : undefined),
};

const age: Operator = {
  name: "age",
  takes: ["string", "string"],
  gives: "number",
  run: (id, day) =>
    typeof id === "string" && typeof day === "string" ? ageOn(id, day) : undefined,
};

/** 110***********002X: enough for its holder to recognise, without the date of birth. Else nothing is shown. */
const mask: PluginDisplay = {
  name: "mask",
  show: (value) => {
    const number = typeof value === "string" ? normalizeResidentId(value) : "";
    return number.length === 18
      ? `${number.slice(0, 3)}${"*".repeat(11)}${number.slice(-4)}`
      : "*".repeat(18);
  },
};

export default definePlugin({
  name: "resident-id",
  version: "1.0.0",
  platform: "1",
  operators: [birthDate, sex, age],
  formats: [number],
  displays: [mask],
  widgets: ["input"],
});
