import type { MediaRefusal } from "./verdict";

export const MEDIA_REFUSALS: Record<MediaRefusal | "missing" | "too-many", string> = {
  "too-many":
    "短い時間にたくさんの画像が選ばれました。1分ほど待って、もう一度選んでください。選んだほかの画像は残っています。",
  missing: "画像のファイルを選んでください。",
  "not-an-image": "JPEGかPNGの画像を選んでください。ほかの形式は使えません。",
  "too-large": "画像は10MBまでです。小さくしてから選び直してください。",
  "too-many-pixels": "画像が大きすぎます(5,000万画素まで)。小さくしてから選び直してください。",
  "too-small": "画像が小さすぎます。縦横とも200ピクセル以上のものを選んでください。",
  broken: "画像を読み取れませんでした。別のファイルを選んでください。",
};
