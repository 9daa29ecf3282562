import { at, call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("musashino");

export const procedures = topic("procedures", [
  question("residence-certificate", {
    title: "住民票の写しがほしい",
    reading: "じゅうみんひょうのうつしがほしい",
    also: "住民票、住民票をコンビニで取りたい、コンビニ交付、戸籍証明書、住民票は駅の近くで取れるか、郵送で住民票、じゅうみんひょうを ください、certificate of residence",
    answer: card(
      words("住民票の写しなど", "Certificate of residence", "住民票"),
      words(
        "マイナンバーカードがあれば、全国のコンビニの機械で取れます。\n窓口は、市役所の市民課と、吉祥寺・中央・武蔵境の市政センターです。身分証をお持ちください。戸籍の証明は、本籍がほかの市でも、本人確認をして窓口で取れる場合があります。\nお問い合わせ：市民課 0422-00-0011",
        "With a My Number Card: at any convenience store. Otherwise at the city hall or the centres in Kichijoji, Chuo and Musashisakai, with ID.",
        "マイナンバーカードが あれば コンビニで もらえます。ない 人は 市役所か 市政センターに 来てください。",
      ),
      [open(page("tetsuzuki/juminhyo")), call("0422-00-0011")],
    ),
    section: "residents",
    reviewed: "2026-07-22",
  }),
  question("moving", {
    title: "武蔵野市に引っ越してきた",
    reading: "むさしのしにひっこしてきた",
    also: "転入届、転入の手続き、転居届、市内で引っ越した、引っ越したら何をする、世帯主を変えたい、ひっこしました、I moved in",
    answer: say(
      words(
        "新しい家に住み始めてから14日以内に、届けてください。住む前には届けられません。\n転出証明書（マイナンバーカードで転出した方は不要）、引っ越した全員のマイナンバーカード、身分証をお持ちください。3月と4月の月曜は特に混みます。\nお問い合わせ：市民課 0422-00-0011",
        "Report within 14 days after you start living here (not before). Bring the moving-out certificate unless you used the My Number Card, everyone's cards and ID.",
        "ひっこして 14日までに 市役所に 来てください。マイナンバーカードを もってきてください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-03-17",
  }),
  question("moving-out", {
    title: "武蔵野市から引っ越す",
    reading: "むさしのしからひっこす",
    also: "転出届、転出の手続き、市外に引っ越し、オンラインで転出届、外国に引っ越す、転出を取り消したい、まちを でます、moving out",
    answer: say(
      words(
        "マイナンバーカードがあれば、マイナポータルで転出を届けられます。窓口に来る必要はありません。\nカードがない方は、引っ越す日の14日ほど前から、窓口か郵送で届けてください。国民健康保険、児童手当、医療証も一緒にご相談を。\nお問い合わせ：市民課 0422-00-0011",
        "With a My Number Card report online via Mynaportal. Otherwise come, or write, from about 14 days before you move.",
        "マイナンバーカードが あれば スマホで できます。ない 人は 市役所に 来てください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-03-17",
  }),
  question("mynumber", {
    title: "マイナンバーカードを受け取りたい・更新したい",
    reading: "まいなんばーかーどをうけとりたいこうしんしたい",
    also: "マイナンバーカード、マイナカード、カードの交付予約、電子証明書の期限、マイナンバーカードの暗証番号、マイナンバーカードをなくした、マイナンバー、my number card",
    answer: say(
      words(
        "交付のお知らせが届いたら、受け取りの日を予約して、本人がお越しください。\nカードや電子証明書の期限が近づくと、有効期限の通知が届きます。暗証番号を忘れたときは、本人がカードを持って窓口へ。なくしたときは、まず国のフリーダイヤルで利用を止めてください。\nお問い合わせ：市民課 0422-00-0011",
        "When the notice comes, book a day and come yourself. For renewal bring the notice and card. If you lost it, first have it stopped by the national line.",
        "お知らせが とどいたら、日を よやくして 市役所に 来てください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-07-22",
  }),
  question("seal-registration", {
    title: "印鑑登録と印鑑証明の取り方は？",
    reading: "いんかんとうろくといんかんしょうめいのとりかたは",
    also: "印鑑登録、印鑑証明、実印の登録、印鑑登録証明書、代理で印鑑登録、はんこを とうろくしたい",
    answer: say(
      words(
        "登録は、印鑑と顔写真のある身分証を持って本人が来れば、その日に終わります。\n代理の方や写真のない身分証の場合は、家に届く照会書が要るため日数がかかります。証明書はマイナンバーカードでコンビニでも取れます。\nお問い合わせ：市民課 0422-00-0011",
        "Come yourself with the seal and photo ID: done the same day. By proxy it takes some days. Certificates: at convenience stores with a My Number Card.",
        "はんこと 写真の ある 身分証を もってきてください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-05-19",
  }),
  question("health-insurance", {
    title: "国民健康保険の手続きをしたい",
    reading: "こくみんけんこうほけんのてつづきをしたい",
    also: "国保に入る、国保をやめる、退職したら保険はどうする、国民健康保険税、資格確認書をなくした、社会保険に入った、けんこうほけんに はいりたい、health insurance",
    answer: say(
      words(
        "会社の健康保険をやめたとき、入ったときは、14日以内に届けてください。\nやめても自動では切り替わりません。届けが遅れると、さかのぼって納めることになります。資格を失った（得た）日のわかる書類、身分証、マイナンバーのわかるものをお持ちください。\nお問い合わせ：保険年金課 0422-00-0012",
        "Report within 14 days of leaving or joining an employer's insurance: nothing changes by itself. Bring proof of the date, ID and your My Number.",
        "会社を やめたら、入ったら、14日までに 市役所に 来てください。",
      ),
    ),
    section: "insurance",
    reviewed: "2026-04-07",
  }),
  question("pension", {
    title: "国民年金の保険料を払えない",
    reading: "こくみんねんきんのほけんりょうをはらえない",
    also: "国民年金、年金免除、学生の年金、納付猶予、20歳になったら年金、産前産後の年金免除、ねんきんが はらえません",
    answer: say(
      words(
        "免除や納付猶予、学生納付特例があります。払えないまま置かず、申請してください。\n未納のままだと、けがや病気で障害が残ったときの年金を受けられないことがあります。マイナポータルでも申請できます。\nお問い合わせ：保険年金課 0422-00-0012",
        "There are exemptions, postponements and a student scheme: please apply rather than leave it unpaid, or you may lose a disability pension. You can apply online.",
        "お金が ない ときは 相談してください。学生も 相談できます。",
      ),
    ),
    section: "insurance",
    reviewed: "2026-04-07",
  }),
  question("tax-certificate", {
    title: "課税証明書・納税証明書の取り方は？",
    reading: "かぜいしょうめいしょのうぜいしょうめいしょのとりかたは",
    also: "課税証明書、非課税証明書、納税証明書、所得の証明、住民税の証明、市税を納めたい、ぜいきんの しょうめいが ほしい",
    answer: link(
      words(
        "その年の1月1日に住んでいた市区町村で取ります。身分証をお持ちください。\n新しい年度の課税（非課税）証明は、例年6月ごろからです。申告していない方は、先に住民税の申告が要ります。納めたばかりの方は領収書もお持ちください。",
        "Ask the town where you lived on January 1 of the year; new ones are issued from about June. Bring ID, and the receipt if you have just paid.",
        "1月1日に すんで いた 町で もらいます。身分証を もってきてください。",
      ),
      open(page("tetsuzuki/zei-shomei")),
    ),
    section: null,
    reviewed: "2026-06-16",
  }),
  question("care-insurance", {
    title: "親の介護が必要になったら？",
    reading: "おやのかいごがひつようになったら",
    also: "介護保険、要介護認定、地域包括支援センター、ケアマネジャーを探す、認知症かもしれない、介護の申請、おとしよりの せわ、nursing care",
    answer: say(
      words(
        "まず、お住まいの地域の在宅介護・地域包括支援センターか市の高齢者支援課へご相談ください。家族だけの相談もできます。\n介護保険のサービスには要介護認定の申請が要ります。調査と主治医の意見をもとに、原則30日以内に結果を郵送します。",
        "Ask the community support centre of your area or the city's section for older people. Services need a care assessment; the result is posted, as a rule, within 30 days.",
        "市の 高齢者支援課か 地域包括支援センターに 相談してください。",
      ),
    ),
    section: null,
    reviewed: "2026-05-26",
  }),
  keyword("city-hall", {
    title: "市役所",
    reading: "しやくしょ",
    also: "武蔵野市役所、市役所は何時まで、市役所への行き方、市役所の駐車場、土曜日の窓口、やくしょは どこですか、city hall",
    answer: at(
      words(
        "市役所は緑町にあります。窓口は平日の8時30分から17時15分までです。\n土日や祝日に開く窓口は、日と手続きが限られます。駅の近くでは、市政センターでも証明書などを受け取れます。",
        "The city hall is in Midoricho. Counters: Mon–Fri 8:30–17:15. Near the stations, the city centres issue certificates too.",
        "市役所は 緑町です。月曜から 金曜、8時半から 5時15分までです。",
      ),
      words("武蔵野市役所", "Musashino city hall"),
      "武蔵野市緑町2-2-28",
      35.7178,
      139.5663,
    ),
    section: "residents",
    reviewed: "2026-04-01",
  }),
]);
