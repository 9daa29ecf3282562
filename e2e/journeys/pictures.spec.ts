import path from "node:path";
import { test } from "@playwright/test";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { ROOT } from "../support/run";
import { stackOf } from "../support/stacks";

// The README's pictures. UPDATE_PICTURES=1 puts them where the README shows them.
const folder = process.env.UPDATE_PICTURES
  ? path.join(ROOT, "e2e/screenshots")
  : path.join(ROOT, "test-results/pictures");

test("the README's pictures can be taken", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const desk = await personAt(browser, stack);
  const console_ = await Console.signIn(desk.page, "triage@demo.example");
  await console_.openReports();
  await desk.page.locator('a[href^="/reports/R"]').first().waitFor();
  await desk.page.waitForLoadState("networkidle").catch(() => {});
  await desk.page.screenshot({ path: path.join(folder, "reports.png") });

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
  await desk.page.waitForLoadState("networkidle").catch(() => {});
  await desk.page.screenshot({ path: path.join(folder, "case.png") });
  await desk.page.setViewportSize({ width: 360, height: 740 });
  await desk.page.screenshot({ path: path.join(folder, "case-360.png") });

  const resident = await personAt(browser, stack, { width: 1440, height: 900 });
  const phone = await Phone.open(resident.page);
  await phone.addResident("写真の人");
  await phone.tapMenu("市民レポート");
  await phone.reply("いいえ");
  await phone.expectText("どの通報ですか");
  await resident.page.screenshot({ path: path.join(folder, "phone.png") });
  await desk.context.close();
  await resident.context.close();
});
