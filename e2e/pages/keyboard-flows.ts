import { expect, type Page } from "@playwright/test";
import { DEMO_PASSWORD } from "./console";
import { Keyboard } from "./keyboard";
import type { Phone } from "./phone";

export const RECEIPT = /R\d+-\d{6}/;

export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
export const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name, exact: true });

/** Signs in with keys alone. */
export async function signIn(page: Page, email: string): Promise<Keyboard> {
  const keys = new Keyboard(page);
  await page.goto("/sign-in");
  await keys.write(page.getByRole("textbox", { name: "メールアドレス" }), email);
  await keys.write(page.getByLabel("パスワード", { exact: true }), DEMO_PASSWORD);
  await keys.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return keys;
}

/** A whole report on the phone with keys alone. Answers its number. */
export async function reportByKeys(phone: Phone, keys: Keyboard): Promise<string> {
  const reply = async (name: string) => {
    await keys.tabAndPress(phone.quickReplies.getByRole("button", { name, exact: true }));
    await keys.expectKept(phone.root);
  };
  await keys.write(phone.root.getByRole("textbox", { name: "表示名" }), "鍵盤の住民");
  await keys.tabAndPress(phone.root.getByRole("button", { name: "追加して友だちになる" }));
  await expect(phone.richMenu).toBeVisible();
  await keys.expectKept(phone.root);

  await keys.tabAndPress(phone.richMenu.getByRole("button", { name: "市民レポート" }));
  for (const answer of ["いいえ", "道路の異常", "舗装の穴・へこみ", "わからない"]) await reply(answer);
  await phone.expectText("まず、近くから1枚お願いします");
  await keys.tabAndPress(phone.root.getByRole("button", { name: "写真を送る" }));
  const photos = phone.root.getByRole("dialog", { name: "写真を送る" });
  for (const name of ["舗装の穴（近く）", "舗装の穴（全体）"])
    await keys.tabAndPress(photos.getByRole("checkbox", { name }), "Space");
  await keys.tabAndPress(photos.getByRole("button", { name: "2枚を送る" }));
  await expect(photos).toBeHidden();
  await keys.expectKept(phone.root);
  await reply("次へ進む");

  await phone.expectText("場所はどこですか");
  await keys.tabAndPress(phone.root.getByRole("button", { name: "位置情報を送る" }));
  const place = phone.root.getByRole("dialog", { name: "位置情報を送る" });
  await keys.tabTo(place.getByRole("button", { name: /^選んだ位置/ }));
  const before = await place.getByText(/北緯/).textContent();
  await keys.press("ArrowRight", "ArrowRight", "ArrowUp");
  await expect(place.getByText(/北緯/)).not.toHaveText(before ?? "");
  await keys.write(place.getByRole("textbox", { name: "場所の名前" }), "坂の上");
  await keys.tabAndPress(place.getByRole("button", { name: "この場所を送る" }));
  await expect(place).toBeHidden();

  await reply("日時を選ぶ");
  const dates = phone.root.getByRole("dialog", { name: "日時を選ぶ" });
  await keys.tabTo(dates.getByLabel("日付"));
  await keys.tabAndPress(dates.getByRole("button", { name: "きのうの夜" }), "Space");
  await keys.tabAndPress(dates.getByRole("button", { name: "この日時を送る" }));
  await expect(dates).toBeHidden();
  await phone.expectText("ほかに伝えたいこと");
  await keys.write(phone.input, "自転車がはまりそうです");
  await keys.press("Enter");
  await phone.expectText("この内容で送りますか");
  await keys.tabAndPress(phone.log.getByRole("button", { name: "この内容で送る" }).last());
  await phone.expectText(RECEIPT);
  return RECEIPT.exec((await phone.log.textContent()) ?? "")?.[0] ?? "";
}
