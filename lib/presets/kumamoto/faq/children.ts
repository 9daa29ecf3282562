import { call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("kumamoto");

export const children = topic("children", [
  question("child-allowance", {
    title: "児童手当をもらうには？",
    reading: "じどうてあてをもらうには",
    also: "児童手当、児童手当の申請、児童手当の振込日、子ども手当、子どもが生まれたときのお金、こどもの おかね、child allowance",
    answer: card(
      words("児童手当", "Child allowance", "子どもの お金"),
      words(
        "高校生の年代までのお子さんを育てている方が受けられます。所得の制限はありません。\n生まれた日や転入した日の次の日から15日以内に、区役所で申請してください。遅れると、その分は受け取れないことがあります。\nお問い合わせ：子ども支援課 096-000-0011",
        "Paid to those who raise children up to high-school age, whatever their income. Apply at your ward office within 15 days of the birth or of moving in; a late claim can lose months.",
        "高校生までの 子どもを そだてる 人が もらえます。子どもが 生まれたら 15日までに 区役所に 行ってください。",
      ),
      [open(page("kosodate/jido-teate")), call("096-000-0011")],
    ),
    section: "children",
    reviewed: "2026-06-10",
  }),
  question("nursery-application", {
    title: "保育園に入るには？",
    reading: "ほいくえんにはいるには",
    also: "保育園の申し込み、保育所、認定こども園、保育園の空き、待機児童、入園の申込期限、ほいくえんに いれたい、nursery school",
    answer: card(
      words("保育園などの申し込み", "Applying for a nursery", "保育園に 入る"),
      words(
        "区役所で「保育の必要の認定」と入園を一緒に申し込みます。\n働いていることなどの証明が要ります。4月の入園は秋から冬に受け付け、それ以外の月は空きがあれば入れます。先に園を見学しておくと安心です。\nお問い合わせ：保育幼稚園課 096-000-0010",
        "Apply at your ward office, with proof that you work or another reason. April places are applied for in autumn and winter; other months depend on vacancies. Please visit the nursery first.",
        "区役所で もうしこみます。はたらいている しょうめいが いります。4月から 入る 人は 秋から もうしこみます。",
      ),
      [open(page("kosodate/hoikuen")), call("096-000-0010")],
    ),
    section: "nursery",
    reviewed: "2026-10-09",
  }),
  question("child-medical-cost", {
    title: "子どもの医療費の助成を受けたい",
    reading: "こどものいりょうひのじょせいをうけたい",
    also: "子ども医療費、ひまわりカード、受給者証、子どもの病院代、医療証、こどもの びょういんの お金",
    answer: say(
      words(
        "健康保険に入っているお子さんは、区役所で申請すると受給者証を受け取れます。\n医療機関の窓口で保険の資格と一緒に見せてください。県外でかかったときや忘れたときは、領収書を添えて後から申請できます。\nお問い合わせ：子ども支援課 096-000-0011",
        "Apply at your ward office for the child's medical certificate and show it with the insurance. If you paid in full elsewhere, keep the receipt and claim later.",
        "区役所で カードを もらってください。びょういんで 見せると お金が やすく なります。",
      ),
    ),
    section: "children",
    reviewed: "2026-04-20",
  }),
  question("infant-checkup", {
    title: "赤ちゃんの健診はいつ？",
    reading: "あかちゃんのけんしんはいつ",
    also: "乳幼児健診、1歳6か月児健診、3歳児健診、4か月健診、健診のはがき、健診の日を変えたい、あかちゃんの けんさ",
    answer: say(
      words(
        "対象の月が近づくと、会場と受付時間を書いたお知らせを送ります。\nその日に来られないときは、お住まいの区の区役所に連絡して、日を変えてください。母子健康手帳と記入した問診票をお持ちください。\nお問い合わせ：区役所 096-000-0005",
        "We send you the place and time when it is due. If you cannot come, call your ward office to change the day. Bring the mother-and-child handbook and the completed form.",
        "手紙が とどきます。行けない ときは 区役所に 電話してください。母子手帳を もってきてください。",
      ),
    ),
    section: "children",
    reviewed: "2026-05-13",
  }),
  question("pregnancy-notice", {
    title: "母子手帳はどこでもらえる？",
    reading: "ぼしてちょうはどこでもらえる",
    also: "母子健康手帳、妊娠届、妊娠したら、妊婦健診、出産の手続き、赤ちゃんが できました、pregnant",
    answer: say(
      words(
        "区役所で妊娠の届けを出すと、母子健康手帳と妊婦健診の受診票をお渡しします。\n保健師などが、出産までのことを一緒に確かめます。本人の身分証と個人番号のわかるものをお持ちください。代理の方の場合は先にお電話を。\nお問い合わせ：区役所 096-000-0005",
        "Report your pregnancy at the ward office and you receive the mother-and-child handbook and vouchers for check-ups. A public health nurse will talk with you. Bring ID and your My Number.",
        "区役所で 母子手帳が もらえます。身分証を もってきてください。",
      ),
    ),
    section: "children",
    reviewed: "2026-05-13",
  }),
  question("child-vaccination", {
    title: "子どもの予防接種の予定が知りたい",
    reading: "こどものよぼうせっしゅのよていがしりたい",
    also: "予防接種、子どものワクチン、予防接種の予診票をなくした、定期接種、BCG、四種混合と五種混合、よぼうちゅうしゃ、vaccination",
    answer: link(
      words(
        "生後2か月から始まります。医療機関に直接予約してください。\nワクチンごとに受けられる年齢が決まっています。予定は母子健康手帳と下のページで確かめ、体調の悪い日は無理をせず変えてください。\nお問い合わせ：感染症対策課 096-000-0009",
        "It begins at two months of age; book with the clinic. Each vaccine has its own age window: see the handbook and the page.",
        "赤ちゃんが 2か月に なったら はじまります。びょういんに 電話してください。",
      ),
      open(page("kosodate/yobosesshu")),
    ),
    section: "infection",
    reviewed: "2026-04-10",
  }),
  keyword("child-night-call", {
    title: "こども医療電話相談",
    reading: "こどもいりょうでんわそうだん",
    also: "#8000、小児救急、夜中に子どもが熱を出した、子どもの急病、赤ちゃんが泣きやまない、子どもが頭を打った、こどもが よるに びょうき",
    answer: say(
      words(
        "迷うときは、全国共通の #8000 で、看護師や小児科医に相談できます。\n受付の時間は県ごとに決まっています。けいれんが続く、ぐったりして反応が弱い、息が苦しそうなときは、すぐ119番へ。",
        "If you are unsure, dial #8000 (hours differ by prefecture) and ask a nurse or paediatrician. If the child has long convulsions, is limp or breathes hard, call 119 at once.",
        "子どもが びょうきで こまったら #8000に 電話してください。とても わるい ときは 119です。",
      ),
    ),
    section: "children",
    reviewed: "2026-07-03",
  }),
  question("parenting-worry", {
    title: "子育てがつらいときの相談先は？",
    reading: "こそだてがつらいときのそうだんさきは",
    also: "育児の悩み、子育て相談、虐待かもしれない、子どもをたたいてしまう、育児ノイローゼ、189、こそだてが つらいです",
    answer: say(
      words(
        "ひとりで抱えず、区役所にお電話ください。名前を言わなくても相談できます。\n虐待かもしれないと思ったときや、手をあげてしまいそうなときは、いつでも「189」へ。秘密は守られます。\nお問い合わせ：子ども支援課 096-000-0011",
        "You need not carry it alone: call your ward office; no name is needed. If you fear abuse, or that you may hurt your child, dial 189 at any time, in confidence.",
        "ひとりで なやまないでください。189に いつでも 電話できます。名前は いいません。",
      ),
    ),
    section: "children",
    reviewed: "2026-11-04",
  }),
]);
