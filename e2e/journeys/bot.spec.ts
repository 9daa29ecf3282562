import { expect, test } from "@playwright/test";
import { Phone } from "../pages/phone";
import { publishPicture } from "../support/bot";
import { personAt } from "../support/people";
import { rowsIn } from "../support/stack-database";
import { stackOf } from "../support/stacks";

type Counted = {
  asked: string;
  outcome: string;
  kind: string | null;
  entry_key: string | null;
  helpful: boolean | null;
};

test("a resident asks in ten ways, taps what is offered, and each question is counted once", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const stack = stackOf("kumamoto");
  await publishPicture(stack, {
    key: "park-map",
    title: "みどり公園の案内図",
    words: "みどり公園の案内図です。",
  });
  const [before] = await rowsIn<{ id: string }>(
    stack,
    "select coalesce(max(id), 0) as id from bot_questions",
  );
  const { page, context, errors } = await personAt(browser, stack, { width: 420, height: 900 });
  const phone = await Phone.open(page);
  await phone.addResident("質問する住民");
  await phone.expectText("年代を教えてください");

  // Width, kana, a sentence, a slip: the same thing is meant.
  await phone.say("ﾍﾟｯﾄﾎﾞﾄﾙ");
  await phone.expectText("ペットボトル");
  await phone.reply("役に立った");
  await phone.expectText("お役に立ててよかったです");
  await phone.say("ふとん");
  await phone.expectText("布団");
  await phone.say("フライパンの捨て方を教えてください");
  await phone.expectText("フライパン");
  await phone.reply("役に立たなかった");
  await phone.expectText("お役に立てず申し訳ありません");
  await expect(phone.log.getByText(/^電話 096-/).last()).toBeVisible();
  await phone.say("ペットボドル");
  await phone.expectText("「ペットボトル」のことですか");
  await phone.reply("ペットボトル");
  await expect(phone.quickReplies.getByRole("button", { name: "役に立った", exact: true })).toBeVisible();

  // Several are meant: the resident is asked.
  await phone.say("びん");
  await phone.expectText("どれについてのご質問ですか");
  await phone.reply("花瓶");
  await expect(phone.quickReplies.getByRole("button", { name: "役に立った", exact: true })).toBeVisible();

  // Nothing is found: said so, with the phone and the topics; a topic leads to its questions.
  await phone.say("宇宙旅行に行きたい。電話は090-1234-5678");
  await phone.expectText("見つかりませんでした");
  await phone.reply("防災・避難");
  await phone.tap("避難所");
  await phone.expectText("避難所");
  await expect(phone.quickReplies.getByRole("button", { name: "役に立った", exact: true })).toBeVisible();

  // A place, a page, a picture.
  await phone.say("中央公民館の場所は？");
  await expect(phone.log.getByText("中央公民館").last()).toBeVisible();
  await phone.say("環境工場に持ち込みたい");
  await expect(phone.log.getByRole("link", { name: "くわしく見る" }).last()).toBeVisible();
  await phone.say("明日なんのごみ？");
  await phone.expectText("お住まいの地区を選んでください");
  await phone.say("みどり公園の案内図");
  await phone.expectText("みどり公園の案内図です。");
  await expect(phone.answers.getByRole("img").last()).toBeVisible();

  // The start of a report, in which the bot keeps quiet.
  await phone.say("道路に穴があいている");
  await phone.tap("道路の異常を知らせる");
  await phone.expectText("危険がありますか");
  await phone.say("ペットボトル");
  await phone.expectText("選択肢から選んでください");
  await phone.say("やめる");
  await phone.expectText("通報をやめました");
  await phone.say("ありがとう");
  await phone.expectText("どういたしまして");

  await expect
    .poll(async () => {
      const rows = await rowsIn<Counted>(
        stack,
        "select asked, outcome, kind, entry_key, helpful from bot_questions where id > $1 order by asked_at",
        [before?.id],
      );
      return rows.map((row) => [row.asked, row.outcome, row.kind, row.helpful]);
    })
    .toEqual([
      ["ペットボトル", "answered", "garbage", true],
      ["ふとん", "answered", "garbage", null],
      ["フライパンの捨て方を教えてください", "answered", "garbage", false],
      ["ペットボドル", "asked_back", "garbage", null],
      ["びん", "asked_back", "garbage", null],
      ["宇宙旅行に行きたい。電話は●●●", "not_found", null, null],
      ["避難所", "answered", "keyword", null],
      ["中央公民館の場所は?", "answered", "faq", null],
      ["環境工場に持ち込みたい", "answered", "faq", null],
      ["明日のごみ", "command", null, null],
      ["みどり公園の案内図", "answered", "faq", null],
      ["道路に穴があいている", "answered", "faq", null],
    ]);
  const misses = await rowsIn<{ sample: string; unanswered: number; unhelpful: number }>(
    stack,
    "select sample, unanswered, unhelpful from bot_misses where sample like '宇宙旅行%' or sample like 'フライパン%' order by sample",
  );
  expect(misses).toEqual([
    { sample: "フライパンの捨て方を教えてください", unanswered: 0, unhelpful: 1 },
    { sample: "宇宙旅行に行きたい。電話は●●●", unanswered: 1, unhelpful: 0 },
  ]);
  expect(errors).toEqual([]);
  await context.close();
});
