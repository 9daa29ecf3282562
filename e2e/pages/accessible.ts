import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export async function expectAccessible(page: Page, where: string): Promise<void> {
  // What react-aria has just announced names what may be gone by now, and is itself gone in seconds.
  const { violations } = await new AxeBuilder({ page })
    .exclude("[data-live-announcer]")
    // What passed is not described: that takes twice as long as the rules themselves.
    .options({ runOnly: { type: "tag", values: RULES }, resultTypes: ["violations"] })
    // In the page itself: no other frames are shown anywhere, and a page opened for each result costs seconds.
    .setLegacyMode(true)
    .analyze();
  expect(
    violations.map((v) => `${where}: ${v.id} — ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`),
  ).toEqual([]);
}

/** Nothing is cut off or has to be scrolled sideways (WCAG 2.2, 1.4.10 Reflow). */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(`${where}: ${content <= window ? "fits" : `${content} px in ${window}`}`).toBe(`${where}: fits`);
}
