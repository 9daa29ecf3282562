import { expect, type Locator, type Page } from "@playwright/test";
import { faultOfFocus } from "../support/focus";

/** More stops than any page here has: who comes so far goes round in circles. */
const MOST = 150;

/** A person without a mouse: Tab, arrows, Enter, Space, Escape and typing, nothing else. */
export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes on, or back, until the control has the focus. Every stop on the way must show itself. */
  async tabTo(wanted: Locator, options: { back?: boolean } = {}): Promise<void> {
    await this.goTo(wanted, options.back ? "Shift+Tab" : "Tab");
  }

  async tabAndPress(wanted: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.tabTo(wanted);
    await this.press(key);
  }

  /** Goes to a field and writes into it, over what is there. */
  async write(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.press("Control+a");
    await this.type(text);
  }

  /** Walks with an arrow key inside a group, a menu or a list until this one has the focus. */
  async arrowTo(wanted: Locator, key = "ArrowDown"): Promise<void> {
    await this.goTo(wanted, key);
  }

  /** The focus can be seen, and nothing lies over it. What is still sliding in is waited for. */
  async expectSeen(): Promise<void> {
    if ((await this.page.evaluate(faultOfFocus)) === null) return;
    await expect
      .poll(
        async () => {
          const fault = await this.page.evaluate(faultOfFocus);
          return fault && `${await this.whereItIs()}: ${fault}`;
        },
        { intervals: [50] },
      )
      .toBeNull();
  }

  /** The focus did not fall out of the page with what had it. */
  async expectKept(within = this.page.locator("main")): Promise<void> {
    await expect(within.locator(":focus").or(within.and(this.page.locator(":focus")))).toHaveCount(1);
  }

  private async goTo(wanted: Locator, key: string): Promise<void> {
    await wanted.first().waitFor({ state: "attached" });
    // Found once: to look through a large page by role and name takes longer than all else at a stop.
    let found = await wanted.elementHandles();
    for (let presses = 0; presses <= MOST; presses++) {
      const { there, gone } = await this.page.evaluate(
        (elements) => ({
          there: elements.some((one) => one === document.activeElement),
          gone: !elements.every((one) => one.isConnected),
        }),
        found,
      );
      if (there) return;
      if (gone || found.length === 0) found = await wanted.elementHandles();
      await this.press(key);
      await this.expectSeen();
    }
    throw new Error(`${wanted} not reached by ${MOST} × ${key}; now at ${await this.whereItIs()}`);
  }

  /** Role and name of what has the focus, for messages. */
  private async whereItIs(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      const name = at?.getAttribute("aria-label") ?? at?.textContent ?? "";
      return `${at?.getAttribute("role") ?? at?.tagName.toLowerCase()} "${name.trim().slice(0, 40)}"`;
    });
  }
}
