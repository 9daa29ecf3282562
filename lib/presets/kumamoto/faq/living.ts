import { begin, card, keyword, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("kumamoto");

export const living = topic("living", [
  question("road-hole", {
    title: "道路に穴があいている",
    reading: "どうろにあながあいている",
    also: "道路の穴、道路の段差、アスファルトがはがれている、道路がへこんでいる、ガードレールが壊れている、側溝のふたが割れた、みちに あなが あります、pothole",
    answer: begin(
      words(
        "写真と場所を、このLINEから知らせてください。24時間送れます。\n車や人が落ちそうな陥没や倒木は、LINEではなく電話をお願いします。デモの番号は 096-000-0001（平日8:30〜17:15）、夜間・休日は 096-000-0000 です。",
        "Send a photo and the place here, at any time. If people or cars may fall in, please call instead.",
        "写真と 場所を 送ってください。とても あぶない ときは 電話してください。",
      ),
      "report.road",
      words("道路の異常を知らせる", "Report a road", "道の ことを 知らせる"),
    ),
    section: "roads",
    reviewed: "2026-09-01",
  }),
  question("street-light", {
    title: "街灯が消えている",
    reading: "がいとうがきえている",
    also: "外灯が消えている、電灯がつかない、道が暗い、昼も街灯がついている、街路灯の故障、よる みちが くらい、street light out",
    answer: begin(
      words(
        "柱に番号札があれば、その写真を撮って知らせてください。場所が早くわかります。\n町内の防犯灯は、町内自治会が受け持っていることがあります。札に書かれた連絡先もご覧ください。",
        "Photograph the number plate on the pole and send it: that tells us which lamp. Some small lamps belong to neighbourhood associations.",
        "柱の 番号の 写真を とって 送ってください。",
      ),
      "report.road",
      words("外灯のことを知らせる", "Report a light", "あかりの ことを 知らせる"),
    ),
    section: "roads",
    reviewed: "2026-09-01",
  }),
  question("playground", {
    title: "公園の遊具がこわれている",
    reading: "こうえんのゆうぐがこわれている",
    also: "ブランコが壊れている、すべり台が危ない、公園のベンチが壊れた、公園のトイレが汚い、公園の草を刈ってほしい、公園の水が出ない、こうえんが こわれて います",
    answer: begin(
      words(
        "壊れた遊具は使わず、公園の名前と写真を知らせてください。確かめて、使えないようにするか直します。\nけが人がいるときは119番へ。",
        "Please keep off it and send the name of the park and a photo. We will check it, and close or repair it.",
        "こわれた ものを 使わないでください。公園の 名前と 写真を 送ってください。",
      ),
      "report.park",
      words("公園の異常を知らせる", "Report a park", "公園の ことを 知らせる"),
    ),
    section: "policy",
    reviewed: "2026-09-01",
  }),
  question("river-damage", {
    title: "川の護岸がくずれている",
    reading: "かわのごがんがくずれている",
    also: "川にごみが捨てられている、水路の柵がこわれた、用水路が詰まっている、川の水の色がおかしい、魚が死んでいる、かわが よごれて います",
    answer: begin(
      words(
        "川に近づかず、離れた所からの写真と場所を知らせてください。\n白川や緑川などには国が、県が受け持つ川もあります。その場合は、わかりしだい伝えるか、ご案内します。水があふれそうなときは、避難を先に。",
        "Keep away from the water and send a photo from a distance. Some rivers are the state's or the prefecture's; we pass it on or tell you.",
        "川に 近づかないで、遠くから 写真を とってください。",
      ),
      "report.river",
      words("河川の異常を知らせる", "Report a river", "川の ことを 知らせる"),
    ),
    section: "policy",
    reviewed: "2026-06-02",
  }),
  question("water-leak", {
    title: "道路から水が噴き出している",
    reading: "どうろからみずがふきだしている",
    also: "水道管から水が出ている、道に水がしみ出ている、水道メーターから水が出ている、水が止まらない、どうろから みずが でて います、burst water pipe",
    answer: begin(
      words(
        "勢いよく噴き出しているときは、上下水道局（デモの番号 096-000-0004、24時間）へお電話ください。\nにじんでいる、少し流れている、というときは、下のボタンから場所をお知らせください。家の中の水漏れは、市の指定を受けた工事店へ。",
        "If it gushes, call the water bureau (demo number 096-000-0004). If it only seeps, report the place below. Leaks inside a home: ask a licensed plumber.",
        "水が たくさん 出て いたら 電話してください。少しなら ボタンで 知らせてください。",
      ),
      "report.leak",
      words("漏水を知らせる", "Report a leak", "水の ことを 知らせる"),
    ),
    section: "water",
    reviewed: "2026-07-14",
  }),
  question("water-outage", {
    title: "水道の水がにごる・出ない",
    reading: "すいどうのみずがにごるでない",
    also: "断水、水が出ない、赤い水が出る、水道水が濁っている、給水所はどこ、白い水が出る、みずが でません、no water",
    answer: say(
      words(
        "まず、近所も同じか、家の元栓が開いているかを確かめてください。\nにごりは、しばらく流すと消えることがあります。消えるまでは飲まないでください。断水や給水の場所は、この公式アカウントと市のページでお知らせします。\nお問い合わせ：上下水道局 096-000-0004（24時間）",
        "Check whether your neighbours have the same, and that your main valve is open. Let cloudy water run, and do not drink it until it is clear. Water bureau: 096-000-0004.",
        "となりの 家も おなじか 聞いてください。よごれた 水は のまないでください。",
      ),
    ),
    section: "water",
    reviewed: "2026-07-14",
  }),
  keyword("heatstroke", {
    title: "熱中症",
    reading: "ねっちゅうしょう",
    also: "クーリングシェルター、熱中症警戒アラート、暑くて気分が悪い、涼める場所、水分補給、とても あつい",
    answer: say(
      words(
        "涼しい所に移し、服をゆるめ、首やわきの下を冷やして、水分と塩分をとらせてください。\n自分で水が飲めない、返事がおかしいときは、すぐ119番へ。夜でもエアコンを使い、のどが渇く前に飲みましょう。",
        "Move to a cool place, loosen clothes, cool the neck and armpits, drink. If the person cannot drink or answers oddly, call 119.",
        "すずしい ところに 行って、水を のんでください。のめない ときは 119に 電話してください。",
      ),
    ),
    section: null,
    reviewed: "2026-05-01",
    from: "2026-05-01",
    until: "2026-09-30",
  }),
  question("money-trouble", {
    title: "生活に困っている",
    reading: "せいかつにこまっている",
    also: "生活保護、お金がない、家賃が払えない、仕事を失った、食べるものがない、生活が苦しい、おかねが ありません",
    answer: say(
      words(
        "生活保護の申請は国民の権利です。ためらわず、お住まいの区の区役所にご相談ください。\n仕事探し、家賃、家計の立て直しを一緒に考える窓口もあります。電話だけの相談もできます。\nお問い合わせ：区役所 096-000-0005",
        "Please talk to your ward office: public assistance exists for such times. They also help with work, rent and debts. You may phone.",
        "お金が なくて こまったら、区役所に 相談してください。電話でも いいです。",
      ),
    ),
    section: "ward",
    reviewed: "2026-08-03",
  }),
  keyword("consumer-hotline", {
    title: "消費生活相談",
    reading: "しょうひせいかつそうだん",
    also: "188、詐欺、だまされた、クーリングオフ、架空請求、解約したい、還付金詐欺、屋根の修理を勧められた、うその 電話、scam",
    answer: say(
      words(
        "払う前、押す前に、全国共通の「188」へお電話ください。近くの消費生活センターにつながります。\nお金を渡してしまったとき、脅されたときは、警察の相談「#9110」か、急ぐときは110番へ。市の職員が、電話でATMの操作をお願いすることはありません。",
        "Before you pay, dial 188 for consumer advice. If you have already paid or are threatened, dial #9110 or, urgently, 110. City staff never ask you to use an ATM by phone.",
        "お金を はらう 前に 188に 電話してください。あぶない ときは 110です。",
      ),
    ),
    section: null,
    reviewed: "2026-08-03",
  }),
  question("line-settings", {
    title: "届くお知らせを変えたい・止めたい",
    reading: "とどくおしらせをかえたいとめたい",
    also: "LINEの受信設定を変えたい、通知が多い、配信をやめたい、興味のある項目を変えたい、住んでいる区を変えたい、LINEを止めたい、お知らせを えらびたい",
    answer: say(
      words(
        "メニューの「受信設定」を押すか、「受信設定」と送ってください。項目、お住まいの区、言葉をいつでも変えられます。\nすべて止めるときは「配信停止」と送ってください。災害のときの大切なお知らせは、止める前に内容を確かめてください。\nお問い合わせ：広報課 096-000-0007",
        'Tap 受信設定 in the menu or send "settings": you can change topics, ward and language at any time, or stop everything.',
        "メニューの「受信設定」を おしてください。お知らせを えらんだり 止めたり できます。",
      ),
    ),
    section: "pr",
    reviewed: "2026-10-14",
  }),
  question("wasp-nest", {
    title: "ハチの巣をとってほしい",
    reading: "はちのすをとってほしい",
    also: "スズメバチ、蜂の巣の駆除、アシナガバチ、庭に蜂がいる、はちの すが あります",
    answer: card(
      words("ハチの巣", "Wasp nests", "はちの す"),
      words(
        "ご自宅の巣は、住んでいる方か持ち主に、業者へ頼んでいただいています。近づかず、揺らさないでください。\n道路や公園など市の場所の巣は、場所をお知らせください。刺されて息苦しい、じんましんが広がるときは119番へ。",
        "Nests on private land are removed by the owner through a company. Keep away. Tell us about nests in parks or on roads. If you were stung and breathing is hard, call 119.",
        "家の はちの すは 業者に たのんでください。近づかないでください。",
      ),
      [open(page("kurashi/hachi"), words("業者の探し方を見る", "Find a company", "業者を さがす"))],
    ),
    section: null,
    reviewed: "2026-07-30",
  }),
]);
