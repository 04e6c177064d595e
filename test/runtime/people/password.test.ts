import { expect, test } from "vitest";
import { checkPassword, hashPassword, verifyPassword } from "../../../app/runtime/people/password";
import { CHEAP } from "../../support/open-test-people";

test("a password fits its own hash and no other", async () => {
  const hash = await hashPassword("correct horse", CHEAP);
  expect(await verifyPassword("correct horse", hash)).toBe(true);
  expect(await verifyPassword("correct horsf", hash)).toBe(false);
  expect(await verifyPassword("", hash)).toBe(false);
});

test("the product's own cost stands in the hash", async () => {
  const hash = await hashPassword("correct horse");
  expect(hash).toMatch(/^scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword("correct horse", hash)).toBe(true);
});

test("each hash has a salt of its own", async () => {
  const [first, second] = await Promise.all([
    hashPassword("correct horse", CHEAP),
    hashPassword("correct horse", CHEAP),
  ]);
  expect(first).not.toBe(second);
});

test("the same characters fit, whichever way the keyboard composed them", async () => {
  const hash = await hashPassword("Ａ密码é-０１２３４", CHEAP);
  expect(await verifyPassword("A密码é-01234", hash)).toBe(true);
});

test.each([null, "", "plain", "scrypt$ln=0,r=8,p=1$AAAA$AAAA", "scrypt$ln=15,r=8,p=3$AAAA$"])(
  "nothing fits the stored value %j",
  async (stored) => {
    expect(await verifyPassword("", stored)).toBe(false);
  },
);

test.each([
  ["nine char", "auth/password-short"],
  ["x".repeat(201), "auth/password-long"],
  ["aaaaaaaaaaaa", "auth/password-guessable"],
  ["xGaoYuan2026", "auth/password-guessable"],
])("%s is refused with %s", (password, code) => {
  expect(checkPassword(password, "gaoyuan")?.code).toBe(code);
});

test.each(["ten chars!", "一二三四五六七八九十", "x y".repeat(60)])(
  "%s is accepted",
  (password) => {
    expect(checkPassword(password, "gaoyuan")).toBeUndefined();
  },
);
