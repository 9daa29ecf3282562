import { at, card, keyword, link, open, pagesOf, question, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("musashino");

export const places = topic("places", [
  keyword("moobus", {
    title: "ムーバス",
    reading: "むーばす",
    also: "ムーバスの時刻表、コミュニティバス、ムーバスの路線図、ムーバスの乗り場、ムーバスの忘れ物、市内のバス、ちいさい バス、community bus",
    answer: card(
      words("ムーバス", "Moobus", "ムーバス"),
      words(
        "時刻、路線、運賃は、停留所と下のページでご覧いただけます。\n雪や歩行者天国、工事の日は、まわり道をすることがあります。忘れ物は、乗った路線と時刻を添えて、運行するバス会社へお尋ねください。",
        "Times, routes and fares are at the stops and on the page. Buses may take another way in snow or during street events.",
        "時間と お金は 下の ボタンで 見てください。",
      ),
      [
        open(page("moobus/jikoku"), words("時刻を見る", "Timetable", "時間を 見る")),
        open(page("moobus/rosen"), words("路線図を見る", "Route map", "地図を 見る")),
      ],
    ),
    section: "traffic",
    reviewed: "2026-09-29",
  }),
  question("place", {
    title: "武蔵野プレイスは開いている？",
    reading: "むさしのぷれいすはあいている",
    also: "武蔵野プレイス、プレイスの休館日、武蔵境の図書館、自習できる場所、プレイスの予約、プレイスは何時まで、むさしの プレイス",
    answer: at(
      words(
        "武蔵境駅の南口からすぐです。図書館、学ぶ部屋、若い人の居場所が一つになった施設です。\n休館日は月ごとに確かめてください。閉まっているときも、本は外の返却口に返せます。",
        "Just outside the south exit of Musashisakai Station: library, study rooms and a place for young people. Check the month's closing days.",
        "武蔵境駅の 南口の 近くです。休みの 日を 見てから 行ってください。",
      ),
      words("武蔵野プレイス", "Musashino Place"),
      "武蔵野市境南町",
      35.701,
      139.5426,
    ),
    section: null,
    reviewed: "2026-06-24",
  }),
  question("library", {
    title: "図書館で本を借りるには？",
    reading: "としょかんでほんをかりるには",
    also: "図書館、中央図書館、吉祥寺図書館、図書館の開館日、本の予約、図書館カード、本を返したい、としょかん、library card",
    answer: link(
      words(
        "住所のわかるものをお持ちになると、利用カードを作れます。\n図書館は、中央図書館、吉祥寺図書館、武蔵野プレイスの三つで、休みの日がそれぞれ違います。本の予約と延長は、下のページからできます。",
        "Bring proof of address to get a card. There are three libraries (Central, Kichijoji, Musashino Place) with different closing days. Reserve and renew online.",
        "住所が わかる ものを もってきてください。カードを 作ります。",
      ),
      open(page("library"), words("図書館を見る", "Libraries", "図書館を 見る")),
    ),
    section: null,
    reviewed: "2026-06-24",
  }),
  question("gymnasium", {
    title: "総合体育館を使いたい",
    reading: "そうごうたいいくかんをつかいたい",
    also: "体育館、武蔵野総合体育館、プールに入りたい、トレーニング室、スポーツ施設の予約、テニスコート、陸上競技場、たいいくかん、gym",
    answer: at(
      words(
        "緑町にあり、市役所から歩いて行けます。個人で使える日と種目は、月ごとの予定で確かめてください。\n団体で借りるときは、先に登録をお願いします。大会の日は使えないことがあります。",
        "In Midoricho, within a walk of the city hall. See the month's plan for individual use; groups register first.",
        "市役所の 近くです。使える 日を 見てから 行ってください。",
      ),
      words("武蔵野総合体育館", "Musashino General Gymnasium"),
      "武蔵野市緑町",
      35.7192,
      139.5642,
    ),
    section: null,
    reviewed: "2026-05-27",
  }),
  question("inokashira-zoo", {
    title: "井の頭自然文化園に行きたい",
    reading: "いのかしらしぜんぶんかえんにいきたい",
    also: "自然文化園、井の頭の動物園、リスがいる動物園、井の頭公園、吉祥寺の動物園、どうぶつえん、Inokashira zoo",
    answer: at(
      words(
        "御殿山にある、東京都の動物園と水生物館です。吉祥寺駅から歩いて行けます。\n休園日、時間、入園料は、園のお知らせで確かめてください。井の頭恩賜公園のことも、市ではなく都の公園の事務所が受け持っています。",
        "A zoo and aquarium of Tokyo in Gotenyama, within a walk of Kichijoji Station. See the zoo's own notice for hours and prices.",
        "吉祥寺駅から 歩いて 行けます。休みの 日を 見てから 行ってください。",
      ),
      words("井の頭自然文化園", "Inokashira Park Zoo"),
      "武蔵野市御殿山",
      35.7008,
      139.5712,
    ),
    section: null,
    reviewed: "2026-05-27",
  }),
  question("public-hall", {
    title: "公会堂はどこ？",
    reading: "こうかいどうはどこ",
    also: "武蔵野公会堂、吉祥寺のホール、コンサートの会場、会議室を借りたい、コミュニティセンター、コミセンを使いたい、こうかいどう",
    answer: at(
      words(
        "武蔵野公会堂は、吉祥寺駅の南側、井の頭公園へ向かう途中にあります。電車やバスでのお越しが便利です。\n地域の集まりには、各地のコミュニティセンターも使えます。開いているかどうかは、出かける前に確かめてください。",
        "South of Kichijoji Station, on the way to Inokashira Park. Please come by train or bus and check that it is open. Community centres can be used for local meetings too.",
        "吉祥寺駅の 南に あります。電車か バスで 来てください。",
      ),
      words("武蔵野公会堂", "Musashino Public Hall"),
      "武蔵野市吉祥寺南町",
      35.7022,
      139.5791,
    ),
    section: null,
    reviewed: "2026-05-27",
  }),
  question("removed-bicycle", {
    title: "駅前に置いた自転車がなくなった",
    reading: "えきまえにおいたじてんしゃがなくなった",
    also: "自転車が撤去された、放置自転車の引き取り、自転車の保管場所、吉祥寺の駐輪場、駐輪場を探したい、自転車を盗まれた、じてんしゃが ない",
    answer: link(
      words(
        "放置禁止区域に置いた自転車は、保管場所へ移していることがあります。\n引き取りには、鍵、身分証、手数料が要り、置ける期間に限りがあります。見つからないときは、防犯登録の番号を控えて警察へ届けてください。\nお問い合わせ：交通企画課 0422-00-0013",
        "Bicycles in no-parking zones are moved to storage. Bring the key, ID and the fee, soon. If it is not there, tell the police its registration number.",
        "自転車は ほかの ところに あります。かぎと 身分証と お金を もって 行ってください。",
      ),
      open(page("jitensha"), words("保管場所を見る", "Storage places", "場所を 見る")),
    ),
    section: "traffic",
    reviewed: "2026-03-25",
  }),
]);
