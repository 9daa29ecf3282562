import { defineConfig } from "@playwright/test";
import { launchWith } from "./support/browser";

/** What any city shows as well as the other: on the stack of Musashino, beside the journeys of Kumamoto. */
const SECOND_CITY = [
  "access.spec.ts",
  "access-broadcast.spec.ts",
  "bot-desk.spec.ts",
  "garbage.spec.ts",
  "keyboard-account.spec.ts",
  "keyboard-broadcast.spec.ts",
  "keyboard-desk.spec.ts",
  "matrix.spec.ts",
  "musashino.spec.ts",
  "public-side.spec.ts",
  "tabs.spec.ts",
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
  // By city, in the order of their names: the README's pictures come first (a-newcomer), without other journeys in them.
  // No project waits for another: Playwright would then let none of them begin.
  projects: [
    { name: "first-city", testIgnore: SECOND_CITY, workers: 1 },
    { name: "second-city", testMatch: SECOND_CITY, workers: 1 },
  ],
  reporter: [["line"], ["json"]],
  use: {
    locale: "ja-JP",
    timezoneId: "Asia/Kathmandu",
    viewport: { width: 1440, height: 900 },
    // What moves is drawn sixty times a second, by the processor; nobody looks. Journeys about motion ask for it.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
    navigationTimeout: 60_000,
    // A trace of what was done and asked costs an eighth of all the processor time, with film half of it: `--trace on`.
    trace: "off",
    screenshot: "only-on-failure",
    // Journeys do, they do not look: reading the web fonts anew takes a third of each page's loading, and code that runs
    // for a second is compiled twice for nothing. Where each page is looked at (axe), both stay as people have them.
    launchOptions: launchWith("--disable-remote-fonts", "--js-flags=--no-maglev,--no-turbofan"),
  },
});
