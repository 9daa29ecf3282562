import { z } from "zod";
import { typedEntrySchema } from "@/lib/chatbot/entries/form";

/** An entry that was typed and not saved, and which state of it that began from. */
const kept = z.object({ seen: z.string().nullable(), typed: typedEntrySchema });
type Kept = z.infer<typeof kept>;

/** Kept for this tab: it outlives a link pressed by mistake, a reload and signing in again. Null takes it away. */
export function keep(name: string, value: Kept | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that refuses storage only forgets drafts.
  }
}

/** Null: nothing, or nothing of the form we know. */
export function readKept(name: string): Kept | null {
  try {
    const read = kept.safeParse(JSON.parse(sessionStorage.getItem(name) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
