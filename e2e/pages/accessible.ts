import { expect, type Page } from "@playwright/test";
import axe from "axe-core";
import { CHECKED, markSameLooks } from "./looks";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
type Rules = { type: "tag" | "rule"; values: string[] };

/** So many of a look are checked for their colours. Rules by place (`:nth-child`) go by twos here. */
const OF_A_LOOK = 3;

async function expectNoViolation(page: Page, where: string, runOnly: Rules): Promise<void> {
  // Once a page: half a megabyte, which would else be read anew at each width.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  // Three quarters of the time of axe are for contrast, most of it for the rows of long lists.
  await page.evaluate(markSameLooks, { most: OF_A_LOOK, mark: CHECKED });
  const violations = await page.evaluate(
    async ({ rules, mark }) => {
      // A colour that is still on its way says nothing: what counts is where it comes to rest.
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      axe.configure({ rules: [{ id: "color-contrast", selector: `*:not([${mark}])` }] });
      const options = {
        runOnly: rules,
        // What passed is not described: that takes twice as long as the rules themselves.
        resultTypes: ["violations" as const],
        // A link drawn over its whole row is transparent; axe would leave all that lies under it undecided.
        checks: { "color-contrast": { options: { ignorePseudo: true } } },
      };
      // What react-aria has just announced names what may be gone by now, and is itself gone in seconds.
      const found = await axe.run({ exclude: [["[data-live-announcer]"]] }, options);
      for (const marked of document.querySelectorAll(`[${mark}]`)) marked.removeAttribute(mark);
      return found.violations.map(
        ({ id, nodes }) => `${id} — ${nodes.map((n) => n.target.join(" ")).join(", ")}`,
      );
    },
    { rules: runOnly, mark: CHECKED },
  );
  expect(violations.map((told) => `${where}: ${told}`)).toEqual([]);
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
