import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Broadcasts } from "../pages/broadcasts";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { launchWith } from "../support/browser";
import { personAt } from "../support/people";
import { ROOT } from "../support/run";
import { stackOf } from "../support/stacks";

// Pictures are looked at: with the web fonts.
test.use({ launchOptions: launchWith() });

// The README's pictures, before any other journey has left its traces. UPDATE_PICTURES=1 puts them where the README
// shows them.
const folder = process.env.UPDATE_PICTURES
  ? path.join(ROOT, "e2e/screenshots")
  : path.join(ROOT, "test-results/pictures");

const WORDS = {
  ja: "年末年始のごみ収集は、12月29日(火)で終わり、1月4日(月)から始まります。燃やすごみは、収集日の朝8時30分までに出してください。",
  en: "Garbage collection ends on Tue, Dec 29 and starts again on Mon, Jan 4. Please put burnable garbage out by 8:30.",
};

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

const deskOf = async (browser: Browser, email: string) => {
  const stack = stackOf("kumamoto");
  const person = await personAt(browser, stack);
  await Console.enter(person.page, stack.appUrl, email);
  return { ...person, desk: new Broadcasts(person.page) };
};

test("the README's pictures of reports and of the phone can be taken", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const desk = await personAt(browser, stack);
  const console_ = await Console.enter(desk.page, stack.appUrl, "triage@demo.example");
  await console_.openReports();
  await desk.page.locator('a[href^="/reports/R"]').first().waitFor();
  await take(desk.page, "reports");

  await desk.page.goto("/reports?status=working");
  const links = desk.page.locator('a[href^="/reports/R"]');
  await links.first().waitFor();
  for (const href of await links.evaluateAll((all) =>
    all.slice(0, 12).map((a) => a.getAttribute("href") ?? ""),
  )) {
    await desk.page.goto(href);
    if (
      await desk.page
        .locator('img[src*="/photos/"]')
        .first()
        .isVisible({ timeout: 3_000 })
        .catch(() => false)
    )
      break;
  }
  await take(desk.page, "case");
  await desk.page.setViewportSize({ width: 360, height: 740 });
  await desk.page.screenshot({ path: path.join(folder, "case-360.png") });

  const resident = await personAt(browser, stack, { width: 1440, height: 900 });
  const phone = await Phone.open(resident.page);
  await phone.addResident("写真の人");
  await phone.tapMenu("市民レポート");
  await phone.reply("いいえ");
  await phone.expectText("どの通報ですか");
  await take(resident.page, "phone");
  await desk.context.close();
  await resident.context.close();
});

test("the README's pictures of a broadcast can be taken", async ({ browser }) => {
  const author = await deskOf(browser, "author@demo.example");
  const approver = await deskOf(browser, "approver@demo.example");
  const { page, desk } = author;
  const address = await desk.begin("通常", "年末年始のごみ収集");
  await desk.counted();
  await desk.addCondition("関心のあること");
  await desk.condition("1").getByRole("checkbox", { name: "生活", exact: true }).check({ force: true });
  await desk.text(1).fill(WORDS.ja);
  await desk.addBlock("画像");
  await desk.choosePicture(2, path.join(ROOT, "public/samples/garbage-station.jpg"));
  await desk.block(2).getByRole("textbox", { name: "代わりの文" }).fill("ごみ集積所");
  await desk.language("English");
  await page.getByRole("button", { name: "日本語から写す" }).click();
  await desk.text(1).fill(WORDS.en);
  await desk.language("日本語");
  await desk.sayWhyAtNight();
  await desk.expectSaved();
  const people = await desk.counted();
  await page.evaluate(() => scrollTo(0, 0));
  await take(page, "composer");

  await desk.submitted();
  await approver.desk.open(address);
  await approver.desk.approve(people);
  await approver.desk.confirm(`${people}に配信する`);
  await approver.desk.releaseNow();
  await approver.desk.expectState("送信済み");
  await expect(approver.page.getByText("承認しました")).toBeVisible();
  await take(approver.page, "result");
  await author.context.close();
  await approver.context.close();
});

test("the README's pictures of the bot and of the numbers can be taken", async ({ browser }) => {
  const { page, context } = await deskOf(browser, "admin@demo.example");
  await page.goto(`/bot/try?q=${encodeURIComponent("スマホの捨て方")}`);
  await expect(page.getByText("スマートフォン").first()).toBeVisible();
  await take(page, "bot");
  await page.goto("/analytics?tab=reports");
  await expect(page.locator("main svg").first()).toBeVisible();
  await take(page, "analytics");
  await context.close();
});
