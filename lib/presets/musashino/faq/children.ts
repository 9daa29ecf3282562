import { call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("musashino");

export const children = topic("children", [
  question("child-allowance", {
    title: "児童手当の申請はいつまで？",
    reading: "じどうてあてのしんせいはいつまで",
    also: "児童手当、児童手当を受けたい、公務員の児童手当、第2子が生まれた、児童手当の支給日、こどもの てあて、child benefit",
    answer: card(
      words("児童手当", "Child allowance", "子どもの お金"),
      words(
        "生まれた日、または前の市区町村の転出予定日の次の日から15日以内に申請してください。\n高校生の年代まで、所得にかかわらず受けられます。公務員の方は勤め先へ。遅れた月の分は、さかのぼって受け取れないことがあります。\nお問い合わせ：子ども子育て支援課 0422-00-0010",
        "Apply within 15 days of the birth, or of the planned moving-out date of your former town. Paid up to high-school age whatever your income; public servants apply at work.",
        "15日までに もうしこんでください。高校生まで もらえます。",
      ),
      [open(page("kodomo/jido-teate")), call("0422-00-0010")],
    ),
    section: "children",
    reviewed: "2026-06-11",
  }),
  question("nursery-application", {
    title: "保育園の申し込みはどうする？",
    reading: "ほいくえんのもうしこみはどうする",
    also: "認可保育園、保育園に入りたい、保活、保育園の空き状況、4月入園の申し込み、点数を知りたい、ほいくえん、daycare",
    answer: card(
      words("保育施設の申し込み", "Applying for daycare", "保育園に 入る"),
      words(
        "入りたい月の前に、申込書と、就労証明書などの書類を出してください。\n4月の入園は、前の年の秋に申し込みが始まります。空きの状況は毎月更新しています。見学は園に直接お願いします。窓口の相談は予約がおすすめです。\nお問い合わせ：子ども育成課 0422-00-0009",
        "Submit the form with proof of work before the month you need. Applications for April open the autumn before. Please ask nurseries directly for a visit.",
        "しごとの しょうめいを もって もうしこみます。4月に 入る 人は 前の 年の 秋です。",
      ),
      [open(page("kodomo/hoiku")), call("0422-00-0009")],
    ),
    section: "nursery",
    reviewed: "2026-10-13",
  }),
  question("child-medical-card", {
    title: "子どもの医療証がほしい",
    reading: "こどものいりょうしょうがほしい",
    also: "マル乳医療証、マル子医療証、マル青医療証、乳幼児医療証、医療証をなくした、子どもの医療費、こどもの びょういんの カード",
    answer: say(
      words(
        "お子さんの健康保険が決まったら、市役所で申請してください。マル乳、マル子、マル青の医療証をお渡しします。\n都内の医療機関で、保険の資格と一緒に見せてください。都外でかかったときは、領収書を添えて後から申請できます。\nお問い合わせ：子ども子育て支援課 0422-00-0010",
        "Once the child has health insurance, apply at the city hall for the medical card, and show it at clinics in Tokyo. Outside Tokyo, pay, keep the receipt and claim later.",
        "市役所で カードを もらってください。びょういんで 見せます。",
      ),
    ),
    section: "children",
    reviewed: "2026-04-21",
  }),
  question("pregnancy", {
    title: "妊娠がわかったら何をする？",
    reading: "にんしんがわかったらなにをする",
    also: "妊娠届、母子健康手帳、母子手帳、妊婦面接、妊婦健診の補助、出産までの流れ、あかちゃんが できました、pregnancy",
    answer: say(
      words(
        "健康課に妊娠の届けを出してください。母子健康手帳と妊婦健診の受診票をお渡しします。\n助産師や保健師と、体のことや暮らしのことを話す時間があります。届けの前でも相談できます。\nお問い合わせ：健康課 0422-00-0008",
        "Report your pregnancy to the health section: you receive the mother-and-child handbook and check-up vouchers, and can talk with a midwife or nurse.",
        "健康課に 来てください。母子手帳を もらえます。相談も できます。",
      ),
    ),
    section: "health",
    reviewed: "2026-05-14",
  }),
  question("infant-checkup", {
    title: "乳幼児健診の日を変えたい",
    reading: "にゅうようじけんしんのひをかえたい",
    also: "乳幼児健康診査、3〜4か月児健診、1歳6か月の健診、3歳の健診、健診に行けない、けんしんの ひを かえたい",
    answer: say(
      words(
        "届いたお知らせの番号か、健康課 0422-00-0008 へお電話ください。ほかの日をご案内します。\n熱があるとき、うつる病気のときは、無理をせず変えてください。市外の里帰り先にいる方もご相談ください。",
        "Call the number on the notice or the health section 0422-00-0008 for another day. Please do not come with a fever.",
        "健康課に 電話して 日を かえてください。ねつが ある ときは 来ないでください。",
      ),
    ),
    section: "health",
    reviewed: "2026-05-14",
  }),
  question("child-vaccination", {
    title: "子どもの予防接種はいつから？",
    reading: "こどものよぼうせっしゅはいつから",
    also: "予防接種、予防接種のスケジュール、赤ちゃんのワクチン、海外で受けた予防接種、MRワクチン、日本脳炎、こどもの ちゅうしゃ、baby vaccines",
    answer: link(
      words(
        "生後2か月からです。予診票を持って、指定の医療機関に予約してください。\n転入した方や予診票をなくした方には、健康課でお渡しします。海外で受けた分は、記録をお持ちになってご相談を。\nお問い合わせ：健康課 0422-00-0008",
        "From two months of age; book with a listed clinic. If you moved in or lost the forms, or had vaccines abroad, ask the health section.",
        "2か月からです。いしゃに よやくしてください。",
      ),
      open(page("kodomo/yobosesshu")),
    ),
    section: "health",
    reviewed: "2026-04-08",
  }),
  question("after-school", {
    title: "学童クラブに入れたい",
    reading: "がくどうくらぶにいれたい",
    also: "学童、学童保育、放課後の居場所、あそべえ、小学生の預け先、夏休みだけ預けたい、がくどう、after-school care",
    answer: say(
      words(
        "保護者が働いているなど、放課後に家で見られない小学生が対象です。\n4月からの申し込みは、前の年の秋から冬に受け付けます。就労証明書をご用意ください。\nお問い合わせ：子ども育成課 0422-00-0009",
        "For pupils whose parents are at work after school. Applications for April are taken in autumn and winter, with proof of work.",
        "小学生が 学校の あとに 行く ところです。しごとの しょうめいが いります。",
      ),
    ),
    section: "nursery",
    reviewed: "2026-10-13",
  }),
  question("play-with-baby", {
    title: "赤ちゃんと遊べる場所はある？",
    reading: "あかちゃんとあそべるばしょはある",
    also: "0123吉祥寺、0123はらっぱ、子育てひろば、児童館、親子で行けるところ、一時預かり、ママ友をつくりたい、あかちゃんと あそぶ",
    answer: link(
      words(
        "0歳から3歳のお子さんと家族は、0123吉祥寺（吉祥寺東町）と0123はらっぱ（八幡町）で遊べます。\nコミュニティセンターなどの子育てひろばもあります。休みの日と、一時預かりの申し込みは下のページをご覧ください。\nお問い合わせ：子ども子育て支援課 0422-00-0010",
        "Families with children up to three can play at 0123 Kichijoji and 0123 Harappa, and at parent-and-child rooms in community centres.",
        "0さいから 3さいの 子どもと あそぶ ところが あります。",
      ),
      open(page("kodomo/hiroba"), words("場所を見る", "See the places", "場所を 見る")),
    ),
    section: "children",
    reviewed: "2026-05-14",
  }),
  keyword("child-worry", {
    title: "子どもの相談",
    reading: "こどものそうだん",
    also: "#8000、189、育児がつらい、夜に子どもが熱を出した、虐待かもと思ったら、ヤングケアラー、こどもの ことで こまっています",
    answer: say(
      words(
        "急な病気で迷うときは「#8000」、虐待かもしれないと思ったとき、つらくて手をあげそうなときは「189」へ。どちらも全国共通です。\n息が苦しそう、けいれんが続くときは119番へ。\n日ごろの悩みは、子ども子育て支援課 0422-00-0010（平日8:30〜17:15）へどうぞ。",
        "Sudden illness: #8000. If you fear abuse, or that you may hurt your child: 189. Hard breathing or long convulsions: 119. Other worries: 0422-00-0010.",
        "びょうきは #8000、とても つらい ときは 189に 電話してください。",
      ),
    ),
    section: "children",
    reviewed: "2026-11-04",
  }),
]);
