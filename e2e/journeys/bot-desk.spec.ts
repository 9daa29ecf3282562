import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../pages/accessible";
import { BotDesk } from "../pages/bot-desk";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

/** Words that no entry of any book has, nor anything like them. */
const WORDS = "ぽよぽよ山のぷきぷき会";

test("what nobody could answer is found in 未回答, taught, published, answered, and rolled back", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const resident = await personAt(browser, stack, { width: 390, height: 844 });
  const staff = await personAt(browser, stack);
  const phone = await Phone.open(resident.page);
  await phone.addResident("質問する住民");
  await phone.say(WORDS);
  await phone.expectText("見つかりません");

  await Console.enter(staff.page, stack.appUrl, "admin@demo.example");
  const desk = new BotDesk(staff.page);
  await desk.open("/misses?sort=recent");
  await expect(desk.miss(WORDS)).toContainText(/答えられず \d+回/);
  await desk.teach(WORDS, { find: "ひなんじょ", title: "避難所" });
  await expect(desk.miss(WORDS)).toHaveCount(0);
  await expect(staff.page.getByText("まだ公開していない変更が1件あります")).toBeVisible();

  // The draft answers already, and says why; what is live does not.
  await desk.open(`/try?q=${encodeURIComponent(WORDS)}`);
  await expect(staff.page.getByText("1つに決まり、答えます")).toBeVisible();
  await expect(staff.page.getByText(`言いかえ「${WORDS}」: 同じ言葉です`)).toBeVisible();
  await staff.page.getByRole("radio", { name: "公開中" }).click();
  await expect(staff.page.getByText("「見つかりません」と答え、")).toBeVisible();

  await desk.open("/versions");
  await staff.page.getByText("避難所", { exact: true }).first().click();
  await expect(staff.page.getByText(WORDS)).toBeVisible();
  await desk.publish("1件の変更を公開する", "よく聞かれる言い方");
  await expect(staff.page.getByText("よく聞かれる言い方")).toBeVisible();

  // Workers look every few seconds whether another version is live.
  await expect(async () => {
    await phone.say(WORDS);
    await expect(phone.answers.last()).toContainText("避難所", { timeout: 2_000 });
  }).toPass();

  const name = await staff.page
    .getByRole("button", { name: /^この版に戻す（第\d+版）$/ })
    .first()
    .getAttribute("aria-label");
  await desk.rollBack(Number(/\d+/.exec(name ?? "")?.[0]));
  await expect(async () => {
    await phone.say(WORDS);
    await expect(phone.answers.last()).toContainText("見つかりません", { timeout: 2_000 });
  }).toPass();
  expect(staff.errors).toEqual([]);
  await resident.context.close();
  await staff.context.close();
});

test("two people write one entry: nothing is overwritten, and what hides another entry is said while typing", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const [one, other] = [await personAt(browser, stack), await personAt(browser, stack)];
  await Console.enter(one.page, stack.appUrl, "author@demo.example");
  await Console.enter(other.page, stack.appUrl, "admin@demo.example");
  for (const { page } of [one, other]) {
    await page.goto("/bot/entries/hazard-map");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  const save = { name: "下書きに保存" };
  await one.page.getByRole("textbox", { name: /^読み/ }).fill("はざーどまっぷ");
  await one.page.getByRole("button", save).click();
  await expect(one.page.getByText("保存してあります")).toBeVisible();

  await other.page.getByRole("textbox", { name: /^見出し/ }).fill("ハザードマップを見たい");
  await other.page.getByRole("button", save).click();
  const conflict = other.page.getByRole("alertdialog", { name: "ほかの人が先に保存しました" });
  await expect(conflict).toBeVisible();
  await conflict.getByRole("button", { name: "先に保存された内容にする" }).click();
  await expect(other.page.getByRole("textbox", { name: /^読み/ })).toHaveValue("はざーどまっぷ");

  const words = other.page.getByRole("textbox", { name: /^言いかえ/ });
  await words.fill("避難所");
  await words.press("Enter");
  const notice = other.page.getByText("この項目の言葉は、ほかの項目が先に答えます");
  await expect(
    notice.or(other.page.getByText("この項目の言葉が、ほかの項目を隠します")).first(),
  ).toBeVisible();

  for (const width of [1440, 320]) {
    await other.page.setViewportSize({ width, height: 4_000 });
    await expectAccessible(other.page, `an entry with a notice at ${width}`);
    await expectNoSidewaysScroll(other.page, `an entry with a notice at ${width}`);
  }
  await other.page.setViewportSize({ width: 1440, height: 900 });
  other.page.once("dialog", (dialog) => void dialog.accept());
  await other.page.goto("/bot/versions");
  await new BotDesk(other.page).discard();
  for (const { context } of [one, other]) await context.close();
});
