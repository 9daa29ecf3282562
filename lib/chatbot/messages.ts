import { fold } from "@/lib/scenarios/fold";
import { everyWording } from "@/lib/scenarios/language";
import type { LocalText } from "@/lib/scenarios/schema";
import type { Noise } from "./noise";

const five = (ja: string, easy: string, en: string, zh: string, ko: string): LocalText => ({
  ja,
  easy,
  en,
  zh,
  ko,
});

/** What the bot says to residents. Words on buttons have at most 20 graphemes in every language. */
export const SAYS = {
  notFound: five("見つかりませんでした", "見つかりません", "No answer found", "没有找到", "찾지 못했습니다"),
  notFoundText: five(
    "お尋ねの内容に合う答えを、まだ用意できていません。言葉を変えて送るか、下のボタンや電話をお使いください。",
    "こたえが ありません。ちがう 言葉で 書くか、下の ボタンか 電話を つかってください。",
    "We have no answer to that yet. Try other words, or use the buttons or the phone below.",
    "暂时没有相应的答案。请换个说法，或使用下面的按钮、电话。",
    "아직 맞는 답이 없습니다. 다른 말로 보내거나 아래 버튼이나 전화를 이용해 주세요.",
  ),
  nearest: five("近いもの", "にている もの", "Closest entries", "相近的内容", "비슷한 항목"),
  ambiguous: five(
    "どれについてのご質問ですか。下のボタンでお選びください。",
    "どれですか。下の ボタンで えらんでください。",
    "Which one do you mean? Please choose with the buttons below.",
    "您想问的是哪一个？请用下面的按钮选择。",
    "어느 것에 대한 질문인가요? 아래 버튼에서 골라 주세요.",
  ),
  /** Only one is near: {title}. */
  isItThis: five(
    "「{title}」のことですか。",
    "「{title}」の ことですか。",
    "Do you mean “{title}”?",
    "您是指“{title}”吗？",
    "‘{title}’ 말씀이신가요?",
  ),
  notThis: five("ちがいます", "ちがいます", "No", "不是", "아니요"),
  noneOfThese: five("この中にない", "この中に ない", "None of these", "都不是", "여기에 없음"),
  noneText: five(
    "お探しのものがなく、申し訳ありません。言葉を変えて送るか、下のボタンや電話をお使いください。",
    "ごめんなさい。ちがう 言葉で 書くか、下の ボタンか 電話を つかってください。",
    "Sorry that it was not among them. Try other words, or use the buttons or the phone below.",
    "很抱歉没有您要找的内容。请换个说法，或使用下面的按钮、电话。",
    "찾으시는 것이 없어 죄송합니다. 다른 말로 보내거나 아래 버튼이나 전화를 이용해 주세요.",
  ),
  helpful: five("役に立った", "わかった", "Helpful", "有帮助", "도움이 됐어요"),
  unhelpful: five("役に立たなかった", "わからない", "Not helpful", "没有帮助", "도움이 안 됐어요"),
  topics: five("ほかの質問", "ほかの しつもん", "Other questions", "其他问题", "다른 질문"),
  thanksForWord: five(
    "お役に立ててよかったです。ほかに知りたいことがあれば、いつでも送ってください。",
    "よかったです。ほかにも 聞いて ください。",
    "Glad it helped. Ask anything else at any time.",
    "很高兴能帮到您。如有其他问题，请随时发送。",
    "도움이 되어 다행입니다. 다른 궁금한 점도 언제든지 보내 주세요.",
  ),
  sorry: five(
    "お役に立てず申し訳ありません。教えてくださったことは、答えを直すために使います。お急ぎのときは電話でお尋ねください。",
    "ごめんなさい。こたえを なおします。いそぐときは 電話で 聞いてください。",
    "Sorry that it did not help. We use your word to improve the answer. If it is urgent, please call.",
    "很抱歉没能帮到您。我们会据此改进答案。如有急事请致电询问。",
    "도움이 되지 못해 죄송합니다. 알려 주신 내용은 답변을 고치는 데 쓰겠습니다. 급하시면 전화로 문의해 주세요.",
  ),
  /** On a phone's button: {number} after it. */
  call: five("電話", "電話", "Call", "电话", "전화"),
  topicsText: five(
    "どのことについて知りたいですか。言葉を送っても調べられます。",
    "なにを 知りたいですか。言葉を 書いても いいです。",
    "What would you like to know about? You can also just type your question.",
    "您想了解什么？也可以直接输入问题。",
    "무엇이 궁금하신가요? 글로 보내셔도 됩니다.",
  ),
  noTopics: five(
    "知りたいことを、そのまま文字で送ってください。",
    "知りたい ことを 書いて おくって ください。",
    "Please type what you would like to know.",
    "请直接输入您想了解的内容。",
    "궁금한 점을 글로 보내 주세요.",
  ),
  next: five("次へ", "つぎへ", "Next", "下一页", "다음"),
  previous: five("前へ", "まえへ", "Previous", "上一页", "이전"),
  gone: five(
    "この案内は、いまは行っていません。内容が変わったか、期間が終わりました。もう一度、言葉で送ってください。",
    "これは もう ありません。もういちど 言葉で 書いてください。",
    "This answer is no longer offered: it was changed or its time is over. Please type your question again.",
    "该内容已变更或已结束。请重新输入问题。",
    "이 안내는 내용이 바뀌었거나 기간이 끝났습니다. 다시 글로 보내 주세요.",
  ),
  picture: five("画像", "え", "Picture", "图片", "이미지"),
} satisfies Record<string, LocalText>;

/** Friendly words for what asks nothing. */
export const SMALL_TALK: Record<Noise, LocalText> = {
  hello: five(
    "こんにちは。知りたいことを、そのまま文字で送ってください。",
    "こんにちは。知りたい ことを 書いて おくって ください。",
    "Hello. Please type what you would like to know.",
    "您好。请直接输入您想了解的内容。",
    "안녕하세요. 궁금한 점을 글로 보내 주세요.",
  ),
  thanks: five(
    "どういたしまして。また知りたいことがあれば、いつでも送ってください。",
    "どういたしまして。また 聞いて ください。",
    "You are welcome. Ask again at any time.",
    "不客气。如有问题请随时发送。",
    "천만에요. 궁금한 점이 있으면 언제든지 보내 주세요.",
  ),
  word: five(
    "はい。知りたいことがあれば、そのまま文字で送ってください。",
    "はい。知りたい ことを 書いて おくって ください。",
    "All right. If there is something you would like to know, just type it.",
    "好的。如有想了解的内容，请直接输入。",
    "네. 궁금한 점이 있으면 글로 보내 주세요.",
  ),
  nothing: five(
    "知りたいことを、言葉で送ってください。例：「ペットボトル」「住民票の取り方」",
    "知りたい ことを 言葉で 書いて ください。",
    "Please type your question in words.",
    "请用文字输入您的问题。",
    "질문을 글로 보내 주세요.",
  ),
};

/** Typed alone, these show the topics. */
const TOPIC_WORDS = new Set(
  [
    "よくある質問",
    "よくあるご質問",
    "質問",
    "しつもん",
    "faq",
    "ヘルプ",
    "へるぷ",
    "help",
    "使い方",
    "つかいかた",
    "帮助",
    "도움말",
    ...everyWording(SAYS.topics),
  ].map(fold),
);
export const asksForTopics = (text: string): boolean => TOPIC_WORDS.has(fold(text));
/** As what it is counted. */
export const TOPICS_ASKED = "よくある質問";
