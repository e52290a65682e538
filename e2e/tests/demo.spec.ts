//! What a newcomer does with the demo.

import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { demoTest as test, expect, Program, ritbord, signIn } from "../harness.ts";

test.describe.configure({ mode: "serial" });

test("an invitation is found in the mailbox, and its link leads in", async ({ demo, page }) => {
  await page.goto("/demo/mailbox?q=tariq");
  await page.locator("main").getByRole("link", { name: /invites you/ }).click();
  await page.frameLocator("iframe").getByRole("link", { name: "Choose a password" }).click();
  await page.locator('input[autocomplete="new-password"]').fill("a mitre box and a tenon saw");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${demo.url}/account`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tariq");
});

test("an invitation that is too old says what to do", async ({ page }) => {
  await page.goto("/demo/mailbox?q=valdemar");
  await page.locator("main").getByRole("link", { name: /bjuder in dig/ }).click();
  await page.frameLocator("iframe").getByRole("link", { name: "Välj ett lösenord" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is too old");
  await page.getByRole("button", { name: "Send me a new link" }).click();
  await expect(async () => {
    await page.goto("/demo/mailbox?q=valdemar");
    expect(await page.locator("main tbody tr").count()).toBe(2);
  }).toPass();
});

test("Ritbord starts as the demo says, knowing the demo's key", async ({ demo, page }) => {
  const store = await mkdtemp(join(tmpdir(), "plats-ritbord-"));
  const args = ["--server", demo.url, "--store", store, "--language", "en", "--no-browser", "--accept-privacy"];
  const program = Program.start(ritbord, args, { RITBORD_DEVICE_ID: "a newcomer's machine" });
  const address = await program.until(() => /^http\S+\/oauth\/authorize\S+$/m.exec(program.output)?.[0]);
  await signIn(page, demo.email("Secondary admin"), demo.password);
  await page.goto(address);
  await page.locator("main form button.btn-main").click();
  await program.says("Licensed to Karin Ahlgren");
  program.type("quit");
  expect(await program.ended()).toBe(0);
  await rm(store, { recursive: true });
});
