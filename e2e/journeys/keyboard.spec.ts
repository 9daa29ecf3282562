import { type BrowserContext, expect, test } from "@playwright/test";
import { Keyboard } from "../pages/keyboard";
import { button, link, RECEIPT, reportByKeys, signIn } from "../pages/keyboard-flows";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

/**
 * Every flow by keyboard only: no click, no fill, no focus from outside. At each stop the focus must be seen and must
 * not be covered, and whatever is pressed must leave it on the page.
 */
test.describe.configure({ mode: "serial" });
// Thousands of key presses: a picture of the page at each takes longer than all of them.
test.use({ trace: "off" });

let number = "";
let signedIn: Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The administrator of the first test, at a page of their own. */
async function atDesk(browser: Parameters<typeof personAt>[0]) {
  const person = await personAt(browser, stackOf("kumamoto"));
  await person.context.addCookies(signedIn.cookies);
  return { ...person, keys: new Keyboard(person.page) };
}

test("電話: 通報のはじめから受付番号まで", async ({ browser }) => {
  const { page, context, errors } = await personAt(browser, stackOf("kumamoto"), { width: 900, height: 900 });
  const phone = await Phone.open(page);
  const keys = new Keyboard(page);
  number = await reportByKeys(phone, keys);

  await keys.tabTo(phone.log.getByRole("button", { name: "このメッセージの操作" }).last(), { back: true });
  await keys.press("Enter");
  await keys.arrowTo(page.getByRole("menuitem", { name: "コピー" }));
  await keys.press("Escape");
  await keys.expectKept(phone.log);
  await keys.tabAndPress(phone.root.getByRole("button", { name: "トークのメニュー" }), "Enter");
  await keys.arrowTo(page.getByRole("menuitem", { name: "住民を選びなおす" }));
  await keys.press("Enter");
  await expect(phone.root.getByRole("list")).toBeVisible();
  await keys.expectKept(phone.root);
  expect(errors).toEqual([]);
  await context.close();
});

test("サインイン、本文への移動、アカウントのメニュー", async ({ browser }) => {
  const { page, context } = await personAt(browser, stackOf("kumamoto"));
  const keys = await signIn(page, "admin@demo.example");
  signedIn = await context.storageState();
  await keys.tabAndPress(link(page, "通報"));
  await expect(page.getByRole("heading", { level: 1, name: "通報" })).toBeVisible();
  await page.reload();
  await keys.press("Tab");
  await keys.tabAndPress(link(page, "本文へ移動"));
  await expect(page.locator("main")).toBeFocused();
  await keys.press("Tab");
  await keys.expectKept();

  const account = button(page, /^アカウント/);
  await keys.tabTo(account, { back: true });
  await keys.press("Enter");
  await keys.tabTo(page.getByRole("radio", { name: "端末の設定に合わせる" }));
  await keys.arrowTo(page.getByRole("radio", { name: "暗い" }));
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await keys.arrowTo(page.getByRole("radio", { name: "端末の設定に合わせる" }), "ArrowUp");
  await keys.press("Escape");
  await expect(account).toBeFocused();
  await keys.press("Enter");
  await keys.tabAndPress(link(page, "自分のアカウント"));
  await expect(page.getByRole("heading", { level: 1, name: "自分のアカウント" })).toBeVisible();
  // The menu does not stay open over the page it led to.
  await expect(account).toBeFocused();
  await context.close();
});

