import { defineConfig } from "@playwright/test";
import { findBrowser } from "./support/browser";

/** What any city shows as well as the other: on the stack of Musashino, beside the journeys of Kumamoto. */
const SECOND_CITY = [
  "access.spec.ts",
  "access-broadcast.spec.ts",
  "garbage.spec.ts",
  "matrix.spec.ts",
  "musashino.spec.ts",
];

export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results",
  globalSetup: "./support/stacks.ts",
  // A busy machine is slow, not wrong: what hangs for good is still ended.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  // One of each city at a time: journeys of one city would meet in its lists.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  projects: [
    // The README shows a city as a newcomer finds it, without other journeys in it.
    { name: "pictures", testMatch: "pictures.spec.ts", workers: 1 },
    {
      name: "journeys",
      testIgnore: ["pictures.spec.ts", ...SECOND_CITY],
      dependencies: ["pictures"],
      workers: 1,
    },
    { name: "second-city", testMatch: SECOND_CITY, workers: 1 },
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
