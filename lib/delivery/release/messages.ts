import { DELIVERY_MESSAGES } from "../messages";

/** Why what stands still may not go on. Some of it has gone out: taking it back, as before, is no way any more. */
export const RESUME_MESSAGES = {
  "quiet-hours": DELIVERY_MESSAGES["quiet-hours"],
  "too-late":
    "予定の時刻から24時間以上過ぎたため、再開できません。何も変更していません。「停止する」を押し、残りの人には、いまに合う内容を新しい配信で届けてください。",
} as const;
