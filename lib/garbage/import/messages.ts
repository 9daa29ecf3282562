import type { CsvFault } from "./csv";
import { CSV_LIMITS } from "./csv";

const count = (n: number): string => n.toLocaleString("ja-JP");

/** What staff read of a file and its rows. */
export const IMPORT_WORDS = {
  fields: { title: "品目", category: "区分", reading: "読み", note: "出し方・備考", synonyms: "別名" },
  noTitle: "品目が空です。",
  signsOnly: (title: string) => `品目「${title}」には、検索できる文字がありません。`,
  noCategory: (title: string) => `「${title}」の区分が空です。`,
  tooLong: (field: string, actual: number, most: number) =>
    `${field}が長すぎます（${count(actual)}文字。${count(most)}文字まで）。`,
  synonymsTooLong: (many: number, length: number) => `別名は${many}個まで、1つ${length}文字までです。`,
  merged: (title: string, line: number) =>
    `「${title}」は${count(line)}行目と同じ品目・同じ区分です。1つにまとめました。`,
  twin: (title: string, line: number, before: string, after: string) =>
    `「${title}」は${count(line)}行目にもあり、区分がちがいます（${before}／${after}）。両方を取り込み、住民には選んでもらいます。`,
  controls: "画面に出せない制御文字があったので、取り除きました。",
  moreCells: (cells: number, width: number) =>
    `見出しより列が多い行です（${count(cells)}列。見出しは${count(width)}列）。カンマが引用符で囲まれていないかもしれません。`,
  slip: (heading: string, meant: string) =>
    `見出し「${heading}」は「${meant}」の書きまちがいとして読みました。`,
  strangeCategory: (name: string, n: number, meant: string) =>
    `区分「${name}」（${count(n)}件）は「${meant}」の書きまちがいかもしれません。このまま取り込みます。`,
  undescribed: (name: string, n: number) =>
    `区分「${name}」（${count(n)}件）は、区分の表（description.csv）にありません。`,
  twiceDescribed: (name: string) => `区分「${name}」は前の行にもあります。`,
  noCategoryName: "区分の名前が空です。",
  noArea: "地名が空です。",
  twiceArea: (name: string, line: number) => `「${name}」は${count(line)}行目にもあり、収集日がちがいます。`,
  mergedArea: (name: string, line: number) =>
    `「${name}」は${count(line)}行目と同じです。1つにまとめました。`,
  wrongRule: (column: string, cell: string, wrong: string) =>
    `「${column}」の「${cell}」を収集日として読めません（「${wrong}」）。`,
  noRemark: (column: string, id: string) =>
    `「${column}」の注意書き *${id} が、注意事項の表（remarks.csv）にありません。`,
  noDays: (column: string) =>
    `「${column}」の列には収集日がひとつもありません。集積所では集めないものとして扱います。`,
  noHeading: (column: number) => `${count(column)}列目に見出しがありません。この列は読みません。`,
  twiceColumn: (column: string) => `「${column}」の列が2つあります。あとの列は読みません。`,
  noCenter: "センターの名称が空です。すべての地区の休止として扱います。",
  strangeCenter: (name: string, when: string) =>
    `センター「${name}」は、収集日の表に出てきません。休止（${when}）はどの地区にも効かず、住民には収集があると答えます。`,
  kindsGone: (names: readonly string[], when: string) =>
    `休止（${when}）の種類${names.map((name) => `「${name}」`).join("")}が、収集の種類にありません。名前の変わった種類は休みにならず、住民には収集があると答えます。`,
  wrongDate: (cell: string) => `「${cell}」を日付として読めません。`,
  wrongOrder: "休止の終わりが、始まりより前です。",
  pastOnly: "休止の日はすべて過ぎています。新しい年末年始の休止を入れてください。",
  sameSuspension: (line: number) => `${count(line)}行目と同じ休止です。1つにまとめました。`,
  extrasGone: (n: number) => `臨時の収集日${count(n)}件は、対象の地区か種類がなくなるので消えます。`,
  noRemarkId: "IDか注意事項が空です。",
  sameRemark: (line: number) => `${count(line)}行目と同じIDです。`,
  broken: (n: number) =>
    `この文字コードでは読めない文字が${count(n)}か所あります。文字コードを変えて確かめてください。`,
} as const;

/** Why a file was not taken at all. What is live and what is in the draft stay as they are. */
export const FILE_REFUSALS = {
  missing: "ファイルが届いていません。もう一度選んでください。",
  "too-large": "ファイルが大きすぎます。合わせて20MBまでです。",
  "too-many": "続けて何度も読み込んだため、少し待つ必要があります。1分ほどおいて、もう一度お試しください。",
  busy: "いま、ほかのファイルを読み込んでいます。少し待ってから、もう一度お試しください。",
  empty: "ファイルに行がありません。",
  "no-items": "取り込める行がひとつもありません。列の割り当てと文字コードを確かめてください。",
  "no-title": "品目の列を選んでください。",
  "no-category": "区分の列を選んでください。",
  spreadsheet:
    "これは表計算ソフトのファイル（.xlsx など）です。表計算ソフトで「CSV（カンマ区切り）」として保存してから、選んでください。",
  binary: "これは文字の表ではありません。CSVファイルを選んでください。",
  "two-items": "品目の表が2つあります。1つずつ取り込んでください。",
  "two-alike": "同じ種類の表が2つあります。1つずつ取り込んでください。",
  "too-many-categories":
    "区分が200種類をこえます。区分の列がちがっているかもしれません。列の割り当てを確かめてください。",
  "too-many-areas": "地区が5,000件をこえます。",
  "too-many-kinds": "収集の種類が100をこえます。",
  options: "列の割り当てを読み取れませんでした。画面を開き直して、もう一度お試しください。",
  "no-days":
    "収集日の表（area_days.csv）がありません。休止と注意事項だけでは、はじめの取り込みはできません。",
} as const;
export type FileRefusal = keyof typeof FILE_REFUSALS;

/** The same for a fault in the text, with the line on which it is. */
export const CSV_FAULTS: Record<CsvFault, (line: number) => string> = {
  "open-quote": (line) =>
    `${count(line)}行目で始まる引用符（"）が閉じていません。その行を直してから、もう一度選んでください。`,
  "after-quote": (line) =>
    `${count(line)}行目で、閉じた引用符（"）のあとに文字が続いています。引用符の数を確かめてください。`,
  rows: () =>
    `行が多すぎます。${count(CSV_LIMITS.rows)}行までです。ファイルを分けるか、不要な行を消してください。`,
  columns: (line) => `${count(line)}行目の列が多すぎます。${count(CSV_LIMITS.columns)}列までです。`,
  cell: (line) =>
    `${count(line)}行目に${count(CSV_LIMITS.cell)}文字をこえる欄があります。引用符（"）の閉じ忘れかもしれません。`,
};
