import type {
  Json,
  JsonObject,
  Message,
  PluginAction,
  PluginChannel,
} from "../../app/engine/plugin/api";

const text: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["zh"],
  properties: {
    zh: { type: "string", minLength: 1, maxLength: 500 },
    en: { type: "string", minLength: 1, maxLength: 500 },
  },
};

const closed = (properties: JsonObject): JsonObject => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const roleList: JsonObject = {
  type: "array",
  minItems: 1,
  items: { type: "string", minLength: 1 },
};

const recipients: JsonObject = {
  oneOf: [
    closed({ roles: roleList }),
    closed({ firstOf: { type: "array", minItems: 1, items: roleList } }),
    closed({ user: { type: "string", minLength: 1 } }),
  ],
};

/** Reads parameters that were held against the schema when the package was checked. */
function toMessage(params: JsonObject): Message {
  const asObject = (value: Json | undefined) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  const { roles, user, firstOf } = asObject(params.to);
  const texts = (list: Json): string[] => (Array.isArray(list) ? list.map(String) : []);
  const { zh, en } = asObject(params.text);
  return {
    channel: "core.inbox",
    to: Array.isArray(firstOf)
      ? { firstOf: firstOf.map(texts) }
      : Array.isArray(roles)
        ? { roles: texts(roles) }
        : { user: String(user) },
    text: { zh: String(zh), ...(typeof en === "string" ? { en } : {}) },
  };
}

/** Tells people something: everybody with one of the roles in scope of the matter, or one person. */
export const notify: PluginAction = {
  name: "notify",
  title: { zh: "通知", en: "Notify" },
  params: closed({ to: recipients, text }),
  run: ({ params, send }) => send(toMessage(params)),
};

/** The inbox in the product itself. The platform records every message it sends, so nothing is left to deliver. */
export const inbox: PluginChannel = {
  name: "inbox",
  title: { zh: "站内消息", en: "Inbox" },
  deliver: () => Promise.resolve(),
};
