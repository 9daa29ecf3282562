import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

type Tab = "friends" | "bot" | "reports" | "broadcasts";

/** 分析, as a person reads it. */
export class Analytics {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(tab: Tab, query = ""): Promise<void> {
    await this.page.goto(`/analytics?tab=${tab}${query}`);
    await this.page.getByRole("heading", { level: 2 }).first().waitFor();
  }

  /** The figures over the cards, by name: 「12件」 is 12. */
  async figures(): Promise<Record<string, number>> {
    const names = await this.page.locator("dl dt").allTextContents();
    const values = await this.page.locator("dl dd > :first-child").allTextContents();
    return Object.fromEntries(
      names.map((name, i) => [name, Number((values[i] ?? "").replace(/[^\d]/g, "") || Number.NaN)]),
    );
  }

  card(title: string) {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  async showTable(title: string): Promise<void> {
    await this.card(title).getByRole("radio", { name: "表" }).click();
    await expect(this.card(title).getByRole("table")).toBeVisible();
  }

  /** Head and rows as shown: a number without its commas, what is missing as nothing. */
  async table(title: string): Promise<string[][]> {
    const rows = await this.card(title).getByRole("row").all();
    return Promise.all(
      rows.map(async (row) =>
        (await row.locator("th, td").allTextContents()).map((cell) =>
          cell === "—" ? "" : cell.replace(/^-?[\d,]+(\.\d+)?$/, (number) => number.replaceAll(",", "")),
        ),
      ),
    );
  }

  /** What the menu of a card saves. */
  async file(title: string, item: RegExp): Promise<{ bytes: Buffer; name: string }> {
    await this.card(title)
      .getByRole("button", { name: /保存・共有/ })
      .click();
    const saved = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: item }).click();
    const download = await saved;
    return { bytes: readFileSync(await download.path()), name: download.suggestedFilename() };
  }

  async copyLink(title: string): Promise<string> {
    await this.card(title)
      .getByRole("button", { name: /保存・共有/ })
      .click();
    await this.page.getByRole("menuitem", { name: /リンクをコピー/ }).click();
    await expect(this.page.getByText("リンクをコピーしました").first()).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
