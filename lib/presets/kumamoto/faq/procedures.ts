import { at, call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("kumamoto");

export const procedures = topic("procedures", [
  question("residence-certificate", {
    title: "住民票はコンビニで取れる？",
    reading: "じゅうみんひょうはこんびにでとれる",
    also: "住民票、住民票の写し、住民票がほしい、コンビニ交付、証明書をコンビニで、じゅうみんひょう、certificate of residence",
    answer: card(
      words("住民票の写し", "Certificate of residence", "住民票"),
      words(
        "マイナンバーカードと4けたの暗証番号があれば、コンビニの機械で取れます。\nカードがないときは、区役所の区民課へ、身分証を持ってお越しください。本人か同じ世帯の方以外は委任状が要ります。\nお問い合わせ：区民課 096-000-0012",
        "With your My Number Card and its 4-digit PIN you can print it at a convenience store. Without the card, come to the ward office with ID; others need a letter of proxy.",
        "マイナンバーカードが あれば コンビニで もらえます。カードが ない 人は 区役所に 来てください。",
      ),
      [open(page("tetsuzuki/juminhyo")), call("096-000-0012")],
    ),
    section: "residents",
    reviewed: "2026-07-21",
  }),
  question("moving-in", {
    title: "熊本市に引っ越してきたときの手続きは？",
    reading: "くまもとしにひっこしてきたときのてつづきは",
    also: "転入届、転入、転居届、市内で引っ越した、引っ越しの手続き、住所を変える、住所変更、ひっこして きました、moving in",
    answer: say(
      words(
        "住み始めてから14日以内に、新しい住所の区の区役所へ届けてください。\n転出証明書（マイナンバーカードで転出した方は不要）、家族全員分のマイナンバーカード、身分証をお持ちください。国民健康保険や児童手当も同じ日に済ませられます。\nお問い合わせ：区民課 096-000-0012",
        "Report to the office of your new ward within 14 days of moving in. Bring the moving-out certificate (not needed if you used the My Number Card), everyone's My Number Cards and ID.",
        "ひっこしたら 14日までに 区役所に 来てください。マイナンバーカードを もってきてください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-03-16",
  }),
  question("moving-out", {
    title: "市の外へ引っ越すときの手続きは？",
    reading: "しのそとへひっこすときのてつづきは",
    also: "転出届、転出、市外へ引っ越し、転出証明書、海外に引っ越す、マイナポータルで転出、ほかの 町に ひっこします、moving out",
    answer: say(
      words(
        "マイナンバーカードをお持ちの方は、マイナポータルから転出の届けができ、来庁は要りません。\nカードのない方は、引っ越しの前に区役所の窓口か郵送で届け、転出証明書を受け取ってください。引っ越し先では14日以内に転入の届けを。\nお問い合わせ：区民課 096-000-0012",
        "With a My Number Card you can report the move online through Mynaportal. Otherwise report at the ward office or by post before you move, and take the certificate to the new town within 14 days.",
        "ほかの 町に 行く 前に 区役所に 言ってください。マイナンバーカードが あれば スマホで できます。",
      ),
    ),
    section: "residents",
    reviewed: "2026-03-16",
  }),
  question("mynumber-renewal", {
    title: "マイナンバーカードの更新はどうする？",
    reading: "まいなんばーかーどのこうしんはどうする",
    also: "マイナンバーカード、電子証明書の更新、マイナカードの期限、有効期限のお知らせが届いた、暗証番号を忘れた、マイナンバーの 新しい カード、my number card",
    answer: say(
      words(
        "カードは10回目（18歳未満は5回目）の誕生日、電子証明書は5回目の誕生日までです。\n期限の3か月ほど前に届くお知らせと今のカードを持って、区役所へお越しください。暗証番号を忘れたときも窓口で直せます。3月と4月は混みます。\nお問い合わせ：区民課 096-000-0012",
        "The card lasts until your 10th birthday after issue (5th if under 18), its electronic certificate until the 5th. Bring the notice and your card to the ward office. Forgotten PINs are reset there too.",
        "お知らせが とどいたら、カードを もって 区役所に 来てください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-07-21",
  }),
  question("seal-registration", {
    title: "印鑑登録をしたい",
    reading: "いんかんとうろくをしたい",
    also: "印鑑証明、印鑑登録証明書、実印、印鑑登録証をなくした、はんこの登録、はんこを とうろくします",
    answer: say(
      words(
        "登録する印鑑と、顔写真のある身分証を持って、本人が区役所へお越しください。その日に登録できます。\n証明書は、マイナンバーカードがあればコンビニでも取れます。窓口では印鑑登録証が要ります。\nお問い合わせ：区民課 096-000-0012",
        "Come yourself to the ward office with the seal and photo ID; it is done the same day. Certificates can be printed at convenience stores with a My Number Card.",
        "はんこと 写真の ある 身分証を もって 区役所に 来てください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-05-18",
  }),
  question("health-insurance", {
    title: "国民健康保険に入りたい・やめたい",
    reading: "こくみんけんこうほけんにはいりたいやめたい",
    also: "国保、国民健康保険、会社を辞めたときの保険、保険料が払えない、資格確認書、就職したので国保をやめる、けんこうほけん、health insurance",
    answer: say(
      words(
        "会社の保険が切れた日、または新しい保険に入った日から14日以内に、区役所へ届けてください。\n入るときは資格がなくなった証明、やめるときは新しい保険の資格がわかるもの、身分証、マイナンバーのわかるものが要ります。保険料の支払いが苦しいときも早めにご相談ください。\nお問い合わせ：保険年金課 096-000-0013",
        "Report to the ward office within 14 days of losing, or getting, other health insurance. Bring proof of it, ID and your My Number. If you cannot pay the premium, please ask early.",
        "会社を やめたら 14日までに 区役所に 行ってください。けんこうほけんに 入ります。",
      ),
    ),
    section: "insurance",
    reviewed: "2026-04-06",
  }),
  question("pension-exemption", {
    title: "国民年金が払えないときは？",
    reading: "こくみんねんきんがはらえないときは",
    also: "国民年金、年金の免除、学生納付特例、年金の猶予、退職後の年金、ねんきんの お金が ありません、pension",
    answer: say(
      words(
        "そのままにせず、免除や猶予を申請してください。所得が少ない方、失業した方、学生の方が使えます。\n認められた期間は、年金を受ける資格の期間に数えられます。マイナポータルでも、区役所や年金事務所でも申請できます。\nお問い合わせ：保険年金課 096-000-0013",
        "Do not leave it unpaid: apply for an exemption or postponement (low income, unemployed, students). The months still count towards a pension. Apply online, at the ward office or pension office.",
        "お金が ない ときは、はらわなくて いい ことが あります。区役所に 相談してください。",
      ),
    ),
    section: "insurance",
    reviewed: "2026-04-06",
  }),
  question("tax-certificate", {
    title: "所得証明や納税証明がほしい",
    reading: "しょとくしょうめいやのうぜいしょうめいがほしい",
    also: "所得証明書、課税証明書、納税証明書、市税の証明、税金の証明、市税の納め方、市民税、ぜいきんの しょうめい",
    answer: link(
      words(
        "身分証を持って、区役所か市税事務所の窓口へお越しください。\n新しい年度の所得の証明は6月ごろから出せます。所得の申告をしていないと出せないことがあります。市税は、納付書のバーコードやコード、口座振替でも納められます。",
        "Come to a ward or tax office with ID. Certificates for the new year are available from about June.",
        "身分証を もって 区役所に 来てください。",
      ),
      open(page("tetsuzuki/zei-shomei")),
    ),
    section: null,
    reviewed: "2026-06-15",
  }),
  question("death-notice", {
    title: "家族が亡くなったときの手続きは？",
    reading: "かぞくがなくなったときのてつづきは",
    also: "死亡届、おくやみ、おくやみ窓口、火葬の予約、葬儀のあとの手続き、相続の手続き、かぞくが なくなりました",
    answer: say(
      words(
        "亡くなったことを知った日から7日以内に、死亡届を出してください。葬儀社が代わりに出すこともできます。\nその後、保険、年金、手当などの手続きがあります。区役所に電話で予約していただくと、必要なものをまとめてご案内します。\nお問い合わせ：区民課 096-000-0012",
        "Submit the death notice within 7 days; the funeral company may do it for you. Then call the ward office: they list the other procedures (insurance, pension) for you.",
        "7日までに 死亡届を 出してください。ほかの 手つづきは 区役所に 電話してください。",
      ),
    ),
    section: "residents",
    reviewed: "2026-05-18",
  }),
  keyword("ward-office", {
    title: "区役所",
    reading: "くやくしょ",
    also: "区役所は何時まで、区役所の場所、市役所、市役所はどこ、窓口の時間、土曜日に開いている窓口、やくしょ、city hall",
    answer: at(
      words(
        "区役所の窓口は平日の8時30分から17時15分までです。土日、祝日、12月29日から1月3日はお休みです。\n中央区役所は市役所と同じ建物にあります。お住まいの区の区役所で手続きをお願いします。",
        "Counters are open Mon–Fri 8:30–17:15, closed on holidays and Dec 29–Jan 3. The Chuo ward office is in the city hall. Please use the office of your own ward.",
        "月曜から 金曜、8時半から 5時15分までです。中央区役所は 市役所と おなじ たてものです。あなたの 区の 区役所に 行ってください。",
      ),
      words("熊本市役所・中央区役所", "City hall, Chuo ward office"),
      "熊本市中央区手取本町1-1",
      32.8031,
      130.7079,
    ),
    section: "ward",
    reviewed: "2026-04-01",
  }),
]);
