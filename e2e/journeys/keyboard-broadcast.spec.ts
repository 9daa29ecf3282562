import { type Browser, expect, test } from "@playwright/test";
import { Broadcasts } from "../pages/broadcasts";
import type { Keyboard } from "../pages/keyboard";
import { button, link, signIn } from "../pages/keyboard-flows";
import { personAt, platform } from "../support/people";
import { stackOf } from "../support/stacks";

/** Broadcasts by keyboard only, as in keyboard.spec.ts: every stop shows itself, and no press drops the focus. */
test.use({ trace: "off" });

const tag = Date.now().toString(36).slice(-5);
const TITLE = `鍵盤のお知らせ ${tag}`;
const SEGMENT = `鍵盤の対象 ${tag}`;
let address = "";

async function deskOf(browser: Browser, email: string) {
  const person = await personAt(browser, stackOf("musashino"));
  const keys = await signIn(person.page, email);
  return { ...person, keys, desk: new Broadcasts(person.page) };
}

/** Opens a menu, walks to this entry and chooses it; the focus comes back. */
async function fromMenu(keys: Keyboard, opener: string, entry: string) {
  await keys.tabAndPress(button(keys.page, opener));
  await keys.arrowTo(keys.page.getByRole("menuitem", { name: entry, exact: true }));
  await keys.press("Enter");
  await expect(keys.page.getByRole("menu")).toHaveCount(0);
  await keys.expectKept();
}

/** Journeys run at any time of the day. */
async function sayWhyAtNight(keys: Keyboard, within = keys.page.locator("body")) {
  const why = within.getByRole("textbox", { name: /^夜間/ });
  if (await why.isVisible()) await keys.write(why, "夜のうちに知らせる必要があるため");
}

async function confirm(keys: Keyboard, name: RegExp) {
  await keys.tabAndPress(button(keys.page, name));
  const dialog = keys.page.getByRole("alertdialog");
  await keys.expectKept(dialog);
  await sayWhyAtNight(keys, dialog);
  await keys.tabAndPress(dialog.getByRole("button", { name }));
  await expect(dialog).toBeHidden();
}

test.afterAll(() => platform(stackOf("musashino"), "/faults", undefined, "DELETE"));

test("配信の対象: 条件を足し、除き、外し、保存し、なぜ届かないかを確かめる", async ({ browser }) => {
  const { page, context, keys, desk, errors } = await deskOf(browser, "author@demo.example");
  await page.goto("/segments");
  await keys.tabAndPress(button(page, "新しい対象を作る"));
  await keys.write(page.getByRole("textbox", { name: "名前" }), SEGMENT);
  await fromMenu(keys, "条件を足す: 全体", "地域");
  await keys.tabTo(desk.condition("1").getByRole("checkbox", { name: "吉祥寺本町" }), { back: true });
  await keys.press("Space");
  await fromMenu(keys, "条件を足す: 全体", "年代");
  await keys.tabTo(desk.condition("2").getByRole("checkbox").first(), { back: true });
  await keys.press("Space");
  await keys.tabTo(desk.condition("2").getByRole("button", { name: /年代の使い方/ }), { back: true });
  await keys.press("Enter");
  await keys.arrowTo(page.getByRole("option", { name: "当てはまる人を除く" }));
  await keys.press("Enter");
  await expect(desk.condition("2").getByRole("button", { name: /年代の使い方/ })).toHaveText(/除く/);
  await keys.tabAndPress(button(page, "外す: 2 年代"));
  await expect(desk.condition("2")).toHaveCount(0);
  await keys.expectKept();
  const everybody = await desk.counted();
  expect(everybody).toMatch(/人/);
  await keys.tabAndPress(button(page, "保存する"));
  await expect(page.getByText(`「${SEGMENT}」を保存しました。`)).toBeVisible();
  await keys.expectKept();
  await keys.tabAndPress(button(page, `変える: ${SEGMENT}`));
  await keys.tabTo(page.getByRole("textbox", { name: /^受付番号か/ }));
  await keys.type("R8-999999");
  await keys.press("Enter");
  await expect(page.getByText(/見つかりません/).first()).toBeVisible();
  await keys.tabTo(button(page, "閉じる"), { back: true });
  await keys.press("Enter");
  await keys.expectKept();

  await keys.tabAndPress(button(page, `しまう: ${SEGMENT}`));
  await keys.tabAndPress(page.getByRole("alertdialog").getByRole("button", { name: /をしまう$/ }));
  await expect(button(page, `しまう: ${SEGMENT}`)).toHaveCount(0);
  await keys.expectKept();
  expect(errors).toEqual([]);
  await context.close();
});

