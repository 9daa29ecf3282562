/** Drawings by this project that stand in for a resident's photos, under public/samples. */
export const SAMPLE_PHOTOS = [
  { file: "road-hole-near.jpg", label: "道路の穴（近く）" },
  { file: "road-hole-far.jpg", label: "道路の穴（全体）" },
  { file: "guardrail.jpg", label: "曲がったガードレール" },
  { file: "street-lamp.jpg", label: "消えた街路灯" },
  { file: "river-bank.jpg", label: "くずれた川岸" },
  { file: "park-bench.jpg", label: "こわれたベンチ" },
  { file: "garbage-station.jpg", label: "ごみ集積所" },
  { file: "fallen-branch.jpg", label: "折れた街路樹の枝" },
] as const;

export const sampleAddress = (file: string): string => `/samples/${file}`;
