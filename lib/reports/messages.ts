import type { ActorKind, ReportStatus } from "@/db/enums";
import { LIMITS, type TextMessage, textMessage } from "@/lib/conversations/message";
import { clock } from "@/lib/core/time";

/** Words for residents about their report, and drafts that staff may change before sending. */

type Text = { ja: string; en: string };
/** What a message has to say of a report; `topLabel` 道路, `subLabel` 舗装の穴. */
type ReportForMessage = {
  number: string;
  categoryKey: string;
  topLabel: string;
  subLabel?: string | null;
};

/** What is done about a category. Cities add their own keys; what is not here is 対応. */
const WORK: Record<string, Text> = {
  road: { ja: "補修", en: "repair" },
  river: { ja: "補修", en: "repair" },
  park: { ja: "修理や手入れ", en: "repair" },
  green: { ja: "修理や手入れ", en: "repair" },
  leak: { ja: "修理", en: "repair" },
  smell: { ja: "調査", en: "inspection" },
  takeaway: { ja: "巡回と指導", en: "patrol" },
};
const ANY_WORK: Text = { ja: "対応", en: "work" };

const BY_STATUS: Record<ReportStatus, (work: Text) => Text> = {
  received: () => ({
    ja: "担当が改めて内容を確認します。",
    en: "We will look at your report again.",
  }),
  checking: () => ({
    ja: "担当が内容を確認しています。現地を見に行くことがあります。",
    en: "We are checking your report and may visit the place.",
  }),
  working: (work) => ({
    ja: `現地を確認し、${work.ja}の手配をしています。終わりましたらお知らせします。`,
    en: `We have checked the place and are arranging the ${work.en}. We will tell you when it is done.`,
  }),
  done: (work) => ({
    ja: `${work.ja}が終わりました。お知らせいただき、ありがとうございました。`,
    en: `The ${work.en} is done. Thank you for telling us.`,
  }),
  not_needed: () => ({
    ja: "確認の結果、市では対応を行わないことになりました。お知らせいただき、ありがとうございました。",
    en: "After checking, the city will not take action on this report. Thank you for telling us.",
  }),
  referred: () => ({
    ja: "市以外が管理している場所のため、管理者へお知らせの内容を伝えました。",
    en: "The place is looked after by another body. We have passed your report on to them.",
  }),
  duplicate: () => ({
    ja: "同じ場所について先にお知らせをいただいており、あわせて対応します。",
    en: "Somebody has told us of the same thing before. We handle both reports together.",
  }),
};

const inJapanese = (language: string | null): boolean => language === null || /^ja\b/i.test(language);

const opening = (report: ReportForMessage): Text => ({
  ja: `【受付番号 ${report.number}】\nお知らせいただいた「${report.subLabel ?? report.topLabel}」の件です。`,
  en: `[No. ${report.number}]`,
});

/** Somebody whose LINE is set to another language gets English below the Japanese. */
function compose(report: ReportForMessage, body: Text, language: string | null): string {
  const start = opening(report);
  const japanese = `${start.ja}\n${body.ja}`;
  return inJapanese(language) ? japanese : `${japanese}\n\n${start.en} ${body.en}`;
}

/** The draft of what a resident reads about a status. Staff see and may change it before it is sent. */
export function draftStatusMessage(
  report: ReportForMessage,
  to: ReportStatus,
  language: string | null = null,
): string {
  return compose(report, BY_STATUS[to](WORK[report.categoryKey] ?? ANY_WORK), language);
}

/** Drafts for a message without a change of status. None asks the resident for an answer: the talk would not take it. */
export const MESSAGE_TEMPLATES: { key: string; label: string; body: Text }[] = [
  {
    key: "visited",
    label: "現地を確認した",
    body: { ja: "現地を確認しました。対応の方法を検討しています。", en: "We have visited the place." },
  },
  {
    key: "made-safe",
    label: "応急の安全対策をした",
    body: {
      ja: "応急の安全対策を行いました。本格的な作業は後日行います。",
      en: "We have made the place safe for now. The work itself follows later.",
    },
  },
  {
    key: "takes-longer",
    label: "時間がかかる",
    body: {
      ja: "作業の準備に時間がかかっています。もうしばらくお待ちください。",
      en: "The preparation takes longer. Thank you for your patience.",
    },
  },
];

