import type { LocalText } from "@/lib/scenarios/schema";

/** Beside what an answer says of an area that is gone (lib/garbage/resident/messages.ts). */
export const PAUSED: LocalText = {
  ja: "選び直すまで、ごみの日のお知らせは届きません。",
  easy: "地区を えらぶまで、お知らせは とどきません。",
  en: "Reminders pause until you choose your area.",
  zh: "重新选择之前，将不会收到垃圾日提醒。",
  ko: "다시 고르실 때까지 수거일 알림이 오지 않습니다.",
};
