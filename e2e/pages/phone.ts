import { expect, type Locator, type Page } from "@playwright/test";

export type Slot = "A" | "B";

/**
 * One of the two phones on /sandbox. Every wait is on what a resident would see; nothing here reads the clock.
 */
export class Phone {
  readonly page: Page;
  readonly root: Locator;
  /** The talk: all bubbles and lines. */
  readonly log: Locator;
  readonly input: Locator;
  readonly richMenu: Locator;
  readonly quickReplies: Locator;

  constructor(page: Page, slot: Slot = "A") {
    this.page = page;
    this.root = page.getByRole("region", { name: `電話 ${slot}` });
    this.log = this.root.getByRole("log", { name: "トーク" });
    this.input = this.root.getByRole("textbox", { name: "メッセージを入力" });
    this.richMenu = this.root.getByRole("region", { name: "リッチメニュー" });
    this.quickReplies = this.root.getByRole("list", { name: "クイックリプライ" });
  }

  /** Opens the page with these residents (ids) on the phones; null shows the list of residents. */
  static async open(page: Page, residents: { a?: string | null; b?: string | null } = {}): Promise<Phone> {
    const query = new URLSearchParams();
    if (residents.a) query.set("a", residents.a);
    if (residents.b !== undefined) query.set("b", residents.b ?? "");
    await page.goto(`/sandbox${query.size > 0 ? `?${query}` : ""}`);
    return new Phone(page, "A");
  }

  /** From the list: a new resident who becomes a friend. Returns the id. */
  async addResident(name: string, language?: string): Promise<string> {
    const form = this.root.getByRole("form", { name: "住民を追加" });
    await form.getByRole("textbox", { name: "表示名" }).fill(name);
    if (language) await form.getByRole("combobox", { name: "言語" }).selectOption(language);
    await form.getByRole("button", { name: "追加して友だちになる" }).click();
    await expect(this.log).toBeVisible();
    return this.residentId();
  }

  async chooseResident(name: string): Promise<string> {
    await this.root.getByRole("list").getByRole("button", { name }).first().click();
    await expect(this.log).toBeVisible();
    return this.residentId();
  }

  /** The resident on this phone, from the address of the page. */
  async residentId(): Promise<string> {
    const slot = (await this.root.getAttribute("data-phone"))?.toLowerCase() ?? "a";
    await expect(this.page).toHaveURL(new RegExp(`[?&]${slot}=U[0-9a-f]{32}`));
    return new URL(this.page.url()).searchParams.get(slot) ?? "";
  }

  /** Back to the list of residents. */
  async leave(): Promise<void> {
    await this.root.getByRole("button", { name: "住民を選びなおす" }).click();
  }

  async say(text: string): Promise<void> {
    await this.input.fill(text);
    await this.root.getByRole("button", { name: "送信" }).click();
  }

  /** Taps a quick reply. */
  async reply(name: string | RegExp): Promise<void> {
    await this.quickReplies.getByRole("button", { name, exact: true }).click();
  }

  /** Taps a button of the newest bubble that has it. */
  async tap(name: string | RegExp): Promise<void> {
    await this.log.getByRole("button", { name, exact: true }).last().click();
  }

  /** Taps a link of the newest bubble that has it; answers the page that it opens. */
  async follow(name: string | RegExp): Promise<Page> {
    const opened = this.page.context().waitForEvent("page");
    await this.log.getByRole("link", { name }).last().click();
    return opened;
  }

  async openRichMenu(): Promise<void> {
    const bar = this.richMenu.locator("button[aria-expanded]");
    if ((await bar.getAttribute("aria-expanded")) === "false") await bar.click();
  }

  /** Taps an area of the rich menu by its name. */
  async tapMenu(name: string | RegExp): Promise<void> {
    await this.openRichMenu();
    await this.richMenu.getByRole("button", { name }).click();
  }

