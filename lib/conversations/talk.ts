import type { CityProfile } from "@/lib/city/profile";
import type { Point } from "@/lib/core/geo";
import type { ScenarioVersion } from "@/lib/scenarios/schema";
import type { LineMessage } from "./message";
import type { StartTarget } from "./postback";

/** A LINE webhook event as the talk sees it. `id` is webhookEventId, `at` LINE's timestamp in epoch ms. */
export type TalkEvent = { id: string; at: number } & TalkEventBody;
export type TalkEventBody =
  | { kind: "text"; messageId: string; text: string }
  | { kind: "image"; messageId: string; external: boolean; set: ImageSet | null }
  /** `inside` and `areaKey` are found by the caller (lib/areas), not by LINE. */
  | {
      kind: "location";
      messageId: string;
      point: Point;
      address: string | null;
      inside: boolean;
      areaKey: string | null;
    }
  | { kind: "postback"; data: string; params: PickerParams }
  | { kind: "sticker" | "video" | "audio" | "file"; messageId: string }
  /** `standby`: another channel module talks with them (LINE's mode), so the friend is noted and not greeted. */
  | { kind: "follow"; standby?: true }
  | { kind: "unfollow" | "other" }
  | { kind: "unsend"; messageId: string }
  /** A message whose words or place were erased after the resident took it back. Only a replay meets one. */
  | { kind: "erased"; messageId: string; reading: Reading };
/** How the talk went on by what was erased; nothing of what it said. */
export type Reading =
  | {
      kind: "words";
      /** What they started while nothing was open. */
      starts: StartTarget | null;
      /** Could they be read as a time, a day, a place? */
      isWhen: boolean;
      isDate: boolean;
      isPlace: boolean;
      /** As `maxLength` of a step for words counts; 0: nothing was said. */
      length: number;
    }
  | { kind: "point"; inside: boolean };
/** Photos sent at once. `index` counts from 1. */
export type ImageSet = { id: string; index: number | null; total: number | null };
/** What a datetimepicker adds: `2026-11-22`, `23:40`, `2026-11-22T23:40`, without a zone. */
export type PickerParams = { date?: string; time?: string; datetime?: string };

/** `messageIds`: the resident's messages an answer came from, so that unsending one takes the answer back. */
type From = { messageIds: string[] };
export type PlaceAnswer = From & {
  kind: "place";
  point: Point | null;
  /** LINE's address or the typed one; null with neither: わからない. */
  address: string | null;
  areaKey: string | null;
  inside: boolean | null;
};
/** `instant` in epoch ms, null when the words do not name a minute. `date` is a Tokyo day, null when unknown. */
export type WhenAnswer = From & { kind: "when"; instant: number | null; date: string | null; text: string };
export type Answer =
  | (From & { kind: "choice"; value: string })
  | (From & { kind: "photo" })
  | PlaceAnswer
  | WhenAnswer
  /** null: left out. */
  | (From & { kind: "text"; text: string | null });

/** A photo that came in this conversation. `stepId` null: it came before any photo step was asked. */
export type DraftPhoto = { messageId: string; stepId: string | null; at: number; set: ImageSet | null };

/** How many photos of a set came, and for how many of them there was no room: `max` is the most that are kept. */
export type DraftSet = { id: string; came: number; leftOut: number; max: number };

/** A walk through a scenario. JSON. Where it stands follows from `answers`: lib/conversations/walk.ts. */
export type Draft = {
  conversationId: string;
  scenarioKey: string;
  version: number;
  /** Epoch ms of the first and the newest event applied, and the newest one's id. */
  startedAt: number;
  lastAt: number;
  lastEventId: string;
  /** By step id. Also holds answers of steps that are off the present path, or ahead of it. */
  answers: Record<string, Answer>;
  /** Steps that the way in answered (a shortcut), not the resident. */
  preset: string[];
  photos: DraftPhoto[];
  /** The newest sets. Missing in a draft that an older version of this program stored. */
  sets?: DraftSet[];
  /** A place sent before its step was asked. */
  place: PlaceAnswer | null;
  /** Page of the choice that is shown. */
  page: number;
  /** A question of the engine itself that waits for an answer. */
  asking: "cancel" | "resume" | "fix" | null;
  /** The step whose answer is being corrected from the summary. */
  editing: string | null;
};

export type ClosedState = "submitted" | "cancelled" | "stopped" | "expired";
export type Closed = { state: ClosedState; closedAt: number; draft: Draft };

/** What is known of one resident's talk. JSON. `language` as LINE gives it (ja, en, zh-TW …), null when unknown. */
export type Talk = { language: string | null; open: Draft | null; last: Closed | null };
export const emptyTalk = (language: string | null = null): Talk => ({ language, open: null, last: null });

/** Plain data the talk needs. `scenarios`: every version that may still be walked; none is missing from a replay. */
export type Bot = {
  city: CityProfile;
  scenarios: ScenarioVersion[];
  /** Keys of the scenarios that can be started now, in the order of the menu. */
  startable: string[];
};

/** A report as the resident gave it: what lib/reports/commands.ts files. Times are ISO instants. */
export type Submission = {
  conversationId: string;
  scenarioKey: string;
  scenarioVersion: number;
  categoryKey: string;
  subcategoryKey: string | null;
  answers: { stepId: string; label: string; display: string }[];
  /** The resident's own words; may be empty. */
  body: string;
  point: Point | null;
  address: string | null;
  areaKey: string | null;
  /** null: no point to tell by. */
  inside: boolean | null;
  seenAt: string | null;
  seenText: string | null;
  photos: { messageId: string; label: string }[];
  startedAt: string;
  submittedAt: string;
};

/** What the caller has to do. Each is safe to do twice. */
export type Effect =
  | {
      kind: "fetch-photo";
      messageId: string;
      conversationId: string;
      stepId: string | null;
      label: string;
      position: number;
    }
  /** Again with other content when a late event or an unsend changed it: the report is amended. */
  | { kind: "submit-report"; conversationId: string; submission: Submission }
  /** Only from a replay: in the right order of events this report was never sent (the resident had stopped before). */
  | { kind: "withdraw-report"; conversationId: string }
  /** The conversation ended without a report. */
  | { kind: "discard-photos"; conversationId: string }
  /** The resident took a message back, or a photo out: hide and delete what came from it. */
  | { kind: "remove-message"; messageId: string }
  | { kind: "set-friend-state"; state: "following" | "blocked"; at: number }
  /** Words in an idle talk that start nothing: the bot answers them in place of the replies given here. */
  | { kind: "ask-bot"; question: Question };

/** Words that the bot is asked. `at` in epoch ms; `eventId` is what it is counted under. */
export type Question = { eventId: string; messageId: string; at: number; text: string };

/**
 * `{{reportNumber}}` in a reply stands for the receipt number of `reportOf` (a conversation's id); the caller fills it
 * in. At most 5 replies; none: nothing is to be said (a photo of a set whose rest is still coming).
 */
export type StepResult = { talk: Talk; replies: LineMessage[]; effects: Effect[]; reportOf: string | null };
export const REPORT_NUMBER = "{{reportNumber}}";

/** A draft can be gone on with this long after its last event. */
export const DRAFT_LIFE_MS = 24 * 60 * 60 * 1000;
