import { expect, test } from "@playwright/test";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

test("the menu is turned to 災害時 and back: both phones show it, tabs and tiles work, a changed word is published", async ({
  browser,
}) => {
  const stack = stackOf("kumamoto");
  const staff = await personAt(browser, stack);
  await Console.enter(staff.page, stack.appUrl, "admin@demo.example");
  const people = await personAt(browser, stack);
  const a = await Phone.open(people.page, { b: null });
  const b = new Phone(people.page, "B");
  await a.addResident("見るだけの人");
  await b.addResident("タブを開く人");
  const picture = (phone: Phone) => phone.richMenu.locator("img").getAttribute("src");
  const everyday = await picture(a);

  // One of them opens a tab: from now on that tab is a menu of their own.
  await b.openRichMenu();
  await b.tapMenu("ごみ・くらし");
  await expect(b.richMenu.getByRole("button", { name: "明日のごみ" })).toBeVisible();
  expect(await picture(b)).not.toBe(everyday);

  await staff.page.goto("/menu");
  await staff.page.getByRole("button", { name: "災害時メニューに切り替える" }).click();
  const dialog = staff.page.getByRole("alertdialog");
  await expect(dialog).toContainText("友だち全員");
  await dialog.getByRole("button", { name: "友だち全員を災害時メニューにする" }).click();
  await expect(staff.page.getByText("災害時メニューを表示中")).toBeVisible();
  for (const phone of [a, b]) {
    await phone.openRichMenu();
    await expect(phone.richMenu.getByRole("button", { name: "避難所" })).toBeVisible({ timeout: 30_000 });
  }
  await expect(staff.page.getByText("ここで作った内容と同じです")).toBeVisible({ timeout: 30_000 });
  await expect(staff.page.getByText("反映済み").first()).toBeVisible();

  // The tab and a tile of it; every other page says what residents see.
  await a.tapMenu("ふだんの用事");
  await expect(a.richMenu.getByRole("button", { name: "分別を調べる" })).toBeVisible();
  await a.tapMenu("受信設定");
  await a.expectText("すべての配信を止める");
  await staff.page.goto("/reports");
  await expect(staff.page.getByText("災害時メニューを表示中")).toBeVisible();

  await staff.page.goto("/menu");
  await staff.page.getByRole("button", { name: "平常時メニューに戻す" }).click();
  await staff.page
    .getByRole("alertdialog")
    .getByRole("button", { name: "友だち全員を平常時メニューにする" })
    .click();
  for (const phone of [a, b]) {
    await phone.openRichMenu();
    await expect(phone.richMenu.getByRole("button", { name: "急ぎは電話" })).toBeVisible({
      timeout: 30_000,
    });
  }
  await expect(staff.page.getByText("災害時メニューを表示中")).toBeHidden();

  // A word too long is said while typing; a good one is published and seen.
  await staff.page.getByRole("link", { name: "平常時のメニューを編集する" }).click();
  await staff.page.getByRole("radio", { name: "タブ2「ごみ・くらし」" }).click();
  await staff.page.getByRole("button", { name: /^ボタン3「子育て/, expanded: false }).click();
  const label = staff.page.getByLabel("ボタンの文字");
  await label.fill("子育てについての相談");
  await expect(staff.page.getByText(/この場所には長すぎます/)).toBeVisible();
  const publish = staff.page.getByRole("button", { name: "公開する", exact: true });
  await expect(publish).toBeDisabled();
  // Another word in each run, so that the journey may be walked again on the same data.
  const word = `子育て${10 + (Date.now() % 90)}`;
  await label.fill(word);
  await publish.click();
  await staff.page
    .getByRole("alertdialog")
    .getByRole("button", { name: "平常時のメニューを公開する" })
    .click();
  await staff.page.waitForURL(/\/menu$/);
  // Whoever opens a tab before it is replaced has the first one again afterwards.
  await expect(staff.page.getByText("LINEに反映しています", { exact: true })).toBeHidden({ timeout: 30_000 });
  await expect(staff.page.getByText("反映中", { exact: true })).toHaveCount(0, { timeout: 30_000 });
  await expect(async () => {
    await b.tapMenu("ごみ・くらし");
    await expect(b.richMenu.getByRole("button", { name: word })).toBeVisible({ timeout: 5_000 });
  }).toPass();
  expect([...staff.errors, ...people.errors]).toEqual([]);
  await staff.context.close();
  await people.context.close();
});
