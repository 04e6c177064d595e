import type { Page } from "playwright-core";

/** Comes in by the start page's door as one of the demo's people; gives the page, where that person begins. */
export async function enter(page: Page, origin: string, name: string): Promise<Page> {
  await page.goto(origin);
  const door = page.locator(`button[aria-label="以${name}登录"]`);
  // Most doors stand behind a word.
  if (!(await door.isVisible())) await page.locator("main details > summary").last().click();
  await door.click();
  await page.waitForURL(/\/(cases|today)$/);
  return page;
}

/** The same; gives the page at the worklist. */
export async function signIn(page: Page, who: { origin: string; name: string }): Promise<Page> {
  await enter(page, who.origin, who.name);
  await page.goto(`${who.origin}/cases`);
  await page.getByRole("heading", { name: "事项", level: 1 }).waitFor();
  return page;
}

/** Presses the button of a step's form that wants this (`send`, `check`, `back`); does not wait for the answer. */
export async function press(page: Page, intent: string): Promise<void> {
  await page.locator(`button[value="${intent}"]:not([tabindex="-1"])`).click();
}

/** Presses what the form is for. A step that shows its answers once more is sent from there. */
export async function pressThrough(page: Page): Promise<void> {
  const isChecked = (await page.locator('button[value="check"]').count()) > 0;
  if (isChecked) {
    await press(page, "check");
    await page.locator('input[name="answers"]').waitFor({ state: "attached" });
  }
  await press(page, "send");
}

/** Takes the step and waits for the matter's page; gives its address. */
export async function sendStep(page: Page): Promise<string> {
  await pressThrough(page);
  await page
    .waitForURL((url) => /^\/cases\/99\d{4}-[\w-]+$/.test(url.pathname), { timeout: 15_000 })
    .catch(async () => {
      throw new Error(`not taken: ${await page.locator("main").innerText()}`);
    });
  // The address changes a moment before the page does.
  await page.locator('form[enctype="multipart/form-data"]').waitFor({ state: "detached" });
  return page.url();
}

/** Waits until the page says this. */
export async function expectText(page: Page, text: string | RegExp): Promise<void> {
  await page.locator("main").getByText(text).first().waitFor({ timeout: 15_000 });
}
