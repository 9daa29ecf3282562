import { STATUS_LABELS } from "@/components/reports/labels";
import type { MapCluster, MapPin } from "./types";

export const mapLabels = {
  map: "地図",
  zoomIn: "拡大",
  zoomOut: "縮小",
  wholeCity: "市の全体を表示",
  tilesRefused: "地図画像を読み込めないため略図で表示しています",
  retryTiles: "もう一度読み込む",
  sketchCredit: "略図（位置は目安）",
  wheelHint: "Ctrlキーを押しながらホイールで拡大・縮小できます",
  touchHint: "地図に触れると動かせます",
  loading: "地図を準備しています",
  pins: "通報の位置。矢印キーで移れます",
};

export const pickerLabels = {
  map: "位置を選ぶ地図",
  pin: "選んだ位置。矢印キーで動かせます",
  hint: "地図を押すとその場所に印が付きます。印は引いて動かすほか、矢印キーでも動かせます。",
  center: "地図の真ん中に印を置く",
  clear: "印を消す",
  coordinates: "緯度・経度で指定する",
  latitude: "緯度",
  longitude: "経度",
  latitudeHelp: "例 32.80310",
  longitudeHelp: "例 130.70790",
  latitudeError: "緯度は-90から90までの数で入れてください（日本は20から46）。",
  longitudeError: "経度は-180から180までの数で入れてください（日本は122から154）。",
  swapped: "緯度と経度が逆だったため、入れ替えました。",
  none: "まだ選ばれていません",
  outside: "市の外のようです",
  around: (area: string) => `${area}のあたり`,
  at: (lat: string, lng: string) => `北緯${lat}・東経${lng}`,
};

export const miniMapLabel = "通報の位置の地図";

export const pinName = (pin: MapPin): string =>
  `${pin.label}、${STATUS_LABELS[pin.status]}${pin.urgent ? "、急ぎ" : ""}`;

export function clusterName(cluster: MapCluster): string {
  const parts = Object.entries(STATUS_LABELS).flatMap(([status, label]) => {
    const count = cluster.statuses[status as keyof typeof STATUS_LABELS] ?? 0;
    return count > 0 ? [`${label}${count}件`] : [];
  });
  return `通報${cluster.count}件のまとまり。${parts.join("、")}${parts.length > 0 ? "。" : ""}押すと拡大します`;
}
