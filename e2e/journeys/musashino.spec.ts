import { expect, test } from "@playwright/test";
import { Console, stayPut } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

const RECEIPT = /R\d+-\d{6}/;

test("武蔵野市: 下水のにおいが下水道課に届き、担当者にメールが来る", async ({ browser }) => {
  const stack = stackOf("musashino");
  const resident = await personAt(browser, stack, { width: 420, height: 860 });
  const triage = await personAt(browser, stack);

  const desk = await Console.signIn(triage.page, "triage@demo.example");
  await desk.openReports();
  const stayed = await stayPut(triage.page);

  const phone = await Phone.open(resident.page);
  await phone.addResident("駅前の通報者");
  await phone.tapMenu("下水のにおい");
  await phone.expectText("危険");
  await phone.reply("いいえ");
  await phone.expectText("気分");
  await phone.reply("いいえ");
  await phone.reply("マンホール");
  await phone.reply("卵がくさったような");
  await phone.expectText(/いつ|日/);
  await phone.reply("今日");
  await phone.expectText("何時ごろにおいましたか");
  await phone.reply("18時〜21時");
  await phone.reply("30分くらい");
  await phone.sendPlace({
    lat: 35.7031,
    lng: 139.5798,
    title: "吉祥寺駅",
    address: "東京都武蔵野市吉祥寺南町1丁目",
  });
  await phone.reply("写真なしで進む");
  await phone.reply("書かずに進む");
  await phone.tap("この内容で送る");
  await phone.expectText(RECEIPT);
  const number = RECEIPT.exec((await phone.log.textContent()) ?? "")?.[0] ?? "";

  await desk.showArrivals();
  await expect(desk.row(number)).toBeVisible();
  await stayed();
  await desk.openReport(number);
  await expect(triage.page.getByText("下水道課").first()).toBeVisible();

  // Musashino's promise: the person in charge of the branch gets a mail on arrival.
  await expect
    .poll(async () => (await (await fetch(stack.mailboxUrl)).text()).includes(number), { timeout: 40_000 })
    .toBe(true);
  expect([...resident.errors, ...triage.errors]).toEqual([]);
  await resident.context.close();
  await triage.context.close();
});
