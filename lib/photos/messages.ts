import { languageOf, say } from "@/lib/scenarios/language";
import type { LocalText } from "@/lib/scenarios/schema";
import type { PhotoRefusal } from "./verdict";

const WHY: Record<PhotoRefusal, LocalText> = {
  "not-an-image": {
    ja: "お送りいただいたファイルは写真ではないようです。",
    easy: "これは しゃしんでは ないようです。",
    en: "The file you sent does not seem to be a photo.",
    zh: "您发送的文件似乎不是照片。",
    ko: "보내 주신 파일은 사진이 아닌 것 같습니다.",
  },
  "unsupported-format": {
    ja: "この形式の写真は読み取れませんでした。",
    easy: "この しゃしんは 読めませんでした。",
    en: "A photo of this format could not be read.",
    zh: "无法读取此格式的照片。",
    ko: "이 형식의 사진은 읽을 수 없었습니다.",
  },
  "too-large": {
    ja: "写真のファイルが大きすぎて受け取れませんでした。",
    easy: "しゃしんの ファイルが 大きすぎて もらえませんでした。",
    en: "The photo could not be received because its file is too large.",
    zh: "照片文件过大，无法接收。",
    ko: "사진 파일이 너무 커서 받을 수 없었습니다.",
  },
  "too-many-pixels": {
    ja: "写真の画素数が大きすぎて受け取れませんでした。",
    easy: "しゃしんが 大きすぎて もらえませんでした。",
    en: "The photo could not be received because it has too many pixels.",
    zh: "照片像素过大，无法接收。",
    ko: "사진의 화소 수가 너무 커서 받을 수 없었습니다.",
  },
  broken: {
    ja: "写真がこわれていて読み取れませんでした。",
    easy: "しゃしんが こわれていて 読めませんでした。",
    en: "The photo is damaged and could not be read.",
    zh: "照片已损坏，无法读取。",
    ko: "사진이 손상되어 읽을 수 없었습니다.",
  },
};

const TRY_AGAIN: LocalText = {
  ja: "写真のほかの内容はそのまま残っています。よろしければ、LINEのカメラでもう一度撮って送ってください。",
  easy: "ほかの 内容は そのままです。できれば LINEの カメラで もう一度 とって 送ってください。",
  en: "Everything else you sent is kept. If you can, please take it again with the LINE camera and send it.",
  zh: "其他内容均已保留。方便的话，请用LINE的相机重新拍摄并发送。",
  ko: "다른 내용은 그대로 남아 있습니다. 괜찮으시면 LINE 카메라로 다시 찍어 보내 주세요.",
};

/** Between sentences: Chinese and Japanese have no space there, やさしい日本語 does. */
const GAP: LocalText = { ja: "", easy: " ", en: " ", zh: "", ko: " " };

/**
 * What the resident reads when a photo could not be used; `language` as LINE gives it, null when unknown. The report
 * itself is kept in any case.
 */
export function refusalMessage(
  reason: PhotoRefusal,
  language: string | null,
): { type: "text"; text: string } {
  const spoken = languageOf(language);
  return {
    type: "text",
    text: [WHY[reason], TRY_AGAIN].map((one) => say(one, spoken)).join(say(GAP, spoken)),
  };
}