test("配信: 作り、申請し、差し戻され、直してもう一度申請する", async ({ browser }) => {
  const author = await deskOf(browser, "author@demo.example");
  const approver = await deskOf(browser, "approver@demo.example");
  const { page, keys, desk } = author;
  await page.goto("/broadcasts");
  await keys.tabAndPress(link(page, "新しい配信"));
  await keys.tabTo(page.getByRole("radio", { name: "通常" }));
  await keys.arrowTo(page.getByRole("radio", { name: "訓練" }));
  await keys.arrowTo(page.getByRole("radio", { name: "通常" }), "ArrowUp");
  await keys.write(page.getByRole("textbox", { name: "件名" }), TITLE);
  await keys.press("Enter");
  await page.waitForURL(/\/broadcasts\/[0-9a-f-]{36}$/);
  address = new URL(page.url()).pathname;
  await desk.counted();
  await fromMenu(keys, "条件を足す: 全体", "地域");
  await keys.tabTo(desk.condition("1").getByRole("checkbox", { name: "吉祥寺本町" }), { back: true });
  await keys.press("Space");
  await desk.counted();
  await keys.tabTo(page.getByRole("tab", { name: /^日本語/ }));
  await keys.arrowTo(page.getByRole("tab", { name: /^English/ }), "ArrowRight");
  await keys.tabAndPress(button(page, "日本語から写す"));
  await keys.tabTo(page.getByRole("tab", { name: /^English/ }), { back: true });
  await keys.arrowTo(page.getByRole("tab", { name: /^日本語/ }), "ArrowLeft");
  await keys.write(desk.text(1), "吉祥寺のお知らせです");
  await fromMenu(keys, "追加", "ボタン");
  await keys.tabTo(desk.block(2).getByRole("button", { name: "上へ" }), { back: true });
  await keys.press("Enter");
  // At the top the focus stays with what was moved, on its other arrow.
  await expect(desk.block(1).getByRole("button", { name: "下へ" })).toBeFocused();
  await keys.tabTo(desk.block(1).getByRole("button", { name: "削除", exact: true }));
  await keys.press("Enter");
  await expect(desk.block(2)).toHaveCount(0);
  await keys.expectKept();

  // The English words are still empty: the press leads to the place.
  await keys.tabAndPress(button(page, /^承認を申請する/));
  await expect(page.getByText(/直すところが\d+件あります/)).toBeVisible();
  await expect(desk.text(1)).toBeFocused();
  await keys.type("News from Higashi");
  await sayWhyAtNight(keys);
  await keys.tabAndPress(button(page, /^承認を申請する/));
  await desk.expectState("承認待ち");
  await keys.expectKept();

  await approver.page.goto("/broadcasts?shelf=waiting");
  await approver.keys.tabAndPress(link(approver.page, TITLE));
  await approver.desk.expectState("承認待ち");
  await approver.keys.write(
    approver.page.getByRole("textbox", { name: "差し戻す理由" }),
    "日付を書いてください。",
  );
  await approver.keys.tabAndPress(button(approver.page, "差し戻す"));
  await approver.desk.expectState("差し戻し");
  await approver.keys.expectKept();

  await page.reload();
  await desk.counted();
  await keys.write(desk.text(1), "吉祥寺のお知らせです。12月1日からです。");
  await keys.tabAndPress(button(page, /^承認を申請する/));
  await desk.expectState("承認待ち");
  expect([...author.errors, ...approver.errors]).toEqual([]);
  await author.context.close();
  await approver.context.close();
});

