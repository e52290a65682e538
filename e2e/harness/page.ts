//! What every test asks of a page.

import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Through the form, in any language: the fields are known by what a password manager knows them by. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[autocomplete~="username"]').fill(email);
  const secret = page.locator('input[autocomplete~="current-password"]');
  await secret.fill(password);
  await secret.press("Enter");
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** No violation of WCAG 2.2 AA, as far as a machine can tell. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.target).join("\n  ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing sticks out at the right of a narrow phone. */
export async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${page.url()} on a phone of 360 px`).toBeLessThanOrEqual(360);
  if (before) await page.setViewportSize(before);
}

/** A picture for the README and the docs. */
export async function shot(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
}
