import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { chromium } from "@playwright/test";

/** The shell first: it draws the same pages without a window's machinery, in a good deal less processor time. */
const SHELL = "/usr/bin/chromium-headless-shell";
const PLACES = [SHELL, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a browser on this machine, or null. Playwright's own comes last: it matches the library best, where it is there. */
export function findBrowser(): string | null {
  const own = chromium.executablePath();
  return [...PLACES, own].find((file) => file && fs.existsSync(file)) ?? null;
}

const hasJapaneseFont = () => {
  const found = spawnSync("fc-list", [":lang=ja", "family"], { encoding: "utf8" });
  return found.status === 0 && found.stdout.trim() !== "";
};

const apt = (...args: string[]): boolean =>
  spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
    .status === 0;
const install = (...packages: string[]): boolean =>
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages);

/** Makes sure there is a browser that can draw Japanese: Debian's by apt as root, else Playwright's download. */
export function ensureBrowser(): string {
  const mayInstall = process.getuid?.() === 0 && apt("--version");
  if (mayInstall && (!fs.existsSync(SHELL) || !hasJapaneseFont())) {
    console.log("Installing chromium-headless-shell and fonts-noto-cjk with apt …");
    apt("update", "-qq");
    install("fonts-noto-cjk", "fontconfig");
    // Older distributions have the whole browser only.
    if (!install("chromium-headless-shell") && !findBrowser()) install("chromium");
  }
  if (!findBrowser()) execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  const found = findBrowser();
  if (!found)
    throw new Error("No browser found and none could be installed: install chromium and start again.");
  return found;
}

/** How each browser of the tests is started. */
export const launchWith = (...more: string[]) => ({
  executablePath: process.env.BROWSER_PATH ?? findBrowser() ?? undefined,
  args: [
    // As on a closed network, map tiles too. Not by routes: each request would go through the test's own process, and
    // nothing would be cached.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    ...more,
  ],
});
