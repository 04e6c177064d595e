import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, type PageOptions } from "./support/browser";
import { expectText, press, sendStep, signIn } from "./support/drive-page";
import { fillForm } from "./support/fill-form";
import { serveProduct, type Product } from "./support/serve-product";

const fiveAnswers = {
  reporter: "杨德厚",
  where: "石桥村三组",
  what: "邻家的牛踩坏半亩白菜。",
  urgency: "normal",
  hurt: "no",
};
const proposal = {
  type: "livestock",
  parties: [
    { name: "杨德厚", role: "applicant" },
    { name: "石大勇", role: "respondent" },
  ],
  proposal: { track: "mediation" },
};

let product: Product;
beforeAll(async () => {
  product = await serveProduct();
});
afterAll(() => product.close());

const pageOf = async (name: string, options: PageOptions = {}) =>
  signIn(await openPage(options), { origin: product.origin, name });

/** Registers a dispute and gives the address of its page. */
async function register(page: Page): Promise<string> {
  await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
  await fillForm(page, fiveAnswers);
  return sendStep(page);
}

describe.each([{ javaScript: true }, { javaScript: false }])(
  "a step that somebody else has taken meanwhile (scripts: $javaScript)",
  ({ javaScript }) => {
    test("says what was done, and shows what had been typed", async () => {
      const page = await pageOf("杨秀兰", { javaScript });
      const matter = await register(page);
      await page.goto(`${matter}/do/proposeTriage`);
      await fillForm(page, proposal);
      const other = await pageOf("杨秀兰", { javaScript });
      await other.goto(`${matter}/do/proposeTriage`);
      await fillForm(other, proposal);
      await press(other, "send");
      await other.waitForURL(matter);
      await press(page, "send");
      await page.getByText("您打开以后，别人办了").waitFor();
      await page
        .getByRole("listitem")
        .filter({ hasText: /^石大勇$/ })
        .waitFor();
      expect(page.url()).toBe(`${matter}/do/proposeTriage`);
    });
  },
);

describe.each([{ javaScript: true }, { javaScript: false }])(
  "a step entered from paper (scripts: $javaScript)",
  ({ javaScript }) => {
    test("names who signed and when, with the photo, in the history", async () => {
      const page = await pageOf("杨秀兰", { javaScript });
      await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
      await fillForm(page, fiveAnswers);
      await page.getByText("代录纸质件").click();
      await page.fill("#enteredForName", "杨德厚");
      await press(page, "send");
      await page.getByRole("link", { name: "写上原件的日期" }).waitFor();
      expect(await page.inputValue("#enteredForName")).toBe("杨德厚");
      await page.fill("#enteredForDay", "2026-11-20");
      const bytes = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
      await page.setInputFiles("#enteredForPhoto", {
        name: "a.jpg",
        mimeType: "image/jpeg",
        buffer: bytes,
      });
      await press(page, "send");
      await page.waitForURL(/\/cases\/991021-/);
      await page.getByText("原件：杨德厚，2026年11月20日").waitFor();
      const photo = await page.getByRole("link", { name: "看照片" }).getAttribute("href");
      const response = await page.request.get(`${product.origin}${photo ?? ""}`);
      expect(response.headers()["content-type"]).toBe("image/jpeg");
      expect(await response.body()).toEqual(bytes);
    });
  },
);

test("a large photo is turned as it was held and made small before it is sent", async () => {
  const page = await pageOf("杨秀兰");
  await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
  await fillForm(page, fiveAnswers);
  await page.getByText("代录纸质件").click();
  await page.fill("#enteredForName", "杨德厚");
  await page.fill("#enteredForDay", "2026-11-20");
  const buffer = await makePhoto(page);
  expect(buffer.length).toBeGreaterThan(2 * 1024 * 1024);
  await page.setInputFiles("#enteredForPhoto", { name: "a.jpg", mimeType: "image/jpeg", buffer });
  // Pressed at once, while the photo is still being made small.
  await sendStep(page);
  const photo = await page.getByRole("link", { name: "看照片" }).getAttribute("href");
  const [width, height, size] = await page.evaluate(async (address) => {
    const blob = await (await fetch(address)).blob();
    const picture = await createImageBitmap(blob, { imageOrientation: "none" });
    return [picture.width, picture.height, blob.size];
  }, photo ?? "");
  expect([width, height]).toEqual([1200, 1600]);
  expect(size).toBeLessThan(buffer.length / 2);
});