test("通報の一覧: 状態、分類、担当課、地区、期間、ことばでしぼり、外す", async ({ browser }) => {
  const { page, context, keys, errors } = await atDesk(browser);
  const total = page.getByText(/^[\d,]+件$/).first();
  /** Opens a filter's box, ticks one and leaves by Escape. */
  const tick = async (filter: string, choice: string) => {
    await keys.tabAndPress(button(page, filter));
    await keys.tabAndPress(page.getByRole("checkbox", { name: choice, exact: true }), "Space");
    await keys.press("Escape");
    await expect(button(page, `${filter} 1`)).toBeFocused();
    await expect(button(page, new RegExp(`${choice}」を外す$`))).toBeVisible();
  };
  await page.goto("/reports");
  const whole = await total.textContent();
  await tick("分類", "道路");
  await tick("担当課", "中央区土木センター 維持課");
  await tick("地区", "中央区");
  await keys.tabAndPress(button(page, "期間"));
  await keys.write(page.getByRole("textbox", { name: "受付日(から)" }), "令和8年1月1日");
  await keys.press("Enter", "Escape");
  await expect(page).toHaveURL(/from=2026-01-01/);
  await keys.tabAndPress(link(page, /^受付 /));
  await expect(page).toHaveURL(/status=received/);
  await expect(total).not.toHaveText(whole ?? "");

  await keys.tabAndPress(button(page, /道路」を外す$/));
  await expect(button(page, /道路」を外す$/)).toBeHidden();
  await keys.expectKept();
  await keys.tabAndPress(button(page, "条件をすべて消す"));
  await expect(total).toHaveText(whole ?? "");
  await keys.expectKept();

  const search = page.getByRole("searchbox");
  await keys.tabTo(search, { back: true });
  await keys.type(number);
  await keys.press("Enter");
  await expect(total).toHaveText("1件");
  await keys.press("Escape");
  await expect(total).toHaveText(whole ?? "");
  await expect(search).toBeFocused();
  expect(errors).toEqual([]);
  await context.close();
});

test("通報の一覧: 並べ替え、次のページ、行を開く", async ({ browser }) => {
  const { page, context, keys } = await atDesk(browser);
  await page.goto("/reports");
  await page.getByRole("row").nth(5).waitFor();
  await keys.tabTo(link(page, "次へ"), { back: true });
  const first = await page.getByRole("row").nth(1).textContent();
  await keys.press("Enter");
  await expect(page.getByRole("row").nth(1)).not.toHaveText(first ?? "");
  await keys.expectKept();
  // Backwards through rows: each comes out from under the table's head.
  await keys.tabTo(page.getByRole("columnheader", { name: "番号" }).getByRole("link"), { back: true });
  await keys.press("Enter");
  await expect(page.getByRole("columnheader", { name: "番号" })).toHaveAttribute("aria-sort", "descending");
  await keys.press("Enter");
  await expect(page.getByRole("columnheader", { name: "番号" })).toHaveAttribute("aria-sort", "ascending");
  await keys.tabTo(page.getByRole("row").nth(1).getByRole("link"));
  await keys.press("j", "j");
  await keys.expectSeen();
  await expect(page.getByRole("row").nth(3).getByRole("link")).toBeFocused();
  await keys.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: RECEIPT })).toBeVisible();
  await keys.expectKept();
  await context.close();
});

test("地図: まとまりを開き、印から通報を開く", async ({ browser }) => {
  const { page, context, keys } = await atDesk(browser);
  const marks = page.getByRole("group", { name: /^通報の位置/ });
  await page.goto("/reports");
  const crowd = marks.getByRole("button", { name: /^通報\d+件のまとまり/ });
  await keys.tabTo(crowd);
  const name = (await crowd.and(page.locator(":focus")).getAttribute("aria-label")) ?? "";
  await keys.press("Enter");
  // It falls apart; reports at one and the same spot are shown in the list instead.
  const same = marks.getByRole("button", { name, exact: true });
  await expect.poll(async () => (await same.count()) === 0 || /[?&]bbox=/.test(page.url())).toBe(true);
  // What stands there has the focus now; arrow keys go on from there, also when the map moves along.
  for (const arrow of ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp"]) {
    await keys.expectKept(marks);
    await keys.press(arrow);
    await keys.expectSeen();
  }
  await keys.expectKept(marks);

  await page.goto(`/reports?q=${number}`);
  const pin = marks.getByRole("button", { pressed: false });
  await keys.tabAndPress(pin);
  const card = link(page, `${number}を開く`);
  await keys.tabTo(button(page, "閉じる"));
  await keys.press("Enter");
  await expect(card).toBeHidden();
  await expect(pin).toBeFocused();
  await keys.press("Enter");
  await keys.tabAndPress(card);
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await keys.expectKept();
  await context.close();
});

