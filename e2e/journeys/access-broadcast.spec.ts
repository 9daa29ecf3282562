import path from "node:path";
import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../pages/accessible";
import { Broadcasts } from "../pages/broadcasts";
import { Console } from "../pages/console";
import { launchWith } from "../support/browser";
import { personAt } from "../support/people";
import { ROOT } from "../support/run";
import { stackOf } from "../support/stacks";

test.use({ launchOptions: launchWith() });

/** Broadcasts in the states that only work brings about, with words and pictures in them. */
test("axe finds nothing and nothing is cut off on the way of a broadcast", async ({ browser }) => {
  const stack = stackOf("musashino");
  const author = await personAt(browser, stack);
  const approver = await personAt(browser, stack);
  await Console.enter(author.page, stack.appUrl, "author@demo.example");
  await Console.enter(approver.page, stack.appUrl, "approver@demo.example");
  const { page } = author;
  const desk = new Broadcasts(page);
  const second = new Broadcasts(approver.page);
  let looked = 0;
  const look = async (state: string, at = page) => {
    for (const width of [320, 1440]) {
      // So high that no bar lies over anything: what is half under one is too small a target by accident of scrolling.
      await at.setViewportSize({ width, height: 8_000 });
      await expectAccessible(at, `${state} at ${width}`);
      await expectNoSidewaysScroll(at, `${state} at ${width}`);
      looked += 1;
    }
  };

  const address = await desk.begin("通常", "見出しと画像の確認");
  await desk.counted();
  await desk.addCondition("地域");
  await look("a condition without a choice");
  // Every town: whoever chose the interest lives somewhere, and a correction wants somebody who got the message.
  for (const town of await desk.condition("1").getByRole("checkbox").all()) await town.check({ force: true });
  await desk.addGroup();
  await desk.addCondition("関心のあること", "2");
  await desk.condition("2-1").getByRole("checkbox", { name: "妊娠・出産・子育て" }).check({ force: true });
  for (const [n, kind] of ["画像", "リンク付き画像", "カルーセル", "ボタン"].entries()) {
    await desk.addBlock(kind);
    if (n < 2) await desk.choosePicture(n + 2, path.join(ROOT, "public/samples/park-bench.jpg"));
  }
  await desk.block(3).getByRole("button", { name: "範囲を足す" }).click();
  await desk.submit();
  await expect(page.getByText(/直すところが\d+件あります/)).toBeVisible();
  await look("every kind of message, with errors");
  for (let n = 5; n > 1; n -= 1)
    await desk.block(n).getByRole("button", { name: "削除", exact: true }).click();
  await desk.text(1).fill("吉祥寺本町の子育て講座は1月10日です。");
  await page.getByRole("radio", { name: "くり返す" }).check({ force: true });
  await look("a repeating plan");
  await page.getByRole("radio", { name: "承認されたあと、すぐ" }).check({ force: true });
  await desk.sayWhyAtNight();
  await desk.submitted();

  await second.open(address);
  await second.sendBack("日付を確かめてください。");
  await second.expectState("差し戻し");
  await page.reload();
  await desk.counted();
  await look("returned");
  await desk.text(1).fill("吉祥寺本町の子育て講座は1月11日です。");
  await desk.submitted();
  await look("waiting, for who wrote it");
  await second.open(address);
  const people = /^(\S+人\S*)への配信を承認する$/.exec(
    (await approver.page.getByRole("button", { name: /承認する$/ }).textContent()) ?? "",
  )?.[1];
  await look("the difference to decide on", approver.page);
  await second.approve(people ?? "");
  await approver.page.getByRole("button", { name: `${people}に配信する` }).click();
  await expect(approver.page.getByRole("alertdialog")).toBeVisible();
  await look("the last question", approver.page);
  await second.sayWhyAtNight(approver.page.getByRole("alertdialog"));
  await approver.page
    .getByRole("alertdialog")
    .getByRole("button", { name: `${people}に配信する` })
    .click();
  await expect(approver.page.getByRole("timer")).toBeVisible();
  await look("held", approver.page);
  await second.releaseNow();
  await second.expectState("送信済み");
  await look("the result", approver.page);
  await approver.page.emulateMedia({ colorScheme: "dark" });
  await look("the result in the dark", approver.page);

  await page.goto(address);
  await page.getByRole("button", { name: "訂正を送る" }).click();
  await expect(page.getByText("もとの配信が届いた人と、届いたかもしれない人だけに届きます")).toBeVisible();
  await look("a correction");
  await page.getByRole("button", { name: "テスト送信" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("a test");
  await page.goto("/segments");
  await page.getByRole("button", { name: "新しい対象を作る" }).click();
  await desk.addCondition("友だちになった日");
  await desk.addGroup();
  await desk.addCondition("通報した", "2");
  await look("a rule in a rule");
  console.log(`axe on the way of a broadcast: ${looked} states`);
  await author.context.close();
  await approver.context.close();
});
