import type { PhotoRefusal } from "./verdict";

const WHY: Record<PhotoRefusal, string> = {
  "not-an-image": "お送りいただいたファイルは写真ではないようです。",
  "unsupported-format": "この形式の写真は読み取れませんでした。",
  "too-large": "写真のファイルが大きすぎて受け取れませんでした。",
  "too-many-pixels": "写真の画素数が大きすぎて受け取れませんでした。",
  broken: "写真がこわれていて読み取れませんでした。",
};

/** What the resident reads when a photo could not be used. The report itself is kept in any case. */
export const refusalMessage = (reason: PhotoRefusal): { type: "text"; text: string } => ({
  type: "text",
  text: `${WHY[reason]}写真のほかの内容はそのまま残っています。よろしければ、LINEのカメラでもう一度撮って送ってください。`,
});
