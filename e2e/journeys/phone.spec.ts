import { expect, test } from "@playwright/test";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

const HOSTILE = [
  "<img src=x onerror=\"document.title='hacked'\">",
  "<script>document.title='hacked'</script>",
  "javascript:document.title='hacked'",
  "'; DROP TABLE reports; --",
  "\u202eさかさま \u0301\u0301\u0301 👨‍👩‍👧‍👦 𠮷",
];

test("電話: 二台を並べ、取り消し、ブロック、読み直しても同じ二人", async ({ browser }) => {
  const { page, context, errors } = await personAt(browser, stackOf("kumamoto"));
  const a = await Phone.open(page, { a: null, b: null });
  const b = new Phone(page, "B");
  const idA = await a.addResident("東の住民");
  const idB = await b.addResident("西の住民");
  expect(idA).not.toBe(idB);
  await a.expectText("友だちに追加しました");
  await a.say("東からの言葉");
  await a.expectText("東からの言葉");
  await expect(b.log.getByText("東からの言葉")).toHaveCount(0);

  await a.unsend("東からの言葉");
  await a.expectText("メッセージの送信を取り消しました");
  await expect(a.log.getByText("東からの言葉")).toHaveCount(0);

  await b.block();
  await expect(b.input).toBeHidden();
  await b.unblock();
  await b.expectText("ブロックしました");

  await page.reload();
  await a.expectText("メッセージの送信を取り消しました");
  expect(await a.residentId()).toBe(idA);
  expect(await b.residentId()).toBe(idB);
  expect(errors).toEqual([]);
  await context.close();
});

test("電話: キーボードだけで市民レポートに答え、場所の紙を開いて閉じる", async ({ browser }) => {
  const { page, context, errors } = await personAt(browser, stackOf("kumamoto"));
  const phone = await Phone.open(page);
  await phone.addResident("キーボードの住民");
  await expect(phone.richMenu).toBeVisible();
  await phone.openRichMenu();
  await phone.richMenu.getByRole("button", { name: "市民レポート" }).focus();
  await page.keyboard.press("Enter");
  const no = phone.quickReplies.getByRole("button", { name: "いいえ", exact: true });
  await expect(no).toBeVisible({ timeout: 40_000 });
  await no.focus();
  await page.keyboard.press("Space");
  await expect(phone.quickReplies.getByRole("button", { name: "道路の異常" })).toBeVisible({
    timeout: 40_000,
  });
  // The tapped answer is gone, the focus stays within the phone.
  await expect(phone.log).toBeFocused();

  const place = phone.root.getByRole("button", { name: "位置情報を送る" });
  await place.focus();
  await page.keyboard.press("Enter");
  const sheet = phone.root.getByRole("dialog", { name: "位置情報を送る" });
  await expect(sheet).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(place).toBeFocused();
  expect(errors).toEqual([]);
  await context.close();
});

test("電話: 住民の言葉は言葉のまま、何も動かさない", async ({ browser }) => {
  const { page, context, errors } = await personAt(browser, stackOf("kumamoto"), { width: 320, height: 640 });
  const phone = await Phone.open(page);
  await phone.addResident("<b>太字</b>");
  const title = await page.title();
  for (const text of HOSTILE) {
    await phone.say(text);
    await expect(phone.log.locator("[data-message-id]").getByText(text, { exact: true })).toBeVisible();
  }
  expect(await page.title()).toBe(title);
  await expect(phone.log.locator("a[href^=javascript]")).toHaveCount(0);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  expect(errors).toEqual([]);
  await context.close();
});
