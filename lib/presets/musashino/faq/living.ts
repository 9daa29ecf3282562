import { begin, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("musashino");

export const living = topic("living", [
  question("road-damage", {
    title: "道路がこわれている",
    reading: "どうろがこわれている",
    also: "道路のひび割れ、道路に穴、ガードレールが曲がっている、カーブミラーの向き、雨水ますが詰まっている、歩道の段差、みちが こわれて います、damaged road",
    answer: begin(
      words(
        "写真と場所を、下のボタンから知らせてください。現地を確かめて、直すかどうかを決めます。\n車や人が落ちそうなとき、倒木で通れないときは電話をお願いします。デモの番号は、平日 0422-00-0001、夜間・休日 0422-00-0000 です。",
        "Send a photo and the place with the button. We check it and decide on repairs. If it is dangerous now, please call.",
        "写真と 場所を 送ってください。とても あぶない ときは 電話してください。",
      ),
      "report.road",
      words("道路のことを知らせる", "Report a road", "道の ことを 知らせる"),
    ),
    section: "roads",
    reviewed: "2026-09-02",
  }),
  question("street-lamp", {
    title: "街路灯がつかない",
    reading: "がいろとうがつかない",
    also: "街灯が消えている、街路灯が点滅している、昼間も街路灯がついている、夜道が暗い、電球が切れている、あかりが つきません、street lamp",
    answer: begin(
      words(
        "柱の灯具番号を写して知らせてください。番号がわかれば、場所の入力が楽になります。\n商店街の灯りや私道の灯りは、管理する方へお伝えするか、ご案内のみになることがあります。",
        "Photograph the number on the lamp post. Lamps of shopping streets or private roads are looked after by others.",
        "柱の 番号の 写真を 送ってください。",
      ),
      "report.road",
      words("街路灯を知らせる", "Report a lamp", "あかりを 知らせる"),
    ),
    section: "roads",
    reviewed: "2026-09-02",
  }),
  question("park-trouble", {
    title: "公園の遊具やベンチが危ない",
    reading: "こうえんのゆうぐやべんちがあぶない",
    also: "公園の遊具、ベンチが壊れている、公園のトイレの故障、公園の水飲み場、公園に落書き、公園の草が伸びている、こうえんの ものが こわれて います",
    answer: begin(
      words(
        "使わずに、公園の名前と写真を知らせてください。緑のまち推進課が確かめます。\n井の頭恩賜公園と武蔵野中央公園は東京都の公園なので、それぞれの管理所へお伝えください。",
        "Do not use it; send the park's name and a photo. Inokashira Park and Musashino Central Park belong to Tokyo: tell their offices.",
        "使わないで、公園の 名前と 写真を 送ってください。",
      ),
      "report.green",
      words("公園のことを知らせる", "Report a park", "公園の ことを 知らせる"),
    ),
    section: "green",
    reviewed: "2026-09-02",
  }),
  question("street-tree", {
    title: "街路樹の枝がじゃまになっている",
    reading: "がいろじゅのえだがじゃまになっている",
    also: "枝が折れている、木で信号が見えない、街路樹が枯れている、落ち葉がひどい、毛虫がいる、根で歩道が盛り上がっている、きの えだが あぶない、street tree",
    answer: begin(
      words(
        "通りの名前と写真を知らせてください。信号や標識が見えない木は、早めに確かめます。\n倒れそうな木や道をふさぐ枝は、緑のまち推進課（デモの番号 0422-00-0002）へ電話を。個人の庭の木は、持ち主にお願いしています。",
        "Send the street and a photo; trees that hide signals come first. If a tree is about to fall, call 0422-00-0002. Trees in gardens are their owners' affair.",
        "道の 名前と 写真を 送ってください。",
      ),
      "report.green",
      words("街路樹を知らせる", "Report a tree", "木の ことを 知らせる"),
    ),
    section: "green",
    reviewed: "2026-09-02",
  }),
  question("sewer-smell", {
    title: "下水くさいのはなぜ？",
    reading: "げすいくさいのはなぜ",
    also: "下水臭い、卵の腐ったようなにおい、吉祥寺駅の近くがくさい、マンホールがくさい、排水口がくさい、ビルピット、どぶの におい、くさいです、bad smell",
    answer: begin(
      words(
        "駅の近くでは、ビルの地下の排水槽（ビルピット）から水をくみ出すときのにおいが、主な原因です。\nにおいは30分ほどで消えることが多いので、気づいた日と時間帯が調べる手がかりになります。家の中だけのときは、排水口の水が切れていないか見てください。気分が悪くなったら離れて119番へ。",
        "Near the stations it mostly comes from tanks in basements when they are pumped out, for about half an hour. So the day and time of day help us. If you feel ill, leave and call 119.",
        "ビルの 地下の 水の においです。においが した 時間を 教えてください。",
      ),
      "report.smell",
      words("においを知らせる", "Report the smell", "においを 知らせる"),
    ),
    section: "sewer",
    reviewed: "2026-07-01",
  }),
  question("metropolitan-road", {
    title: "都道や国道のことはどこに言えばいい？",
    reading: "とどうやこくどうのことはどこにいえばいい",
    also: "五日市街道の穴、井ノ頭通りの段差、武蔵境通り、都道の通報、#9910、道路緊急ダイヤル、市の道路か都の道路かわからない",
    answer: say(
      words(
        "都道の穴や落下物は、道路緊急ダイヤル「#9910」（24時間）か、東京都の道路の事務所へお願いします。\n市内では五日市街道などが都道です。どこの道路かわからないときは、そのままお知らせください。わかる範囲で管理者をご案内します。\nお問い合わせ：道路管理課 0422-00-0001",
        "For holes or debris on Tokyo's roads (such as Itsukaichi Kaido) dial #9910, 24 hours. If you do not know whose road it is, tell us.",
        "東京都の 道は #9910に 電話してください。わからない ときは 市に 言ってください。",
      ),
    ),
    section: "roads",
    reviewed: "2026-09-02",
  }),
  question("suspicious-person", {
    title: "不審な人を見かけた",
    reading: "ふしんなひとをみかけた",
    also: "不審者、不審者情報、子どもが声をかけられた、つきまとい、ホワイトイーグル、防犯パトロール、あやしい ひと、suspicious person",
    answer: say(
      words(
        "いま危険を感じるときは、近づかずに110番へ。\n過ぎたことの相談は、警察の相談電話「#9110」か安全対策課 0422-00-0006 へ。場所、時刻、服装、向かった方向がわかると役立ちます。お知らせは「安全・安心（犯罪・事故）」でお届けします。",
        "If there is danger now, keep away and call 110. Otherwise dial #9110 or the safety section 0422-00-0006 with place, time, clothes and direction.",
        "あぶない ときは 110に 電話してください。近づかないでください。",
      ),
    ),
    section: "safety",
    reviewed: "2026-08-05",
  }),
  keyword("consumer-hotline", {
    title: "消費生活センター",
    reading: "しょうひせいかつせんたー",
    also: "188、詐欺かもしれない、オレオレ詐欺、点検商法、通販のトラブル、クーリングオフしたい、還付金の電話がきた、うその でんわが きました、fraud",
    answer: say(
      words(
        "契約や支払いの前に、全国共通の「188」に電話してください。\n「還付金がある」「ATMへ行って」という電話は詐欺です。切って、家族か警察（#9110、急ぐときは110番）に話してください。",
        "Before you sign or pay, dial 188. A call about a refund that sends you to an ATM is fraud: hang up and tell the police (#9110 or 110).",
        "お金を はらう 前に 188に 電話してください。「ATMに 行って」は うそです。",
      ),
    ),
    section: "safety",
    reviewed: "2026-08-05",
  }),
  question("money-trouble", {
    title: "生活費が足りない",
    reading: "せいかつひがたりない",
    also: "生活が苦しい、生活保護、家賃が払えない、失業した、借金がある、食べ物に困っている、おかねに こまって います",
    answer: link(
      words(
        "ひとりで抱えず、市の生活福祉課にご相談ください。秘密は守ります。\n仕事、家賃、借金、家計など、何に困っているかがまとまっていなくても大丈夫です。生活保護の相談と申請もこちらです。",
        "Please talk to the city's welfare section, in confidence: about work, rent, debts, or public assistance. You need not have it all sorted out.",
        "こまったら 市役所に 相談してください。ひみつは まもります。",
      ),
      open(page("fukushi/seikatsu"), words("相談のしかた", "How to ask", "相談の しかた")),
    ),
    section: null,
    reviewed: "2026-08-05",
  }),
  question("line-settings", {
    title: "LINEで届くお知らせを選びたい",
    reading: "らいんでとどくおしらせをえらびたい",
    also: "受信設定のしかた、届く情報を変えたい、お知らせが多すぎる、お知らせを止めたい、住んでいる町を変えたい、防災だけ受け取りたい、お知らせを かえる",
    answer: say(
      words(
        "メニューの「受信設定」か、「受信設定」と送ると、18の区分から選べます。お住まいの町と言葉も変えられます。\n全部を止めるときは「配信停止」と送ってください。通報はそのまま使えます。\nお問い合わせ：秘書広報課 0422-00-0004",
        'Tap 受信設定 in the menu or send "settings" to choose among 18 topics, your town and your language, or to stop everything. Reporting still works.',
        "メニューの「受信設定」を おしてください。お知らせを えらべます。",
      ),
    ),
    section: "pr",
    reviewed: "2026-10-15",
  }),
  keyword("heatstroke", {
    title: "熱中症",
    reading: "ねっちゅうしょう",
    also: "クールスポット、熱中症の予防、暑さをしのげる場所、熱中症警戒アラートとは、暑くて頭が痛い、あつくて きもちが わるい",
    answer: say(
      words(
        "涼しい所で休み、体を冷やし、水と塩分をとってください。\n呼びかけに応えない、自分で飲めないときは119番へ。暑い日は図書館や公共の施設でも涼んでください。",
        "Rest in a cool place, cool the body, drink. If there is no answer, or they cannot drink, call 119.",
        "すずしい ところで 水を のんでください。とても わるい ときは 119です。",
      ),
    ),
    section: "health",
    reviewed: "2026-05-07",
    from: "2026-05-01",
    until: "2026-09-30",
  }),
]);
