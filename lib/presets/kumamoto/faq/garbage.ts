import { begin, call, card, keyword, link, open, pagesOf, question, say, topic } from "../../answers";
import { words } from "../../parts";

const page = pagesOf("kumamoto");

export const garbage = topic("garbage", [
  question("sorting", {
    title: "ごみの分別がわからない",
    reading: "ごみのぶんべつがわからない",
    also: "分別、ごみの分け方、ごみ分別表、これは何ごみ、燃やすごみか埋立ごみか、ごみの わけかた、how to sort garbage",
    answer: say(
      words(
        "捨てたい物の名前をそのまま送ってください。「乾電池」「フライパン」のように送ると、分け方をお答えします。\n紙と、リチウム電池などの特定品目を、燃やすごみに混ぜないことが大切です。迷うものは捨てる前にお問い合わせを。\nお問い合わせ：廃棄物計画課 096-000-0014",
        'Send the name of the thing, such as "battery" or "frying pan", in Japanese: we tell you how to sort it. Never put lithium batteries into burnable garbage.',
        "すてたい ものの 名前を 送ってください。れい：「かんでんち」。すてかたを 教えます。",
      ),
    ),
    section: "waste-plan",
    reviewed: "2026-09-30",
  }),
  question("collection-time", {
    title: "ごみは何時までに出せばいい？",
    reading: "ごみはなんじまでにだせばいい",
    also: "ごみを出す時間、ごみステーションはどこ、前の日の夜にごみを出してもいい、祝日もごみは集めるか、なんじまでに 出しますか、when to put out garbage",
    answer: say(
      words(
        "収集日の朝8時30分までに、決められたごみステーションへ出してください。\n燃やすごみは週2回、紙とプラスチックは週1回、資源物、ペットボトル、特定品目、埋立ごみは月2回です。前の夜に出すと、カラスや放火のもとになります。\nお問い合わせ：廃棄物計画課 096-000-0014",
        "Put it out at your station by 8:30 on the morning of collection, not the night before. Burnables twice a week; paper and plastics once a week; the others twice a month.",
        "朝 8時半までに 出してください。前の 日の 夜は 出さないでください。",
      ),
    ),
    section: "waste-plan",
    reviewed: "2026-09-30",
  }),
  question("large-garbage", {
    title: "大型ごみを出したい",
    reading: "おおがたごみをだしたい",
    also: "大型ごみ、粗大ごみ、家具を取りに来てほしい、大きすぎて袋に入らない、大型ごみの料金、ごみゼロコール、大きい ごみ、large garbage",
    answer: card(
      words("大型ごみの申し込み", "Large garbage", "大きい ごみ"),
      words(
        "先に、ごみゼロコールに申し込んでください。品物ごとに日と手数料をお伝えします。\n手数料の券を品物に貼り、決めた日の朝に出します。テレビ、冷蔵庫、洗濯機、エアコン、パソコンは市では集めていません。買った店などにご相談ください。",
        "Apply first; you are told the day and the fee. Stick the paid ticket on it. TVs, fridges, washing machines, air conditioners and computers are not collected: ask the shop.",
        "先に 電話してください。日と お金を 聞いて、シールを はって 出します。",
      ),
      [
        open(page("gomi/ogata"), words("申し込みかたを見る", "How to apply", "もうしこみかた")),
        call("096-000-0014"),
      ],
    ),
    section: "waste-plan",
    reviewed: "2026-08-27",
  }),
  question("moving-garbage", {
    title: "引っ越しのごみを一度に出したい",
    reading: "ひっこしのごみをいちどにだしたい",
    also: "引っ越しごみ、大量のごみ、一時多量ごみ、遺品整理のごみ、片づけでごみがたくさん出た、ごみが たくさん あります",
    answer: say(
      words(
        "一度にたくさん出すと集めきれません。早めに分けて、何回かの収集日に出してください。\n急ぐときは、環境工場へ自分で持ち込むか、市の許可を受けた業者に頼めます。許可のない回収業者は、高い料金や不法投棄のもとになるので使わないでください。\nお問い合わせ：廃棄物計画課 096-000-0014",
        "Please spread it over several collections. If you are in a hurry, bring it to a plant yourself or hire a company licensed by the city; never use unlicensed collectors.",
        "少しずつ 出してください。いそぐ ときは 環境工場に もって いくことが できます。",
      ),
    ),
    section: "waste-plan",
    reviewed: "2026-03-02",
  }),
  question("bring-garbage", {
    title: "ごみを自分で持ち込みたい",
    reading: "ごみをじぶんでもちこみたい",
    also: "ごみの持ち込み、環境工場、東部環境工場、西部環境工場、扇田環境センター、ごみ処理場に行きたい、ごみを もっていきたい",
    answer: link(
      words(
        "燃やすごみは東部か西部の環境工場、埋立ごみは扇田環境センターに持ち込めます。料金がかかります。\n受付の時間、休みの日、持ち込めない物を、行く前に下のページで確かめてください。年の終わりはとても混みます。\nお問い合わせ：廃棄物計画課 096-000-0014",
        "Burnables go to the Tobu or Seibu plant, landfill items to the Ogita centre, for a fee. Check hours and what is refused before you go.",
        "もやす ごみは 環境工場に もって いけます。お金が かかります。時間を 見てから 行ってください。",
      ),
      open(page("gomi/mochikomi")),
    ),
    section: "waste-plan",
    reviewed: "2026-11-10",
  }),
  question("garbage-bags", {
    title: "ごみ袋はどこで買える？",
    reading: "ごみぶくろはどこでかえる",
    also: "指定ごみ袋、指定袋、ごみ袋の値段、有料のごみ袋、紙おむつの袋、透明な袋でいいもの、ごみの ふくろ、garbage bags",
    answer: say(
      words(
        "燃やすごみと埋立ごみの指定袋は、スーパー、コンビニ、ドラッグストアなどで買えます。\nプラスチック製容器包装は、45リットルまでの透明な袋で出せます。袋の値段は店でお確かめください。落ち葉などには無料の決まりがあります。\nお問い合わせ：廃棄物計画課 096-000-0014",
        "The city's bags for burnable and landfill garbage are sold at supermarkets, convenience stores and drugstores. Plastics go into any clear bag up to 45 litres.",
        "市の ふくろは スーパーや コンビニで 買えます。プラスチックは とうめいな ふくろです。",
      ),
    ),
    section: "waste-plan",
    reviewed: "2026-08-27",
  }),
  question("recyclables-taken", {
    title: "資源物を勝手に持って行く人がいる",
    reading: "しげんぶつをかってにもっていくひとがいる",
    also: "資源物を盗まれた、空き缶を持って行かれた、新聞紙の抜き取り、段ボールを持って行く車、アルミ缶どろぼう、資源ごみの盗難",
    answer: begin(
      words(
        "声をかけたり、追いかけたりしないでください。時刻、場所、車の色を教えていただくと、巡回に役立ちます。\nいま起きていて危ないと感じたら、110番へお電話ください。下のボタンからお知らせいただけます。",
        "Please do not speak to them or follow them. The time, place and colour of the car help our patrols. Tap below to report; if you feel in danger, call 110.",
        "声を かけないでください。時間と 場所を 教えてください。",
      ),
      "report.takeaway",
      words("持ち去りを知らせる", "Report it", "知らせる"),
    ),
    section: "waste",
    reviewed: "2026-06-22",
  }),
  question("dead-animal", {
    title: "道路で動物が死んでいる",
    reading: "どうろでどうぶつがしんでいる",
    also: "猫が死んでいる、動物の死体、動物の死骸、犬がひかれている、鳥が死んでいる、ペットが死んだら、どうぶつが しんで います",
    answer: say(
      words(
        "場所と目印を、ごみゼロコール（デモの番号 096-000-0014）へお電話ください。市の道路なら片づけに行きます。\n手では触らないでください。国の大きな道路は、道路緊急ダイヤル #9910 へ。飼っていたペットは、火葬をする施設などにご相談ください。",
        "Call the garbage line (demo number 096-000-0014) with the place; do not touch it. On national trunk roads call #9910.",
        "さわらないでください。場所を 電話で 教えてください。",
      ),
    ),
    section: "waste-plan",
    reviewed: "2026-06-22",
  }),
  keyword("year-end-garbage", {
    title: "年末年始のごみ",
    reading: "ねんまつねんしのごみ",
    also: "お正月のごみ、年末のごみはいつまで、年始のごみはいつから、大みそかのごみ、12月31日のごみ、しょうがつの ごみ",
    answer: link(
      words(
        "年末年始は収集を休む日があります。地区と種類ごとの日を、下の表で確かめてください。\n最後の週は量が増えて、集める時間が変わります。出し遅れないよう、朝8時30分までにお願いします。持ち込みは早めに。\nお問い合わせ：廃棄物計画課 096-000-0014",
        "Some collections pause around New Year. See the table for your district, and put garbage out by 8:30.",
        "お正月は ごみを あつめない 日が あります。下の ボタンで 見てください。",
      ),
      open(page("gomi/nenmatsu"), words("日程を見る", "See the days", "日を 見る")),
    ),
    section: "waste-plan",
    reviewed: "2026-11-20",
    from: "2026-12-01",
    until: "2027-01-05",
  }),
  question("ueki-garbage", {
    title: "植木地区のごみの出し方は？",
    reading: "うえきちくのごみのだしかたは",
    also: "植木町のごみ、植木のごみ収集、北区植木のごみ分別、植木のごみ袋、うえきの ごみ",
    answer: say(
      words(
        "植木地区は、ほかの地区とごみの分け方や収集日が違います。地区用のカレンダーをご覧ください。\nカレンダーは北区役所でもお渡ししています。\nお問い合わせ：区役所総務企画課 096-000-0005",
        "In the Ueki district sorting and days differ from the rest of the city. Please use the district's calendar, also given out at the Kita ward office.",
        "植木は ごみの わけかたと 日が ちがいます。植木の カレンダーを 見てください。",
      ),
    ),
    section: "ward",
    reviewed: "2026-09-30",
  }),
]);
