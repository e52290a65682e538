//! The door.

import { demoTest as test, shot } from "../harness.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`sign-in, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sign-in");
    await shot(page, `sign-in-${colorScheme}`);
  });
}
