import { expect, type Locator, type Page } from "@playwright/test";
import { clock, isoDate } from "../../lib/core/time";

const MINUTE_MS = 60_000;

/** The pages of broadcasts, as those who write, approve and send them use them. */
export class Broadcasts {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** A new draft, open in the composer. Answers its address. */
  async begin(kind: "通常" | "緊急" | "訓練", title: string): Promise<string> {
    await this.page.goto("/broadcasts/new");
    await this.page.getByRole("radio", { name: kind }).check({ force: true });
    await this.page.getByLabel("件名").fill(title);
    await this.page.getByRole("button", { name: "下書きを作る" }).click();
    await this.page.waitForURL(/\/broadcasts\/[0-9a-f-]{36}$/);
    await expect(this.text(1)).toBeVisible();
    return new URL(this.page.url()).pathname;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** The badge under the title. */
  async expectState(state: string, timeout = 15_000): Promise<void> {
    await expect(this.page.locator("main header").first().getByText(state, { exact: true })).toBeVisible({
      timeout,
    });
  }

  /** The n-th message of the language in sight. */
  block(at: number): Locator {
    return this.page.getByRole("region", { name: new RegExp(` ${at}つ目 / `) });
  }

  text(at: number): Locator {
    return this.block(at).getByRole("textbox", { name: "本文" });
  }

  async addBlock(kind: string): Promise<void> {
    await this.fromMenu("追加", kind);
  }

  /** Chooses, and waits until the focus is back where it was: a menu that closes takes it from whoever is quicker. */
  private async fromMenu(button: string, item: string): Promise<void> {
    const opener = this.page.getByRole("button", { name: button, exact: true });
    await opener.click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
    await expect(this.page.getByRole("menu")).toHaveCount(0);
    if (await opener.isVisible()) await expect(opener).toBeFocused();
  }

  async language(name: string): Promise<void> {
    await this.page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
  }

  async choosePicture(at: number, file: string): Promise<void> {
    await this.block(at).locator("input[type=file]").setInputFiles(file);
    await expect(this.block(at).getByRole("button", { name: "画像を変える" })).toBeVisible();
  }

  /** A box of the page by its heading. */
  panel(heading: string): Locator {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: heading }) });
  }

  /** A condition, by its place in the rule: `1`, `2-1`. */
  condition(place: string): Locator {
    return this.page.getByRole("region", { name: new RegExp(`^${place} `) });
  }

  async addCondition(name: string, to = "全体"): Promise<void> {
    await this.fromMenu(`条件を足す: ${to}`, name);
  }

  async chooseSegment(place: string, name: string): Promise<void> {
    const box = this.condition(place).getByRole("combobox");
    // A list closes when the page moves under it, as it does while figures come in: then it is opened again.
    await expect(async () => {
      await box.fill(name);
      await this.page.getByRole("option", { name }).click({ timeout: 2_000 });
      await expect(box).toHaveValue(name, { timeout: 1_000 });
    }).toPass();
  }

  async addGroup(to = "全体"): Promise<void> {
    await this.page.getByRole("button", { name: `まとまりを足す: ${to}`, exact: true }).click();
  }

  /** 「いま送ると届く人」, once it is counted. */
  async counted(): Promise<string> {
    const said = this.page.getByRole("status").filter({ hasText: /^いま送ると届く人 / });
    await expect(said).toHaveCount(1);
    return ((await said.textContent()) ?? "").replace(/^いま送ると届く人 /, "");
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText(/^保存しました \d/)).toBeVisible();
  }

  async submit(): Promise<void> {
    await this.page.getByRole("button", { name: /^承認を申請する/ }).click();
  }

  async submitted(): Promise<void> {
    await this.submit();
    await this.expectState("承認待ち");
  }

  /** A minute that is at least this far away, and a reason if phones should be quiet then. */
  async chooseTime(leastMs: number, now = Date.now()): Promise<void> {
    const at = new Date(Math.ceil((now + leastMs) / MINUTE_MS) * MINUTE_MS);
    await this.chooseClock(isoDate(at), clock(at));
    await this.sayWhyAtNight();
  }

  async chooseClock(day: string, time: string): Promise<void> {
    const once = this.page.getByRole("radio", { name: "日時を決める" });
    // Figures that come in above it move it away from under the pointer, or below the bar at the foot.
    await expect(async () => {
      await once.evaluate((radio) => radio.scrollIntoView({ block: "center" }));
      await once.check({ force: true, timeout: 2_000 });
    }).toPass();
    const date = this.page.getByRole("textbox", { name: "日付" });
    await date.fill(day);
    await date.press("Enter");
    await this.page.getByRole("textbox", { name: "時刻" }).fill(time);
    await this.page.getByRole("textbox", { name: "時刻" }).press("Tab");
  }

  /** Journeys run at any time of the day: at night staff say why phones must ring. */
  async sayWhyAtNight(within: Page | Locator = this.page): Promise<void> {
    const why = within.getByRole("textbox", { name: /^夜間/ });
    if (await why.isVisible()) await why.fill("夜のうちに知らせる必要があるため");
  }

  async approve(people: string): Promise<void> {
    await this.page.getByRole("button", { name: `${people}への配信を承認する` }).click();
    await this.expectState("承認済み");
  }

  async sendBack(reason: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "理由" }).fill(reason);
    await this.page.getByRole("button", { name: "差し戻す", exact: true }).click();
  }

  /** Presses the button that names its number, and confirms it in the dialog that names it again. */
  async confirm(button: string, typed?: string): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
    const dialog = this.page.getByRole("alertdialog");
    await expect(dialog).toBeVisible();
    const go = dialog.getByRole("button", { name: button, exact: true });
    if (typed !== undefined) {
      await expect(go).toBeDisabled();
      await dialog.getByRole("textbox", { name: "アカウント名" }).fill(typed);
    }
    await this.sayWhyAtNight(dialog);
    await go.click();
    await expect(dialog).toBeHidden();
  }

  /** Held for those who think again: sent without waiting for it. */
  async releaseNow(): Promise<void> {
    await this.page.getByRole("button", { name: "待たずに送る" }).click();
  }

  /** The numbers of 「送信の進み」 or 「結果」 by their names. */
  async figures(): Promise<Record<string, number>> {
    const panel = this.page.getByRole("progressbar", { name: "送信の進み" }).locator("xpath=..");
    const pairs = await panel
      .locator("dl > div")
      .evaluateAll((all) =>
        all.map((one) => [
          one.querySelector("dt")?.textContent ?? "",
          one.querySelector("dd")?.textContent ?? "",
        ]),
      );
    return Object.fromEntries(pairs.map(([name, n]) => [name?.trim(), Number((n ?? "").replace(/\D/g, ""))]));
  }

  /** This member of staff has no LINE registered any more, whatever an earlier run left. */
  async unbindLine(): Promise<void> {
    await this.page.goto("/account");
    await expect(this.page.getByRole("button", { name: "自分のLINEを登録" })).toBeVisible();
    const bound = this.page.getByRole("button", { name: /の登録を解除$/ });
    for (let left = await bound.count(); left > 0; left -= 1) {
      await bound.first().click();
      await expect(bound).toHaveCount(left - 1);
    }
  }
}
