import { defineConfig } from "@playwright/test";
import { findBrowser } from "./support/browser";

export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results",
  globalSetup: "./support/stacks.ts",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // The pictures come first: the README shows a city as a newcomer finds it, without other journeys in it.
  projects: [
    { name: "pictures", testMatch: "pictures.spec.ts" },
    { name: "journeys", testIgnore: "pictures.spec.ts" },
  ],
  reporter: [["line"], ["json"]],
  use: {
    locale: "ja-JP",
    timezoneId: "Asia/Kathmandu",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.BROWSER_PATH ?? findBrowser() ?? undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
