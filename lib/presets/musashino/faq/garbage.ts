import { at, call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("musashino");

export const garbage = topic("garbage", [
  question("sorting", {
    title: "ごみの分け方を知りたい",
    reading: "ごみのわけかたをしりたい",
    also: "ごみ分別、分別のしかた、何ごみか知りたい、燃やさないごみとは、プラスチックの分け方、ごみを わける、sorting garbage",
    answer: say(
      words(
        "物の名前をそのまま送ってください。「やかん」「モバイルバッテリー」のように送ると、分け方をお答えします。\n町ごとの収集日も調べられます。事業所のごみは、家庭のごみには出せません。\nお問い合わせ：ごみ総合対策課 0422-00-0007",
        "Send the name of the thing in Japanese and we tell you how to sort it. Waste from shops and offices does not go with household garbage.",
        "すてたい ものの 名前を 送ってください。すてかたを 教えます。",
      ),
    ),
    section: "waste",
    reviewed: "2026-10-06",
  }),
  question("missed-collection", {
    title: "ごみが収集されずに残っている",
    reading: "ごみがしゅうしゅうされずにのこっている",
    also: "ごみが取り残された、ごみを持って行ってくれない、収集車が来ない、ごみにシールが貼られた、出し忘れた、ごみが のこって います",
    answer: say(
      words(
        "袋に貼られたシールの理由を見て、分け直して次の収集日に出してください。\nシールがなく、夕方になっても残っているときは、場所と種類をごみ総合対策課 0422-00-0007 へお知らせください。雪や交通の事情で遅れる日もあります。",
        "See the reason on the sticker, sort again and put it out next time. If there is no sticker and it is still there in the evening, call the garbage section.",
        "シールを 見て、わけ直して つぎの 日に 出してください。",
      ),
    ),
    section: "waste",
    reviewed: "2026-10-06",
  }),
  question("large-garbage", {
    title: "粗大ごみの申し込みをしたい",
    reading: "そだいごみのもうしこみをしたい",
    also: "粗大ごみ、大型ごみ、粗大ごみの料金、粗大ごみ処理券、粗大ごみを取りに来てほしい、袋に入らない大きなごみ、おおきい ごみ、bulky waste",
    answer: card(
      words("粗大ごみ", "Bulky waste", "大きい ごみ"),
      words(
        "40リットルの袋に入らない物、または10キロ以上の物が粗大ごみです。\n先に申し込み、処理券を買って貼り、決まった日の朝に出してください。まだ使える物は、譲る・売ることも考えてみませんか。テレビ、冷蔵庫、洗濯機、エアコン、パソコンは市では集めません。",
        "Things that do not fit a 40-litre bag or weigh about 10 kg or more. Apply, buy and stick on the ticket, put it out on the agreed morning. TVs, fridges, washers, air conditioners and computers are not taken.",
        "40リットルの ふくろに 入らない ものです。先に もうしこんで、シールを 買って はります。",
      ),
      [
        open(page("gomi/sodai"), words("申し込みかたを見る", "How to apply", "もうしこみかた")),
        call("0422-00-0007"),
      ],
    ),
    section: "waste",
    reviewed: "2026-08-26",
  }),
  question("garbage-bags", {
    title: "有料の指定袋はどこで売っている？",
    reading: "ゆうりょうのしていぶくろはどこでうっている",
    also: "ごみ袋、指定収集袋、市のごみ袋、ごみ袋の値段、袋がやぶれた、ごみ袋を交換したい、ごみの ふくろを かう、garbage bag",
    answer: say(
      words(
        "スーパー、コンビニ、薬局などの取扱店で買えます。燃やすごみと燃やさないごみに使います。\nびん、缶、ペットボトル、古紙、古着などの資源に指定袋は要りません。値段と大きさは取扱店でご覧ください。\nお問い合わせ：ごみ総合対策課 0422-00-0007",
        "Sold at supermarkets, convenience stores and drugstores; for burnable and non-burnable garbage. Recyclables need no special bag.",
        "スーパーや コンビニで 買えます。もやす ごみと もやさない ごみに つかいます。",
      ),
    ),
    section: "waste",
    reviewed: "2026-08-26",
  }),
  question("nappies-and-leaves", {
    title: "紙おむつや落ち葉も有料の袋に入れる？",
    reading: "かみおむつやおちばもゆうりょうのふくろにいれる",
    also: "おむつ用の袋、庭木の枝は無料か、落ち葉を入れる袋、枝の束ね方、介護用おむつの無料収集、おむつの ふくろ",
    answer: say(
      words(
        "紙おむつは、中身がおむつだけなら、透明な袋で無料で出せます。汚れはトイレに流してください。\n落ち葉や剪定した枝にも無料の決まりがあります。長さや束の数は、出す前にお問い合わせください。\nお問い合わせ：ごみ総合対策課 0422-00-0007",
        "Nappies alone may go out free in a clear bag. Leaves and branches have free rules too: please ask about size and number of bundles.",
        "おむつだけなら とうめいな ふくろで いいです。お金は いりません。",
      ),
    ),
    section: "waste",
    reviewed: "2026-08-26",
  }),
  question("hazardous", {
    title: "電池やスプレー缶の出し方は？",
    reading: "でんちやすぷれーかんのだしかたは",
    also: "危険ごみ、有害ごみ、危険・有害ごみ、リチウムイオン電池の回収、ごみから火が出た、膨らんだバッテリー、あぶない ごみ",
    answer: say(
      words(
        "「危険・有害ごみ」の日に、ほかのごみと分けて出してください。燃やすごみや燃やさないごみに混ぜると、収集車や工場で火が出ます。\n電池の端子にはテープを貼り、スプレー缶とカセットボンベは使い切って。膨らんだ電池は、出す前に電話でご相談を。\nお問い合わせ：ごみ総合対策課 0422-00-0007",
        "Put them out apart on the hazardous waste day: mixed in, they set fire to trucks. Tape the poles of batteries, empty the cans. Call us about swollen batteries.",
        "でんちや スプレーかんは「危険・有害ごみ」の 日に 出します。ほかの ごみと まぜないでください。",
      ),
    ),
    section: "waste",
    reviewed: "2026-09-17",
  }),
  question("clean-centre", {
    title: "クリーンセンターに持ち込みたい",
    reading: "くりーんせんたーにもちこみたい",
    also: "武蔵野クリーンセンター、ごみを直接持ち込む、引っ越しのごみ、ごみがたくさんある、クリーンセンターの見学、ごみ処理場、ごみを じぶんで もって いく",
    answer: at(
      words(
        "家庭のごみは、先に申し込んでから武蔵野クリーンセンターへ持ち込めます。料金がかかります。\n受け付ける時間と物は、お申し込みのときにご案内します。場所は市役所のとなりです。\nお問い合わせ：ごみ総合対策課 0422-00-0007",
        "Household garbage can be brought to the Clean Centre beside the city hall, for a fee; please apply first.",
        "先に 電話してから もって いきます。お金が かかります。",
      ),
      words("武蔵野クリーンセンター", "Musashino Clean Centre"),
      "武蔵野市緑町",
      35.719,
      139.5672,
    ),
    section: "waste",
    reviewed: "2026-09-17",
  }),
  question("recyclables-taken", {
    title: "古紙や缶を持ち去る人を見た",
    reading: "こしやかんをもちさるひとをみた",
    also: "古紙の持ち去り、アルミ缶を持って行く人、資源の持ち去り、新聞を勝手に持って行く車、しげんを もって いく ひと",
    answer: say(
      words(
        "声をかけずに、日時、場所、車の特徴をごみ総合対策課 0422-00-0007 へお知らせください。\n追いかけたり、写真を撮るために近づいたりしないでください。危険を感じたら110番へ。",
        "Do not speak to them or go near. Tell the garbage section 0422-00-0007 the time, place and kind of car. If you feel in danger, call 110.",
        "声を かけないでください。時間と 場所を 電話で 教えてください。",
      ),
    ),
    section: "waste",
    reviewed: "2026-06-23",
  }),
  keyword("year-end-garbage", {
    title: "年末年始のごみ",
    reading: "ねんまつねんしのごみ",
    also: "正月のごみ、年末のごみ収集、ごみの最終日、新年のごみはいつから、三が日のごみ、おしょうがつの ごみ",
    answer: link(
      words(
        "年末年始は収集のお休みがあります。\n町と種類ごとの最後の日と最初の日を、下の表で確かめてください。粗大ごみの申し込みは、12月に入ると埋まりやすくなります。\nお問い合わせ：ごみ総合対策課 0422-00-0007",
        "Collections pause around New Year. See the table for your town.",
        "お正月は ごみを あつめません。下の ボタンで 日を 見てください。",
      ),
      open(page("gomi/nenmatsu"), words("日程を見る", "See the days", "日を 見る")),
    ),
    section: "waste",
    reviewed: "2026-11-18",
    from: "2026-11-25",
    until: "2027-01-08",
  }),
]);
