import { at, call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { lifelines } from "../../lifelines";
import { five, words } from "../../parts";

const page = pagesOf("musashino");

export const disaster = topic("disaster", [
  ...lifelines("健康課 0422-00-0008", "2026-11-10"),
  keyword("voluntary-shelter", {
    title: "自主避難所",
    reading: "じしゅひなんじょ",
    also: "台風の避難所、自主避難、風水害の避難所、自主避難所は開いているか、台風が来る前に避難したい、たいふうで にげる ところ",
    answer: card(
      five("自主避難所", "たいふうの ときに にげる ところ", "Early shelters", "自主避难所", "자율 대피소"),
      five(
        "台風などで家にいるのが心配な方のために、早めに開く避難所です。いつも開いているわけではありません。\n開く場所と時刻は、市のページとこの公式アカウントでお知らせします。飲み水、食べ物、毛布、薬をお持ちください。\nお問い合わせ：防災課 0422-00-0005",
        "たいふうの 前に あく ひなんじょです。あく ところと 時間は 市が 知らせます。水、食べもの、もうふを もってきてください。",
        "Opened early, for example before a typhoon, for those who feel unsafe at home; not always open. Places and times are announced here. Bring water, food, a blanket and medicine.",
        "台风等来临前，为在家感到不安的人提前开放的避难所，并非一直开放。地点和时间会在市网页和本账号通知。请自带饮水、食物、毛毯和药品。",
        "태풍 등이 오기 전에 집에 있기 불안한 분을 위해 일찍 여는 대피소입니다. 늘 열려 있지는 않으며 장소와 시간은 시 홈페이지와 이 계정에서 알립니다. 물, 음식, 담요, 약을 챙기세요.",
      ),
      [
        open(
          page("bousai/jishu-hinanjo"),
          five(
            "開いている所を見る",
            "ひなんじょを 見る",
            "See open shelters",
            "查看开放的场所",
            "열린 곳 보기",
          ),
        ),
        call("0422-00-0005"),
      ],
    ),
    section: "disaster",
    reviewed: "2026-08-20",
  }),
  keyword("shelter", {
    title: "避難所",
    reading: "ひなんじょ",
    also: "指定避難所、いっとき集合場所、広域避難場所、避難所はどこですか、うちの町の避難所、学校は避難所ですか、にげる ところは どこですか、shelter",
    answer: say(
      five(
        "地震で家に住めなくなったときは、市立の小・中学校などが避難所になります。\n火事が広がるときは広い公園など（広域避難場所）へ。家が無事なら、家で暮らし続ける「在宅避難」をおすすめします。お住まいの町の避難所は、防災のページか防災課 0422-00-0005 で確かめておいてください。",
        "地しんで 家が こわれたら 小学校や 中学校に 行きます。家が だいじょうぶなら 家に います。あなたの 町の ひなんじょを 前に 見てください。",
        "If an earthquake makes your home unusable, public schools open as shelters. If fire spreads, go to a large open space. If your home is sound, staying there is best. Please look up your town's shelter beforehand.",
        "地震导致无法居住时，市立中小学等会成为避难所。火势蔓延时请到大公园等开阔地。住房完好时建议在家避难。请事先确认所在地区的避难所。",
        "지진으로 집에 살 수 없게 되면 시립 초·중학교 등이 대피소가 됩니다. 불이 번지면 넓은 공원 등으로 가세요. 집이 괜찮으면 집에 머무는 것을 권합니다. 사는 동네의 대피소를 미리 확인해 두세요.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-09-01",
  }),
  keyword("hazard-map", {
    title: "ハザードマップ",
    also: "浸水ハザードマップ、内水氾濫、仙川の浸水、低い土地かどうか知りたい、大雨で水がたまる場所、みずが たまる ところの 地図、hazard map",
    answer: link(
      five(
        "大雨で水がたまりやすい場所は、浸水ハザードマップでわかります。\n川から遠くても、まわりより低い土地や、半地下、地下の部屋には水が流れ込みます。土のうや止水板は、雨が強くなる前に用意してください。\nお問い合わせ：下水道課 0422-00-0003",
        "大雨の とき 水が たまる ところが 地図で わかります。ひくい ところや 地下は あぶないです。",
        "The map shows where heavy rain collects. Even far from a river, low ground and basements can flood. Prepare sandbags before the rain gets heavy.",
        "地图显示大雨时容易积水的地方。即使远离河流，低洼地和地下室也会进水，请在雨势变大前准备沙袋。",
        "큰비 때 물이 고이기 쉬운 곳을 지도에서 볼 수 있습니다. 강에서 멀어도 낮은 땅과 지하에는 물이 들어옵니다. 비가 강해지기 전에 모래주머니를 준비하세요.",
      ),
      open(
        page("bousai/shinsui-map"),
        five("地図を開く", "地図を 見る", "Open the map", "打开地图", "지도 열기"),
      ),
    ),
    section: "sewer",
    reviewed: "2026-05-22",
  }),
  keyword("warning-level", {
    title: "警戒レベル",
    reading: "けいかいれべる",
    also: "避難指示が出たら、高齢者等避難とは、警戒レベル4、レベル5になったら、どのレベルで避難するか、けいかい レベルは 何ですか",
    answer: say(
      five(
        "危険な場所にいる方は、レベル4「避難指示」までに全員避難、が合言葉です。\n3 高齢者等避難：時間のかかる方は避難、ほかの方は準備\n4 避難指示：危険な場所の全員が避難\n5 緊急安全確保：もう外へ出ず、上の階など少しでも安全な所へ",
        "レベル3：お年よりや 赤ちゃんは にげます。\nレベル4：あぶない ところの 人は みんな にげます。\nレベル5：外に 出ないで、上の 階に 行きます。",
        "Leave dangerous places by Level 4.\n3: those who need time leave, others prepare\n4: everyone in danger leaves\n5: do not go out any more; move to the safest spot, such as upstairs",
        "身处危险地点的人，最迟在级别4全部避难。\n3：需要时间的人避难，其他人准备\n4：危险地点的所有人避难\n5：不要再外出，转移到楼上等较安全的地方",
        "위험한 곳에 있는 사람은 레벨 4까지 모두 대피합니다.\n3: 시간이 걸리는 사람은 대피, 다른 사람은 준비\n4: 위험한 곳의 모두가 대피\n5: 밖에 나가지 말고 위층 등 조금이라도 안전한 곳으로",
      ),
    ),
    section: "disaster",
    reviewed: "2026-05-29",
  }),
  question("earthquake-home", {
    title: "大きな地震が来たら家にいていい？",
    reading: "おおきなじしんがきたらいえにいていい",
    also: "在宅避難、マンションの地震対策、首都直下地震、地震への備え、家具の固定、エレベーターに閉じ込められた、おおきい じしんが きたら、earthquake",
    answer: say(
      five(
        "家が傷んでおらず、火事の心配もなければ、家で過ごしてください。\n揺れている間は頭を守り、おさまったら火の元と出口を確かめます。水、食べ物、携帯トイレを1週間分、家具の固定も今のうちに。マンションでは、配管が壊れていると下の階にあふれるので、確かめるまでトイレを流さないでください。",
        "家が こわれて いなければ 家に いてください。水、食べもの、トイレの ふくろを 7日分 おいてください。",
        "If your home is sound and no fire is near, stay home. Protect your head while it shakes. Keep water, food and portable toilets for a week and fix furniture. In flats do not flush until the pipes are checked.",
        "住房没有受损、附近没有火灾时，请留在家中。摇晃时保护头部。请储备一周的水、食物和便携厕所，并固定家具。公寓在确认管道之前请勿冲厕所。",
        "집이 손상되지 않고 화재 걱정이 없으면 집에서 지내세요. 흔들리는 동안 머리를 보호하세요. 물, 음식, 휴대용 화장실을 1주일분 준비하고 가구를 고정하세요. 아파트에서는 배관을 확인할 때까지 변기 물을 내리지 마세요.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-09-01",
  }),
  question("stranded", {
    title: "電車が止まって家に帰れないときは？",
    reading: "でんしゃがとまっていえにかえれないときは",
    also: "帰宅困難者、吉祥寺駅で電車が止まった、一時滞在施設、歩いて帰る、災害時帰宅支援ステーション、でんしゃが とまって かえれません、stranded",
    answer: say(
      five(
        "大きな地震のときは、むやみに歩いて帰らず、職場や学校など安全な所にとどまってください。\n駅に人が集まると危険です。行き場のない方のための「一時滞在施設」を開いたときは、このLINEと駅のまわりでお知らせします。歩いて帰る道では、コンビニなどの帰宅支援ステーションで水やトイレを使えます。",
        "大きい 地しんの ときは 歩いて 帰らないでください。会社や 学校に いてください。駅は 人が 多くて あぶないです。",
        "After a big earthquake do not walk home at once: stay at work or school. Stations get dangerously crowded. If temporary places to stay open, we tell you here.",
        "大地震时请不要急于步行回家，留在单位或学校等安全处。车站人多危险。开设临时停留设施时会在此通知。",
        "큰 지진 때는 무리하게 걸어서 귀가하지 말고 직장이나 학교 등 안전한 곳에 머무르세요. 역은 붐벼 위험합니다. 임시 체류 시설을 열면 여기에서 알립니다.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-09-01",
  }),
  question("water-station", {
    title: "断水したときに水をもらえる場所は？",
    reading: "だんすいしたときにみずをもらえるばしょは",
    also: "給水所、災害時給水ステーション、断水、水が出ない、境浄水場、水を配る場所、みずが でません、water supply point",
    answer: at(
      five(
        "大きな地震で断水したときは、境浄水場などが水を配る場所になります。\nふた付きの入れ物と、運ぶためのリュックやカートをお持ちください。開いているかどうかは、向かう前にこのLINEや市のページで確かめてください。ふだんの断水は水道部へ。",
        "水が 出ない ときは さかい浄水場などで もらえます。入れものを もってきてください。あいているか 見てから 行ってください。",
        "If a big earthquake cuts the water, places such as the Sakai purification plant give out water. Bring closed containers, and check first whether it is open.",
        "大地震断水时，境净水场等会成为供水点。请自带有盖容器，前往前先确认是否开放。",
        "큰 지진으로 단수되면 사카이 정수장 등에서 물을 나누어 줍니다. 뚜껑 있는 용기를 가져오고, 가기 전에 열려 있는지 확인하세요.",
      ),
      words("境浄水場", "Sakai purification plant"),
      "武蔵野市関前",
      35.709,
      139.5535,
    ),
    section: "disaster",
    reviewed: "2026-09-01",
  }),
  question("loudspeaker", {
    title: "防災無線が聞こえなかった",
    reading: "ぼうさいむせんがきこえなかった",
    also: "防災行政無線、今の放送は何、屋外スピーカーの放送、サイレンが鳴った、放送の内容を知りたい、さっきの ほうそう",
    answer: say(
      words(
        "同じ内容を、このLINEの「安全・安心（災害関連）」でお届けしています。\nメニューの「受信設定」で選んでおいてください。雨や風の音、窓を閉めた部屋では、スピーカーが聞こえにくいことがあります。\nお問い合わせ：防災課 0422-00-0005",
        'We send the same notice here under "Safety: disasters". Choose it in 受信設定 of the menu.',
        "おなじ お知らせを LINEで 送ります。メニューの「受信設定」で えらんでください。",
      ),
    ),
    section: "disaster",
    reviewed: "2026-08-20",
  }),
  question("basement-flood", {
    title: "半地下や地下に水が入りそう",
    reading: "はんちかやちかにみずがはいりそう",
    also: "床下浸水、床上浸水、地下室の浸水、土のうがほしい、止水板、道路が冠水している、トイレから水が逆流する、いえに みずが はいります、flood",
    answer: say(
      words(
        "地下にいる方は、すぐに上の階へ移ってください。水の重みでドアが開かなくなります。\n入り口に、水を入れたごみ袋や土のうを並べ、トイレや排水口には水のうを置くと逆流を防げます。雨水ますの上の落ち葉を取ると水が引きやすくなります。けがや閉じ込めは119番へ。\nお問い合わせ：下水道課 0422-00-0003",
        "Anyone below ground: go upstairs now, before water blocks the door. Put sandbags or bags of water at the entrance and on drains. If trapped or hurt, call 119.",
        "地下に いる 人は すぐ 上に 行ってください。ドアが あかなく なります。",
      ),
    ),
    section: "sewer",
    reviewed: "2026-06-05",
  }),
  question("damage-certificate", {
    title: "罹災証明書はどこでもらえる？",
    reading: "りさいしょうめいしょはどこでもらえる",
    also: "り災証明書、罹災証明、台風で屋根が壊れた、被害の証明、火災保険に使う証明、いえが こわれた しょうめい",
    answer: card(
      five("罹災証明書", "り災証明書", "Damage certificate", "受灾证明", "이재증명서"),
      five(
        "地震や風水害で住まいが傷んだときは、市に申請してください。\n直す前に、家の四方と傷んだ所を写真に撮ってください。市が調べて証明します。火事の場合は、消防署が証明を出します。\nお問い合わせ：防災課 0422-00-0005",
        "さいがいで 家が こわれたら 市役所に 言ってください。なおす 前に 写真を とってください。火事は 消防署です。",
        "If an earthquake, storm or flood damaged your home, apply to the city. Photograph all sides and the damage before repairs. After a fire, the fire station certifies it.",
        "地震或风灾水灾导致住房受损时请向市申请。修理前请拍下房屋四面和受损部位。火灾由消防署出具证明。",
        "지진이나 풍수해로 집이 손상되면 시에 신청하세요. 고치기 전에 집의 사방과 손상된 곳을 촬영하세요. 화재는 소방서가 증명합니다.",
      ),
      [open(page("bousai/risai-shomei")), call("0422-00-0005")],
    ),
    section: "disaster",
    reviewed: "2026-08-20",
  }),
  question("family-contact", {
    title: "災害のとき家族と連絡をとるには？",
    reading: "さいがいのときかぞくとれんらくをとるには",
    also: "171、災害用伝言ダイヤル、災害用伝言板、安否確認のしかた、電話が通じない、かぞくに れんらくしたい",
    answer: say(
      five(
        "「171」に電話すると、声の伝言を残したり聞いたりできます。\n録音は1、再生は2、そのあと家族で決めた電話番号を入れます。集まる場所と、遠くの親せきなど連絡の中心になる人を、今のうちに決めておきましょう。毎月1日と15日に試せます。",
        "171に 電話して、1で のこします。2で 聞きます。かぞくで 番号を 決めておいてください。",
        "Dial 171: press 1 to leave a message, 2 to hear one, then the number your family agreed on. Decide now where to meet. You can try it on the 1st and 15th.",
        "拨打171：按1留言，按2收听，再输入家人约定的电话号码。请事先商定集合地点。每月1日和15日可以试用。",
        "171에 전화해 1은 녹음, 2는 재생, 이어서 가족이 정한 번호를 입력합니다. 모일 곳을 미리 정해 두세요. 매월 1일과 15일에 시험해 볼 수 있습니다.",
      ),
    ),
    section: "disaster",
    reviewed: "2026-04-14",
  }),
]);