test("通報: 状態を変えて知らせる、知らせない、メモ、連絡", async ({ browser }) => {
  const { page, context, keys, errors } = await atDesk(browser);
  await page.goto(`/reports/${number}`);
  const next = page.getByRole("radiogroup", { name: /^次の状態/ });
  const choose = async (status: string) => {
    await keys.tabTo(next.getByRole("radio"));
    await keys.press("Space");
    await keys.arrowTo(next.getByRole("radio", { name: status }));
    await expect(next.getByRole("radio", { name: status })).toBeChecked();
  };
  /** The page has read the case again. */
  const expectNow = (status: string) => expect(next).toHaveAccessibleName(`次の状態 いま ${status}`);
  await choose("対応中");
  const words = page.getByRole("textbox", { name: /^住民に届くメッセージ/ });
  await keys.tabTo(words);
  await keys.press("Control+End");
  await keys.type("あす見に行きます。");
  await expect(page.getByRole("figure").getByText("あす見に行きます。")).toBeVisible();
  await keys.tabAndPress(button(page, "下書きに戻す"));
  await expect(page.getByText("あす見に行きます。")).toHaveCount(0);
  await keys.expectKept();
  await keys.tabAndPress(button(page, "保存して知らせる"));
  await expect(page.getByText("「対応中」にして、住民への連絡を送りました。")).toBeVisible();
  await expectNow("対応中");
  await keys.expectKept();

  await choose("対応済み");
  await keys.tabTo(page.getByRole("radio", { name: "LINEで知らせる" }));
  await keys.arrowTo(page.getByRole("radio", { name: "知らせない", exact: true }));
  await keys.write(page.getByRole("textbox", { name: /^知らせない理由/ }), "電話で伝えた");
  await keys.tabAndPress(button(page, "知らせずに保存する"));
  await expect(page.getByText("「対応済み」にしました。住民には知らせていません。")).toBeVisible();
  await expectNow("対応済み");
  await keys.expectKept();

  const tabs = page.getByRole("radiogroup", { name: "することを選ぶ" });
  await keys.tabTo(tabs.getByRole("radio", { name: "状態" }), { back: true });
  await keys.arrowTo(tabs.getByRole("radio", { name: "メモ" }), "ArrowRight");
  await keys.press("Space");
  await keys.write(page.getByRole("textbox", { name: /^庁内メモ/ }), "夜に現地を見た");
  await keys.tabAndPress(button(page, "メモを残す"));
  await expect(page.getByText("メモを残しました。")).toBeVisible();
  await keys.expectKept();

  await keys.tabTo(tabs.getByRole("radio", { name: "メモ" }), { back: true });
  await keys.arrowTo(tabs.getByRole("radio", { name: "連絡" }), "ArrowLeft");
  await keys.press("Space");
  await keys.tabAndPress(button(page, /ひな形$/));
  await keys.arrowTo(page.getByRole("option").nth(1));
  await keys.press("Enter");
  await keys.tabAndPress(button(page, "LINEで送る"));
  await expect(page.getByText("住民への連絡を送りました。", { exact: true })).toBeVisible();
  await keys.expectKept();
  expect(errors).toEqual([]);
  await context.close();
});

