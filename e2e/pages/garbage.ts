import { expect, type Locator, type Page } from "@playwright/test";

/** The page of garbage, as somebody who keeps the dictionary uses it. */
export class Garbage {
  readonly page: Page;
  readonly status: Locator;
  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole("region", { name: "公開中との違い" }).getByRole("status");
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "ごみ分別の画面" }).getByRole("link", { name }).click();
    await expect(
      this.page.getByRole("navigation", { name: "ごみ分別の画面" }).getByRole("link", { name }),
    ).toHaveAttribute("aria-current", "page");
  }

  async chooseFiles(...files: { name: string; text: string | Buffer }[]): Promise<void> {
    await this.page.locator('input[type="file"]').setInputFiles(
      files.map(({ name, text }) => ({
        name,
        mimeType: "text/csv",
        buffer: typeof text === "string" ? Buffer.from(text) : text,
      })),
    );
  }

  async find(words: string): Promise<Locator> {
    await this.page.goto(`/garbage?q=${encodeURIComponent(words)}`);
    return this.page.getByRole("list", { name: "品目", exact: true }).getByRole("listitem");
  }

  async publish(): Promise<void> {
    await this.page.getByRole("button", { name: "公開する", exact: true }).first().click();
    await this.page
      .getByRole("alertdialog")
      .getByRole("button", { name: /件の変更を公開する/ })
      .click();
    await expect(this.page.getByText(/公開しました（/).first()).toBeVisible();
  }

  async rollBack(): Promise<void> {
    await this.page
      .getByRole("button", { name: /^この版に戻す（第\d+版）$/ })
      .first()
      .click();
    const dialog = this.page.getByRole("alertdialog");
    await expect(dialog.getByText(/^公開中の内容と比べて/)).toBeVisible();
    await dialog.getByRole("button", { name: /^第\d+版に戻す$/ }).click();
    await expect(this.page.getByText(/の内容に戻しました/).first()).toBeVisible();
  }
}
