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
