import type { QuestionKey } from "@/db/enums";
import type { LocalText } from "@/lib/scenarios/schema";

const five = (ja: string, easy: string, en: string, zh: string, ko: string): LocalText => ({
  ja,
  easy,
  en,
  zh,
  ko,
});

/** Short names of the questions, as the list of one's settings shows them. */
export const PART_NAMES: Record<QuestionKey, LocalText> = {
  age_band: five("年代", "年れい", "Age", "年龄段", "연령대"),
  gender: five("性別", "男・女", "Gender", "性别", "성별"),
  area: five("地域", "すんでいる ところ", "Area", "地区", "지역"),
  interests: five("受け取る情報", "ほしい お知らせ", "Topics", "接收的信息", "받는 정보"),
  language: five("言葉", "言葉", "Language", "语言", "언어"),
};

/** Each in its own language, so that people find theirs. */
export const LANGUAGE_NAMES = ["日本語", "やさしい 日本語", "English", "中文", "한국어"] as const;

export const WORDS = {
  title: five("受信設定", "お知らせの せってい", "Notice settings", "接收设置", "수신 설정"),
  greeting: five(
    "友だち追加ありがとうございます。{account}です。道路や公園などで困ったことを見つけたら、下のメニューから、いつでも教えてください。",
    "ありがとうございます。{account}です。道や 公園で こまったことが あれば、下の メニューで 教えてください。",
    "Thank you for adding {account}. If you find something broken in a street or park, tell us at any time through the menu below.",
    "感谢您添加{account}。如发现道路、公园等处的问题，请随时通过下方菜单告诉我们。",
    "{account}을(를) 추가해 주셔서 감사합니다. 도로나 공원 등에서 불편한 점을 발견하시면 아래 메뉴에서 언제든지 알려 주세요.",
  ),
  intro: five(
    "はじめに、受け取りたいお知らせをうかがいます（全部で{n}問）。どの質問もとばせます。あとから、メニューの「受信設定」でいつでも変えられます。",
    "どんな お知らせが ほしいですか。しつもんは {n}つです。こたえなくても いいです。あとで メニューの「受信設定」で かえられます。",
    "First, a few questions about the news you would like ({n} in all). You can skip any of them and change your answers at any time in the menu under 受信設定 (settings).",
    "首先想了解您希望接收的信息（共{n}题）。每题都可以跳过，之后可随时通过菜单的“受信設定”更改。",
    "먼저 받고 싶은 소식을 여쭙겠습니다(모두 {n}문항). 어느 질문이든 건너뛸 수 있고, 나중에 메뉴의 ‘受信設定’에서 언제든지 바꿀 수 있습니다.",
  ),
  saved: five("保存しました。", "ほぞん しました。", "Saved.", "已保存。", "저장했습니다."),
  finished: five(
    "設定しました。ありがとうございます。メニューの「受信設定」から、いつでも変えられます。",
    "できました。ありがとうございます。メニューの「受信設定」で いつでも かえられます。",
    "All set, thank you. You can change this at any time in the menu under 受信設定 (settings).",
    "设置完成，谢谢。可随时通过菜单的“受信設定”更改。",
    "설정했습니다. 감사합니다. 메뉴의 ‘受信設定’에서 언제든지 바꿀 수 있습니다.",
  ),
  over: five(
    "この項目は、いまは選べなくなっています。いまの一覧からお選びください。",
    "これは もう えらべません。下から えらんでください。",
    "This can no longer be chosen. Please choose from the current list.",
    "该项目现已无法选择。请从当前列表中选择。",
    "이 항목은 지금 고를 수 없습니다. 현재 목록에서 골라 주세요.",
  ),
  noAnswer: five("答えない", "こたえない", "No answer", "不回答", "답하지 않음"),
  notAnswered: five("未回答", "まだ", "Not answered", "未回答", "미응답"),
  none: five("なし", "なし", "None", "无", "없음"),
  skip: five("とばす", "とばす", "Skip", "跳过", "건너뛰기"),
  done: five("決定", "これで いい", "Done", "确定", "결정"),
  back: five("設定の一覧へ", "もどる", "All settings", "返回设置列表", "설정 목록"),
  change: five("変える", "かえる", "Change", "更改", "변경"),
  page: five(
    "設定ページを開く",
    "せっていの ページを ひらく",
    "Open settings page",
    "打开设置页面",
    "설정 페이지 열기",
  ),
  outside: five("市外", "市の 外", "Outside the city", "市外", "시외"),
  take: five("{label}：受け取る", "{label}：ほしい", "{label}: yes", "{label}：接收", "{label}: 받기"),
  leave: five(
    "{label}：受け取らない",
    "{label}：いらない",
    "{label}: no",
    "{label}：不接收",
    "{label}: 받지 않기",
  ),
  tapToChange: five(
    "変えたい項目を押してください。",
    "かえたい ところを おしてください。",
    "Tap what you want to change.",
    "请点击要更改的项目。",
    "바꾸고 싶은 항목을 눌러 주세요.",
  ),
  stop: five(
    "すべての配信を止める",
    "お知らせを ぜんぶ 止める",
    "Stop all notices",
    "停止所有通知",
    "모든 알림 중지",
  ),
  resume: five("配信を再開する", "また お知らせを もらう", "Resume notices", "恢复通知", "알림 재개"),
  keep: five("止めない", "止めない", "Keep them", "不停止", "중지하지 않기"),
  askStop: five(
    "すべての配信を止めますか。災害のお知らせも届かなくなります。通報への返事は届きます。",
    "お知らせを ぜんぶ 止めますか。さいがいの お知らせも とどきません。",
    "Stop all notices? Disaster notices will stop too. Replies to your reports still arrive.",
    "要停止所有通知吗？灾害通知也将不再送达。对您报告的回复仍会送达。",
    "모든 알림을 중지할까요? 재난 알림도 오지 않습니다. 신고에 대한 답변은 계속 옵니다.",
  ),
  stopped: five(
    "すべての配信を止めました。災害のお知らせも届きません。選んだ内容は残っています。",
    "お知らせを ぜんぶ 止めました。さいがいの お知らせも とどきません。",
    "All notices are stopped, disaster notices too. Your choices are kept.",
    "已停止所有通知，灾害通知也不会送达。您的选择已保留。",
    "모든 알림을 중지했습니다. 재난 알림도 오지 않습니다. 선택한 내용은 남아 있습니다.",
  ),
  isStopped: five(
    "いまは、すべての配信を止めています。",
    "いま、お知らせは ぜんぶ 止まっています。",
    "All notices are stopped at the moment.",
    "目前已停止所有通知。",
    "지금은 모든 알림이 중지되어 있습니다.",
  ),
  resumed: five(
    "配信を再開しました。選んだ情報が届きます。",
    "また お知らせが とどきます。",
    "Notices are on again.",
    "已恢复通知。",
    "알림을 다시 보내 드립니다.",
  ),
  code: five(
    "あなたの番号は {code} です。お知らせが届かないときなどに、市役所の窓口や電話でお伝えください。お名前はわかりません。",
    "あなたの 番号は {code} です。お知らせが とどかない とき、市役所で 見せてください。",
    "Your number is {code}. Show or read it to the city office, for example when notices do not arrive. It does not tell your name.",
    "您的编号是 {code}。收不到通知时，请向市政府窗口或电话告知。该编号不会透露您的姓名。",
    "회원님의 번호는 {code} 입니다. 알림이 오지 않을 때 시청 창구나 전화로 알려 주세요. 이름은 알 수 없습니다.",
  ),
  backToReport: five(
    "通報の続きです。",
    "つうほうの つづきです。",
    "Now back to your report.",
    "继续您的报告。",
    "신고를 계속합니다.",
  ),
} satisfies Record<string, LocalText>;

/** Staff who register their own LINE: Japanese only. */
export const BINDING_WORDS = {
  bound:
    "職員のLINEとして登録しました。テスト配信と訓練が、このトークに届きます。解除は管理画面の「自分のアカウント」でできます。",
  wrong:
    "コードが違うか、有効期限（10分）が過ぎています。管理画面の「自分のアカウント」で新しいコードを作り、「職員登録 コード」と送ってください。",
  taken:
    "このLINEは、別の職員として登録されています。先に、その職員の「自分のアカウント」で解除してください。",
  wait: "続けて間違えたため、しばらく受け付けられません。1分ほどおいて、もう一度送ってください。",
} as const;
