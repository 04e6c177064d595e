import type { Page } from "playwright-core";
import { isObject, type Json, type JsonObject } from "../../../app/engine/json";

/** Fills a form as a person would, from the JSON that a scenario would send. Adds list items where they are missing. */
export async function fillForm(page: Page, form: JsonObject): Promise<void> {
  for (const [key, value] of Object.entries(form)) await fill(page, `form/${key}`, value);
}

async function fill(page: Page, name: string, value: Json): Promise<void> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const first = page.locator(`[name^="${name}/${index}/"], [name="${name}/${index}"]`).first();
      if ((await first.count()) === 0) await addItem(page, name);
      await first.waitFor({ state: "attached" });
      await fill(page, `${name}/${index}`, item);
    }
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key !== "id") await fill(page, `${name}/${key}`, member);
    }
  } else {
    await answer(page, name, String(value));
  }
}

/** The button works with scripts and, as a plain post, without. */
async function addItem(page: Page, name: string): Promise<void> {
  const pointer = name.replace(/^form/, "");
  await page.locator(`button[name="intent"][value*="${pointer}"]`).last().click();
}

async function answer(page: Page, name: string, value: string): Promise<void> {
  const choice = page.locator(`input[type="radio"][name="${name}"][value="${value}"]`);
  if ((await choice.count()) > 0) return choice.check({ force: true });
  const select = page.locator(`select[name="${name}"]`);
  if ((await select.count()) > 0) {
    await select.selectOption(value);
    return;
  }
  await page.locator(`[name="${name}"]`).fill(value);
}
