//! What a test imports: a server for each test, the demo for each worker, and what is asked of a page.
//!
//!     test("a story", async ({ house, page }) => { ... });       an empty server with an operator
//!     demoTest("a walk", async ({ demo, page }) => { ... });     the demo, shared by the tests of a worker
//!
//! `page.goto("/...")` and `request.get("/...")` go to that server. `test.use({ smtp: { security: "starttls" } })` and
//! `test.use({ settings: "[limits]\n..." })` change it for a file or a `describe`.

import { test as base } from "@playwright/test";
import { Demo } from "./harness/demo.ts";
import { House, type HouseOptions } from "./harness/house.ts";

export { expect, type Page } from "@playwright/test";
export { House, plats, platsd, ritbord } from "./harness/house.ts";
export { Mailbox, python } from "./harness/mailbox.ts";
export type { Message } from "./harness/message.ts";
export { axe, fitsPhone, shot, signIn } from "./harness/page.ts";
export { Person } from "./harness/person.ts";
export { freePort, Program } from "./harness/process.ts";

export const test = base.extend<HouseOptions & { house: House }>({
  smtp: [{}, { option: true }],
  settings: ["", { option: true }],
  house: async ({ smtp, settings }, use, info) => {
    const house = await House.open({ smtp, settings });
    await use(house);
    await house.stop().finally(async () => {
      if (info.status !== info.expectedStatus) await info.attach("platsd.log", { body: house.log });
      await house.close();
    });
  },
  baseURL: async ({ house }, use) => use(house.url),
});

export const demoTest = base.extend<object, { demo: Demo }>({
  demo: [
    async ({}, use) => {
      const demo = await Demo.open();
      await use(demo);
      await demo.close();
    },
    { scope: "worker", timeout: 150_000 },
  ],
  baseURL: async ({ demo }, use) => use(demo.url),
});
