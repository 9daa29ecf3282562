import type { CityProfile } from "@/lib/city/profile";
import { words } from "../parts";

/** Numbers are placeholders: nobody is to be called from a demo. A real city puts its own in the settings. */
export const kumamotoProfile: CityProfile = {
  key: "kumamoto",
  name: "熊本市",
  accountName: "熊本市（デモ）",
  center: { lat: 32.8031, lng: 130.7079 },
  zoom: 13,
  bounds: { south: 32.6611, west: 130.5715, north: 32.977, east: 130.8291 },
  view: { south: 32.74, west: 130.64, north: 32.87, east: 130.8 },
  phones: [
    {
      key: "works",
      label: words("道路・川・公園の担当", "Roads and parks"),
      number: "096-000-0001",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
    {
      key: "night",
      label: words("市役所 代表", "City hall"),
      number: "096-000-0000",
      hours: words("夜間・休日", "nights and holidays"),
    },
    {
      key: "garbage",
      label: words("ごみの担当", "Garbage section"),
      number: "096-000-0003",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
    {
      key: "water",
      label: words("上下水道局", "Water bureau"),
      number: "096-000-0004",
      hours: words("24時間", "24 hours"),
    },
    {
      key: "ward",
      label: words("区役所", "Ward office"),
      number: "096-000-0005",
      hours: words("平日 8:30〜17:15", "Mon–Fri 8:30–17:15"),
    },
  ],
  officeHours: words("平日 9:00〜17:00", "Mon–Fri 9:00–17:00"),
  disclaimer: "架空のデモです。熊本市とは関係ありません。電話番号や出来事はすべて架空です。",
};
