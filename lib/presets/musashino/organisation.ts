import type { PresetArea, PresetRoute, PresetSection } from "../types";

const EAST = "吉祥寺地域";
const MIDDLE = "中央地域";
const WEST = "武蔵境地域";

const town = (key: string, name: string, groupName: string, lat: number, lng: number): PresetArea => ({
  key,
  name,
  groupName,
  point: { lat, lng },
});

export const musashinoAreas: PresetArea[] = [
  town("kichijoji-higashicho", "吉祥寺東町", EAST, 35.7078, 139.588),
  town("kichijoji-minamicho", "吉祥寺南町", EAST, 35.7003, 139.585),
  town("gotenyama", "御殿山", EAST, 35.7015, 139.5695),
  town("kichijoji-honcho", "吉祥寺本町", EAST, 35.706, 139.575),
  town("kichijoji-kitacho", "吉祥寺北町", EAST, 35.7145, 139.5735),
  town("nakacho", "中町", MIDDLE, 35.706, 139.5645),
  town("nishikubo", "西久保", MIDDLE, 35.7102, 139.559),
  town("midoricho", "緑町", MIDDLE, 35.7165, 139.5655),
  town("yahatacho", "八幡町", MIDDLE, 35.7185, 139.5585),
  town("sekimae", "関前", WEST, 35.7125, 139.55),
  town("sakai", "境", WEST, 35.7065, 139.543),
  town("sakaiminamicho", "境南町", WEST, 35.6995, 139.543),
  town("sakurazutsumi", "桜堤", WEST, 35.7112, 139.53),
];

export const musashinoSections: PresetSection[] = [
  { key: "pr", name: "秘書広報課", phone: "0422-00-0004" },
  { key: "roads", name: "道路管理課", phone: "0422-00-0001" },
  { key: "green", name: "緑のまち推進課", phone: "0422-00-0002" },
  { key: "sewer", name: "下水道課", phone: "0422-00-0003" },
  { key: "disaster", name: "防災課", phone: "0422-00-0005" },
  { key: "safety", name: "安全対策課", phone: "0422-00-0006" },
  { key: "waste", name: "ごみ総合対策課", phone: "0422-00-0007" },
  { key: "health", name: "健康課", phone: "0422-00-0008" },
  { key: "nursery", name: "子ども育成課", phone: "0422-00-0009" },
  { key: "children", name: "子ども子育て支援課", phone: "0422-00-0010" },
  { key: "residents", name: "市民課", phone: "0422-00-0011" },
  { key: "insurance", name: "保険年金課", phone: "0422-00-0012" },
  { key: "traffic", name: "交通企画課", phone: "0422-00-0013" },
];

/** Each branch mails the people who work it. */
export const musashinoRoutes: PresetRoute[] = [
  { categoryKey: "road", areaKey: null, sectionKey: "roads", mailTo: ["dourokanri@example.jp"] },
  { categoryKey: "green", areaKey: null, sectionKey: "green", mailTo: ["midori@example.jp"] },
  {
    categoryKey: "smell",
    areaKey: null,
    sectionKey: "sewer",
    mailTo: ["gesui@example.jp", "gesui-shisetsu@example.jp"],
  },
];
