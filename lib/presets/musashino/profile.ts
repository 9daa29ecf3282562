import type { CityProfile } from "@/lib/city/profile";
import { words } from "../parts";

/** Numbers are placeholders: nobody is to be called from a demo. A real city puts its own in the settings. */
export const musashinoProfile: CityProfile = {
  key: "musashino",
  name: "武蔵野市",
  accountName: "武蔵野市（デモ）",
  center: { lat: 35.708, lng: 139.563 },
  zoom: 14,
  bounds: { south: 35.694, west: 139.5252, north: 35.722, east: 139.5955 },
  view: { south: 35.694, west: 139.5252, north: 35.722, east: 139.5955 },
  phones: [
    {
      key: "roads",
      label: words("道路の担当", "Roads section"),
      number: "0422-00-0001",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
    {
      key: "parks",
      label: words("公園・街路樹の担当", "Parks section"),
      number: "0422-00-0002",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
    {
      key: "sewer",
      label: words("下水道の担当", "Sewer section"),
      number: "0422-00-0003",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
    {
      key: "night",
      label: words("市役所 守衛室", "City hall, guard"),
      number: "0422-00-0000",
      hours: words("夜間・休日", "nights and holidays"),
    },
    {
      key: "city",
      label: words("市役所 代表", "City hall"),
      number: "0422-00-0000",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
  ],
  officeHours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
  disclaimer: "架空のデモです。武蔵野市とは関係ありません。電話番号や出来事はすべて架空です。",
};
