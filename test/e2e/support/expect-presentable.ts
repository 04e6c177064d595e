import type { Page } from "playwright-core";
import { expect } from "vitest";
import { problemsOf, screenshot } from "./browser";

/** Letters that belong on a Chinese page: addresses, and names of things that have no other. */
const NAMED = /https?:\/\/\S+|Word|XLSX|Excel|CSV|English|qingyuan|gaoyuan/g;

/** With `LOOK=1` each stop of a way is also drawn, into this folder. */
const PICTURES = process.env["LOOK"] === "1" ? "/tmp/qingyuan-look" : null;

/**
 * A page can be shown to anybody: nothing on it is empty, none of it is a machine's word, no English runs through it,
 * nothing sticks out at the side, and the browser found no fault. Gives the page's text.
 */
export async function expectPresentable(page: Page, stop: string): Promise<string> {
  if (PICTURES) await screenshot(page, `${PICTURES}/${stop}.png`);
  const text = await page.locator("body").innerText();
  const words = text.replace(NAMED, "");
  expect([stop, words.match(/\b(JSON|undefined|null|NaN)\b|\[object/gi)]).toEqual([stop, null]);
  expect([stop, words.match(/[A-Za-z]{3,}/g)]).toEqual([stop, null]);
  expect([stop, await emptyLists(page)]).toEqual([stop, []]);
  const [width, wide] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  expect([stop, wide]).toEqual([stop, width]);
  const expected = /the server responded with a status of (403|409|422)/;
  expect(problemsOf(page).filter((problem) => !expected.test(problem))).toEqual([]);
  return text;
}

/** The lists and tables in sight that have nothing in them. */
function emptyLists(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main ul, main ol, main dl, main tbody, main select")]
      .filter((list) => list.checkVisibility() && list.children.length === 0)
      .map((list) => list.outerHTML),
  );
}
