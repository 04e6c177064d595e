import { describe, expect, test } from "vitest";
import { readPost } from "../../app/http/read-post.server";

function post(body: string, type: string): Request {
  const headers = { "Content-Type": type };
  return new Request("http://localhost/cases/new", { method: "POST", body, headers });
}

describe("a posted form", () => {
  test("is read field by field", async () => {
    const form = await readPost(post("where=a&what=b", "application/x-www-form-urlencoded"));
    expect([...form]).toEqual([
      ["where", "a"],
      ["what", "b"],
    ]);
  });

  test.each([
    ["JSON", '{"where":"a"}', "application/json"],
    ["parts without their boundary", "junk", "multipart/form-data"],
    ["parts that are none", "junk", "multipart/form-data; boundary=x"],
  ])("that is %s is refused with a code and 400", async (_what, body, type) => {
    const answer: unknown = await readPost(post(body, type)).catch((thrown: unknown) => thrown);
    if (!(answer instanceof Response)) throw new Error("it was not refused");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "http/malformed" });
  });
});
