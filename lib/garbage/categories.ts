import { z } from "zod";
import { localText } from "@/lib/scenarios/schema";

/** A key made of a name that came with a file may be Japanese: it travels in postbacks, so it stays short. */
export const garbageKey = z.string().min(1).max(60);

/** How one kind of garbage is put out. `icon` is a lucide name in kebab-case. */
export const garbageCategory = z.object({
  key: garbageKey,
  label: localText,
  icon: z.string().regex(/^[a-z0-9-]{1,40}$/),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  /** What to do: bag, washing, size. Null: nobody has written it yet. */
  howTo: localText.nullable(),
  /** The calendar's kinds on whose days it is taken: a table may collect bottles and cartons in one round. */
  collectedAs: z.array(garbageKey).max(10),
});
export type GarbageCategory = z.infer<typeof garbageCategory>;

/** `bot_versions.content` of the book `garbage`. */
export const garbageContent = z.object({ categories: z.array(garbageCategory).max(200) });
