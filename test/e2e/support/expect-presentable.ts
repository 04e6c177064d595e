import type { Page } from "playwright-core";
import { expect } from "vitest";
import { problemsOf, screenshot } from "./browser";

/** Letters that belong on a Chinese page: addresses, and names of things that have no other. */
const NAMED = /https?:\/\/\S+|Word|XLSX|Excel|CSV|English|qingyuan|gaoyuan/g;

/** With `LOOK=1` each stop of a way is also drawn, into this folder. */
const PICTURES = process.env["LOOK"] === "1" ? "/tmp/qingyuan-look" : null;

/**
 * A page can be shown to anybody: nothing on it is empty, none of it is a machine's word, no English runs through it,
 * nothing sticks out at the side or lies over something else, and the browser found no fault. Gives the page's text.
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
  expect([stop, await overlaps(page)]).toEqual([stop, []]);
  const expected = /the server responded with a status of (403|409|422)/;
  expect(problemsOf(page).filter((problem) => !expected.test(problem))).toEqual([]);
  return text;
}

/** Parts of one box that lie over each other: the next one begins before the one above ends. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main article, main section")].flatMap((box) =>
      [...box.children].flatMap((part, i, all) => {
        const [mine, next] = [part, all[i + 1]].map((one) => one?.getBoundingClientRect());
        if (mine === undefined || next === undefined || next.height === 0) return [];
        const isBeside = next.left >= mine.right || next.right <= mine.left;
        const covered = Math.min(mine.bottom, next.bottom) - Math.max(mine.top, next.top);
        return isBeside || covered <= 1 ? [] : [(all[i + 1]?.textContent ?? "").slice(0, 60)];
      }),
    ),
  );
}

/** The lists and tables in sight that have nothing in them. */
function emptyLists(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main ul, main ol, main dl, main tbody, main select")]
      .filter((list) => list.checkVisibility() && list.children.length === 0)
      .map((list) => list.outerHTML),
  );
}
