import { describe, expect, it } from "vitest";
import type { JsonObject, Message } from "../../../app/engine/plugin/api";
import { compileClosed } from "../../../app/engine/plugin/closed-schema";
import core from "../../../plugins/core/index";
import { inbox, notify } from "../../../plugins/core/notify";

const text = { zh: "请确认分流", en: "Confirm the triage" };

async function sentBy(params: JsonObject): Promise<Message[]> {
  const sent: Message[] = [];
  await notify.run({
    params,
    matter: { id: "991021-1", number: null, title: { zh: "纠纷" } },
    options: {},
    idempotencyKey: "991021-1:3:0",
    signal: new AbortController().signal,
    send: (message) => {
      sent.push(message);
      return Promise.resolve();
    },
  });
  return sent;
}

function accepts(params: JsonObject): boolean {
  const validate = compileClosed(notify.params);
  return typeof validate === "function" && validate(params);
}

describe("core.notify", () => {
  it("sends one message to the roles, through the inbox", async () => {
    expect(await sentBy({ to: { roles: ["officer", "mediator"] }, text })).toEqual([
      { channel: "core.inbox", to: { roles: ["officer", "mediator"] }, text },
    ]);
  });

  it("sends to one person, in Chinese alone where that is all there is", async () => {
    expect(await sentBy({ to: { user: "gaoyuan" }, text: { zh: "请确认分流" } })).toEqual([
      { channel: "core.inbox", to: { user: "gaoyuan" }, text: { zh: "请确认分流" } },
    ]);
  });

  it("passes a failure on, so that the outbox tries again", async () => {
    const failing = notify.run({
      params: { to: { user: "gaoyuan" }, text },
      matter: { id: "991021-1", number: null, title: { zh: "纠纷" } },
      options: {},
      idempotencyKey: "991021-1:3:0",
      signal: new AbortController().signal,
      send: () => Promise.reject(new Error("no line")),
    });
    await expect(failing).rejects.toThrow("no line");
  });

  it("takes roles or a user, and a text, and nothing else", () => {
    expect(accepts({ to: { roles: ["officer"] }, text })).toBe(true);
    expect(accepts({ to: { user: "gaoyuan" }, text })).toBe(true);
    expect(accepts({ to: { roles: [] }, text })).toBe(false);
    expect(accepts({ to: { roles: ["officer"], user: "gaoyuan" }, text })).toBe(false);
    expect(accepts({ to: { roles: ["officer"] }, text: { en: "only English" } })).toBe(false);
    expect(accepts({ to: { roles: ["officer"] }, text, urgent: true })).toBe(false);
  });
});

describe("core.inbox", () => {
  it("is the channel that core.notify names", async () => {
    const [message] = await sentBy({ to: { user: "gaoyuan" }, text });
    expect(message?.channel).toBe(`${core.name}.${core.channels?.[0]?.name}`);
  });

  it("has nothing left to deliver", async () => {
    await expect(
      inbox.deliver({ recipients: ["gaoyuan"], text, key: "k" }),
    ).resolves.toBeUndefined();
  });
});
