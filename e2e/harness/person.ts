//! Somebody with a browser of their own and a mailbox.

import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { House } from "./house.ts";
import { signIn } from "./page.ts";

export class Person {
  private constructor(
    private readonly house: House,
    readonly email: string,
    public password: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async arrive(browser: Browser, house: House, email: string, password: string, locale = "en-GB"): Promise<Person> {
    const context = await browser.newContext({ baseURL: house.url, locale, timezoneId: "Europe/Stockholm" });
    return new Person(house, email, password, context, await context.newPage());
  }

  /** Opens the link of a mail and chooses the password there. */
  async comeInBy(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.locator('input[autocomplete="new-password"]').fill(this.password);
    await this.page.keyboard.press("Enter");
    await expect(this.page).toHaveURL(`${this.house.url}/account`);
  }

  async signIn(): Promise<void> {
    await signIn(this.page, this.email, this.password);
  }

  /** By the menu behind the own picture, as people do it. */
  async signOut(): Promise<void> {
    await this.page.goto("/sign-out");
    await this.page.locator("main button").click();
    await expect(this.page).toHaveURL(/\/sign-in/);
  }

  mail(subject: RegExp) {
    return this.house.mail.mailFor(this.email, subject);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
