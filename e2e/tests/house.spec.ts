//! The door of an empty house: in both languages, in both color schemes, on a phone.

import { axe, expect, fitsPhone, test } from "../harness.ts";

for (const [locale, heading] of [
  ["en-GB", "Sign in"],
  ["sv-SE", "Logga in"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the door speaks the reader's language and stands open to everyone", async ({ page }) => {
      await page.goto("/sign-in");
      await expect(page.locator("html")).toHaveAttribute("lang", locale.slice(0, 2));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await fitsPhone(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await axe(page);
      }
    });
  });
}
