//! The five pictures of the README.

import { demoTest as test, shot, signIn, type Page } from "../harness.ts";

const open = (page: Page, name: RegExp) => page.locator("main").getByRole("link", { name }).first().click();

test("the home of an admin", async ({ demo, page }) => {
  await signIn(page, demo.email("Primary admin"), demo.password);
  await page.goto("/account");
  await shot(page, "home");
});

test("the people of a team, one of them open", async ({ demo, page }) => {
  await signIn(page, demo.email("Primary admin"), demo.password);
  await page.goto("/manage");
  await open(page, /Samira/);
  await shot(page, "users");
});

test("the same in Swedish, in the dark", async ({ demo, page, context }) => {
  await context.addCookies([{ name: "lang", value: "sv", url: demo.url }]);
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, demo.email("Primary admin"), demo.password);
  await page.goto("/manage");
  await shot(page, "users-sv-dark");
});

test("the seats of a product", async ({ demo, page }) => {
  await signIn(page, demo.email("Primary admin"), demo.password);
  await page.goto("/manage");
  await page.locator("main").getByRole("link", { name: "By product" }).click();
  await open(page, /Ritbord/);
  await shot(page, "seats");
});

test("a contract", async ({ demo, page }) => {
  await signIn(page, demo.email("Contract manager"), demo.password);
  await page.goto("/manage/contracts");
  await open(page, /^N/);
  await shot(page, "contract");
});
