/** The LINE message objects that the talk sends, and no others. Shapes and limits: Messaging API reference. */
export type PostbackAction = { type: "postback"; label: string; data: string; displayText?: string };
type DatetimeAction = {
  type: "datetimepicker";
  label: string;
  data: string;
  mode: "date" | "time" | "datetime";
  initial?: string;
  max?: string;
  min?: string;
};
export type UriAction = { type: "uri"; label: string; uri: string };
export type QuickAction =
  | PostbackAction
  | DatetimeAction
  | UriAction
  | { type: "camera" | "cameraRoll" | "location"; label: string };
export type QuickReply = { items: { type: "action"; action: QuickAction }[] };

export type TextMessage = { type: "text"; text: string; quickReply?: QuickReply };
export type ImageMessage = {
  type: "image";
  originalContentUrl: string;
  previewImageUrl: string;
  quickReply?: QuickReply;
};
export type LocationMessage = {
  type: "location";
  title: string;
  address: string;
  latitude: number;
  longitude: number;
  quickReply?: QuickReply;
};
export type ButtonsMessage = {
  type: "template";
  altText: string;
  template: { type: "buttons"; text: string; title?: string; actions: (PostbackAction | UriAction)[] };
  quickReply?: QuickReply;
};

/** The parts of a Flex message that we use; everything else LINE knows is left out. */
export type FlexPart =
  | {
      type: "text";
      text: string;
      wrap?: boolean;
      size?: "xs" | "sm" | "md" | "lg";
      weight?: "bold";
      color?: string;
      flex?: number;
      align?: "end";
      margin?: "sm" | "md" | "lg";
    }
  | { type: "separator"; margin?: "md" | "lg" }
  | {
      type: "button";
      action: PostbackAction | UriAction;
      style?: "primary" | "secondary" | "link";
      color?: string;
      height?: "sm";
    }
  | FlexBox;
export type FlexBox = {
  type: "box";
  layout: "vertical" | "horizontal";
  contents: FlexPart[];
  action?: PostbackAction;
  spacing?: "xs" | "sm" | "md";
  flex?: number;
  paddingAll?: string;
  backgroundColor?: string;
  borderColor?: string;
  borderWidth?: string;
  cornerRadius?: string;
  alignItems?: "center";
  margin?: "sm" | "md";
};
type FlexImage = { type: "image"; url: string; size: "full"; aspectMode: "cover"; aspectRatio: string };
export type FlexBubble = {
  type: "bubble";
  size?: "mega";
  hero?: FlexImage;
  body: FlexBox;
  footer?: FlexBox;
};
export type FlexMessage = {
  type: "flex";
  altText: string;
  contents: FlexBubble | { type: "carousel"; contents: FlexBubble[] };
  quickReply?: QuickReply;
};
export type LineMessage = TextMessage | ImageMessage | LocationMessage | ButtonsMessage | FlexMessage;

/** Limits of LINE. Labels and template texts count grapheme clusters, the rest UTF-16 units. */
export const LIMITS = {
  messages: 5,
  text: 5000,
  altText: 1500,
  buttonsText: 160,
  buttonsTextWithTitle: 60,
  buttonsTitle: 40,
  buttonsActions: 4,
  quickReplies: 13,
  label: 20,
  postbackData: 300,
  displayText: 300,
  uri: 1000,
} as const;

export const textMessage = (text: string, quick: QuickAction[] = []): TextMessage => ({
  type: "text",
  text,
  ...(quick.length > 0
    ? { quickReply: { items: quick.map((action) => ({ type: "action" as const, action })) } }
    : {}),
});

/** The same message with these buttons under it. */
export const withQuick = <M extends LineMessage>(message: M, quick: QuickAction[]): M => ({
  ...message,
  quickReply: { items: quick.map((action) => ({ type: "action" as const, action })) },
});
