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
