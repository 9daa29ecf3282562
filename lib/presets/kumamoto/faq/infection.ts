import { call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("kumamoto");

export const infection = topic("infection", [
  keyword("covid", {
    title: "コロナ",
    also: "新型コロナ、新型コロナウイルス、コロナに感染した、コロナの待機期間、コロナ陽性、コロナかもしれない、covid、corona",
    answer: say(
      words(
        "発症の次の日から5日間は、外出を控えて様子をみることをおすすめします。法律で外出を止められてはいません。\n熱が下がって1日たつまではお休みを。10日間はマスクをつけ、お年寄りに会うのを控えてください。重い症状があるときは119番へ。\nお問い合わせ：感染症対策課 096-000-0009",
        "We advise staying home for five days after symptoms begin, and until a day after the fever is gone. Wear a mask for ten days and avoid meeting older people. If it is serious, call 119.",
        "びょうきに なって 5日は 家に いてください。10日は マスクを してください。とても わるい ときは 119に 電話してください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-10-05",
  }),
  keyword("influenza", {
    title: "インフルエンザ",
    also: "インフル、インフルにかかった、流感、インフルエンザの症状、flu、influenza",
    answer: say(
      words(
        "急に高い熱が出て、のどや体が痛むときは、無理をせず早めに医療機関へ電話してください。\n水分をとって休み、部屋の空気を入れ替え、せきが出るときはマスクを。学校は、発症した後5日、かつ熱が下がった後2日（幼児は3日）たつまでお休みです。\nお問い合わせ：感染症対策課 096-000-0009",
        "With a sudden high fever and aching body, phone a clinic early. Drink, rest, air the room, wear a mask. Pupils stay home until five days after it began and two days (small children: three) after the fever is gone.",
        "きゅうに 高い ねつが 出たら、びょういんに 電話してください。水を のんで 休んでください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-10-05",
  }),
  question("fever", {
    title: "熱があるときはどこに行けばいい？",
    reading: "ねつがあるときはどこにいけばいい",
    also: "発熱外来、発熱したら、熱が出た、熱が下がらない、かぜをひいた、ねつが あります、I have a fever",
    answer: say(
      words(
        "まず、かかりつけの医療機関に電話してから受診してください。入口や時間を分けていることがあります。\n息が苦しい、呼びかけへの返事がおかしい、水が飲めないときは、ためらわず119番へ。\n夜間や休日は「休日当番医」と送ってください。",
        "Phone your usual clinic first, then go: they may ask you to use another entrance or time. If breathing is hard or the person does not respond well, call 119.",
        "はじめに びょういんに 電話してください。いきが くるしい ときは 119に 電話してください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-10-05",
  }),
  keyword("holiday-clinic", {
    title: "休日当番医",
    reading: "きゅうじつとうばんい",
    also: "当番医、休日診療、日曜日に開いている病院、夜間診療、救急病院、夜に診てもらえる病院、やすみの ひの びょういん、holiday clinic",
    answer: card(
      words("休日・夜間の診療", "Clinics on holidays", "休みの 日の びょういん"),
      words(
        "きょうの当番医は、下のページで確かめられます。急に変わることがあるので、行く前に電話してください。\n保険の資格がわかるもの、お薬手帳、現金をお持ちください。命にかかわるときは119番へ。",
        "Today's duty clinics are on the page below. Please phone before you go, and bring your insurance proof and cash. In an emergency call 119.",
        "きょう あいている びょういんは 下の ボタンで 見てください。行く 前に 電話してください。",
      ),
      [
        open(page("iryo/tobani"), words("当番医を見る", "See duty clinics", "びょういんを 見る")),
        call("096-000-0000", words("代表に電話する", "Call the city", "市に でんわする")),
      ],
    ),
    section: null,
    reviewed: "2026-11-02",
  }),
  keyword("norovirus", {
    title: "ノロウイルス",
    also: "のろ、嘔吐下痢、吐いたものの片づけ、感染性胃腸炎、おなかの風邪、食中毒、はきました、norovirus",
    answer: say(
      words(
        "せっけんと流れる水で手を洗うのがいちばんの予防です。アルコールは効きにくいことがあります。\n吐いた物は手袋とマスクをつけて紙で静かに拭き取り、うすめた塩素系の漂白剤で拭いてください。水分を少しずつとり、飲めないときは医療機関へ。\nお問い合わせ：感染症対策課 096-000-0009",
        "Wash your hands with soap and running water; alcohol may not work. Wipe up with gloves and mask, then with diluted chlorine bleach. Drink little by little; see a doctor if you cannot.",
        "せっけんで 手を あらってください。はいた ものは 手ぶくろを して ふいてください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-10-05",
  }),
  question("winter-infections", {
    title: "冬の感染症を防ぐには？",
    reading: "ふゆのかんせんしょうをふせぐには",
    also: "かぜの予防、手洗いのしかた、インフルエンザが流行っている、学級閉鎖、冬のかぜ対策、びょうきに ならない ために",
    answer: say(
      words(
        "手洗い、換気、せきエチケット、休養の四つが基本です。\n手は、帰ったとき、食事の前、トイレの後に、指の間まで洗ってください。窓は1時間に2回ほど開けて。具合の悪い日は、仕事や学校を休みましょう。\nお問い合わせ：感染症対策課 096-000-0009",
        "Wash hands, air the room, cover your cough, and rest. Wash when you come home, before meals and after the toilet. Stay home when you are unwell.",
        "手を あらう、まどを あける、マスクを する、よく ねる。びょうきの 日は 休んでください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-10-20",
    from: "2026-11-01",
    until: "2027-03-31",
  }),
  question("senior-vaccination", {
    title: "高齢者の予防接種を受けたい",
    reading: "こうれいしゃのよぼうせっしゅをうけたい",
    also: "65歳以上のワクチン、高齢者インフルエンザ予防接種、コロナワクチン、肺炎球菌ワクチン、帯状疱疹ワクチン、予診票がない",
    answer: link(
      words(
        "対象の方は、指定の医療機関に直接予約して受けられます。\n対象の年齢、期間、自己負担は、ワクチンごとに違います。下のページで確かめ、予約のときに予診票の有無を伝えてください。\nお問い合わせ：感染症対策課 096-000-0009",
        "If you are eligible, book directly with a listed clinic. Age, period and cost differ by vaccine; see the page.",
        "お年よりの よぼうちゅうしゃは、びょういんに 電話して よやくしてください。",
      ),
      open(page("kenko/yobosesshu-koreisha")),
    ),
    section: "infection",
    reviewed: "2026-09-25",
  }),
  question("measles", {
    title: "はしかかもしれない",
    also: "麻しん、麻疹、風しん、はしかの人と接触した、はしかのワクチン、measles",
    answer: say(
      words(
        "受診する前に、必ず医療機関へ電話してください。はしかは空気でうつるため、入り方を指示されます。\nバスや市電などは使わないでください。接触の心配があるときは、感染症対策課 096-000-0009 へご相談ください。",
        "Call the clinic before you go: measles spreads through the air. Do not use buses or trams. Ask the infection section 096-000-0009 if you were in contact.",
        "びょういんに 行く 前に 電話してください。バスや 市電に のらないでください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-04-24",
  }),
  keyword("ticks", {
    title: "マダニ",
    also: "ダニにかまれた、SFTS、虫にかまれて熱が出た、草むらの虫、山に行くときの虫よけ",
    answer: say(
      words(
        "かみついているマダニは、無理に引き抜かず、皮膚科などで取ってもらってください。\nその後2週間ほどは体調をみて、熱や吐き気が出たら、かまれたことを伝えて受診を。草むらや山では、長袖、長ズボン、虫よけで肌を守ってください。",
        "Do not pull out a tick; have a doctor remove it. Watch your health for two weeks and tell the doctor about the bite if you get a fever. Cover your skin in grass and woods.",
        "ダニを 手で とらないでください。びょういんに 行ってください。",
      ),
    ),
    section: "infection",
    reviewed: "2026-05-12",
  }),
]);