test("通報: 担当、至急、位置、写真、印刷", async ({ browser }) => {
  const { page, context, keys, errors } = await atDesk(browser);
  await page.goto(`/reports/${number}`);
  await keys.tabAndPress(button(page, "至急にする"));
  await expect(button(page, "至急を解除する")).toBeFocused();

  const photo = button(page, /^写真1.*大きく見る$/);
  await keys.tabAndPress(photo);
  const viewer = page.getByRole("dialog", { name: `${number}の写真` });
  await keys.tabAndPress(button(page, "次の写真"));
  await expect(viewer.getByText("2 / 2")).toBeVisible();
  await keys.expectKept(viewer);
  await keys.press("ArrowLeft");
  await expect(viewer.getByText("1 / 2")).toBeVisible();
  await keys.tabAndPress(button(page, "閉じる"));
  await expect(viewer).toBeHidden();
  await expect(photo).toBeFocused();
  await keys.press("Enter", "ArrowRight");
  await keys.tabAndPress(button(page, "この写真を隠す"));
  const hide = page.getByRole("dialog", { name: "この写真を隠す" });
  await keys.write(hide.getByRole("textbox"), "人の顔が写っている");
  await keys.tabAndPress(hide.getByRole("button", { name: "この写真を隠す" }));
  await expect(page.getByText("写真を隠しました。", { exact: true }).first()).toBeVisible();
  await expect(button(page, /^写真2.*大きく見る$/)).toHaveCount(0);
  await keys.expectKept();

  const move = button(page, "位置を直す");
  await keys.tabAndPress(move);
  const place = page.getByRole("dialog", { name: `${number}の位置` });
  await keys.tabTo(place.getByRole("button", { name: /^選んだ位置/ }));
  const before = await place.getByText(/北緯/).textContent();
  await keys.press("Shift+ArrowLeft");
  await expect(place.getByText(/北緯/)).not.toHaveText(before ?? "");
  await keys.write(place.getByRole("textbox", { name: "緯度" }), "32.80123");
  await keys.tabAndPress(button(page, "この位置にする"));
  await expect(place).toBeHidden();
  await expect(move).toBeFocused();
  await expect(page.getByText(/緯度 32\.80123/).first()).toBeVisible();

  const choose = async (field: RegExp, choice: string) => {
    await keys.tabAndPress(button(page, field));
    await keys.arrowTo(page.getByRole("option", { name: choice }));
    await keys.press("Enter");
    await expect(button(page, field)).toBeFocused();
  };
  await choose(/担当課$/, "東区土木センター 維持課");
  await choose(/担当者$/, "東区土木センター 維持班");
  await keys.tabAndPress(button(page, "担当を保存する"));
  await expect(page.getByText("担当を変更しました。").first()).toBeVisible();
  await keys.expectKept();

  await keys.tabTo(link(page, "印刷用に表示"), { back: true });
  await keys.press("Enter");
  await keys.tabTo(button(page, "印刷する"));
  await keys.tabTo(link(page, number), { back: true });
  await keys.press("Enter");
  await expect(link(page, "印刷用に表示")).toBeVisible();
  expect(errors).toEqual([]);
  await context.close();
});

test("操作の記録: しぼりこみ、対象を開く、改ざんの確認", async ({ browser }) => {
  const { page, context, keys } = await atDesk(browser);
  await page.goto("/audit");
  await keys.tabAndPress(button(page, "整合性を確認"));
  await expect(page.getByText("書き換えや欠落はありません")).toBeVisible();
  await expect(button(page, "整合性を確認")).toBeFocused();
  await keys.tabTo(page.getByRole("combobox", { name: "職員" }));
  await keys.type("管理担当");
  await keys.press("ArrowDown", "Enter");
  await keys.tabAndPress(button(page, /操作$/));
  await keys.arrowTo(page.getByRole("option", { name: "担当の変更" }));
  await keys.press("Enter");
  const calendar = button(page, "カレンダーから選ぶ（この日から）");
  await keys.tabAndPress(calendar);
  const days = page.getByRole("grid");
  await keys.expectKept(days);
  await keys.press("ArrowUp", "Enter");
  await expect(days).toBeHidden();
  await expect(calendar).toBeFocused();
  await expect(page.getByRole("textbox", { name: "この日から" })).toHaveValue(/^令和/);
  await keys.tabAndPress(button(page, "絞り込む"));
  await expect(page).toHaveURL(/action=report\.assign/);
  await keys.expectKept();
  const everything = page.getByRole("table").getByRole("link", { name: `通報 ${number}` });
  await keys.tabAndPress(everything.first());
  await expect(page.getByRole("cell", { name: "場所の変更" })).toBeVisible();
  await keys.expectKept();
  await context.close();
});

