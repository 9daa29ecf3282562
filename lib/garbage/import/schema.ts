import { z } from "zod";
import { ENCODINGS } from "./encoding-name";

const column = z.number().int().min(0).max(199).nullable();
export const mappingSchema = z.object({
  title: column,
  category: column,
  reading: column,
  note: column,
  synonyms: column,
  hasHeading: z.boolean(),
});

/**
 * What staff say about the files they send. `replace`: what the file does not have goes; `add`: it stays. `keepTaught`:
 * readings and other words that the bot was taught stay with their items.
 */
export const importOptions = z.object({
  step: z.enum(["read", "draft"]),
  mode: z.enum(["replace", "add"]).default("replace"),
  keepTaught: z.boolean().default(true),
  /** By file, in the order in which they come; null: as the bytes say. */
  encodings: z.array(z.enum(ENCODINGS).nullable()).max(10).default([]),
  /** Of the file with the items; null: as guessed. */
  mapping: mappingSchema.nullable().default(null),
});
export type ImportOptions = z.infer<typeof importOptions>;
export const MOST_FILES = 5;
export const MOST_BYTES = 20 * 1024 * 1024;
