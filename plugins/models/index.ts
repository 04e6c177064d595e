import {
  definePlugin,
  type Json,
  type JsonObject,
  type PluginJob,
} from "../../app/engine/plugin/api";

const closed = (properties: JsonObject): JsonObject => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});
const text: JsonObject = { type: "string", minLength: 1, maxLength: 200 };
const units: JsonObject = { type: "array", minItems: 1, maxItems: 500, items: text };
const day: JsonObject = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };

/** `""` and what is missing stand for all kinds of village. */
function kindOf(value: Json | undefined): string | null {
  return typeof value === "string" && value !== "" && value !== "all" ? value : null;
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Items with a package, a parameter and a value; others are left out. */
function settingsOf(
  value: Json | undefined,
): { package: string; parameter: string; value: string }[] {
  return (Array.isArray(value) ? value : []).flatMap((item) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
    const { package: id, parameter, value: set } = item;
    const isWhole = [id, parameter, set].every((one) => typeof one === "string");
    return isWhole
      ? [{ package: String(id), parameter: String(parameter), value: String(set) }]
      : [];
  });
}

const adopt: PluginJob = {
  name: "adopt",
  title: { zh: "采用模式", en: "Adopt a model" },
  params: {
    type: "object",
    additionalProperties: false,
    required: ["units", "model", "from"],
    properties: {
      units,
      kind: text,
      model: text,
      from: day,
      settings: { type: "array", maxItems: 200 },
    },
  },
  run: ({ params, order }) =>
    order({
      order: "adoptModel",
      units: textsOf(params.units),
      kind: kindOf(params.kind),
      model: String(params.model),
      from: String(params.from),
      settings: settingsOf(params.settings),
    }),
};

const leave: PluginJob = {
  name: "leave",
  title: { zh: "停用模式", en: "Leave a model" },
  params: { ...closed({ units, last: day }), properties: { units, kind: text, last: day } },
  run: ({ params, order }) =>
    order({
      order: "leaveModel",
      units: textsOf(params.units),
      kind: kindOf(params.kind),
      last: String(params.last),
    }),
};

const setKind: PluginJob = {
  name: "setKind",
  title: { zh: "核定村型", en: "Approve a village's kind" },
  params: closed({ village: text, kind: text, from: day }),
  run: ({ params, order }) =>
    order({
      order: "setVillageKind",
      village: String(params.village),
      kind: String(params.kind),
      from: String(params.from),
    }),
};

/** What a matter has decided about models and kinds of village becomes what new matters follow. */
export default definePlugin({
  name: "models",
  version: "1.0.0",
  platform: "1",
  jobs: [adopt, leave, setKind],
});
