import { expect, type Locator, type Page } from "@playwright/test";
import { signIn } from "../support/sign-in";

export const DEMO_PASSWORD = "madoguchi-demo";

/** The staff console, as a person uses it. */
export class Console {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  static async signIn(page: Page, email: string, password = DEMO_PASSWORD): Promise<Console> {
    await page.goto("/sign-in");
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByLabel("パスワード", { exact: true }).fill(password);
    await page.getByRole("button", { name: "サインイン" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    return new Console(page);
  }

  /** Signed in without its two pages, which are looked at elsewhere: for who has another errand. No page is open yet. */
  static async enter(page: Page, appUrl: string, email: string): Promise<Console> {
    const cookie = await signIn(appUrl, { email, password: DEMO_PASSWORD });
    const at = cookie.indexOf("=");
    const [name, value] = [cookie.slice(0, at), cookie.slice(at + 1)];
    await page.context().addCookies([{ name, value, url: appUrl, httpOnly: true, sameSite: "Lax" }]);
    return new Console(page);
  }

  async openReports(query = ""): Promise<void> {
    await this.page.goto(`/reports${query}`);
    await expect(this.page.getByRole("heading", { level: 1, name: "通報" })).toBeVisible();
  }

  /** Reports that came while the list was open, brought in without leaving the page. */
  async showArrivals(): Promise<void> {
    // A list that nobody touches shows what came by itself; one in use offers it on a button.
    const offer = this.page.getByRole("button", { name: /新着.*件を表示/ });
    await expect(offer.or(this.page.getByText(/^新着 \d+件$/)).first()).toBeVisible();
    if (await offer.isVisible()) await offer.click();
  }

  /** Reports the map shows now: single pins and what its clusters say they hold. */
  async reportsOnMap(): Promise<number> {
    const names = await this.page
      .getByRole("group", { name: "通報の位置。矢印キーで移れます" })
      .or(this.page.locator(".leaflet-marker-pane"))
      .first()
      .getByRole("button")
      .evaluateAll((marks) => marks.map((m) => m.getAttribute("aria-label") ?? m.textContent ?? ""));
    return names.reduce((sum, name) => sum + Number(/通報(\d+)件/.exec(name)?.[1] ?? 1), 0);
  }

  row(number: string): Locator {
    return this.page.getByRole("row").filter({ hasText: number });
  }

  async openReport(number: string): Promise<void> {
    await this.page.goto(`/reports/${number}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText(number);
  }

  /** The case's own desk: status, message, note. */
  get desk(): Locator {
    return this.page
      .getByRole("region", { name: "対応" })
      .or(this.page.getByRole("complementary", { name: "対応" }))
      .first();
  }

  async chooseStatus(name: string): Promise<void> {
    // After a save the choices are made anew: the one that was found may be gone before it is pressed.
    await expect(async () => {
      await this.page.getByRole("radio", { name }).check({ force: true, timeout: 2_000 });
    }).toPass();
  }

  async saveAndTell(): Promise<void> {
    await this.page.getByRole("button", { name: "保存して知らせる" }).click();
  }

  /** Section and person, by their names. */
  async assign(choice: { section?: string; person?: string }): Promise<void> {
    for (const [label, name] of [
      ["担当課", choice.section],
      ["担当者", choice.person],
    ] as const) {
      if (!name) continue;
      await this.page
        .getByRole("button", { name: new RegExp(`${label}$`) })
        .or(this.page.getByLabel(label, { exact: true }))
        .first()
        .click();
      await this.page.getByRole("option", { name }).click();
    }
    await this.page.getByRole("button", { name: "担当を保存する" }).click();
  }
}

/**
 * Proves that a page was neither reloaded nor navigated since: a mark in its memory, no document loaded, the same path.
 * (The list keeps its map's bounds in the query; that is no navigation.)
 */
export async function stayPut(page: Page): Promise<() => Promise<void>> {
  let documents = 0;
  page.on("domcontentloaded", () => {
    documents += 1;
  });
  const { pathname } = new URL(page.url());
  await page.evaluate(() => {
    (window as Window & { madoguchiMark?: string }).madoguchiMark = "still here";
  });
  return async () => {
    expect(await page.evaluate(() => (window as Window & { madoguchiMark?: string }).madoguchiMark)).toBe(
      "still here",
    );
    expect({ documents, pathname: new URL(page.url()).pathname }).toEqual({ documents: 0, pathname });
  };
}
