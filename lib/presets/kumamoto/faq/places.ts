import { at, keyword, link, open, pagesOf, question, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("kumamoto");

export const places = topic("places", [
  keyword("tram", {
    title: "市電",
    reading: "しでん",
    also: "市電の時刻、路面電車、市電の運賃、熊本の路面電車、市電は遅れているか、電停はどこ、ろめんでんしゃ、tram",
    answer: link(
      words(
        "市電の時刻、運賃、いまの運行は、下のページで確かめられます。\nA系統は田崎橋から健軍町、B系統は上熊本から健軍町まで走ります。忘れ物は、乗った時刻と系統を添えて交通局へお問い合わせください。",
        "See the page for times, fares and delays. Line A runs Tasakibashi–Kengunmachi, line B Kamikumamoto–Kengunmachi.",
        "市電の 時間は 下の ボタンで 見てください。",
      ),
      open(page("shiden"), words("市電の案内を見る", "Tram guide", "市電を 見る")),
    ),
    section: null,
    reviewed: "2026-06-08",
  }),
  question("zoo", {
    title: "動植物園はどこ？",
    reading: "どうしょくぶつえんはどこ",
    also: "動物園、熊本市動植物園、動植物園への行き方、動植物園の休園日、動植物園は何時まで、どうぶつえん、zoo",
    answer: at(
      words(
        "動植物園は江津湖のほとりにあります。市電は「動植物園入口」で降りてください。\n開いている時間と休みの日は、季節や催しで変わります。出かける前に園のお知らせをご覧ください。",
        "The zoo and botanical garden is by Lake Ezu; take the tram to Doshokubutsuen-iriguchi. Hours change with the season: please check first.",
        "動植物園は 湖の 近くです。市電の「動植物園入口」で おります。",
      ),
      words("熊本市動植物園", "Kumamoto City Zoological and Botanical Gardens"),
      "熊本市東区健軍",
      32.7772,
      130.753,
    ),
    section: null,
    reviewed: "2026-09-11",
  }),
  question("castle", {
    title: "熊本城に行きたい",
    reading: "くまもとじょうにいきたい",
    also: "熊本城、お城、天守閣、熊本城の見学時間、熊本城の入園料、くまもとじょう、Kumamoto castle",
    answer: at(
      words(
        "市電の「熊本城・市役所前」から歩いて行けます。見学できる範囲と時間は変わることがあるので、出かける前に城のお知らせで確かめてください。",
        "Walk from the tram stop Kumamotojo/Shiyakusho-mae. What can be visited changes; please check before you go.",
        "市電の「熊本城・市役所前」から 歩きます。",
      ),
      words("熊本城", "Kumamoto Castle"),
      "熊本市中央区本丸",
      32.8061,
      130.7058,
    ),
    section: null,
    reviewed: "2026-09-11",
  }),
  question("gymnasium", {
    title: "体育館を借りたい",
    reading: "たいいくかんをかりたい",
    also: "総合体育館、スポーツ施設の予約、バドミントンの場所、卓球ができるところ、体育館の空き、テニスコートの予約、たいいくかん",
    answer: at(
      words(
        "施設の予約は、利用者登録をしてから、市の予約の画面か各施設の窓口でできます。\n総合体育館は、中央区出水にあります。空きと料金は施設にお尋ねください。",
        "Register first, then book online or at the counter. The General Gymnasium is in Izumi, Chuo ward.",
        "とうろくを してから よやくします。総合体育館は 出水に あります。",
      ),
      words("熊本市総合体育館・青年会館", "Kumamoto City General Gymnasium"),
      "熊本市中央区出水2-7-1",
      32.7851,
      130.7366,
    ),
    section: null,
    reviewed: "2026-05-25",
  }),
  question("library", {
    title: "図書館の開館日が知りたい",
    reading: "としょかんのかいかんびがしりたい",
    also: "図書館、市立図書館、本を借りたい、図書館の休み、本の返却、森都心プラザの図書館、としょかん、library",
    answer: at(
      words(
        "図書館ごとに休みの日が違うので、図書館のカレンダーで確かめてください。\n熊本駅の近くでは、くまもと森都心プラザの図書館が使えます。はじめての方は、住所のわかるものをお持ちになると利用カードを作れます。",
        "Each library has its own closing days; see the calendar. Near Kumamoto Station there is one in the Shintoshin Plaza. Bring proof of address to get a card.",
        "図書館は 休みの 日が ちがいます。カードを 作るには 住所が わかる ものが いります。",
      ),
      words("くまもと森都心プラザ", "Kumamoto Shintoshin Plaza"),
      "熊本市西区春日1-14-1",
      32.7904,
      130.6911,
    ),
    section: null,
    reviewed: "2026-05-25",
  }),
  question("removed-bicycle", {
    title: "自転車が撤去された",
    reading: "じてんしゃがてっきょされた",
    also: "放置自転車、自転車がなくなった、自転車の保管所、駐輪場はどこ、自転車を返してほしい、じてんしゃが ありません",
    answer: link(
      words(
        "置いた場所が放置禁止の区域なら、保管所に移しています。その場の看板で保管所を確かめてください。\n引き取りには、鍵、身分証、手数料が要ります。見当たらないときは、盗難かもしれないので警察にも届けてください。",
        "If it stood in a no-parking zone it was moved to a storage place named on the sign. Bring the key, ID and the fee. If it is not there, tell the police.",
        "自転車は ほかの ところに あります。かぎと 身分証と お金を もって 行ってください。",
      ),
      open(page("jitensha"), words("保管所を見る", "Storage places", "場所を 見る")),
    ),
    section: null,
    reviewed: "2026-03-24",
  }),
]);