export function draftMessage(report: ReportForMessage, key: string, language: string | null = null): string {
  const template = MESSAGE_TEMPLATES.find((t) => t.key === key);
  return template ? compose(report, template.body, language) : "";
}

/** LINE's limit for one text, in UTF-16 units. */
export const MAX_MESSAGE_UNITS = LIMITS.text;

/** The exact LINE messages a text becomes: the preview draws these, the outbox sends these. */
export const residentMessages = (text: string): TextMessage[] => [textMessage(text)];

/** Words of the timeline that the system itself writes. */
export const SYSTEM_NOTES = {
  withdrawn: "住民が送信前に取りやめていたことが、遅れて届いた操作からわかりました。",
  restored: "遅れて届いた操作により、送信されていたことがわかりました。",
} as const;

const STATUS_WORDS: Record<ReportStatus, string> = {
  received: "受付",
  checking: "確認中",
  working: "対応中",
  done: "対応済み",
  not_needed: "対応不要",
  referred: "他機関へ",
  duplicate: "重複",
};
/** The one Japanese name of a status, for screens, mails and exports. */
export const statusWord = (status: ReportStatus): string => STATUS_WORDS[status];

/** Why a command said no, ready to show. */
export const REFUSALS = {
  "same-status": "すでにこの状態になっています。",
  "no-such-move": "この状態へは変えられません。",
  forbidden: "この通報を変更する権限がありません。",
  "reason-missing": "理由を入力してください。",
  "original-missing": "元の通報の受付番号を入力してください。",
  "original-unknown": "その受付番号の通報は見つかりません。番号を確かめてください。",
  "original-itself": "この通報自身、またはこの通報の重複とされた通報は選べません。",
  unreachable: "住民にLINEで知らせることができません。「知らせない」を選んでください。",
  "message-missing": "住民へのメッセージを入力してください。",
  "assignee-unfit": "この担当者は、選んだ課の通報を扱えません。",
  "section-unknown": "その課はありません。",
  "no-change": "変更がありません。",
  "photo-gone": "この写真はすでに表示されていません。",
} as const;

/** In place of the number of a case that the person looking may not see. */
export const OTHER_SECTIONS_CASE = "ほかの課の通報";

const CHANGE_WORDS = {
  assigned: "担当を変更",
  placed: "場所を変更",
  priority: "優先度を変更",
  amended: "通報の内容を変更",
} as const;

/** What a person reads whose save came after somebody else's. */
export function conflictMessage(
  last: { who: string | null; by?: ActorKind; at: Date; kind: string; toStatus: ReportStatus | null } | null,
): string {
  if (!last) return "ほかの操作で内容が変わりました。最新の内容を確かめてから、もう一度保存してください。";
  const what = last.toStatus
    ? `状態を「${statusWord(last.toStatus)}」に変更`
    : (CHANGE_WORDS[last.kind as keyof typeof CHANGE_WORDS] ?? "内容を変更");
  const who = last.who ? `${last.who}さん` : last.by === "friend" ? "通報した人" : "システム";
  return `${who}が${clock(last.at)}に${what}しました。最新の内容を確かめてから、もう一度保存してください。`;
}

export const priorityWord = (priority: "normal" | "high"): string => (priority === "high" ? "優先" : "通常");

/** A point as staff read it in the timeline; four decimals are about ten metres. */
export const placeWords = (point: { lat: number; lng: number } | null): string =>
  point ? `緯度 ${point.lat.toFixed(5)}、経度 ${point.lng.toFixed(5)}` : "地図から外しました";
