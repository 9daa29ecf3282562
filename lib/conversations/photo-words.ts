import type { LocalText } from "@/lib/scenarios/schema";

/** What the engine says of photos, as SENTENCES in messages.ts. */
export const PHOTO_WORDS = {
  gotPhotos: {
    ja: "写真を{n}枚受け取りました。",
    easy: "しゃしんを {n}まい もらいました。",
    en: "Photos received: {n}.",
    zh: "已收到{n}张照片。",
    ko: "사진 {n}장을 받았습니다.",
  },
  morePhotos: {
    ja: "ほかにもあれば続けて送ってください（{max}枚まで）。なければ「次へ進む」を押してください。",
    easy: "まだあれば 送ってください（{max}まいまで）。なければ「つぎへ進む」を おしてください。",
    en: "Send more if you like (up to {max}), or press Next.",
    zh: "还可以继续发送（最多{max}张），或按“下一步”。",
    ko: "더 있으면 보내 주세요(최대 {max}장). 없으면 ‘다음’을 누르세요.",
  },
  fullPhotos: {
    ja: "写真は{n}枚そろっています。よければ「次へ進む」を、入れかえるときは「写真を消す」を押してください。",
    easy: "しゃしんは {n}まい あります。「つぎへ進む」を おしてください。かえるときは「しゃしんを消す」を おしてください。",
    en: "All {n} photos are here. Press Next, or remove the photos to send others.",
    zh: "已有{n}张照片。请按“下一步”，要更换时请按“删除照片”。",
    ko: "사진 {n}장이 모두 있습니다. ‘다음’을 누르거나, 바꾸려면 ‘사진 삭제’를 누르세요.",
  },
  addedPhoto: {
    ja: "写真を通報に加えました。",
    easy: "しゃしんを 足しました。",
    en: "The photo was added.",
    zh: "照片已添加。",
    ko: "사진을 추가했습니다.",
  },
  somePhotosFit: {
    ja: "いまの写真のうち{n}枚を通報に加えました。写真は{max}枚までのため、{left}枚は入れていません。",
    easy: "しゃしんを {n}まい 足しました。しゃしんは {max}まいまでです。{left}まいは 入れません。",
    en: "Photos added: {n}. Left out: {left}, as up to {max} can be kept.",
    zh: "已添加{n}张照片。最多{max}张，其余{left}张未收录。",
    ko: "사진 {n}장을 추가했습니다. 최대 {max}장이라 {left}장은 넣지 않았습니다.",
  },
  noPhotoFits: {
    ja: "写真は{max}枚までお預かりします。いまの{left}枚は入れていません。入れかえるときは、前の写真の送信を取り消してから、もう一度送ってください。",
    easy: "しゃしんは {max}まいまでです。いまの {left}まいは 入れません。かえるときは まえの しゃしんの 送信を 取り消して、もう一度 送ってください。",
    en: "Up to {max} photos can be kept; left out: {left}. To swap one, unsend an earlier photo and send the new one again.",
    zh: "最多{max}张照片，刚才的{left}张未收录。如要更换，请先收回之前的照片，再重新发送。",
    ko: "사진은 최대 {max}장입니다. 방금 {left}장은 넣지 않았습니다. 바꾸려면 앞서 보낸 사진의 전송을 취소한 뒤 다시 보내 주세요.",
  },
  externalPhoto: {
    ja: "この送り方の写真は受け取れませんでした。カメラかアルバムから送ってください。",
    easy: "このしゃしんは 受け取れません。カメラか アルバムから 送ってください。",
    en: "This photo could not be received. Please send it from your camera or album.",
    zh: "无法接收此照片，请用相机或相册发送。",
    ko: "이 사진은 받을 수 없습니다. 카메라나 앨범에서 보내 주세요.",
  },
  photosDropped: {
    ja: "写真を消しました。",
    easy: "しゃしんを 消しました。",
    en: "The photos were removed.",
    zh: "照片已删除。",
    ko: "사진을 삭제했습니다.",
  },
} satisfies Record<string, LocalText>;
