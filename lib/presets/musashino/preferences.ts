import { five } from "../parts";
import { QUESTIONS, TRAITS_OFFERED } from "../questions";
import type { PresetInterest, PresetPreferences } from "../types";

/** Eighteen kinds; the first two are known by name, the others are a proposal that the city edits. */
const interests: PresetInterest[] = [
  {
    key: "disaster",
    icon: "siren",
    label: five(
      "安全・安心（災害関連）",
      "あんぜん（さいがい）",
      "Safety: disasters",
      "安全（灾害）",
      "안전(재난)",
    ),
    description: five(
      "気象、避難、停電など",
      "大雨、地しん、にげる ところ",
      "Weather, evacuation, power cuts",
      "气象、避难、停电等",
      "기상, 대피, 정전 등",
    ),
  },
  {
    key: "crime",
    icon: "shield-check",
    label: five(
      "安全・安心（犯罪・事故）",
      "あんぜん（はんざい・じこ）",
      "Safety: crime",
      "安全（犯罪・事故）",
      "안전(범죄·사고)",
    ),
    description: five(
      "不審者、詐欺、交通事故",
      "あやしい 人、うその 電話、じこ",
      "Suspicious persons, fraud, accidents",
      "可疑人员、诈骗、交通事故",
      "수상한 사람, 사기, 교통사고",
    ),
  },
  {
    key: "bulletin",
    icon: "newspaper",
    label: five("市政情報・市報むさしの", "市の 新聞", "City bulletin", "市政信息・市报", "시정 정보·시보"),
    description: five(
      "広報紙の発行と特集",
      "市が 出す 新聞",
      "New issues of the city's paper",
      "市报的发行与专题",
      "시보 발행과 특집",
    ),
  },
  {
    key: "events",
    icon: "calendar",
    label: five("イベント・観光", "イベント・かんこう", "Events and visits", "活动・观光", "행사·관광"),
    description: five(
      "まつり、催し、見どころ",
      "まつりや たのしい ところ",
      "Festivals, events, sights",
      "节庆、活动、景点",
      "축제, 행사, 볼거리",
    ),
  },
  {
    key: "children",
    icon: "baby",
    label: five("妊娠・出産・子育て", "赤ちゃん・子ども", "Raising children", "怀孕・育儿", "임신·육아"),
    description: five(
      "健診、保育園、手当",
      "体の けんさ、保育園",
      "Check-ups, nurseries, allowances",
      "体检、托儿所、补贴",
      "검진, 어린이집, 수당",
    ),
  },
  {
    key: "school",
    icon: "school",
    label: five("小・中学校・教育", "学校", "Schools", "中小学・教育", "초·중학교·교육"),
    description: five(
      "入学、給食、学校行事",
      "学校の お知らせ",
      "Enrolment, lunches, school events",
      "入学、午餐、学校活动",
      "입학, 급식, 학교 행사",
    ),
  },
  {
    key: "health",
    icon: "heart-pulse",
    label: five("健康・医療・予防接種", "けんこう・びょういん", "Health", "健康・医疗", "건강·의료"),
    description: five(
      "健診、休日の医療、予防接種",
      "体の けんさ、びょういん",
      "Check-ups, clinics, vaccinations",
      "体检、假日医疗、接种",
      "검진, 휴일 진료, 예방접종",
    ),
  },
  {
    key: "elderly",
    icon: "hand-heart",
    label: five("高齢者・介護", "お年よりの こと", "Older people", "老年人・护理", "고령자·돌봄"),
    description: five(
      "介護保険、見守り、居場所",
      "かいごや 集まる ところ",
      "Care insurance, meeting places",
      "护理保险、关怀、活动场所",
      "개호보험, 돌봄, 모임 장소",
    ),
  },
  {
    key: "disability",
    icon: "accessibility",
    label: five("障害のある方", "しょうがいの ある 人", "Disability", "残障人士", "장애인"),
    description: five(
      "手帳、サービス、相談窓口",
      "手ちょうや 相談",
      "Certificates, services, advice",
      "证件、服务、咨询",
      "수첩, 서비스, 상담",
    ),
  },
  {
    key: "welfare",
    icon: "users",
    label: five("福祉・生活相談", "くらしの 相談", "Welfare and advice", "福利・生活咨询", "복지·생활 상담"),
    description: five(
      "生活の困りごと、無料相談",
      "こまった ときの 相談",
      "Help with everyday problems",
      "生活困难、免费咨询",
      "생활 고민, 무료 상담",
    ),
  },
  {
    key: "work",
    icon: "briefcase",
    label: five("しごと・産業・商店", "しごと・店", "Work and shops", "工作・商业", "일·산업·상점"),
    description: five(
      "求人、創業、商店街",
      "しごと、町の 店",
      "Jobs, founding, local shops",
      "招聘、创业、商店街",
      "구인, 창업, 상점가",
    ),
  },
  {
    key: "culture",
    icon: "star",
    label: five("文化・芸術", "文化・げいじゅつ", "Culture and arts", "文化・艺术", "문화·예술"),
    description: five(
      "展覧会、音楽、演劇",
      "絵や 音楽",
      "Exhibitions, music, theatre",
      "展览、音乐、戏剧",
      "전시, 음악, 연극",
    ),
  },
  {
    key: "sports",
    icon: "bike",
    label: five("スポーツ", "スポーツ", "Sports", "体育", "스포츠"),
    description: five(
      "教室、大会、体育施設",
      "スポーツの 教室や 大会",
      "Classes, matches, sports halls",
      "课程、赛事、体育设施",
      "교실, 대회, 체육 시설",
    ),
  },
  {
    key: "library",
    icon: "book-open",
    label: five(
      "図書館・生涯学習",
      "図書館・まなぶ",
      "Libraries, learning",
      "图书馆・学习",
      "도서관·평생학습",
    ),
    description: five(
      "図書館、講座、市民大学",
      "本や 教室",
      "Libraries, courses",
      "图书馆、讲座",
      "도서관, 강좌",
    ),
  },
  {
    key: "green",
    icon: "leaf",
    label: five("環境・緑・公園", "みどり・公園", "Green and parks", "环境・公园", "환경·공원"),
    description: five(
      "自然、公園、省エネ",
      "木や 公園",
      "Nature, parks, saving energy",
      "自然、公园、节能",
      "자연, 공원, 에너지 절약",
    ),
  },
  {
    key: "garbage",
    icon: "recycle",
    label: five("ごみ・リサイクル", "ごみ", "Garbage, recycling", "垃圾・回收", "쓰레기·재활용"),
    description: five(
      "収集日の変更、分け方",
      "ごみの 日、分けかた",
      "Changed days, how to sort",
      "收集日变更、分类方法",
      "수거일 변경, 분리 방법",
    ),
  },
  {
    key: "roads",
    icon: "road",
    label: five("道路・交通・まちづくり", "道・バス・町", "Roads and transport", "道路・交通", "도로·교통"),
    description: five(
      "工事、バス、自転車、都市計画",
      "工事、バス、じてんしゃ",
      "Works, buses, bicycles, planning",
      "施工、巴士、自行车、规划",
      "공사, 버스, 자전거, 도시계획",
    ),
  },
  {
    key: "taking-part",
    icon: "megaphone",
    label: five(
      "市民参加・募集",
      "市の ことに さんかする",
      "Taking part",
      "市民参与・招募",
      "시민 참여·모집",
    ),
    description: five(
      "委員、意見の募集",
      "あなたの 意見を 聞きます",
      "Committees, calls for opinions",
      "委员、征求意见",
      "위원, 의견 모집",
    ),
  },
];

export const musashinoPreferences: PresetPreferences = {
  interests,
  traits: TRAITS_OFFERED,
  questions: QUESTIONS,
};
