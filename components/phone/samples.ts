/**
 * Drawings by this project that stand in for a resident's photos, under public/samples. As from real phones, one of
 * them (road-hole-near) tells where and when it was taken, and one (guardrail) lies on its side with a note to turn it.
 */
export const SAMPLE_PHOTOS = [
  { file: "road-hole-near.jpg", label: "舗装の穴（近く）" },
  { file: "road-hole-far.jpg", label: "舗装の穴（全体）" },
  { file: "guardrail.jpg", label: "へこんだガードレール" },
  { file: "street-lamp.jpg", label: "消えた街路灯" },
  { file: "gutter-lid.jpg", label: "割れた側溝のふた" },
  { file: "flooded-road.jpg", label: "冠水した道路" },
  { file: "river-bank.jpg", label: "くずれた川の護岸" },
  { file: "garbage-station.jpg", label: "散らかったごみ集積所" },
  { file: "fallen-branch.jpg", label: "折れた街路樹の枝" },
  { file: "park-bench.jpg", label: "こわれた公園のベンチ" },
] as const;

export const sampleAddress = (file: string): string => `/samples/${file}`;
