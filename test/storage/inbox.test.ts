import { expect, test } from "vitest";
import {
  deliverMessage,
  listMessages,
  markMessagesRead,
  type MessageCursor,
} from "../../app/storage/inbox";
import { explain, slowSteps } from "../support/explain";
import { NOW } from "../support/make-work";
import { openTestDatabase } from "../support/open-test-database";

test("a message reaches each of its people once, however often it is delivered", async () => {
  const db = await openTestDatabase();
  const message = { key: "a:1:0", caseId: "a", text: { zh: "请确认" }, at: NOW };
  const recipients = ["u1", "u2", "u1"];
  await deliverMessage(db, { ...message, recipients });
  await deliverMessage(db, { ...message, recipients, at: NOW + 1 });
  for (const user of ["u1", "u2"]) {
    expect(await listMessages(db, { user, limit: 5 })).toEqual([{ ...message, readAt: null }]);
  }
  expect(await listMessages(db, { user: "u3", limit: 5 })).toEqual([]);
});

test("the newest come first, and what was seen is marked", async () => {
  const db = await openTestDatabase();
  for (const [key, at] of [
    ["a", NOW],
    ["b", NOW + 1],
    ["c", NOW + 2],
  ] as const) {
    await deliverMessage(db, { key, caseId: null, text: { zh: key }, at, recipients: ["u1"] });
  }
  await markMessagesRead(db, { user: "u1", upTo: NOW + 1, now: NOW + 9 });
  const messages = await listMessages(db, { user: "u1", limit: 2 });
  expect(messages.map(({ key, readAt }) => [key, readAt])).toEqual([
    ["c", null],
    ["b", NOW + 9],
  ]);
});

test("a long list comes page by page, messages of one moment included", async () => {
  const db = await openTestDatabase();
  for (const key of ["a", "b", "c", "d", "e"]) {
    await deliverMessage(db, {
      ...{ key, caseId: null, text: { zh: key }, at: key < "d" ? NOW : NOW + 1 },
      recipients: ["u1", "u2"],
    });
  }
  const page = async (after: MessageCursor | null) =>
    (await listMessages(db, { user: "u1", limit: 2, after })).map(({ key, at }) => ({ key, at }));
  const first = await page(null);
  const second = await page(first.at(-1) ?? null);
  const third = await page(second.at(-1) ?? null);
  expect([first, second, third].map((one) => one.map(({ key }) => key).join(""))).toEqual([
    "ed",
    "cb",
    "a",
  ]);
  const plan = await explain(db, () => page(second.at(-1) ?? null));
  expect(slowSteps(plan)).toEqual([]);
});
