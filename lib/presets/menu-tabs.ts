import type { MenuAction, MenuContent, MenuTab, MenuTile } from "@/lib/menus/plan";

type Words = Pick<MenuTile, "icon" | "label" | "note">;

export const plain = (icon: MenuTile["icon"], label: string, note: string, action: MenuAction): MenuTile => ({
  label,
  note,
  icon,
  tone: "plain",
  action,
});
export const inTone = (
  tone: MenuTile["tone"],
  { icon, label, note }: Words,
  action: MenuAction,
): MenuTile => ({
  label,
  note,
  icon,
  tone,
  action,
});
export const start = (scenario: string): MenuAction => ({ kind: "start", scenario });
/** A topic of the bot's questions, or `all`. */
const topic = (key: string): MenuAction => ({ kind: "topic", topic: key });
export const say = (text: string): MenuAction => ({ kind: "say", text });

/** In every tab's reach: what one receives is changed, and stopped, from here. */
export const settingsTile = plain("settings", "受信設定", "お知らせを選ぶ・止める", {
  kind: "preferences",
});
export const urgentCall = (number: string): MenuTile =>
  inTone("urgent", { icon: "phone", label: "急ぎは電話", note: number }, { kind: "call", number });

/** Garbage and what is asked most: the second tab of both cities. `sorting`: the question that the city's FAQ answers. */
export const livingTab = (sorting: string): MenuTab => ({
  title: "ごみ・くらし",
  template: "grid-3x2",
  tiles: [
    inTone("main", { icon: "calendar", label: "明日のごみ", note: "地域ごとの収集日" }, say("明日のごみ")),
    plain("bottle", "分別を調べる", "ごみの名前を送る", say(sorting)),
    plain("child", "子育て", "手当・健診・保育園", topic("children")),
    plain("papers", "手続き・証明", "引っ越し・住民票", topic("procedures")),
    plain("question", "よくある質問", "分野から探す", topic("all")),
    settingsTile,
  ],
});

/** In words that most people can read at once; the notes are in やさしい日本語. `report`: what the city calls its reports. */
export function disasterMenu(city: { hall: string; report: string; sorting: string }): MenuContent {
  return {
    chatBarText: "災害メニュー",
    tabs: [
      {
        title: "災害のとき",
        template: "feature-8",
        tiles: [
          inTone("main", { icon: "shelter", label: "避難所", note: "にげる ところ" }, say("避難所")),
          plain("settings", "受信設定", "おしらせを えらぶ・とめる", { kind: "preferences" }),
          plain("hazard", "ハザードマップ", "あぶない ところの ちず", {
            kind: "link",
            url: "https://disaportal.gsi.go.jp/",
          }),
          inTone("urgent", { icon: "alarm", label: "避難情報", note: "いま にげるか" }, say("警戒レベル")),
          plain("safety", "安否（171）", "ぶじを つたえる", { kind: "call", number: "171" }),
          inTone(
            "urgent",
            { icon: "ambulance", label: "119番", note: "かじ・けが" },
            { kind: "call", number: "119" },
          ),
          plain("damage", "被害の通報", "こわれた ところ", start("report")),
          plain("phone", "市役所に電話", city.hall, { kind: "call", number: city.hall }),
        ],
      },
      {
        title: "ふだんの用事",
        template: "grid-3x2",
        tiles: [
          plain("garbage", "明日のごみ", "ごみを だす日", say("明日のごみ")),
          plain("bottle", "分別を調べる", "ごみの わけかた", say(city.sorting)),
          plain("report", city.report, "こわれた ところ", start("report")),
          plain("papers", "手続き・証明", "やくしょの てつづき", topic("procedures")),
          plain("question", "よくある質問", "ききたいことを さがす", topic("all")),
          settingsTile,
        ],
      },
    ],
  };
}
