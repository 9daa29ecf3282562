import type { TalkAction } from "./action";
import type { FlexContainer } from "./flex";

/**
 * One LINE message object, read for drawing. Reading never fails: what cannot be drawn becomes `unknown`, with its alt
 * text when it has one, because the talk must stay readable whatever was sent.
 */
export type DrawnMessage = DrawnBody & { quickReplies: QuickReply[]; senderName?: string };
export type QuickReply = { action: TalkAction; imageUrl?: string };

export type DrawnBody =
  | { type: "text"; text: string }
  | { type: "image"; url: string; previewUrl: string }
  | { type: "video"; previewUrl: string }
  | { type: "audio"; durationMs: number }
  | { type: "file"; name: string; sizeBytes: number }
  | { type: "sticker"; packageId: string; stickerId: string; keywords: string[] }
  | { type: "location"; title: string; address: string; lat: number; lng: number }
  | { type: "imagemap"; baseUrl: string; altText: string; width: number; height: number; areas: Area[] }
  | { type: "buttons"; altText: string; column: Column }
  | { type: "confirm"; altText: string; text: string; actions: TalkAction[] }
  | { type: "carousel"; altText: string; columns: Column[] }
  | { type: "imageCarousel"; altText: string; columns: { imageUrl: string; action: TalkAction }[] }
  | { type: "flex"; altText: string; contents: FlexContainer }
  | { type: "unknown"; name: string; altText: string };

export type Column = {
  imageUrl?: string;
  imageShape: "rectangle" | "square";
  imageFit: "cover" | "contain";
  title?: string;
  text: string;
  defaultAction?: TalkAction;
  actions: TalkAction[];
};

/** A tappable part of an image: pixels of the base size. */
export type Area = { x: number; y: number; width: number; height: number; action: TalkAction };
