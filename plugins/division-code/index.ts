import {
  definePlugin,
  toHalfWidth,
  type Operator,
  type PluginFormat,
} from "../../app/engine/plugin/api";
import { isWithin, levelOf } from "./code";

function normalize(text: string): string {
  return toHalfWidth(text).replace(/\s/g, "");
}

const code: PluginFormat = {
  name: "code",
  message: {
    zh: "写上 12 位区划代码，例如 991021200201",
    en: "Give the 12-digit division code, for example 991021200201",
  },
  test: (value) => levelOf(normalize(value)) !== undefined,
  normalize,
};

const village: PluginFormat = {
  name: "village",
  message: {
    zh: "写上村或社区的 12 位区划代码，例如 991021200201",
    en: "Give the 12-digit code of a village or community, for example 991021200201",
  },
  test: (value) => levelOf(normalize(value)) === "village",
  normalize,
};

const within: Operator = {
  name: "isWithin",
  takes: ["string", "string"],
  gives: "boolean",
  run: (place, division) =>
    typeof place === "string" && typeof division === "string"
      ? isWithin(place, division)
      : undefined,
};

export default definePlugin({
  name: "division-code",
  version: "1.0.0",
  platform: "1",
  operators: [within],
  formats: [code, village],
});
