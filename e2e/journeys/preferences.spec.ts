import { expect, test } from "@playwright/test";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

const PHONE = { width: 390, height: 844 };

test("a resident is asked once, changes things in the talk and on the page, stops and resumes", async ({
  browser,
}) => {
  const { page, context, errors } = await personAt(browser, stackOf("kumamoto"), PHONE);
  const phone = await Phone.open(page);
  await phone.addResident("受信設定の住民");
  await phone.expectText("年代を教えてください");
  await phone.tap("40代");
  await phone.expectText("性別を教えてください");
  await phone.tap("とばす");
  await phone.expectText("お住まいの地域を教えてください");
  await phone.tap("東区");
  await phone.expectText("受け取りたい情報を選んでください");
  await phone.tap("子育て");
  await expect(phone.log.getByRole("button", { name: "✓ 子育て", exact: true })).toBeVisible();
  await phone.tap("くらしの安全");
  await expect(phone.log.getByRole("button", { name: "✓ くらしの安全", exact: true })).toBeVisible();
  await phone.tap("決定");
  await phone.expectText("お知らせの言葉を選んでください");
  await phone.tap("とばす");
  await phone.expectText("設定しました");
  await phone.expectText("子育て、くらしの安全");

  const settings = await phone.follow("設定ページを開く");
  await settings.waitForURL("**/settings/mine");
  await expect(settings.getByRole("radio", { name: "40代" })).toBeChecked();
  await expect(settings.getByRole("radio", { name: "東区" })).toBeChecked();
  await expect(settings.getByRole("checkbox", { name: /^子育て/ })).toBeChecked();
  await settings.getByRole("checkbox", { name: /^スポーツ/ }).check();
  await settings.getByRole("checkbox", { name: /^子育て/ }).uncheck();
  await expect(settings.getByText("保存しました")).toBeVisible();

  await phone.tapMenu("受信設定");
  await phone.expectText("スポーツ、くらしの安全");

  // What is changed in the talk shows on the page that is open.
  await phone.tap("性別：変える");
  await expect(phone.log.getByRole("button", { name: "設定の一覧へ" })).toBeVisible();
  await phone.tap("女性");
  await phone.expectText("保存しました。");
  await settings.bringToFront();
  await expect(settings.getByRole("radio", { name: "女性" })).toBeChecked({ timeout: 20_000 });

  await settings.getByRole("radio", { name: "English" }).check();
  await expect(settings.getByRole("heading", { level: 1 })).toHaveText("Notice settings");
  await settings.getByRole("radio", { name: "日本語", exact: true }).check();
  await expect(settings.getByRole("heading", { level: 1 })).toHaveText("受信設定");

  // Two taps from anywhere: the menu, and the button.
  await page.bringToFront();
  await phone.tapMenu("受信設定");
  await phone.expectText("女性");
  await phone.tap("すべての配信を止める");
  await phone.expectText("すべての配信を止めました");
  await settings.bringToFront();
  await expect(settings.getByText("いまは、すべての配信を止めています")).toBeVisible({ timeout: 20_000 });
  await settings.getByRole("button", { name: "配信を再開する" }).click();
  await expect(settings.getByRole("button", { name: "すべての配信を止める" })).toBeVisible();
  await page.bringToFront();
  await phone.say("配信停止");
  await phone.expectText("すべての配信を止めますか");
  await phone.tap("止めない");
  await phone.expectText("変えたい項目を押してください");
  expect(errors).toEqual([]);
  await context.close();
});