test("職員: 追加、役割、リンク、停止と再開、サインアウトさせる", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const { page, context, keys, errors } = await atDesk(browser);
  const name = `鍵盤 ${number}`;
  await page.goto("/staff");
  await keys.tabAndPress(button(page, "職員を追加"));
  const invite = page.getByRole("dialog", { name: "職員を追加" });
  await keys.write(invite.getByRole("textbox", { name: /^氏名/ }), name);
  await keys.write(invite.getByRole("textbox", { name: /^メールアドレス/ }), `${number}@demo.example`);
  await keys.tabAndPress(invite.getByRole("checkbox", { name: /^閲覧/ }), "Space");
  await keys.tabAndPress(button(page, "追加してリンクを発行"));
  const given = page.getByRole("alertdialog", { name: `${name} のリンク` });
  await keys.tabTo(given.getByRole("textbox", { name: "パスワード設定のリンク" }));
  await keys.press("Escape");
  await expect(given).toBeHidden();
  await keys.expectKept();

  const menu = button(page, `${name} の操作`);
  const act = async (item: string) => {
    const entry = page.getByRole("menuitem", { name: item });
    // A menu closes when the page under it scrolls, as it does once a dialog has gone; whoever sits there opens it again.
    await expect(async () => {
      if (!(await entry.isVisible())) await keys.tabAndPress(menu);
      await expect(entry).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 15_000 });
    await keys.arrowTo(entry);
    await keys.press("Enter");
  };
  await act("役割を変える");
  await keys.tabAndPress(page.getByRole("checkbox", { name: /^受付・振り分け/ }), "Space");
  await keys.tabAndPress(button(page, "役割を保存"));
  await expect(page.getByText(`${name} の役割を変えました。`)).toBeVisible();
  await expect(menu).toBeFocused();
  await act("新しいリンクを発行");
  await keys.tabAndPress(given.getByRole("button", { name: "閉じる" }).last());
  await expect(menu).toBeFocused();
  await act("利用を停止");
  await keys.tabAndPress(button(page, "利用を停止"));
  await expect(page.getByText(`${name} の利用を停止しました。`)).toBeVisible();
  await expect(menu).toBeFocused();
  await act("利用を再開");
  await expect(page.getByText(`${name} の利用を再開しました。`)).toBeVisible();
  await expect(menu).toBeFocused();

  const other = await personAt(browser, stack);
  await signIn(other.page, "viewer@demo.example");
  await page.reload();
  await keys.tabAndPress(button(page, "見学担当 の操作"));
  await keys.arrowTo(page.getByRole("menuitem", { name: "全端末でサインアウトさせる" }));
  await keys.press("Enter");
  await keys.tabAndPress(button(page, /件のサインインを終わらせる$/));
  await expect(page.getByText("見学担当 をサインアウトさせました。")).toBeVisible();
  await expect(button(page, "見学担当 の操作")).toBeFocused();
  expect(errors).toEqual([]);
  await other.context.close();
  await context.close();
});

test("細い画面でも、上下の帯が焦点を隠さない", async ({ browser }) => {
  const person = await personAt(browser, stackOf("kumamoto"), { width: 320, height: 640 });
  await person.context.addCookies(signedIn.cookies);
  const keys = new Keyboard(person.page);
  await person.page.goto("/reports");
  await keys.tabTo(person.page.getByRole("listitem").nth(20).getByRole("link"));
  await keys.tabTo(person.page.getByRole("searchbox"), { back: true });
  await keys.tabAndPress(button(person.page, "しぼりこみ"));
  await keys.tabAndPress(button(person.page, "この条件で見る"));
  await keys.expectKept();
  await person.context.close();
});
