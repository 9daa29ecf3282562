import { expect, test } from "@playwright/test";
import { Console } from "../pages/console";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

/** More than the six connections a browser opens to one host. */
const TABS = 9;

test("many cases open in tabs: each loads, hears the others, and takes over when the first is closed", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const clerk = await personAt(browser, stack);
  const colleague = await personAt(browser, stack);
  const list = await Console.enter(clerk.page, stack.appUrl, "triage@demo.example");
  await list.openReports();
  const hrefs = await clerk.page
    .getByRole("row")
    .getByRole("link")
    .evaluateAll((links) => [...new Set(links.map((a) => new URL((a as HTMLAnchorElement).href).pathname))]);
  const cases = hrefs.filter((href) => href.startsWith("/reports/R")).slice(0, TABS);
  expect(cases).toHaveLength(TABS);

  const tabs = [];
  for (const href of cases) {
    const tab = await clerk.context.newPage();
    await tab.goto(href);
    await expect(tab.getByRole("heading", { level: 1 })).toContainText(href.split("/")[2] ?? "");
    tabs.push(tab);
  }

  const other = await Console.enter(colleague.page, stack.appUrl, "admin@demo.example");
  const last = tabs.at(-1);
  if (!last) throw new Error("no tab");
  const note = async (words: string) => {
    await other.openReport(cases.at(-1)?.split("/")[2] ?? "");
    await colleague.page.getByRole("radio", { name: "メモ" }).check({ force: true });
    await colleague.page.getByRole("textbox", { name: "庁内メモ" }).fill(words);
    await colleague.page.getByRole("button", { name: "メモを残す" }).click();
  };
  await note("となりの窓からのメモ");
  await expect(last.getByText("となりの窓からのメモ").first()).toBeVisible();

  // The list was first and holds the line.
  await clerk.page.close();
  await note("最初の窓を閉じたあとのメモ");
  await expect(last.getByText("最初の窓を閉じたあとのメモ").first()).toBeVisible();
  await clerk.context.close();
  await colleague.context.close();
});

test("what is on the screen stays while the network is away, whatever is pressed", async ({ browser }) => {
  const stack = stackOf("musashino");
  const { page, context } = await personAt(browser, stack);
  await Console.enter(page, stack.appUrl, "admin@demo.example");
  const lost = page.getByText("サーバーにつながりません");
  const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

  await page.goto("/");
  const today = page.getByRole("heading", { level: 1, name: "今日" });
  await expect(today).toBeVisible();
  await context.setOffline(true);
  // Until the page's program listens.
  await expect(async () => {
    await lookAgain();
    await expect(lost).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await lookAgain();
  await expect(today).toBeVisible();
  await context.setOffline(false);
  await expect(lost).toBeHidden({ timeout: 60_000 });

  await page.goto("/menu");
  await page.getByRole("button", { name: "災害時メニューに切り替える" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "友だち全員を災害時メニューにする" }).click();
  await expect(lost).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "リッチメニュー" })).toBeVisible();
  await context.close();
});

test("an answer that is lost on its way: the same again counts once, other words are not taken for it", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const { page, context } = await personAt(browser, stack);
  const list = await Console.enter(page, stack.appUrl, "triage@demo.example");
  await list.openReports("?status=received");
  const link = page.getByRole("row").getByRole("link", { name: /^R\d+-\d+$/ });
  const number = (await link.first().textContent())?.trim() ?? "";
  await list.openReport(number);
  // The server does its work; what it says does not arrive.
  const loseAnswers = () =>
    page.route(`**/reports/${number}`, async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch();
      await route.abort();
    });
  const hear = () => page.unroute(`**/reports/${number}`);
  const lost = page.getByText("通信できませんでした", { exact: false });
  const timeline = (words: string) => page.getByRole("listitem").filter({ hasText: words });

  const note = page.getByRole("textbox", { name: "庁内メモ" });
  const leave = page.getByRole("button", { name: "メモを残す" });
  await page.getByRole("radio", { name: "メモ" }).check({ force: true });
  await note.fill("見に行きます（一度だけ）");
  await loseAnswers();
  await leave.click();
  await expect(lost).toBeVisible();
  await hear();
  // The draft outlives the reload, and so does the request it was sent under.
  await page.reload();
  await page.getByRole("radio", { name: "メモ" }).check({ force: true });
  await expect(note).toHaveValue("見に行きます（一度だけ）");
  await leave.click();
  await expect(note).toHaveValue("");
  await expect(timeline("見に行きます（一度だけ）")).toHaveCount(1);

  await note.fill("月曜に見ます");
  await loseAnswers();
  await leave.click();
  await expect(lost).toBeVisible();
  await hear();
  await note.fill("火曜に見ます");
  await leave.click();
  await expect(note).toHaveValue("");
  await expect(timeline("月曜に見ます")).toHaveCount(1);
  await expect(timeline("火曜に見ます")).toHaveCount(1);

  // A status that was saved without their knowing: going on from what they saw is a conflict, named as their own.
  await page.reload();
  await list.chooseStatus("対応中");
  await loseAnswers();
  await list.saveAndTell();
  await expect(lost).toBeVisible();
  await hear();
  await page.reload();
  await list.chooseStatus("対応済み");
  await list.saveAndTell();
  const conflict = page.getByRole("alert").filter({ hasText: "状態を「対応中」に変更しました" });
  await expect(conflict).toBeVisible();
  await conflict.getByRole("button").click();
  await list.saveAndTell();
  await expect(page.getByText("「対応済み」にして", { exact: false }).first()).toBeVisible();
  await context.close();
});
