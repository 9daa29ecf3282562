import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import { chromium } from "@playwright/test";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a browser on this machine, or null. Playwright's own comes last: it matches the library best, where it is there. */
export function findBrowser(): string | null {
  const own = chromium.executablePath();
  return [...PLACES, own].find((file) => file && fs.existsSync(file)) ?? null;
}

const hasJapaneseFont = () => {
  const found = spawnSync("fc-list", [":lang=ja", "family"], { encoding: "utf8" });
  return found.status === 0 && found.stdout.trim() !== "";
};

/** Makes sure there is a browser that can draw Japanese: Debian's by apt as root, else Playwright's download. */
export function ensureBrowser(): string {
  const root = process.getuid?.() === 0;
  const apt = root && spawnSync("apt-get", ["--version"]).status === 0;
  if (apt && (!findBrowser() || !hasJapaneseFont())) {
    console.log("Installing chromium and fonts-noto-cjk with apt …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
    execFileSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk", "fontconfig"],
      {
        stdio: "ignore",
        env,
      },
    );
  }
  if (!findBrowser()) execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  const found = findBrowser();
  if (!found)
    throw new Error("No browser found and none could be installed: install chromium and start again.");
  return found;
}
