import { five } from "./parts";
import type { PresetPreferences } from "./types";

/** Ten-year bands: the city's own published figures use them. Code 0, no answer, is not an option but always there. */
export const TRAITS_OFFERED: PresetPreferences["traits"] = {
  age_band: [
    { code: 1, label: five("10代以下", "10代 までの 人", "Under 20", "10多岁及以下", "10대 이하") },
    { code: 2, label: five("20代", "20代", "20s", "20多岁", "20대") },
    { code: 3, label: five("30代", "30代", "30s", "30多岁", "30대") },
    { code: 4, label: five("40代", "40代", "40s", "40多岁", "40대") },
    { code: 5, label: five("50代", "50代", "50s", "50多岁", "50대") },
    { code: 6, label: five("60代", "60代", "60s", "60多岁", "60대") },
    { code: 7, label: five("70代以上", "70代より 上の 人", "70 or over", "70岁以上", "70대 이상") },
  ],
  gender: [
    { code: 1, label: five("男性", "男の 人", "Male", "男性", "남성") },
    { code: 2, label: five("女性", "女の 人", "Female", "女性", "여성") },
    { code: 3, label: five("その他", "そのほか", "Other", "其他", "기타") },
  ],
};

export const QUESTIONS: PresetPreferences["questions"] = [
  {
    key: "age_band",
    prompt: five(
      "年代を教えてください。",
      "何さい くらいですか。",
      "What is your age group?",
      "请选择您的年龄段。",
      "연령대를 알려 주세요.",
    ),
    note: five(
      "年代に合わせたお知らせを届けるために使います。",
      "あなたに 合う お知らせを おくるために 使います。",
      "We use it to send you news that fits your age.",
      "用于向您发送适合您年龄段的通知。",
      "연령에 맞는 소식을 보내 드리는 데 사용합니다.",
    ),
  },
  {
    key: "gender",
    prompt: five(
      "性別を教えてください。",
      "男の 人ですか、女の 人ですか。",
      "What is your gender?",
      "请选择您的性别。",
      "성별을 알려 주세요.",
    ),
    note: five(
      "健診のお知らせなどに使います。",
      "けんこうの お知らせなどに 使います。",
      "We use it for health check notices and the like.",
      "用于健康检查通知等。",
      "건강검진 안내 등에 사용합니다.",
    ),
  },
  {
    key: "area",
    prompt: five(
      "お住まいの地域を教えてください。",
      "どこに すんでいますか。",
      "Where do you live?",
      "请选择您的居住地区。",
      "거주 지역을 알려 주세요.",
    ),
    note: five(
      "お住まいの近くの催しや、災害のお知らせに使います。",
      "近くの イベントや さいがいの お知らせに 使います。",
      "We use it for events and disaster notices near you.",
      "用于您附近的活动和灾害通知。",
      "가까운 지역의 행사와 재난 소식에 사용합니다.",
    ),
  },
  {
    key: "interests",
    prompt: five(
      "受け取りたい情報を選んでください。",
      "ほしい お知らせを えらんでください。",
      "What would you like to hear about?",
      "请选择您想接收的信息。",
      "받고 싶은 정보를 골라 주세요.",
    ),
    note: five(
      "いくつでも選べます。押すたびに、選ぶ・やめるが切り替わります。",
      "いくつでも えらべます。もう一度 おすと、やめます。",
      "Choose as many as you like. Tap again to take one out.",
      "可以多选。再点一次即可取消。",
      "여러 개를 고를 수 있습니다. 다시 누르면 해제됩니다.",
    ),
  },
  {
    key: "language",
    prompt: five(
      "お知らせの言葉を選んでください。",
      "どの 言葉が いいですか。",
      "In which language shall we write to you?",
      "请选择通知的语言。",
      "안내 언어를 골라 주세요.",
    ),
    note: null,
  },
];
