import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

export default defineConfig(tests, {
  testDir: "screenshots",
  testMatch: "*.shots.ts",
  workers: 1,
  use: { deviceScaleFactor: 2 },
});