test("配信: 承認し、取り消し、送り、一時停止し、訂正を作る", async ({ browser }) => {
  const stack = stackOf("musashino");
  const { page, context, keys, desk, errors } = await deskOf(browser, "approver@demo.example");
  await page.goto(address);
  await keys.tabAndPress(button(page, /への配信を承認する$/));
  await desk.expectState("承認済み");
  await keys.expectKept();
  await confirm(keys, /^\d+人(未満)?に配信する$/);
  await expect(page.getByRole("timer")).toBeVisible();
  await keys.tabAndPress(button(page, "取り消す"));
  await desk.expectState("承認済み");
  await keys.expectKept();

  await platform(stack, "/faults", [{ endpoint: "multicast", kind: "429-rate" }]);
  await confirm(keys, /^\d+人(未満)?に配信する$/);
  await keys.tabAndPress(button(page, "待たずに送る"));
  await desk.expectState("送信中");
  await keys.expectKept();
  await keys.tabAndPress(button(page, "停止する"));
  await keys.expectKept(page.getByRole("alertdialog"));
  await keys.press("Escape");
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(button(page, "停止する")).toBeFocused();
  await keys.tabTo(button(page, "一時停止"), { back: true });
  await keys.press("Enter");
  await desk.expectState("一時停止");
  await keys.expectKept();
  await platform(stack, "/faults", undefined, "DELETE");
  await keys.tabAndPress(button(page, "再開する"));
  await desk.expectState("送信済み", 30_000);
  await keys.expectKept();
  expect(errors).toEqual([]);
  await context.close();

  const author = await deskOf(browser, "author@demo.example");
  await author.page.goto(address);
  await author.keys.tabAndPress(button(author.page, "訂正を送る"));
  await expect(
    author.page.getByText("もとの配信が届いた人と、届いたかもしれない人だけに届きます"),
  ).toBeVisible();
  await author.keys.expectKept(author.page.locator("body"));
  await author.keys.tabAndPress(button(author.page, "取りやめる"));
  await author.keys.tabAndPress(
    author.page.getByRole("alertdialog").getByRole("button", { name: "取りやめる" }),
  );
  await author.desk.expectState("取りやめ");
  await author.keys.expectKept();
  expect(author.errors).toEqual([]);
  await author.context.close();
});

test("受信設定の項目: 並べ替え、変え、終わりにするのをやめる", async ({ browser }) => {
  const { page, context, keys, errors } = await deskOf(browser, "admin@demo.example");
  await page.goto("/preferences");
  const first =
    (await page
      .getByRole("button", { name: /を下へ$/ })
      .first()
      .getAttribute("aria-label")) ?? "";
  await keys.tabAndPress(button(page, first));
  await keys.expectKept();
  const up = button(page, first.replace("下へ", "上へ"));
  await expect(up).toBeEnabled();
  await keys.tabTo(up, { back: true });
  await keys.press("Enter");
  await expect(up).toBeDisabled();
  await keys.expectKept();
  const change = button(page, first.replace("を下へ", "を変える"));
  await keys.tabAndPress(change);
  const dialog = page.getByRole("dialog");
  await keys.expectKept(dialog);
  await keys.press("Escape");
  await expect(change).toBeFocused();
  // What was typed does not go by one press.
  await keys.press("Enter");
  const name = dialog.getByRole("textbox", { name: "英語" }).first();
  await keys.write(name, "Typed, not saved");
  await keys.press("Escape");
  await expect(dialog.getByRole("alert")).toHaveText("まだ保存していません。");
  await expect(button(page, "入力に戻る")).toBeFocused();
  await keys.press("Enter");
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("Typed, not saved");
  await keys.press("Escape", "Escape");
  await expect(name).toBeFocused();
  await keys.press("Escape");
  await keys.tabTo(button(page, "保存しないで閉じる"), { back: true });
  await keys.press("Enter");
  await expect(change).toBeFocused();
  const end = button(page, first.replace("を下へ", "を終わりにする"));
  await keys.tabAndPress(end);
  await keys.expectKept(page.getByRole("alertdialog"));
  await keys.tabAndPress(page.getByRole("alertdialog").getByRole("button", { name: "キャンセル" }));
  await expect(end).toBeFocused();
  expect(errors).toEqual([]);
  await context.close();
});
