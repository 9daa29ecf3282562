import { expect, type Locator, type Page } from "@playwright/test";

/** 応答 of the console, as a person uses it. */
export class BotDesk {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(path = ""): Promise<void> {
    await this.page.goto(`/bot${path}`);
    await expect(this.page.getByRole("heading", { level: 1, name: "応答" })).toBeVisible();
  }

  /** A group of questions of 未回答, by one of its words. */
  miss(words: string): Locator {
    return this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("heading", { level: 2, name: words, exact: true }) });
  }

  /** Makes the question's words words of that entry, found by a search. */
  async teach(words: string, entry: { find: string; title: string }): Promise<void> {
    await this.miss(words).getByRole("button", { name: "ほかの項目を選ぶ" }).click();
    const dialog = this.page.getByRole("dialog", { name: "言いかえにする" });
    await expect(dialog.getByRole("row", { name: words })).toBeVisible();
    await dialog.getByRole("searchbox", { name: "項目を検索" }).fill(entry.find);
    await dialog.getByRole("radio", { name: entry.title }).first().check({ force: true });
    await dialog.getByRole("button", { name: `「${entry.title}」の言いかえにする` }).click();
    await expect(dialog).toBeHidden();
  }

  /** From the banner of the draft, with the numbers on the button that is pressed. */
  async publish(confirm: string | RegExp, note = ""): Promise<void> {
    await this.page.getByRole("button", { name: "公開する", exact: true }).first().click();
    const dialog = this.page.getByRole("alertdialog");
    if (note) await dialog.getByRole("textbox", { name: "変えたことと理由" }).fill(note);
    await dialog.getByRole("button", { name: confirm }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByText(/^公開しました/)).toBeVisible();
  }

  /** Throws the draft away. */
  async discard(): Promise<void> {
    await this.page.getByRole("button", { name: "下書きを捨てる", exact: true }).click();
    const dialog = this.page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: /件の変更を捨てる$/ }).click();
    await expect(dialog).toBeHidden();
  }

  async rollBack(version: number): Promise<void> {
    await this.page.getByRole("button", { name: `この版に戻す（第${version}版）`, exact: true }).click();
    const dialog = this.page.getByRole("alertdialog");
    await expect(dialog.getByRole("status").first()).toContainText("公開中の内容と比べて");
    await dialog.getByRole("button", { name: `第${version}版に戻す`, exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
