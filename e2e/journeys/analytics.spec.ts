import { expect, type Page, test } from "@playwright/test";
import { Analytics } from "../pages/analytics";
import { Console } from "../pages/console";
import { Phone } from "../pages/phone";
import { personAt } from "../support/people";
import { stackOf } from "../support/stacks";

const FOLLOWING = "友だちは増えているか";
const WEEK = "&period=7d&compare=none";

/** What the three tabs say, and what 今日 says of reports and questions. */
async function everything(page: Page) {
  const analytics = new Analytics(page);
  await analytics.open("friends", WEEK);
  const friends = await analytics.figures();
  await analytics.open("bot", WEEK);
  const bot = await analytics.figures();
  await analytics.open("reports", WEEK);
  const reports = await analytics.figures();
  return { friends, bot, reports };
}

async function today(page: Page): Promise<{ received: number; misses: number }> {
  const number = async (name: RegExp) => {
    const link = page.getByRole("main").getByRole("link", { name });
    if ((await link.count()) === 0) return 0;
    return Number(
      /([\d,]+)\s*件/.exec((await link.first().textContent()) ?? "")?.[1]?.replace(",", "") ?? "0",
    );
  };
  return { received: await number(/^受付/), misses: await number(/^答えられなかった質問/) };
}

test("a little life on a phone changes exactly the right numbers of 分析 and 今日", async ({ browser }) => {
  test.setTimeout(240_000);
  const stack = stackOf("kumamoto");
  const staff = await personAt(browser, stack);
  const watching = await staff.context.newPage();
  const resident = await personAt(browser, stack, { width: 420, height: 860 });
  await Console.enter(staff.page, stack.appUrl, "admin@demo.example");
  const before = await everything(staff.page);
  await watching.goto("/");
  await watching.getByRole("heading", { level: 1, name: "今日" }).waitFor();
  const morning = await today(watching);

  const phone = await Phone.open(resident.page);
  await phone.addResident("数えられる住民");
  await phone.expectText("年代を教えてください");
  // Asked by nobody before, so that it is one more among the questions that wait.
  const planet = Array.from({ length: 6 }, () => "QXZVWJ"[Math.floor(Math.random() * 6)]).join("");
  await phone.say(`${planet}の歌をうたって`);
  await phone.expectText("見つかりませんでした");
  await phone.tapMenu("市民レポート");
  await phone.reply("いいえ");
  await phone.reply("道路の異常");
  await phone.reply("舗装の穴・へこみ");
  await phone.reply("わからない");
  await phone.expectText("まず、近くから1枚お願いします");
  await phone.sendPhotos({ samples: ["舗装の穴"] });
  await phone.expectText("少し離れて1枚");
  await phone.reply("次へ進む");
  await phone.sendPlace({
    lat: 32.8031,
    lng: 130.7079,
    title: "手取本町",
    address: "熊本県熊本市中央区手取本町1-1",
  });
  await phone.reply("いま");
  await phone.say("水がたまっています");
  await phone.tap("この内容で送る");
  await phone.expectText(/R\d+-\d{6}/);

  // 今日 hears of it by itself, without a reload.
  await expect
    .poll(() => today(watching), { timeout: 45_000 })
    .toEqual({ received: morning.received + 1, misses: morning.misses + 1 });

  const after = await everything(staff.page);
  const changed = (part: keyof typeof before) =>
    Object.fromEntries(
      Object.entries(after[part])
        .map(([name, n]) => [name, n - (before[part][name] ?? 0)] as const)
        .filter(([name, n]) => n !== 0 && !name.includes("中央値")),
    );
  expect(changed("friends")).toEqual({ 友だち: 1, 追加: 1 });
  expect(changed("bot")).toEqual({ 話しかけられた: 1, 見つからず: 1 });
  expect(changed("reports")).toEqual({ 受け付け: 1, 未完了: 1 });
  expect([...staff.errors, ...resident.errors]).toEqual([]);
  for (const person of [staff, resident]) await person.context.close();
});

test("a card goes along as a file, a picture, a link and on paper", async ({ browser }) => {
  const stack = stackOf("kumamoto");
  const { page, context, errors } = await personAt(browser, stack);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await Console.enter(page, stack.appUrl, "admin@demo.example");
  const analytics = new Analytics(page);
  await analytics.open("friends", "&period=30d");

  // Values are read by keyboard, as a slider says them.
  const reader = analytics.card(FOLLOWING).getByRole("slider", { name: FOLLOWING });
  await reader.focus();
  const last = await reader.getAttribute("aria-valuetext");
  await expect(async () => {
    await reader.press("ArrowLeft");
    await expect(reader).not.toHaveAttribute("aria-valuetext", last ?? "", { timeout: 500 });
  }).toPass();
  const picture = await analytics.file(FOLLOWING, /^画像/);
  expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.bytes.readUInt32BE(16)).toBeGreaterThan(1_500);

  await analytics.showTable(FOLLOWING);
  const table = await analytics.table(FOLLOWING);
  expect(table.length).toBe(31);
  const utf8 = await analytics.file(FOLLOWING, /Excel用/);
  const cp932 = await analytics.file(FOLLOWING, /CP932/);
  expect([...utf8.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(utf8.name).toContain(FOLLOWING);
  const text = utf8.bytes.toString("utf8").slice(1);
  expect(
    text
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(",")),
  ).toEqual(table);
  expect(new TextDecoder("shift_jis").decode(cp932.bytes)).toBe(text);

  const link = await analytics.copyLink(FOLLOWING);
  const other = await context.newPage();
  await other.goto(link);
  const again = new Analytics(other);
  await expect(again.card(FOLLOWING).getByRole("table")).toBeVisible();
  expect(await again.table(FOLLOWING)).toEqual(table);
  await expect(again.card("何人が加わり、何人が離れたか").getByRole("table")).toBeHidden();

  const paper = (await other.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper.startsWith("%PDF")).toBe(true);
  expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  expect(errors).toEqual([]);
  await context.close();
});
