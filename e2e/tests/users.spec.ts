//! The list of users in the hands of an admin: found while typing, picked by boxes, and what to do with them.

import { axe, demoTest as test, expect, fitsPhone, signIn } from "../harness.ts";

test("people are found while one types, and the picked ones are asked about", async ({ demo, page }) => {
  await signIn(page, demo.email("Primary admin"), demo.password);
  await page.goto("/manage");
  const field = page.getByRole("searchbox", { name: /Name|Namn/ }).first();
  const rows = page.locator("tbody tr");
  const all = await rows.count();
  const name = (await rows.first().locator("b").first().textContent()) ?? "";
  await field.focus();
  await page.keyboard.type(name.toLowerCase(), { delay: 20 });
  await expect(page).toHaveURL(/[?&]q=/);
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(name.toLowerCase());

  await page.locator(".pick-all").check();
  await expect(page.locator(".bulk")).toBeVisible();
  await axe(page);
  await page.locator(".bulk button[value='assign']").click();
  await expect(page).toHaveURL(/\/users\/picked\?.*person=user_/);
  await expect(page.locator("select[name='pool']")).toBeVisible();
  await axe(page);
  await fitsPhone(page);
  await page.goBack();
  await page.locator("#count a").click();
  await expect(page).toHaveURL(/\/users\/picked\?all=1/);
  await axe(page);
});
