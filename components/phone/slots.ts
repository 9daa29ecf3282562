import type { TalkTheme, TextSize } from "@/components/line-preview/look";
import { residentId } from "@/lib/sandbox-client/schema";

/** What the address of the page says: `?a=U…&b=U…&theme=dark&text=large&see=1`. `b` undefined: one phone only. */
export type Slots = {
  a: string | null;
  b: string | null | undefined;
  theme: TalkTheme;
  text: TextSize;
  see: boolean;
};

type Query = { get(name: string): string | null; has(name: string): boolean };

const residentOf = (value: string | null): string | null =>
  residentId.safeParse(value).success ? value : null;

export function readSlots(query: Query): Slots {
  const text = query.get("text");
  return {
    a: residentOf(query.get("a")),
    b: query.has("b") ? residentOf(query.get("b")) : undefined,
    theme: query.get("theme") === "dark" ? "dark" : "light",
    text: text === "large" || text === "extra" ? text : "normal",
    see: query.get("see") === "1",
  };
}

/** Only what differs from an empty page. */
export function writeSlots(slots: Slots): string {
  const query = new URLSearchParams();
  if (slots.a) query.set("a", slots.a);
  if (slots.b !== undefined) query.set("b", slots.b ?? "");
  if (slots.theme !== "light") query.set("theme", slots.theme);
  if (slots.text !== "normal") query.set("text", slots.text);
  if (slots.see) query.set("see", "1");
  return query.toString();
}
