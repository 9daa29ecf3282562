import { z } from "zod";
import { BROADCAST_KINDS, CORRECTION_KINDS, SPOKEN } from "@/db/enums";
import { ruleSchema } from "@/lib/segments/rule";
import { askedWho } from "@/lib/segments/schema";
import { contentSchema } from "./content";
import { scheduleSchema } from "./schedule";

const id = z.uuid();
const title = z
  .string()
  .max(100)
  .transform((text) => text.toWellFormed().replaceAll("\u0000", "").trim());
const reason = z
  .string()
  .trim()
  .min(1, "理由を書いてください。")
  .max(1000)
  .transform((text) => text.toWellFormed().replaceAll("\u0000", ""));

export const createDraftInput = z.object({
  kind: z.enum(BROADCAST_KINDS),
  title: title.default(""),
  sectionId: z.number().int().nullable().default(null),
});
export type CreateDraftInput = z.output<typeof createDraftInput>;

/** A draft as it stands on the screen. There is no kind: a drill stays a drill. */
export const saveDraftInput = z.object({
  id,
  /** What the screen began from; another one in the table means that somebody else saved. */
  revision: z.number().int(),
  title,
  content: contentSchema,
  rule: ruleSchema,
  schedule: scheduleSchema,
});
export type SaveDraftInput = z.output<typeof saveDraftInput>;

export const submitInput = z.object({ id, revision: z.number().int() });
export type SubmitInput = z.output<typeof submitInput>;
export const onlyId = z.object({ id });
export type OnlyId = z.output<typeof onlyId>;
export const explainInput = z.object({ id, who: askedWho });
export type ExplainInput = z.output<typeof explainInput>;

/** Exactly what lay before the person who decides. */
export const approveInput = z.object({
  id,
  version: z.number().int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ApproveInput = z.output<typeof approveInput>;
export const returnInput = approveInput.extend({ reason });
export type ReturnInput = z.output<typeof returnInput>;

export const scheduleInput = approveInput.extend({
  /** As planned, or at once: one whose time is over waits for a person. */
  when: z.enum(["planned", "at-once"]),
  /** The number on the button that was pressed. */
  count: z.number().int().min(0),
  /** The account's name, typed when it goes to everybody. */
  typed: z.string().max(100).default(""),
  /** Why it goes out all the same: at night, or late. */
  reason: z.string().trim().max(500).default(""),
});
export type ScheduleInput = z.output<typeof scheduleInput>;

export const emergencyInput = submitInput.extend({
  count: z.number().int().min(0),
  typed: z.string().max(100).default(""),
});
export type EmergencyInput = z.output<typeof emergencyInput>;

export const cancelInput = z.object({ id, reason: z.string().trim().max(1000).default("") });
export type CancelInput = z.output<typeof cancelInput>;

export const correctInput = z.object({ id, kind: z.enum(CORRECTION_KINDS) });
export type CorrectInput = z.output<typeof correctInput>;

/** Whom a test goes to: staff by their number. There is no way to say an audience here. */
export const testInput = z.object({
  broadcastId: id,
  staffIds: z.array(z.number().int()).min(1).max(50),
  spoken: z.array(z.enum(SPOKEN)).min(1).max(SPOKEN.length),
  requestKey: z.uuid(),
});
export type TestInput = z.output<typeof testInput>;
