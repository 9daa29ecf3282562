import type { TalkAction } from "@/components/line-preview/action";

/** The sheet that is open on a phone. */
export type OpenSheet =
  | { kind: "photo" | "place" }
  | { kind: "date"; action: Extract<TalkAction, { type: "datetimepicker" }> }
  | { kind: "call"; uri: string };
