import { expect, test } from "@playwright/test";
import iconv from "iconv-lite";
import { expectAccessible } from "../pages/accessible";
import { Console } from "../pages/console";
import { Garbage } from "../pages/garbage";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

/** As a city's spreadsheet exports it: CP932, with a line break in a cell, a twin, and a row without a category. */
const TABLE = iconv.encode(
  '品目,分別区分,備考\r\n試験用のたらい,試験の区分,"水を切る。\r\n大きいものは切る。"\r\n試験用のタライ,試験の区分,\r\n名ばかりの品,,\r\n',
  "cp932",
);

test("a dictionary is imported with a preview, published and rolled back; a broken one changes nothing", async ({
  browser,
}) => {
  const stack = stackOf("musashino");
  const { page, context, errors } = await personAt(browser, stack, {
    width: 1280,
    height: 900,
  });
  await Console.enter(page, stack.appUrl, "admin@demo.example");
  const garbage = new Garbage(page);
  await page.goto("/garbage?tab=import");

  await garbage.chooseFiles({ name: "こわれた表.csv", text: '品目,分別区分\nなべ,"金属\nやかん,金属\n' });
  await expect(page.getByRole("alert").filter({ hasText: "こわれた表.csv" })).toContainText(
    "2行目で始まる引用符",
  );
  await expect(page.getByRole("alert").filter({ hasText: "こわれた表.csv" })).toContainText(
    "変わっていません",
  );

  await garbage.chooseFiles({ name: "分別表.csv", text: TABLE });
  const files = page.getByRole("list", { name: "読んだファイル" });
  await expect(files).toContainText("3行を読みました：取り込む 1行、まとめる 1行、取り込めない 1行");
  await expect(page.getByText("「名ばかりの品」の区分が空です。")).toBeVisible();
  await page.getByText("残す（この表は追加分です）").click();
  await page.getByRole("button", { name: "この設定で読み直す" }).click();
  await expect(garbage.status).toContainText("追加 1件、変更 0件、削除 0件");
  await expectAccessible(page, "a preview of an import");

  await page.getByRole("button", { name: "下書きに入れる" }).click();
  await expect(page).toHaveURL(/tab=changes/);
  await garbage.publish();
  const found = await garbage.find("試験用のたらい");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("大きいものは切る。");
  await expect(found).toContainText("試験の区分");

  await garbage.openTab("違いと版");
  await garbage.rollBack();
  await expect(await garbage.find("試験用のたらい")).toHaveCount(0);
  expect(errors).toEqual([]);
  await context.close();
});