  /** Sends photos from disk (paths) or from samples (their labels), all at once. */
  async sendPhotos(photos: { files?: string[]; samples?: string[] }): Promise<void> {
    const sheet = await this.sheet("写真を送る");
    if (photos.files) await sheet.locator("input[type=file]").setInputFiles(photos.files);
    for (const sample of photos.samples ?? [])
      await sheet.getByRole("checkbox", { name: sample }).first().check();
    await sheet.getByRole("button", { name: /枚を送る$/ }).click();
    await expect(sheet).toBeHidden({ timeout: 15_000 });
  }

  /** Sends a place: a shortcut by its name, or coordinates; name and address may be written over. */
  async sendPlace(place: {
    shortcut?: string;
    lat?: number;
    lng?: number;
    title?: string;
    address?: string;
  }): Promise<void> {
    const sheet = await this.sheet("位置情報を送る");
    if (place.shortcut) await sheet.getByRole("button", { name: place.shortcut, exact: true }).click();
    if (place.lat !== undefined && place.lng !== undefined) await this.typePoint(sheet, place.lat, place.lng);
    if (place.title !== undefined) await sheet.getByRole("textbox", { name: "場所の名前" }).fill(place.title);
    if (place.address !== undefined) await sheet.getByRole("textbox", { name: "住所" }).fill(place.address);
    await sheet.getByRole("button", { name: "この場所を送る" }).click();
    await expect(sheet).toBeHidden({ timeout: 15_000 });
  }

  /** Answers the date and time sheet, which a quick reply or a button has opened. `2026-11-22` and `23:40`. */
  async pickTime(picked: { date?: string; time?: string }): Promise<void> {
    const sheet = this.root.getByRole("dialog", { name: "日時を選ぶ" });
    if (picked.date) await sheet.getByLabel("日付").fill(picked.date);
    if (picked.time) await sheet.getByLabel("時刻").fill(picked.time);
    await sheet.getByRole("button", { name: "この日時を送る" }).click();
    await expect(sheet).toBeHidden({ timeout: 15_000 });
  }

  /** Takes back one's own newest message with this text (or the newest photo, without text). */
  async unsend(text?: string): Promise<void> {
    const rows = this.log.locator("[data-message-id]", {
      has: this.page.getByRole("button", { name: "このメッセージの操作" }),
    });
    const row = (text === undefined ? rows : rows.filter({ hasText: text })).last();
    await row.getByRole("button", { name: "このメッセージの操作" }).press("Enter");
    await this.page.getByRole("menuitem", { name: "送信を取り消す" }).click();
  }

  async block(): Promise<void> {
    await this.talkMenu("ブロックする");
    await expect(this.root.getByText("このアカウントをブロックしています")).toBeVisible();
  }

  async unblock(): Promise<void> {
    await this.root.getByRole("button", { name: "ブロックを解除する" }).click();
    await expect(this.input).toBeVisible();
  }

  /** The account's bubbles, oldest first. */
  get answers(): Locator {
    return this.log.locator('[data-message-id] > [data-side="account"]');
  }

  /** Waits until the talk shows this. */
  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.log.getByText(text).last()).toBeVisible({ timeout: 15_000 });
  }

  private async talkMenu(item: string): Promise<void> {
    await this.root.getByRole("button", { name: "トークのメニュー" }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  /** The sheet of this name, opened by its button unless a quick reply did so already. */
  private async sheet(name: string): Promise<Locator> {
    const sheet = this.root.getByRole("dialog", { name });
    if (!(await sheet.isVisible()))
      await this.root.getByRole("button", { name, exact: true }).first().click();
    await expect(sheet).toBeVisible();
    return sheet;
  }

  private async typePoint(sheet: Locator, lat: number, lng: number): Promise<void> {
    await sheet.getByText("緯度・経度で指定する").click();
    await sheet.getByRole("textbox", { name: "緯度" }).fill(String(lat));
    await sheet.getByRole("textbox", { name: "経度" }).fill(String(lng));
  }
}
