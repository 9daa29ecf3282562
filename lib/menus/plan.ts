import { z } from "zod";
import { checkLink } from "@/lib/broadcasts/link";
import { graphemes } from "@/lib/core/text";
import { MENU_ICONS } from "./icons";
import { TEMPLATES, type TemplateKey } from "./templates";

/** LINE: chatBarText 14 and an action's label 20 grapheme clusters, a message action's text 300, an address 1,000. */
export const MENU_LIMITS = {
  chatBarText: 14,
  label: 14,
  note: 24,
  tabTitle: 14,
  say: 60,
  link: 1000,
  tabs: 3,
  tiles: 12,
};

const TONES = ["main", "plain", "urgent"] as const;
export type Tone = (typeof TONES)[number];
export const MENU_TONES: readonly Tone[] = TONES;

const text = (max: number) =>
  z
    .string()
    .trim()
    .refine((value) => !/\p{Cc}/u.test(value), "改行や制御文字は使えません。")
    .refine((value) => graphemes(value) <= max, `${max}文字までにしてください。`);
const filled = (max: number) => text(max).refine((value) => value !== "", "入力してください。");

/** As LINE takes it: 「/防災」 percent-encoded. What is no address stays, to be refused with what was typed. */
const encoded = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

const action = z.discriminatedUnion("kind", [
  /** Starts a scenario, or a branch of one: `report`, `report.road`. */
  z.object({
    kind: z.literal("start"),
    scenario: z.string().regex(/^[a-z0-9_-]{1,40}(\.[a-z0-9_-]{1,40})?$/, "選んでください。"),
  }),
  /** Opens 受信設定 in the talk. */
  z.object({ kind: z.literal("preferences") }),
  /** The resident says this: a word the bot knows, such as 明日のごみ. */
  z.object({ kind: z.literal("say"), text: filled(MENU_LIMITS.say) }),
  /** The bot lists a topic's questions; `all`: its topics. As a button, so that an open report does not take it for an answer. */
  z.object({
    kind: z.literal("topic"),
    topic: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "選んでください。"),
  }),
  z.object({
    kind: z.literal("call"),
    number: z
      .string()
      .trim()
      .regex(/^[#0-9][0-9-]{1,18}$/, "電話番号は、数字とハイフンで入力してください。"),
  }),
  z.object({
    kind: z.literal("link"),
    url: z
      .string()
      .trim()
      .transform(encoded)
      .pipe(
        z
          .string()
          .max(MENU_LIMITS.link, `${MENU_LIMITS.link}文字までにしてください。`)
          .refine(
            (url) => url.startsWith("https://") && checkLink(url, MENU_LIMITS.link) === null,
            "https:// で始まるアドレスを入力してください。",
          ),
      ),
  }),
]);
export type MenuAction = z.infer<typeof action>;

const tile = z.object({
  label: filled(MENU_LIMITS.label),
  note: text(MENU_LIMITS.note),
  icon: z.enum(MENU_ICONS),
  tone: z.enum(TONES),
  action,
});
export type MenuTile = z.infer<typeof tile>;

const templateKeys = Object.keys(TEMPLATES) as [TemplateKey, ...TemplateKey[]];
export const menuTab = z.object({
  title: filled(MENU_LIMITS.tabTitle),
  template: z.enum(templateKeys),
  /** As many as the template has places, in its order. */
  tiles: z.array(tile).min(1).max(MENU_LIMITS.tiles),
});
export type MenuTab = z.infer<typeof menuTab>;

/** The rich menus of one mode: one a tab. What goes beyond single fields is told by check.ts. */
export const menuContent = z.object({
  chatBarText: filled(MENU_LIMITS.chatBarText),
  tabs: z.array(menuTab).min(1).max(MENU_LIMITS.tabs),
});
export type MenuContent = z.infer<typeof menuContent>;
