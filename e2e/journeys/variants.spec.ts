import { expect, test } from "@playwright/test";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt, platform } from "../support/people";
import { stackOf } from "../support/stacks";

const RECEIPT = /R\d+-\d{6}/;
const receiptIn = async (phone: Phone) => RECEIPT.exec((await phone.log.textContent()) ?? "")?.[0] ?? "";

/** Up to the photo question of 道路 > 舗装の穴. */
async function startRoadReport(phone: Phone): Promise<void> {
  await phone.say("通報");
  await phone.reply("いいえ");
  await phone.reply("道路の異常");
  await phone.reply("舗装の穴・へこみ");
  await phone.reply("わからない");
  await phone.expectText("写真があると");
}

test("写真なしでも通報でき、場所は文字でもよい", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const resident = await personAt(browser, stack, { width: 400, height: 820 });
  const phone = await Phone.open(resident.page);
  await phone.addResident("写真なし");
  await startRoadReport(phone);
  await phone.reply("写真なしで進む");
  await phone.expectText("場所はどこですか");
  await phone.say("熊本市中央区大江6丁目の公民館の前");
  await phone.expectText("見つけたのはいつですか");
  await phone.say("きのうの夜9時");
  await phone.expectText("ほかに伝えたいこと");
  await phone.reply("書かずに進む");
  await phone.tap("この内容で送る");
  await phone.expectText(RECEIPT);
  const number = await receiptIn(phone);

  const staff = await personAt(browser, stack);
  const desk = await Console.enter(staff.page, stack.appUrl, "triage@demo.example");
  await desk.openReports(`?q=${number}`);
  await expect(staff.page.getByText("地図外").first()).toBeVisible();
  await desk.openReport(number);
  await expect(staff.page.getByText("写真なしで送られた通報です")).toBeVisible();
  await expect(staff.page.getByText("地図の位置がありません")).toBeVisible();
  await resident.context.close();
  await staff.context.close();
});

test("市の外の場所は受け付けず、理由を伝える", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const resident = await personAt(browser, stack, { width: 400, height: 820 });
  const phone = await Phone.open(resident.page);
  const id = await phone.addResident("市の外");
  await startRoadReport(phone);
  await phone.reply("写真なしで進む");
  await phone.sendPlace({ lat: 32.791, lng: 130.816, title: "益城町", address: "熊本県上益城郡益城町宮園" });
  await phone.expectText("熊本市の外の場所のようです");
  await phone.reply("やめる");
  const talk = await platform<{ items: { message: unknown }[] }>(stack, `/residents/${id}/talk`);
  expect(JSON.stringify(talk.items)).not.toMatch(RECEIPT);
  await resident.context.close();
});

test("途中でやめると何も残らず、24時間以内なら続きからできる", async ({ browser }) => {
  const stack = stackOf("musashino");
  const resident = await personAt(browser, stack, { width: 400, height: 820 });
  const phone = await Phone.open(resident.page);
  await phone.addResident("途中の人");
  await phone.say("通報");
  await phone.reply("いいえ");
  await phone.say("市民レポート");
  await phone.expectText(/続きから/);
  await phone.reply("続きから").catch(() => phone.tap("続きから"));
  await phone.reply("やめる");
  await phone.reply("やめる").catch(() => phone.tap("やめる"));
  await phone.say("やめたあとの文");
  await expect(phone.log.getByText(RECEIPT)).toHaveCount(0);
  await resident.context.close();
});

test("二人が同時に通報しても、それぞれの受付番号になる", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const { page, context } = await personAt(browser, stack, { width: 1440, height: 900 });
  const a = await Phone.open(page, { b: null });
  const b = new Phone(page, "B");
  await a.addResident("ひとり目");
  await b.addResident("ふたり目");
  // Turn by turn, so that both talks are open at the same time.
  for (const phone of [a, b]) await phone.say("通報");
  for (const answer of ["いいえ", "道路の異常", "舗装の穴・へこみ", "わからない"]) {
    for (const phone of [a, b]) await phone.reply(answer);
  }
  for (const phone of [a, b]) await phone.reply("写真なしで進む");
  await a.sendPlace({ lat: 32.8, lng: 130.71, address: "熊本県熊本市中央区花畑町" });
  await b.sendPlace({ lat: 32.78, lng: 130.75, address: "熊本県熊本市東区健軍" });
  for (const phone of [a, b]) {
    await phone.expectText("見つけたのはいつですか");
    await phone.reply("いま");
    await phone.reply("書かずに進む");
    await phone.tap("この内容で送る");
  }
  await a.expectText(RECEIPT);
  await b.expectText(RECEIPT);
  expect(await receiptIn(a)).not.toBe(await receiptIn(b));
  await context.close();
});

test("くり返し届き、順番が入れかわっても、通報は一つで写真と場所がそろう", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const resident = await personAt(browser, stack, { width: 400, height: 820 });
  const phone = await Phone.open(resident.page);
  const id = await phone.addResident("届き方が乱れる人");
  await startRoadReport(phone);
  const act = (what: string, body: object) =>
    platform<{ messageId: string }>(stack, `/residents/${id}/${what}`, body);
  // Two photos and the place, held back, then let go in another order and three times over.
  const photo = await fetch(`${stack.appUrl}/samples/road-hole-near.jpg`).then((r) => r.arrayBuffer());
  for (let i = 0; i < 2; i++) {
    await fetch(
      `${stack.sandboxUrl.replace("localhost", "127.0.0.1")}/_sandbox/residents/${id}/image?hold=true&duplicate=2`,
      {
        method: "POST",
        headers: { "content-type": "image/jpeg" },
        body: photo,
      },
    );
  }
  await act("location", {
    title: "ここ",
    address: "熊本県熊本市中央区手取本町1-1",
    latitude: 32.8031,
    longitude: 130.7079,
    hold: true,
    duplicate: 2,
  });
  await platform(stack, "/webhooks/release", { shuffle: 7, batchSize: 1, residents: [id] });
  await phone.expectText(/写真/);
  await phone.reply("次へ進む");
  await phone.expectText("見つけたのはいつですか");
  await phone.reply("いま");
  await phone.reply("書かずに進む");
  await phone.tap("この内容で送る");
  await phone.expectText(RECEIPT);
  const number = await receiptIn(phone);
  const staff = await personAt(browser, stack);
  const desk = await Console.enter(staff.page, stack.appUrl, "triage@demo.example");
  await desk.openReport(number);
  await expect(staff.page.getByRole("button", { name: /写真[12].*大きく見る/ })).toHaveCount(2);
  await expect(staff.page.getByText("手取本町1-1").first()).toBeVisible();
  await resident.context.close();
  await staff.context.close();
});
