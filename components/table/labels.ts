export const tableLabels = {
  columns: "表示する項目",
  sortUp: "昇順に並べ替え",
  sortDown: "降順に並べ替え",
  keys: "1文字のキー操作を使う",
  keysHelp: "j 次の行、k 前の行、o 開く",
} as const;
