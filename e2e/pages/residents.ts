import { expect, type Page } from "@playwright/test";
import { platform } from "../support/people";
import type { Stack } from "../support/stacks";
import { Phone } from "./phone";

/** Several residents in one browser: made on the platform, one after the other on the settings page and on the phone. */
export class Residents {
  constructor(
    private readonly stack: Stack,
    readonly page: Page,
  ) {}

  async add(body: { name: string; language: string; count?: number }): Promise<string[]> {
    const made = await platform<{ residents: { id: string }[] }>(this.stack, "/residents", body);
    return made.residents.map(({ id }) => id);
  }

  /** Chooses on the settings page, as who has just followed the link in the talk. */
  async choose(id: string, wishes: { area: string; interest: RegExp }): Promise<Page> {
    // The page knows a resident once the worker has seen that they are a friend.
    await expect(async () => {
      await this.page.goto(`/settings?as=${id}`);
      await this.page.waitForURL("**/settings/mine", { timeout: 5_000 });
    }).toPass();
    await this.page.getByRole("radio", { name: wishes.area, exact: true }).check({ force: true });
    await this.page.getByRole("checkbox", { name: wishes.interest }).check({ force: true });
    await expect(this.page.getByText("保存しました")).toBeVisible();
    return this.page;
  }

  /** The talk of this resident shows the words so many times. */
  async expectTold(id: string, words: string, times: number): Promise<Phone> {
    const phone = await Phone.open(this.page, { a: id });
    await expect(phone.root.getByRole("button", { name: "トークのメニュー" })).toBeVisible();
    await expect(phone.log.getByText(words)).toHaveCount(times);
    return phone;
  }
}
