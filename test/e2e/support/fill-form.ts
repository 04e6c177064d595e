import type { Page } from "playwright-core";
import type { Json, JsonObject } from "../../../app/engine/json";

/**
 * Fills the fields of a step's form as a person does: types, ticks, and presses “add” until a list is long
 * enough. Where scripts are off, a field that depends on an answer comes with the “update” button.
 */
export async function fillForm(page: Page, answers: JsonObject, id = "form"): Promise<void> {
  for (const [key, value] of Object.entries(answers)) await fillField(page, value, `${id}/${key}`);
}

async function fillField(page: Page, value: Json, id: string): Promise<void> {
  if (Array.isArray(value)) {
    await fillList(page, value, id);
  } else if (typeof value === "object" && value !== null) {
    await fillForm(page, value, id);
  } else {
    await fillOne(page, value, id);
  }
}

async function fillList(page: Page, values: readonly Json[], id: string): Promise<void> {
  const ticks = page.locator(`input[name="${id}:each"]`);
  if ((await ticks.count()) > 0) {
    for (const value of values)
      await page.check(`input[name="${id}:each"][value="${String(value)}"]`);
    return;
  }
  const add = page.locator(`button[value="add:${id.replace("form", "")}"]`);
  for (let index = 0; index < values.length; index++) {
    const item = page.locator(`[id^="${id}/${index}/"]`);
    if ((await item.count()) === 0) {
      await add.click();
      await item.first().waitFor();
    }
    await fillField(page, values[index] ?? null, `${id}/${index}`);
  }
}

async function fillOne(page: Page, value: Json, id: string): Promise<void> {
  const field = page.locator(`[id="${id}"]`);
  const update = page.locator('button[value="update"]');
  if ((await field.count()) === 0 && (await update.count()) > 0) await update.click();
  await field.waitFor();
  const [tag, type] = await field.evaluate((node) => [node.tagName, node.getAttribute("type")]);
  if (type === "radio") {
    await page.check(`input[name="${id}"][value="${String(value)}"]`);
  } else if (tag === "SELECT") {
    await field.selectOption(String(value));
  } else {
    const isMoney = (await field.getAttribute("name"))?.endsWith(":money");
    await field.fill(isMoney ? (Number(value) / 100).toFixed(2) : String(value));
  }
}
