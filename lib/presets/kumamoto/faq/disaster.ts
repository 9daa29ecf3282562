import { at, call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { lifelines } from "../../lifelines";
import { five, words } from "../../parts";

const page = pagesOf("kumamoto");

export const disaster = topic("disaster", [
  ...lifelines("区役所 096-000-0005", "2026-11-10"),
  keyword("shelter", {
    title: "避難所",
    reading: "ひなんじょ",
    also: "避難場所、避難先、避難所はどこ、近くの避難所、避難所一覧、どこに逃げればいい、にげる ところ、にげるばしょ、shelter、evacuation center",
    answer: card(
      five("避難所・避難場所", "にげる ところ", "Where to evacuate", "避难所", "대피소"),
      five(
        "いま開いている避難所は、市のページと、この公式アカウントのお知らせで確かめられます。\n災害によって開く場所が変わります。出かける前に必ず確かめてください。外が危ないときは、建物の2階以上のがけから離れた部屋へ。\nお問い合わせ：防災担当 096-000-0008",
        "いま あいている ひなんじょは 下の ボタンで 見てください。行く 前に かならず 見てください。外が あぶない ときは 2階に 行ってください。",
        "Open shelters are listed on the city's page and announced here. They differ with each disaster, so please check before you leave. If it is dangerous outside, go upstairs, away from slopes.",
        "目前开放的避难所可在市网页和本账号的通知中查看。不同灾害开放的场所不同，出门前请务必确认。外面危险时，请到二楼以上、远离山坡的房间。",
        "지금 열려 있는 대피소는 시 홈페이지와 이 계정의 알림에서 확인할 수 있습니다. 재해에 따라 여는 곳이 다르니 나가기 전에 꼭 확인하세요. 밖이 위험하면 2층 이상, 비탈에서 먼 방으로 가세요.",
      ),
      [
        open(
          page("bousai/hinanjo"),
          five("避難所を見る", "ひなんじょを 見る", "See the shelters", "查看避难所", "대피소 보기"),
        ),
        call("096-000-0008"),
      ],
    ),
    section: "disaster",
    reviewed: "2026-10-01",
  }),
  keyword("hazard-map", {
    title: "ハザードマップ",
    also: "防災マップ、浸水想定区域、土砂災害警戒区域、ここは浸水するか、家が安全か知りたい、あぶない ところの 地図、hazard map",
    answer: link(
      five(
        "お住まいの場所の浸水や土砂災害の危険は、ハザードマップでわかります。\n白川、坪井川、緑川などの川ごとの浸水の深さと、がけの近くの区域を、住所から調べてください。紙の地図は区役所でお尋ねください。\nお問い合わせ：防災担当 096-000-0008",
        "大雨の とき 水が 来る ところや あぶない がけが 地図で わかります。家の ある ところを 見てください。",
        "The hazard map shows where floods and landslides may reach. Look up your address, river by river. Ask at your ward office for a paper map.",
        "灾害风险图可以查看住址附近的浸水和山体滑坡风险。请按地址查询。纸质地图请向区政府咨询。",
        "해저드맵에서 사는 곳의 침수와 산사태 위험을 알 수 있습니다. 주소로 찾아보세요. 종이 지도는 구청에 문의하세요.",
      ),
      open(
        page("bousai/hazard-map"),
        five("地図を開く", "地図を 見る", "Open the map", "打开地图", "지도 열기"),
      ),
    ),
    section: "disaster",
    reviewed: "2026-05-20",
  }),
  keyword("warning-level", {
    title: "警戒レベル",
    reading: "けいかいれべる",
    also: "避難指示、高齢者等避難、緊急安全確保、レベル3とレベル4の違い、いつ避難すればいい、避難のタイミング、いつ にげますか、evacuation level",
    answer: say(
      five(
        "警戒レベル4「避難指示」までに、危険な場所から全員避難してください。\nレベル3「高齢者等避難」：お年寄りや体の不自由な方、小さなお子さんのいる方は避難を始めます。ほかの方も支度を。\nレベル5「緊急安全確保」：すでに災害が起きているおそれがあります。その場で少しでも安全な所へ。",
        "レベル3：お年よりや 赤ちゃんの いる 人は にげてください。\nレベル4：あぶない ところの 人は みんな にげてください。\nレベル5：とても あぶないです。近くの あんぜんな ところへ 行ってください。",
        "Everyone in a dangerous place must have left by Level 4.\nLevel 3: older people, people with disabilities and families with small children leave; others get ready.\nLevel 5: disaster may already be happening; find the safest spot near you.",
        "警戒级别4之前，危险区域的所有人必须避难。\n级别3：老年人、行动不便者、有幼儿的家庭开始避难，其他人做好准备。\n级别5：灾害可能已经发生，请立即到身边较安全的地方。",
        "경계 레벨 4까지는 위험한 곳에 있는 모든 사람이 대피해야 합니다.\n레벨 3: 고령자, 몸이 불편한 분, 어린아이가 있는 가정은 대피를 시작하고 다른 분은 준비하세요.\n레벨 5: 이미 재해가 일어났을 수 있습니다. 가까운 안전한 곳으로 가세요.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-05-29",
  }),
  question("earthquake", {
    title: "地震のときはどうすればいい？",
    reading: "じしんのときはどうすればいい",
    also: "地震が起きたら、揺れたらどうする、余震がこわい、地震のあとにすること、緊急地震速報が鳴った、じしんの ときは どうしますか、earthquake",
    answer: say(
      five(
        "揺れている間は、机の下などで頭を守ってください。\n揺れがおさまったら、火を消す、出口を開ける、靴をはく、の順に。ガスのにおいがしたら火も電気のスイッチも使わず外へ。傷んだ建物、塀、がけには近づかないでください。同じくらいの強い揺れが続くことがあります。\nけがや火事は119番へ。",
        "ゆれている ときは つくえの 下で 頭を まもってください。ゆれが 止まったら 火を 消して、くつを はいて、外を 見てください。こわれた 家や かべに 近づかないでください。けがや 火事は 119に 電話してください。",
        "While it shakes, get under a table and protect your head. Then turn off flames, open a way out, put on shoes. If you smell gas, touch no switch and go out. Keep away from damaged buildings, walls and slopes; strong aftershocks may follow. Injuries or fire: 119.",
        "摇晃时请躲在桌下保护头部。停止后关火、打开出口、穿鞋。闻到煤气味不要碰开关，立即到室外。不要靠近受损建筑、围墙和山坡，可能还有强余震。受伤或火灾请拨119。",
        "흔들리는 동안은 책상 아래에서 머리를 보호하세요. 멈추면 불을 끄고 출구를 열고 신발을 신으세요. 가스 냄새가 나면 스위치를 만지지 말고 밖으로 나가세요. 손상된 건물, 담, 비탈에 가까이 가지 마세요. 부상이나 화재는 119.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-09-08",
  }),
  question("river-rising", {
    title: "大雨で川があふれそうなときは？",
    reading: "おおあめでかわがあふれそうなときは",
    also: "川の水位を見たい、白川の水位、坪井川の水位、緑川の水位、洪水が心配、川が増水している、川の 水が ふえています、flood",
    answer: card(
      five("川の水位と避難", "川の 水", "Rivers and floods", "河流水位", "하천 수위"),
      five(
        "川を見に行かないでください。水位は国や県のカメラと、市のページで確かめられます。\n浸水しそうな所では、明るいうちに、川から離れた高い所か避難所へ。地下道や低い道は通らないでください。水があふれているときは119番へ。",
        "川に 近づかないでください。水の 高さは 下の ボタンで 見ることが できます。あぶない ときは 早く 高い ところに にげてください。",
        "Do not go to look at the river. Water levels are shown on the city's page. If your area may flood, move early to higher ground or a shelter, and avoid underpasses. If water is overflowing, call 119.",
        "请不要去河边查看。水位可在市网页上确认。可能被淹的地区请趁天亮转移到高处或避难所，不要走地下通道。河水溢出时请拨119。",
        "강을 보러 가지 마세요. 수위는 시 홈페이지에서 확인할 수 있습니다. 침수될 수 있는 곳에서는 밝을 때 높은 곳이나 대피소로 가고 지하차도는 피하세요. 물이 넘치면 119.",
      ),
      [
        open(
          page("bousai/suii"),
          five("水位を見る", "水の 高さを 見る", "See water levels", "查看水位", "수위 보기"),
        ),
      ],
    ),
    section: "disaster",
    reviewed: "2026-06-02",
  }),
  question("what-to-bring", {
    title: "避難するときに何を持っていけばいい？",
    reading: "ひなんするときになにをもっていけばいい",
    also: "非常持ち出し袋、防災グッズ、避難の持ち物、備蓄は何日分、防災の備え、もっていくもの、emergency kit",
    answer: say(
      five(
        "水、食べ物、薬とお薬手帳、スマートフォンと充電器、明かり、着替え、タオル、現金、身分証をお持ちください。\n眼鏡、補聴器、おむつ、ミルク、生理用品など、ご自分に要る物も忘れずに。家には水と食べ物を3日分、できれば1週間分置いておくと安心です。",
        "水、食べもの、くすり、スマホ、あかり、服、お金を もっていきます。赤ちゃんの ミルクや おむつも もっていきます。",
        "Bring water, food, medicine, phone and charger, a light, clothes, towels, cash and ID, and what you need yourself (glasses, nappies, milk). At home, keep water and food for three days, better a week.",
        "请带上水、食物、药品、手机和充电器、手电、换洗衣物、毛巾、现金、身份证件，以及眼镜、尿布、奶粉等必需品。家中请备三天、最好一周的水和食物。",
        "물, 음식, 약, 휴대폰과 충전기, 손전등, 옷, 수건, 현금, 신분증과 안경, 기저귀, 분유 등 자신에게 필요한 것을 챙기세요. 집에는 물과 음식을 3일분, 가능하면 1주일분 준비하세요.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-06-02",
  }),
  question("pet-evacuation", {
    title: "ペットと一緒に避難できる？",
    reading: "ぺっとといっしょにひなんできる",
    also: "犬を連れて避難したい、猫と避難所、同行避難、ペット可の避難所、いぬや ねこと にげる、evacuate with pets",
    answer: say(
      words(
        "ペットを連れて避難できます。ただし、部屋を人と分けている避難所がほとんどです。\nケージ、えさ、水、トイレの用品、鑑札をお持ちになり、着いたら受付でお知らせください。ふだんからケージに慣らしておくと落ち着きます。\nお問い合わせ：防災担当 096-000-0008",
        "You can bring pets, but most shelters keep them apart from people. Bring a cage, food, water, toilet supplies and the dog tag, and tell the desk when you arrive.",
        "いぬや ねこと いっしょに にげることが できます。人と ちがう 部屋に なります。ケージと えさを もってきてください。",
      ),
    ),
    section: "disaster",
    reviewed: "2026-06-02",
  }),
  question("damage-certificate", {
    title: "り災証明書がほしい",
    reading: "りさいしょうめいしょがほしい",
    also: "罹災証明、り災証明、被災証明、罹災証明書の申請、家が壊れた証明、家が浸水した、家が こわれました、damage certificate",
    answer: card(
      five("り災証明書", "り災証明書", "Damage certificate", "受灾证明", "이재증명서"),
      five(
        "災害で住まいが傷んだときは、区役所でり災証明書を申請できます。\n片づける前に、建物の外側と傷んだ所の写真を撮っておいてください。市が家を調べて、被害の程度を証明します。\nお問い合わせ：区役所総務企画課 096-000-0005",
        "さいがいで 家が こわれたら、区役所に 行ってください。かたづける 前に 写真を とってください。市が 家を しらべて 証明書を 出します。",
        "If a disaster has damaged your home, apply at your ward office. Take photos of the outside and of the damage before you clear up. The city inspects the home and certifies the degree of damage.",
        "住房因灾受损时，可在区政府申请受灾证明。整理之前请拍下房屋外观和受损部位的照片。市政府调查后证明受损程度。",
        "재해로 집이 손상되면 구청에 이재증명서를 신청할 수 있습니다. 치우기 전에 집의 바깥과 손상된 곳의 사진을 찍어 두세요. 시가 조사해 피해 정도를 증명합니다.",
      ),
      [open(page("bousai/risai-shomei")), call("096-000-0005")],
    ),
    section: "ward",
    reviewed: "2026-09-15",
  }),
  keyword("family-contact", {
    title: "災害用伝言ダイヤル",
    reading: "さいがいようでんごんだいやる",
    also: "171、安否確認、家族と連絡がとれない、災害時の連絡方法、電話がつながらない、かぞくと れんらく、emergency message dial",
    answer: say(
      five(
        "電話がつながりにくいときは「171」で声の伝言を残せます。\n171を押し、録音は1、再生は2、続けて電話番号を入れます。通信会社の災害用伝言板も使えます。毎月1日と15日には練習ができます。",
        "電話が つながらない ときは 171に 電話します。声を のこすのは 1、聞くのは 2です。",
        "When calls do not get through, dial 171 to leave a voice message: press 1 to record or 2 to play, then the phone number. You can practise on the 1st and 15th of each month.",
        "电话打不通时，可拨171留言：按1录音，按2收听，然后输入电话号码。每月1日和15日可以练习。",
        "전화가 잘 연결되지 않을 때는 171로 음성 메시지를 남길 수 있습니다. 녹음은 1, 재생은 2를 누르고 전화번호를 입력하세요. 매월 1일과 15일에 연습할 수 있습니다.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-04-15",
  }),
  question("night-in-car", {
    title: "車の中で避難するときに気をつけることは？",
    reading: "くるまのなかでひなんするときにきをつけることは",
    also: "車中泊、車中避難、車で寝る、エコノミークラス症候群、避難所に入りたくない、車で ねます",
    answer: say(
      words(
        "4、5時間ごとに車の外へ出て、足を動かしてください。同じ姿勢が続くと、血のかたまりができて命にかかわることがあります。\n水をこまめに飲み、足を上げて眠り、エンジンは止めてください。車にいることを近くの避難所に伝えておくと、物資やお知らせが届きやすくなります。胸の痛みや息苦しさがあれば119番へ。",
        "Get out and move your legs every few hours: sitting long can cause dangerous blood clots. Drink water, sleep with your feet up, and turn the engine off. Tell the nearest shelter that you are in your car. For chest pain or short breath call 119.",
        "ときどき 車の 外に 出て 足を うごかしてください。水を のんでください。エンジンを 止めてください。",
      ),
    ),
    section: "disaster",
    reviewed: "2026-09-08",
  }),
  question("shelter-chuo-hall", {
    title: "中央公民館の場所は？",
    reading: "ちゅうおうこうみんかんのばしょは",
    also: "中央区の避難所、中央公民館、草葉町の公民館、中央区で避難できるところ",
    answer: at(
      words(
        "中央公民館は、白川公園の近くにあります。災害のときに避難所になることがあります。開いているかどうかは、向かう前に市のお知らせで確かめてください。",
        "The Chuo Community Hall is near Shirakawa Park. It may open as a shelter; please check the city's notice before you go.",
        "中央公民館は 白川公園の 近くです。あいているか 見てから 行ってください。",
      ),
      words("中央公民館", "Chuo Community Hall"),
      "熊本市中央区草葉町5-1",
      32.8047,
      130.7156,
    ),
    section: "disaster",
    reviewed: "2026-04-15",
  }),
]);
