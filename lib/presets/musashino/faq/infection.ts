import { call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("musashino");

export const infection = topic("infection", [
  keyword("covid", {
    title: "コロナ",
    also: "新型コロナウイルス感染症、コロナにかかったら、コロナの療養期間、コロナは何日休む、検査キットで陽性、コロナに なりました、covid-19",
    answer: say(
      words(
        "外出を控えることがすすめられるのは、発症した日を0日目として5日目までです。\n5日目にまだ症状があれば、軽くなって1日たつまで様子をみてください。10日目までは人と会うときにマスクを。届け出は要りません。\n体調の相談：健康課 0422-00-0008",
        "Stay in until day five, counting the first day of symptoms as day zero, and until a day after you feel better. Wear a mask until day ten. You need not report it.",
        "びょうきに なって 5日は 家に いてください。10日は マスクを してください。",
      ),
    ),
    section: "health",
    reviewed: "2026-10-02",
  }),
  keyword("influenza", {
    title: "インフルエンザ",
    also: "インフル、インフルエンザの流行、インフルエンザは何日休む、予防接種とインフル、インフルに なりました、flu",
    answer: say(
      words(
        "高い熱、関節の痛み、だるさが急に出たら、かかりつけ医に電話して受診してください。\n水分と休養が何よりです。子どもや若い方は、熱のある間に急に動き回ることがあるので、2日ほどはひとりにしないでください。\nお問い合わせ：健康課 0422-00-0008",
        "With sudden high fever and aches, phone your doctor. Drink and rest. Do not leave feverish children alone for two days: they may act suddenly.",
        "きゅうに 高い ねつが 出たら いしゃに 電話してください。子どもを ひとりに しないでください。",
      ),
    ),
    section: "health",
    reviewed: "2026-10-02",
  }),
  question("ambulance-or-not", {
    title: "救急車を呼ぶか迷ったら？",
    reading: "きゅうきゅうしゃをよぶかまよったら",
    also: "#7119、救急相談センター、急に具合が悪くなった、熱が高いとき、病院に行くか迷う、きゅうきゅうしゃを よびますか、ambulance",
    answer: say(
      words(
        "迷うときは「#7119」（東京消防庁救急相談センター、24時間）に電話して、看護師などに相談できます。\n意識がない、息が苦しい、胸が強く痛む、ろれつが回らないときは、迷わず119番へ。",
        "If unsure, dial #7119 (Tokyo, 24 hours) and ask a nurse. If someone is unconscious, cannot breathe, has strong chest pain or slurred speech, call 119 at once.",
        "まよったら #7119に 電話してください。とても わるい ときは 119です。",
      ),
    ),
    section: "health",
    reviewed: "2026-07-08",
  }),
  keyword("holiday-clinic", {
    title: "休日診療",
    reading: "きゅうじつしんりょう",
    also: "休日当番医、日曜にやっている病院、祝日の病院、年末年始の病院、休日の歯医者、休日に開いている薬局、やすみの ひの いしゃ、sunday doctor",
    answer: card(
      words("休日の診療", "Doctors on holidays", "休みの 日の いしゃ"),
      words(
        "きょうの当番の医療機関と歯科は、下のページで確かめられます。\n受付の時間が短いことがあるので、先に電話してからお出かけください。保険の資格がわかるものと、お薬手帳をお持ちください。",
        "See the page for today's duty doctors and dentists. Please phone first; bring proof of insurance.",
        "きょう あいている いしゃを 下の ボタンで 見てください。先に 電話してください。",
      ),
      [
        open(page("kenko/kyujitsu"), words("当番を見る", "See who is open", "いしゃを 見る")),
        call("0422-00-0008", words("健康課に電話", "Call health", "でんわする")),
      ],
    ),
    section: "health",
    reviewed: "2026-11-05",
  }),
  keyword("norovirus", {
    title: "ノロウイルス",
    also: "胃腸炎、吐き気と下痢、おう吐物の処理、感染性胃腸炎の予防、カキにあたった、おなかが いたい、norovirus",
    answer: say(
      words(
        "おう吐物は、乾く前に、手袋とマスクをして片づけてください。\n紙でおおって塩素系の漂白剤をうすめたものをかけ、袋に入れて閉じます。終わったら、せっけんで手を2回洗いましょう。水分がとれない、尿が出ないときは受診を。\nお問い合わせ：健康課 0422-00-0008",
        "Clean up before it dries, with gloves and mask: cover with paper, pour diluted chlorine bleach, seal in a bag. Wash your hands twice with soap. See a doctor if you cannot drink.",
        "はいた ものは 手ぶくろと マスクを して かたづけてください。手を よく あらってください。",
      ),
    ),
    section: "health",
    reviewed: "2026-10-02",
  }),
  question("school-absence", {
    title: "うつる病気のとき学校は何日休む？",
    reading: "うつるびょうきのときがっこうはなんにちやすむ",
    also: "出席停止、登校の目安、登園届、治癒証明は必要か、水ぼうそうは何日休む、おたふくかぜ、がっこうを やすみます、how long off school",
    answer: say(
      words(
        "主な病気の目安です。最後は医師の判断に従い、学校や園へ連絡してください。\nインフルエンザ：発症後5日、かつ熱が下がって2日（幼児は3日）\n新型コロナ：発症後5日、かつ症状が軽くなって1日\n水ぼうそう：すべてかさぶたになるまで\nはしか：熱が下がって3日",
        "As a guide (follow your doctor, and tell the school): influenza 5 days and 2 after the fever (infants 3); COVID-19 5 days and 1 after getting better; chickenpox until all is scabbed; measles 3 days after the fever.",
        "いしゃに 聞いて、学校に 電話してください。インフルエンザは 5日から 休みます。",
      ),
    ),
    section: "health",
    reviewed: "2026-10-02",
  }),
  question("senior-vaccination", {
    title: "高齢者のインフルエンザ予防接種の予診票が届かない",
    reading: "こうれいしゃのいんふるえんざよぼうせっしゅのよしんひょうがとどかない",
    also: "高齢者の予防接種、65歳以上の予防接種、予診票をなくした、高齢者のコロナワクチン、帯状疱疹の予防接種、肺炎球菌",
    answer: link(
      words(
        "対象の方で届いていないときは、健康課 0422-00-0008 へお電話ください。再発行します。\n予約は医療機関に直接お願いします。ワクチンごとの対象、期間、自己負担は、下のページをご覧ください。",
        "If you are eligible and have no form, call the health section 0422-00-0008. Book directly with a clinic.",
        "紙が とどかない ときは 健康課に 電話してください。",
      ),
      open(page("kenko/koreisha-yobosesshu")),
    ),
    section: "health",
    reviewed: "2026-09-28",
    from: "2026-09-15",
    until: "2027-03-31",
  }),
  question("tuberculosis", {
    title: "せきが2週間以上続いている",
    reading: "せきがにしゅうかんいじょうつづいている",
    also: "結核、せきが止まらない、たんが出る、百日せき、マイコプラズマ、せきが つづきます、cough",
    answer: say(
      words(
        "かぜと決めつけず、マスクをつけて医療機関を受診してください。\n2週間以上続くせきは、結核や百日せきなどのことがあります。たんに血が混じる、体重が減る、微熱が続くときは早めに。赤ちゃんやお年寄りに近い方は特にお願いします。\nお問い合わせ：健康課 0422-00-0008",
        "Wear a mask and see a doctor: a cough of two weeks may be tuberculosis or whooping cough, above all with blood, weight loss or a slight fever.",
        "せきが 2週間 つづいたら、マスクを して いしゃに 行ってください。",
      ),
    ),
    section: "health",
    reviewed: "2026-06-19",
  }),
]);
