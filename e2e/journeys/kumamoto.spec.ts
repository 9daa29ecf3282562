import { expect, test } from "@playwright/test";
import { Console, stayPut } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

const RECEIPT = /R\d+-\d{6}/;

test("熊本市: 夜の道路の穴が、通報から修理のお知らせまで届く", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const resident = await personAt(browser, stack, { width: 420, height: 860 });
  const triage = await personAt(browser, stack);
  const roads = await personAt(browser, stack);

  const desk = await Console.signIn(triage.page, "triage@demo.example");
  await desk.openReports();
  await expect(triage.page.getByText("自動更新が止まっています")).toBeHidden();
  await expect.poll(() => desk.reportsOnMap()).toBeGreaterThan(100);
  const onMap = await desk.reportsOnMap();
  const stayed = await stayPut(triage.page);

  const phone = await Phone.open(resident.page);
  await phone.addResident("夜の通報者");
  await phone.tapMenu("市民レポート");
  await phone.expectText("いま、けがや事故になりそうな危険がありますか");
  await phone.reply("いいえ");
  await phone.reply("道路の異常");
  await phone.reply("舗装の穴・へこみ");
  await phone.reply("わからない");
  await phone.expectText("まず、近くから1枚お願いします");
  await phone.sendPhotos({ samples: ["舗装の穴"] });
  await phone.expectText("少し離れて1枚");
  await phone.reply("次へ進む");
  await phone.expectText("場所はどこですか");
  await phone.sendPlace({
    lat: 32.8031,
    lng: 130.7079,
    title: "手取本町",
    address: "熊本県熊本市中央区手取本町1-1",
  });
  await phone.expectText("見つけたのはいつですか");
  await phone.reply("いま");
  await phone.say("自転車がはまりそうです");
  await phone.expectText("この内容で送りますか");
  await phone.tap("この内容で送る");
  await phone.expectText(RECEIPT);
  const number = RECEIPT.exec((await phone.log.textContent()) ?? "")?.[0] ?? "";
  await phone.expectText(/受付番号/);

  // The console heard of it by itself.
  await desk.showArrivals();
  await expect(desk.row(number)).toBeVisible();
  await expect(desk.row(number)).toContainText("舗装の穴");
  await expect.poll(() => desk.reportsOnMap()).toBe(onMap + 1);
  await stayed();

  // Triage sends it to the section; the section works it.
  await desk.openReport(number);
  await expect(triage.page.getByRole("button", { name: /写真1.*大きく見る/ })).toBeVisible();
  await expect(triage.page.getByText("自転車がはまりそうです").first()).toBeVisible();
  await expect(triage.page.getByText(/中央区土木センター/).first()).toBeVisible();
  await desk.assign({ person: "中央区土木センター 道路班" });
  await expect(triage.page.getByText("担当を変更しました。").first()).toBeVisible();

  const section = await Console.signIn(roads.page, "chuo@demo.example");
  await section.openReport(number);
  await section.chooseStatus("対応中");
  await section.saveAndTell();
  await phone.expectText(new RegExp(`${number}[\\s\\S]*対応`));
  const words = roads.page.getByRole("textbox", { name: "住民に届くメッセージ" });
  const mended = `受付番号 ${number} の道路の穴を、きょう直しました。お知らせありがとうございました。`;
  await section.chooseStatus("対応済み");
  await words.fill(mended);
  await expect(roads.page.getByText("きょう直しました").last()).toBeVisible();
  await section.saveAndTell();
  await phone.expectText("きょう直しました");
  await expect(roads.page.getByText("送信済み").filter({ visible: true }).first()).toBeVisible();

  expect([...resident.errors, ...triage.errors, ...roads.errors]).toEqual([]);
  for (const person of [resident, triage, roads]) await person.context.close();
});
