import { defineConfig } from "@playwright/test";

// The flags keep the browser from calling home; as root, or in a container, its sandbox cannot work.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "tests",
  // The demo is on SQLite whatever the rest is on: once is enough.
  testIgnore: process.env.PLATS_E2E_ENGINE === "postgres" ? /(pages|demo)\.spec/ : [],
  outputDir: "results",
  // A test that passes the second time has found something too.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/Stockholm",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet },
  },
});
