import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
type Rules = { type: "tag" | "rule"; values: string[] };

async function expectNoViolation(page: Page, where: string, runOnly: Rules): Promise<void> {
  // A colour that is still on its way says nothing: what counts is where it comes to rest.
  await page.evaluate(() => {
    for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
  });
  // What react-aria has just announced names what may be gone by now, and is itself gone in seconds.
  const { violations } = await new AxeBuilder({ page })
    .exclude("[data-live-announcer]")
    // What passed is not described: that takes twice as long as the rules themselves.
    .options({ runOnly, resultTypes: ["violations"] })
    // In the page itself: no other frames are shown anywhere, and a page opened for each result costs seconds.
    .setLegacyMode(true)
    .analyze();
  expect(
    violations.map((v) => `${where}: ${v.id} — ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`),
  ).toEqual([]);
}

/** WCAG 2.2, levels A and AA. */
export const expectAccessible = (page: Page, where: string): Promise<void> =>
  expectNoViolation(page, where, { type: "tag", values: LEVELS });

/** Of text alone (WCAG 2.2, 1.4.3): for a page that was looked at in other colours already. */
export const expectContrast = (page: Page, where: string): Promise<void> =>
  expectNoViolation(page, where, { type: "rule", values: ["color-contrast"] });

/** Nothing is cut off or has to be scrolled sideways (WCAG 2.2, 1.4.10 Reflow). */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(`${where}: ${content <= window ? "fits" : `${content} px in ${window}`}`).toBe(`${where}: fits`);
}
