/**
 * The sentence around what a question is about, as Japanese builds it: subject, particle, what is asked, endings. All
 * words are folded. No regular expressions: a hostile text must not make them look again and again.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);
const each = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.flatMap((start) => ends.map((end) => start + end));

/** Between the subject and what is asked of it; the longest that fits is taken. */
const PARTICLES = [
  ...words(`は を が の も って などは などを 等は などの なんて という ってのは というのは っていうのは
    について についての に関して に関する のことを のこと なんだけど なのですが なんですが なんですけど だけど ですが ですけど
    があるんですが があるのですが があるんだけど がある が出たのですが が出た があります があるので`),
  "",
].sort((a, b) => b.length - a.length);

const WHICH = each(
  words("何 なん なに 何の なんの なにの どの どんな どれ どういう どこの どっち どちら どっちの どちらの"),
  ["", ...words("ごみ 種類 種類のごみ 分別 分類 区分 袋 曜日 日 扱い ごみ扱い ごみの日")],
);
const HOW = words(
  "どう どうやって どのように どうしたら どうすれば どうする どうしよう いつ いつから いつまで どこ 何曜日 何曜 何時 いくら",
);
const MATTER =
  words(`捨て方 すてかた 捨てかた 出し方 だしかた 出しかた だし方 分別 分別方法 分別の仕方 ぶんべつ 分け方 わけかた
  処分 処分方法 処分の仕方 処分の方法 しょぶん しょぶんほうほう 廃棄 廃棄方法 処理 処理方法 区分 分類 種類 回収 収集 回収日 収集日
  捨てる日 出す日 捨てる方法 出す方法 捨て場 捨て場所 捨てる場所 出す場所 引き取り ひきとり 収集方法 回収方法`);
const ACTION = [
  ...each(words("捨て すて"), words("たい る ます て られ れば たら よう ちゃ たく ない")),
  ...each(words("出し だし"), words("たい ます て たら ちゃ たく ても")),
  ...words(
    "出す だす 出せ だせ 出せば だせば 持って行き 持って行く 持っていく 持ち込み 持ち込む 手放したい 片付けたい 引き取って",
  ),
  ...each(
    words("処分 廃棄 処理 回収 収集 分別 しょぶん"),
    words("したい する します して できる でき しよう すれば したら される して"),
  ),
];
const ASKED = new Set([...WHICH, ...HOW, ...MATTER, ...ACTION]);

/** Kinds of garbage are asked about, and are no part of the subject, only after a particle: 「ストローは燃えるゴミ？」. */
const KINDS = new Set(
  [
    ...each(
      words(
        "燃える 燃やす 燃やせる もえる もやす 燃えない 燃やさない もえない 可燃 不燃 資源 粗大 プラ プラスチック 危険 有害 金属 普通 一般",
      ),
      ["", "ごみ"],
    ),
    ...words("ごみ リサイクル 資源物"),
  ].map((word) =>
    word
      .replaceAll("プラスチック", "ぷらすちっく")
      .replaceAll("プラ", "ぷら")
      .replaceAll("リサイクル", "りさいくる"),
  ),
);
const TOPIC = words("は って も とか ってのは");

/** What may follow, in any number and order. */
const ENDINGS =
  words(`る す せる せば れば たら たい ん の です ます ました でした でしょう でしょ だろう だ か かな かね ね よ が けど
  けれど けども けれども し いい 良い よい よろしい おけ おk ok 必要 ある あり ありま ください 下さい くださ 教えて おしえて 教え 知りたい しりたい
  聞きたい ききたい わからない 分からない わかりません 分かりません 分かりま わかりま 方法 場所 場合 とき 時 日 には に で へ は を
  こと ところ できる でき られ もらえ くれ くれる いただけ いただき て いる い いけない だめ な なの なん んで せん すか しょうか しょう お願い お願いし おねがいし 思う 思っ
  困って こまって 悩んで 捨て すて 出す 出し 出せ 出 だ 入れる 入れ なり なる 分ける 分け 当たり どう って と も ら じゃ まで から 袋 ごみ 仕方
  普通に ほしい 欲しい いけ 行け 行き やれ やる やり すれ する した し 処分 回収`).map((word) => word);
/** Endings that may stand right after the subject. */
const ALONE =
  words(`です ですよね ですか ですかね でしょうか だろうか は って を について を教えて を教えてください を教えて下さい の件 を知りたい が知りたい
  が知りたいです が知りたいのですが を教えてほしい を教えてほしいです について教えて について教えてください について知りたい`).sort(
    (a, b) => b.length - a.length,
  );

const LONGEST_ASKED = Math.max(...[...ASKED, ...KINDS].map((word) => word.length));

const endingsBy = new Map<string, string[]>();
for (const ending of ENDINGS) {
  const last = ending.slice(-1);
  endingsBy.set(last, [...(endingsBy.get(last) ?? []), ending]);
}

/** From where on the text consists of endings only; its length is always one of them. */
function endingsFrom(text: string): Set<number> {
  const found = new Set([text.length]);
  for (let at = text.length; at > 0; at -= 1) {
    if (!found.has(at)) continue;
    for (const ending of endingsBy.get(text.charAt(at - 1)) ?? [])
      if (text.endsWith(ending, at)) found.add(at - ending.length);
  }
  return found;
}

type Framed = { subject: string; particle: string };

function framed(text: string, from: number, asked: string): Framed | null {
  const before = text.slice(0, from);
  const cutAt = (particles: readonly string[]): Framed | null => {
    const particle = particles.find((word) => before.endsWith(word) && before.length > word.length);
    return particle === undefined
      ? null
      : { subject: before.slice(0, before.length - particle.length), particle };
  };
  return (KINDS.has(asked) ? cutAt(TOPIC) : null) ?? (ASKED.has(asked) ? cutAt(PARTICLES) : null);
}

function frameOf(folded: string): Framed {
  let least: Framed = { subject: folded, particle: "" };
  for (const end of endingsFrom(folded))
    for (let from = Math.max(1, end - LONGEST_ASKED); from < end; from += 1) {
      const found = framed(folded, from, folded.slice(from, end));
      if (found !== null && found.subject.length < least.subject.length) least = found;
    }
  if (least.subject !== folded) return least;
  const alone = ALONE.find((word) => folded.endsWith(word) && folded.length > word.length);
  return alone ? { subject: folded.slice(0, -alone.length), particle: "" } : least;
}

/** The subject of a folded question, without the sentence around it; the text itself when it is no such sentence. */
export const withoutFrame = (folded: string): string => frameOf(folded).subject;

/** The same, and with the particle after it, which may be a part of the word: 「きもの捨てたい」. */
export function subjectsOf(folded: string): string[] {
  const { subject, particle } = frameOf(folded);
  return particle === "" ? [subject] : [subject, subject + particle];
}
