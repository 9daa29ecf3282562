/** What the parts of both books are called on the staff's screens. */
export const BOOK_WORDS = {
  label: "名前",
  howTo: "出し方",
  color: "色",
  icon: "アイコン",
  collectedAs: "収集の種類",
  name: "地区の名前",
  group: "まとまり",
  also: "別の呼び名",
  center: "センター",
  kinds: "種類",
  areas: "地区",
  time: "時刻",
  allKinds: "すべての種類",
  allCenters: "すべての地区",
  everywhere: "すべての地区",
  yes: "祝日も収集する",
  no: "祝日は休み",
  onHolidays: "祝日",
  putOutBy: "出す時刻",
  kindTitle: (name: string) => `収集の種類「${name}」`,
  suspensionTitle: (from: string, until: string) =>
    from === until ? `休止 ${from}` : `休止 ${from} から ${until}`,
  lostItems: (n: number) => `区分の決まっていない品目が${n}件あります。答えに区分が出ません。`,
  untied: (names: string[]) =>
    `${names
      .slice(0, 5)
      .map((name) => `「${name}」`)
      .join("")}の収集の種類が、収集カレンダーにありません。次の収集日が出ません。`,
  unwritten: (n: number) => `出し方がまだ書かれていない区分が${n}件あります。`,
  emptyAreas: (n: number) => `収集日がひとつもない地区が${n}件あります。`,
  people: (n: number) => `${n.toLocaleString("ja-JP")}人`,
  aboutPeople: (n: number) => `約${n.toLocaleString("ja-JP")}人`,
  fewPeople: (small: number) => `${small}人未満`,
  areaGone: (area: string, people: string) =>
    `「${area}」がカレンダーからなくなります。この地区を選んでいる${people}に通知が届かなくなります。`,
  moreAreasGone: (n: number) =>
    `ほか${n.toLocaleString("ja-JP")}地区もなくなり、選んでいる人に通知が届かなくなります。`,
  moreSuspensions: (n: number) => `ほかにも、効かない休止の注意が${n.toLocaleString("ja-JP")}件あります。`,
  extraTitle: (date: string) => `臨時の収集 ${date}`,
} as const;

/** Why a change of a draft was refused. */
export const DRAFT_REFUSALS = {
  changed:
    "開いたあとに、ほかの人が変えました。保存していません。入力した内容を控えて、画面を開き直してください。",
  gone: "ほかの人が消しました。保存していません。一覧を最新にしてください。",
  taken: "同じ名前がもうあります。別の名前にするか、もう一方を直してください。",
  used: "この区分の品目が残っています。品目を別の区分に移してから消してください。",
  "no-category": "その区分はありません。一覧から選び直してください。",
  "no-area": "一覧にない地区の名前があります。地区かまとまりの名前を、1行に1つずつ入れてください。",
  "wrong-rule": "収集日として読めないところがあります。書き方の例を見て直してください。",
  "too-many": "これ以上は増やせません。",
} as const;
export type DraftRefusal = keyof typeof DRAFT_REFUSALS;