/** A photo as a phone takes it upright: stored lying, with the note that it is to be turned (EXIF orientation 6). */
async function makePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 1800 });
    const context = canvas.getContext("2d");
    const pixels = context?.createImageData(2400, 1800);
    if (!context || !pixels) return "";
    pixels.data.forEach((_, i) => {
      pixels.data[i] = i % 4 === 3 ? 255 : (i * 7919 * (i % 251)) % 256;
    });
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.95).split(",")[1] ?? "";
  });
  const bytes = Buffer.from(base64, "base64");
  const note = ["ffe10022", "457869660000", "4d4d002a00000008", "0001"];
  const turned = [...note, "0112000300000001", "00060000", "00000000"].join("");
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from(turned, "hex"), bytes.subarray(2)]);
}

test("without scripts a photo of more than ten megabytes is refused, and nothing typed is lost", async () => {
  const page = await pageOf("杨秀兰", { javaScript: false });
  await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
  await fillForm(page, fiveAnswers);
  await page.getByText("代录纸质件").click();
  await page.fill("#enteredForName", "杨德厚");
  await page.fill("#enteredForDay", "2026-11-20");
  const photo = (megabytes: number) => {
    const buffer = Buffer.alloc(megabytes * 1024 * 1024);
    Buffer.from("ffd8ffe0", "hex").copy(buffer);
    return { name: "a.jpg", mimeType: "image/jpeg", buffer };
  };
  await page.setInputFiles("#enteredForPhoto", photo(11));
  await press(page, "send");
  await page
    .getByRole("alert")
    .getByRole("link", { name: /原件照片超过 10 MB/ })
    .waitFor();
  expect(await page.inputValue('[id="form/reporter"]')).toBe(fiveAnswers.reporter);
  expect(await page.inputValue("#enteredForDay")).toBe("2026-11-20");
  await page.setInputFiles("#enteredForPhoto", photo(9));
  await sendStep(page);
  await expectText(page, "看照片");
});

test("what is typed before the scripts arrive is kept when they do", async () => {
  const page = await pageOf("杨秀兰");
  let release: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`${product.origin}/cases/new?process=dispute-mediation`, { waitUntil: "commit" });
  await page.locator('[id="form/reporter"]').fill("杨德厚");
  const urgent = page.locator('input[name="form/urgency"][value="mayEscalate"]');
  await urgent.check();
  release();
  await page.waitForLoadState("networkidle");
  await page.fill('[id="form/where"]', "石桥村三组");
  expect(await page.inputValue('[id="form/reporter"]')).toBe("杨德厚");
  expect(await urgent.isChecked()).toBe(true);
});

test("pressing twice registers once", async () => {
  const page = await pageOf("杨秀兰", { javaScript: false });
  await page.goto(`${product.origin}/cases/new?process=dispute-mediation`);
  await fillForm(page, fiveAnswers);
  const form = await page.locator("main form").evaluate((node) => {
    const data = new FormData(node as HTMLFormElement);
    return [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  });
  const multipart = Object.fromEntries([...form, ["intent", "send"]]) as Record<string, string>;
  const send = () =>
    page.request.post(`${product.origin}/cases/new?process=dispute-mediation`, {
      multipart,
      headers: { Origin: product.origin },
      maxRedirects: 0,
    });
  const [first, second] = [await send(), await send()];
  expect([first.status(), second.status()]).toEqual([302, 302]);
  expect(second.headers()["location"]).toBe(first.headers()["location"]);
});

test("on a desk nothing scrolls sideways, and the same step can be taken", async () => {
  const page = await pageOf("高原", { width: 1280, height: 800 });
  for (const path of ["/cases", "/cases/new", "/registers", "/me"]) {
    await page.goto(`${product.origin}${path}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(1280);
  }
});
