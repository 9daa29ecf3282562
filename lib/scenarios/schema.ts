import { z } from "zod";

/** Words for residents. `easy` is やさしい日本語. Japanese is always there and is what the others fall back to. */
export const localText = z.object({
  ja: z.string().min(1),
  easy: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
  zh: z.string().min(1).optional(),
  ko: z.string().min(1).optional(),
});
export type LocalText = z.infer<typeof localText>;

/** Names of steps and options: they travel in postback data and are keys of the stored draft. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** What every question has: `label` is the short name of the answer in the summary and on the staff's screen. */
const question = { id: key, label: localText, prompt: localText, notice: localText.optional() };

const option = z.object({
  key,
  /** On the button: at most 20 grapheme clusters. */
  label: localText,
  next: key,
  /** Key of a category. The first on a walk is the report's category, the last its subcategory. */
  category: key.optional(),
  /** Other words that a resident may type for it. */
  also: z.array(z.string()).optional(),
});
export type ScenarioOption = z.infer<typeof option>;

/** Hours of the day in Tokyo; `toHour` may be 24. Both absent: いつも, わからない. */
const bandOption = option.extend({
  fromHour: z.number().int().min(0).max(23).optional(),
  toHour: z.number().int().min(1).max(24).optional(),
});

const choiceStep = z.object({
  kind: z.literal("choice"),
  ...question,
  options: z.array(option).min(1).max(60),
});

/** A time of day picked from bands. */
const bandStep = z.object({
  kind: z.literal("band"),
  ...question,
  options: z.array(bandOption).min(1).max(24),
});

/** Photos, asked one after the other (`asks`: near, far …), more after that up to `max`. Always skippable. */
const photoStep = z.object({
  kind: z.literal("photo"),
  ...question,
  asks: z
    .array(z.object({ label: key, name: localText, prompt: localText }))
    .min(1)
    .max(5),
  max: z.number().int().min(1).max(10),
  next: key,
});

/** A place: LINE's location, or a typed address. `outside` is said when the point is not ours; nothing is kept then. */
const placeStep = z.object({
  kind: z.literal("place"),
  ...question,
  required: z.boolean(),
  outside: localText,
  next: key,
});

/** Date and time, from the picker (not later than now) or typed in words. */
const whenStep = z.object({ kind: z.literal("when"), ...question, required: z.boolean(), next: key });
const dateStep = z.object({ kind: z.literal("date"), ...question, required: z.boolean(), next: key });

const textStep = z.object({
  kind: z.literal("text"),
  ...question,
  required: z.boolean(),
  /** Grapheme clusters. */
  maxLength: z.number().int().min(1).max(1000),
  /** The words go into the report's body (else only into its answers). */
  body: z.boolean(),
  next: key,
});

const confirmStep = z.object({ kind: z.literal("confirm"), id: key, prompt: localText, thanks: localText });

/** The end of a walk that files nothing: whom to call instead. `phones` are keys of the city profile. */
const stopStep = z.object({
  kind: z.literal("stop"),
  id: key,
  text: localText,
  phones: z.array(key).max(3),
  /** Why it stopped, for counting. */
  reason: z.enum(["urgent", "elsewhere"]),
});

const STEP_KINDS = ["choice", "band", "photo", "place", "when", "date", "text", "confirm", "stop"] as const;

const scenarioStep = z.discriminatedUnion("kind", [
  choiceStep,
  bandStep,
  photoStep,
  placeStep,
  whenStep,
  dateStep,
  textStep,
  confirmStep,
  stopStep,
]);
export type ScenarioStep = z.infer<typeof scenarioStep>;
export type StepKind = ScenarioStep["kind"];
export type StepOf<K extends StepKind> = Extract<ScenarioStep, { kind: K }>;
/** Steps that ask for an answer. */
export type QuestionStep = Exclude<ScenarioStep, { kind: "confirm" | "stop" }>;

/** A way into the middle: answers that are given already, such as the branch. Started by `start=<scenario>.<key>`. */
const shortcut = z.object({
  key,
  title: localText,
  triggers: z.array(z.string().min(1)),
  answers: z.record(key, key),
});

/** A scenario's definition: what `scenario_versions.definition` holds. A published one is never changed. */
export const scenarioDefinition = z.object({
  key,
  title: localText,
  /** Said once when it starts: what this is, and not to write names or numbers. */
  opening: localText,
  /** Typed words that start it, compared after NFKC, case and kana folding. */
  triggers: z.array(z.string().min(1)).min(1),
  shortcuts: z.array(shortcut),
  start: key,
  /** For each top category, the kinds of step that every walk to its report has to pass. */
  requires: z.record(key, z.array(z.enum(STEP_KINDS))),
  steps: z.array(scenarioStep).min(2),
});
export type ScenarioDefinition = z.infer<typeof scenarioDefinition>;

/** One published version. `publishedAt` is epoch ms: a talk uses the version that was published when it began. */
export type ScenarioVersion = {
  key: string;
  version: number;
  publishedAt: number;
  definition: ScenarioDefinition;
};
