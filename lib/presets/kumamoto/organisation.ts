import type { PresetArea, PresetRoute, PresetSection } from "../types";

export const kumamotoAreas: PresetArea[] = [
  { key: "chuo", name: "中央区", groupName: null, point: { lat: 32.8031, lng: 130.7079 } },
  { key: "higashi", name: "東区", groupName: null, point: { lat: 32.7858, lng: 130.7665 } },
  { key: "nishi", name: "西区", groupName: null, point: { lat: 32.7769, lng: 130.6476 } },
  { key: "minami", name: "南区", groupName: null, point: { lat: 32.7153, lng: 130.6782 } },
  { key: "kita", name: "北区", groupName: null, point: { lat: 32.9039, lng: 130.6955 } },
];

export const kumamotoSections: PresetSection[] = [
  { key: "policy", name: "情報政策課", phone: "096-000-0002" },
  { key: "works-chuo", name: "中央区土木センター 維持課", phone: "096-000-0001" },
  { key: "works-higashi", name: "東区土木センター 維持課", phone: "096-000-0001" },
  { key: "works-nishi", name: "西区土木センター 維持課", phone: "096-000-0001" },
  { key: "works-minami", name: "南区土木センター 維持課", phone: "096-000-0001" },
  { key: "works-kita", name: "北区土木センター 維持課", phone: "096-000-0001" },
  { key: "roads", name: "道路整備課", phone: "096-000-0006" },
  { key: "waste", name: "事業ごみ対策課", phone: "096-000-0003" },
  { key: "water", name: "上下水道局", phone: "096-000-0004" },
  { key: "pr", name: "広報課", phone: "096-000-0007" },
  { key: "disaster", name: "防災担当", phone: "096-000-0008" },
  { key: "infection", name: "感染症対策課", phone: "096-000-0009" },
  { key: "nursery", name: "保育幼稚園課", phone: "096-000-0010" },
  { key: "children", name: "子ども支援課", phone: "096-000-0011" },
  { key: "residents", name: "区民課", phone: "096-000-0012" },
  { key: "insurance", name: "保険年金課", phone: "096-000-0013" },
  { key: "waste-plan", name: "廃棄物計画課", phone: "096-000-0014" },
  { key: "ward", name: "区役所総務企画課", phone: "096-000-0005" },
];

const WARDS = ["chuo", "higashi", "nishi", "minami", "kita"];

/** Each ward's works centre has its roads, rivers and parks; without a ward a person has to decide. */
export const kumamotoRoutes: PresetRoute[] = [
  ...["road", "river", "park"].flatMap((categoryKey): PresetRoute[] => [
    ...WARDS.map((ward) => ({
      categoryKey,
      areaKey: ward,
      sectionKey: `works-${ward}`,
      mailTo: [`doboku-${ward}@example.jp`],
    })),
    { categoryKey, areaKey: null, sectionKey: "policy", mailTo: ["joho-seisaku@example.jp"] },
  ]),
  { categoryKey: "takeaway", areaKey: null, sectionKey: "waste", mailTo: ["jigyo-gomi@example.jp"] },
  { categoryKey: "leak", areaKey: null, sectionKey: "water", mailTo: ["suido@example.jp"] },
];
