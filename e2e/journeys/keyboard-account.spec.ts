import { expect, test } from "@playwright/test";
import { button, signIn } from "../pages/keyboard-flows";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

test.use({ trace: "off" });

test("自分のアカウント: パスワードの間違い、ほかの端末、サインアウト", async ({ browser }) => {
  const stack = stackOf("musashino");
  const other = await personAt(browser, stack);
  await signIn(other.page, "gesui@demo.example");
  const { page, context } = await personAt(browser, stack);
  const keys = await signIn(page, "gesui@demo.example");
  await page.goto("/account");
  const others = button(page, /をサインアウト$/);
  await others.first().waitFor();
  const open = await others.count();
  await keys.tabAndPress(others);
  await expect(others).toHaveCount(open - 1);
  await keys.expectKept();

  await keys.write(page.getByLabel("今のパスワード", { exact: true }), "not-the-password");
  await keys.write(page.getByLabel("新しいパスワード", { exact: true }), "tall grass and rain");
  await keys.write(page.getByLabel("新しいパスワード（確認）", { exact: true }), "tall grass and snow");
  await keys.press("Enter");
  const summary = page.getByRole("alert").filter({ hasText: "入力内容を確かめてください" });
  await expect(summary).toBeFocused();
  await keys.tabAndPress(summary.getByRole("link").first());
  await expect(page.getByRole("textbox").and(page.locator(":focus"))).toHaveCount(1);

  await keys.tabAndPress(button(page, "すべての端末でサインアウト"));
  await keys.tabAndPress(button(page, "キャンセル"));
  await expect(button(page, "すべての端末でサインアウト")).toBeFocused();
  await keys.tabTo(button(page, /^アカウント/), { back: true });
  await keys.press("Enter");
  await keys.tabAndPress(button(page, "サインアウト"));
  await page.waitForURL(/\/sign-in/);
  await other.context.close();
  await context.close();
});
