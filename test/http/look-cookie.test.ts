import { describe, expect, test } from "vitest";
import { readLook, writeLook, type Look } from "../../app/http/look-cookie.server";

function cookieBack(look: Look): Request {
  const pair = writeLook(look, false).split(";")[0] ?? "";
  return new Request("http://localhost/", { headers: { Cookie: `other=1; ${pair}` } });
}

describe("the look of pages, kept on the device", () => {
  test.each<Look>([
    { language: "en", largeType: true, theme: "dark" },
    { language: "zh", largeType: false, theme: "light" },
    { language: undefined, largeType: true, theme: undefined },
    { language: undefined, largeType: undefined, theme: undefined },
  ])("comes back as it was chosen: %j", (look) => {
    expect(readLook(cookieBack(look))).toEqual(look);
  });

  test("counts as not chosen where the cookie is missing or foreign", () => {
    const nothing = { language: undefined, largeType: undefined, theme: undefined };
    expect(readLook(new Request("http://localhost/"))).toEqual(nothing);
    const foreign = new Request("http://localhost/", { headers: { Cookie: "qy-look=xx.yy.<b>" } });
    expect(readLook(foreign)).toEqual(nothing);
  });

  test("is not readable by scripts, and travels over https only where the site is served so", () => {
    expect(writeLook({}, false)).toContain("HttpOnly");
    expect(writeLook({}, false)).not.toContain("Secure");
    expect(writeLook({}, true)).toContain("Secure");
  });
});