test("two devices change at once and lose nothing; another resident's page changes nothing of theirs", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const one = await personAt(browser, stack, PHONE);
  const other = await personAt(browser, stack, { width: 320, height: 640 });
  const phone = await Phone.open(one.page);
  const id = await phone.addResident("二台の住民");
  await phone.expectText("年代を教えてください");
  for (const { page } of [one, other]) {
    await page.goto(`/settings?as=${id}`);
    await page.waitForURL("**/settings/mine");
  }
  const boxes = await one.page.getByRole("checkbox").all();
  expect(boxes).toHaveLength(18);
  await Promise.all([
    (async () => {
      for (let i = 0; i < 18; i += 2) await one.page.getByRole("checkbox").nth(i).check();
    })(),
    (async () => {
      for (let i = 1; i < 18; i += 2) await other.page.getByRole("checkbox").nth(i).check();
    })(),
  ]);
  for (const { page } of [one, other])
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(18, { timeout: 30_000 });

  // Somebody else opens theirs in the same browser: the first page says so and saves nothing.
  const second = await one.context.newPage();
  const otherPhone = await Phone.open(second);
  const otherId = await otherPhone.addResident("同じ端末の家族");
  await otherPhone.expectText("年代を教えてください");
  await second.goto(`/settings?as=${otherId}`);
  await second.waitForURL("**/settings/mine");
  await one.page.bringToFront();
  await one.page.getByRole("checkbox").first().click();
  await expect(
    one.page.getByText("別の人の設定が開かれました").or(one.page.getByText("別の人")).first(),
  ).toBeVisible({
    timeout: 20_000,
  });
  await second.reload();
  await expect(second.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await one.context.close();
  await other.context.close();
});

test("staff add an interest, residents see it; a member of staff binds their own LINE", async ({
  browser,
}) => {
  const stack = stackOf("kumamoto");
  const staff = await personAt(browser, stack);
  const resident = await personAt(browser, stack, PHONE);
  await Console.enter(staff.page, stack.appUrl, "admin@demo.example");
  await staff.page.goto("/preferences");
  await staff.page.getByRole("button", { name: "項目を加える" }).click();
  const dialog = staff.page.getByRole("dialog", { name: "新しい項目" });
  const label = dialog.getByRole("group", { name: "名前" });
  await dialog.getByRole("button", { name: "保存する" }).click();
  await expect(dialog.getByText("入力してください。")).toBeVisible();
  await label.getByRole("textbox", { name: /^日本語/ }).fill("市電の運行");
  await label.getByRole("textbox", { name: "英語" }).fill("Trams");
  await dialog.getByRole("button", { name: "保存する" }).click();
  await expect(dialog).toBeHidden();
  await expect(staff.page.getByText("市電の運行")).toBeVisible();

  const phone = await Phone.open(resident.page);
  const id = await phone.addResident("職員の電話");
  await phone.expectText("年代を教えてください");
  await resident.page.goto(`/settings?as=${id}`);
  await resident.page.waitForURL("**/settings/mine");
  await resident.page.getByRole("checkbox", { name: "市電の運行" }).check();
  await expect(resident.page.getByText("保存しました")).toBeVisible();

  await staff.page.reload();
  await staff.page.getByRole("button", { name: "「市電の運行」を終わりにする" }).click();
  await expect(staff.page.getByRole("alertdialog")).toContainText("1人が選んで");
  await staff.page.getByRole("button", { name: "1人が選んだ項目を終わりにする" }).click();
  await expect(staff.page.getByRole("button", { name: "「市電の運行」をもう一度使う" })).toBeVisible();
  await resident.page.reload();
  await expect(resident.page.getByRole("checkbox", { name: /^イベント/ })).toBeVisible();
  await expect(resident.page.getByRole("checkbox", { name: "市電の運行" })).toHaveCount(0);

  await staff.page.goto("/account");
  await staff.page.getByRole("button", { name: "自分のLINEを登録" }).click();
  const words = (await staff.page.getByText(/^職員登録 [0-9A-Z-]+$/).textContent()) ?? "";
  await resident.page.goto(`/sandbox?a=${id}`);
  await phone.say(words);
  await phone.expectText("職員のLINEとして登録しました");
  await staff.page.reload();
  await staff.page.getByRole("button", { name: /の登録を解除$/ }).click();
  await expect(staff.page.getByText("登録したLINEはありません")).toBeVisible();
  await staff.context.close();
  await resident.context.close();
});
