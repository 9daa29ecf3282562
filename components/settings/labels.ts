import { type Language, say } from "@/lib/scenarios/language";
import type { LocalText } from "@/lib/scenarios/schema";

const five = (ja: string, easy: string, en: string, zh: string, ko: string): LocalText => ({
  ja,
  easy,
  en,
  zh,
  ko,
});

/** Words of the residents' page. What the talk says too stands in lib/preferences/messages.ts. */
const LABELS = {
  opening: five(
    "受信設定を開いています…",
    "ひらいて います…",
    "Opening your settings…",
    "正在打开设置…",
    "설정을 여는 중…",
  ),
  lead: five(
    "選んだ内容は、そのつど保存されます。LINEのトークからも変えられます。",
    "えらぶと、すぐに ほぞん されます。",
    "Each choice is saved at once. You can change it in the LINE talk too.",
    "每次选择都会立即保存，也可在LINE聊天中更改。",
    "고르면 바로 저장됩니다. LINE 대화에서도 바꿀 수 있습니다.",
  ),
  noAnswer: five("答えない", "こたえない", "No answer", "不回答", "답하지 않음"),
  saving: five("保存しています…", "ほぞん しています…", "Saving…", "正在保存…", "저장 중…"),
  saved: five("保存しました", "ほぞん しました", "Saved", "已保存", "저장했습니다"),
  other: five(
    "ほかの端末での変更を反映しました",
    "ほかの スマホで かえた ことを 入れました",
    "Updated with a change made elsewhere",
    "已反映在其他设备上的更改",
    "다른 기기에서 바꾼 내용을 반영했습니다",
  ),
  notSaved: five(
    "保存できませんでした。選ぶ前の内容に戻しました。電波のよい所で、もう一度押してください。",
    "ほぞん できませんでした。もう一度 おしてください。",
    "Not saved; your earlier choice is back. Please try again with a better connection.",
    "未能保存，已恢复之前的选择。请在信号良好处重试。",
    "저장하지 못해 이전 선택으로 되돌렸습니다. 연결이 좋은 곳에서 다시 시도해 주세요.",
  ),
  expired: five(
    "時間がたったため、保存できません。ここまでの内容は保存されています。もう一度開いてください。",
    "時間が たちました。もう一度 ひらいてください。",
    "Your session has ended. What you chose so far is saved. Please open the page again.",
    "会话已结束，此前的选择已保存。请重新打开页面。",
    "시간이 지나 저장할 수 없습니다. 지금까지의 내용은 저장되어 있습니다. 다시 열어 주세요.",
  ),
  otherPerson: five(
    "このブラウザで、別の人の設定が開かれました。この画面からは変えられません。もう一度開いてください。",
    "ほかの 人の せっていが ひらかれました。もう一度 ひらいてください。",
    "Somebody else's settings were opened in this browser. Please open yours again.",
    "此浏览器中已打开他人的设置，请重新打开您的设置。",
    "이 브라우저에서 다른 사람의 설정이 열렸습니다. 다시 열어 주세요.",
  ),
  over: five(
    "この項目は選べなくなりました。画面を読み直してください。",
    "これは もう えらべません。",
    "This can no longer be chosen. Please reload the page.",
    "该项目已无法选择，请刷新页面。",
    "이 항목은 더 이상 고를 수 없습니다. 화면을 새로 고쳐 주세요.",
  ),
  again: five("もう一度開く", "もう一度 ひらく", "Open again", "重新打开", "다시 열기"),
  refused: five(
    "LINEで本人の確認ができませんでした。この画面を閉じて、LINEのトークの「受信設定」から開き直してください。",
    "できませんでした。この がめんを とじて、LINEの「受信設定」から もう一度 ひらいてください。",
    "LINE could not confirm who you are. Close this page and open it again from 受信設定 in the LINE talk.",
    "LINE无法确认您的身份。请关闭此页面，从LINE聊天的“受信設定”重新打开。",
    "LINE에서 본인 확인을 하지 못했습니다. 이 화면을 닫고 LINE 대화의 ‘受信設定’에서 다시 열어 주세요.",
  ),
  unavailable: five(
    "ただいま開けません。少し時間をおいて、もう一度開いてください。設定は変わっていません。",
    "いま ひらけません。あとで もう一度 ひらいてください。",
    "The page cannot be opened right now. Please try again later; your settings are unchanged.",
    "目前无法打开，请稍后重试。您的设置没有改变。",
    "지금은 열 수 없습니다. 잠시 후 다시 시도해 주세요. 설정은 바뀌지 않았습니다.",
  ),
  needsScript: five(
    "このページにはJavaScriptが必要です。LINEのトークで「受信設定」と送っても、同じことができます。",
    "LINEで「受信設定」と おくっても できます。",
    "This page needs JavaScript. You can do the same by sending 受信設定 in the LINE talk.",
    "本页面需要JavaScript。在LINE聊天中发送“受信設定”也可进行相同操作。",
    "이 페이지에는 JavaScript가 필요합니다. LINE 대화에서 ‘受信設定’을 보내도 됩니다.",
  ),
  stopTitle: five("すべての配信", "お知らせ ぜんぶ", "All notices", "所有通知", "모든 알림"),
  stopText: five(
    "止めると、災害のお知らせも届かなくなります。通報への返事は届きます。",
    "止めると、さいがいの お知らせも とどきません。",
    "If you stop them, disaster notices stop too. Replies to your reports still arrive.",
    "停止后灾害通知也不会送达。对您报告的回复仍会送达。",
    "중지하면 재난 알림도 오지 않습니다. 신고에 대한 답변은 계속 옵니다.",
  ),
} satisfies Record<string, LocalText>;

export type SettingsLabel = keyof typeof LABELS;
export const settingsLabel = (label: SettingsLabel, language: Language): string =>
  say(LABELS[label], language);
