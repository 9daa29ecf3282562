import { five } from "../parts";
import { QUESTIONS, TRAITS_OFFERED } from "../questions";
import type { PresetInterest, PresetPreferences } from "../types";

/** The city's eleven. */
const interests: PresetInterest[] = [
  {
    key: "events",
    icon: "calendar",
    label: five("イベント", "イベント", "Events", "活动", "행사"),
    description: five(
      "まつり、講座、体験会",
      "まつりや 教室",
      "Festivals, classes, try-outs",
      "节庆、讲座、体验活动",
      "축제, 강좌, 체험 행사",
    ),
  },
  {
    key: "sports",
    icon: "bike",
    label: five("スポーツ", "スポーツ", "Sports", "体育", "스포츠"),
    description: five(
      "大会、教室、体育施設",
      "スポーツの 大会や 教室",
      "Matches, classes, sports halls",
      "赛事、课程、体育设施",
      "대회, 교실, 체육 시설",
    ),
  },
  {
    key: "culture",
    icon: "star",
    label: five("文化芸術", "文化・げいじゅつ", "Culture and arts", "文化艺术", "문화예술"),
    description: five(
      "展覧会、音楽、図書館",
      "絵や 音楽、本",
      "Exhibitions, music, libraries",
      "展览、音乐、图书馆",
      "전시, 음악, 도서관",
    ),
  },
  {
    key: "health",
    icon: "heart-pulse",
    label: five("健康", "けんこう", "Health", "健康", "건강"),
    description: five(
      "健診、予防接種、健康づくり",
      "体の けんさ、よぼうちゅうしゃ",
      "Check-ups, vaccinations, staying well",
      "体检、预防接种、保健",
      "건강검진, 예방접종, 건강 증진",
    ),
  },
  {
    key: "children",
    icon: "baby",
    label: five("子育て", "子どもを そだてる", "Raising children", "育儿", "육아"),
    description: five(
      "妊娠、保育園、手当、親子の催し",
      "赤ちゃん、保育園、お金の 手つだい",
      "Pregnancy, nurseries, allowances",
      "孕期、托儿所、补贴、亲子活动",
      "임신, 어린이집, 수당, 부모와 아이 행사",
    ),
  },
  {
    key: "disability",
    icon: "accessibility",
    label: five("障がい", "しょうがい", "Disability", "残障", "장애"),
    description: five(
      "手帳、サービス、相談窓口",
      "手ちょうや 相談",
      "Certificates, services, advice",
      "证件、服务、咨询",
      "수첩, 서비스, 상담 창구",
    ),
  },
  {
    key: "work",
    icon: "briefcase",
    label: five("しごと", "しごと", "Work", "工作", "일자리"),
    description: five(
      "求人、就職相談、事業者の支援",
      "しごとを さがす、相談",
      "Jobs, job advice, help for businesses",
      "招聘、就业咨询、企业支援",
      "구인, 취업 상담, 사업자 지원",
    ),
  },
  {
    key: "safety",
    icon: "shield-check",
    label: five("くらしの安全", "くらしの あんぜん", "Safety", "生活安全", "생활 안전"),
    description: five(
      "防災、防犯、交通安全",
      "さいがい、どろぼう、車に 気をつける",
      "Disasters, crime prevention, traffic",
      "防灾、防范犯罪、交通安全",
      "방재, 방범, 교통안전",
    ),
  },
  {
    key: "living",
    icon: "recycle",
    label: five("生活", "せいかつ", "Daily life", "生活", "생활"),
    description: five(
      "ごみ、水道、税、手続き",
      "ごみ、水、お金、手つづき",
      "Garbage, water, taxes, paperwork",
      "垃圾、水道、税、手续",
      "쓰레기, 수도, 세금, 절차",
    ),
  },
  {
    key: "bulletin",
    icon: "newspaper",
    label: five("市政だより", "市の 新聞", "City bulletin", "市政简报", "시정 소식지"),
    description: five(
      "広報紙の発行と特集",
      "市が 出す 新聞",
      "New issues of the city's paper",
      "市报的发行与专题",
      "시 소식지 발행과 특집",
    ),
  },
  {
    key: "notices",
    icon: "megaphone",
    label: five("お知らせ", "お知らせ", "Notices", "通知", "알림"),
    description: five(
      "募集、意見の募集、そのほか",
      "そのほかの お知らせ",
      "Calls for people and opinions, and more",
      "招募、征求意见及其他",
      "모집, 의견 모집, 그 밖의 소식",
    ),
  },
];

export const kumamotoPreferences: PresetPreferences = {
  interests,
  traits: TRAITS_OFFERED,
  questions: QUESTIONS,
};
