import { parseIsoDate, shortDate } from "@/lib/core/time";
import { say } from "@/lib/scenarios/language";
import type { ScenarioDefinition } from "@/lib/scenarios/schema";
import { inOrder, labelAt, photosOf } from "./photo";
import { summaryRows } from "./summary";
import type { Draft, Submission } from "./talk";
import { answerTo, findOption, findStep, walk } from "./walk";
import { showWhen } from "./when";

/** The photos in order, each with the name of what was asked for. None that came is left out. */
function photosIn(definition: ScenarioDefinition, draft: Draft): Submission["photos"] {
  return inOrder(draft.photos).map((photo) => {
    const step = photo.stepId ? findStep(definition, photo.stepId) : null;
    if (step?.kind !== "photo") return { messageId: photo.messageId, label: "more" };
    const index = photosOf(draft, step.id).findIndex((one) => one.messageId === photo.messageId);
    return { messageId: photo.messageId, label: labelAt(step, index) };
  });
}

/** When it was seen: an instant if a minute is known, and the words. A day and a band of hours make words only. */
function seenIn(definition: ScenarioDefinition, draft: Draft): Pick<Submission, "seenAt" | "seenText"> {
  const { path } = walk(definition, draft);
  const said: string[] = [];
  for (const step of path) {
    const answer = answerTo(step, draft);
    if (answer?.kind === "when" && said.length === 0) {
      if (answer.instant !== null)
        return { seenAt: new Date(answer.instant).toISOString(), seenText: showWhen(answer) };
      const day = answer.date ? parseIsoDate(answer.date) : null;
      said.push(step.kind === "date" && day ? shortDate(day) : showWhen(answer));
    }
    if (step.kind === "band" && answer?.kind === "choice") {
      const band = findOption(step, answer.value);
      if (band) said.push(say(band.label, "ja"));
    }
  }
  return { seenAt: null, seenText: said.filter((words) => words !== "").join(" ") || null };
}

/** First and last category named on the path. */
function categoryIn(
  definition: ScenarioDefinition,
  draft: Draft,
): Pick<Submission, "categoryKey" | "subcategoryKey"> {
  const keys: string[] = [];
  for (const step of walk(definition, draft).path) {
    const answer = answerTo(step, draft);
    const key = answer?.kind === "choice" ? findOption(step, answer.value)?.category : undefined;
    if (key && keys.at(-1) !== key) keys.push(key);
  }
  return { categoryKey: keys[0] ?? "other", subcategoryKey: keys.length > 1 ? (keys.at(-1) ?? null) : null };
}

/** The report that a draft makes, in Japanese: staff read it. Times in epoch ms. */
export function submissionOf(definition: ScenarioDefinition, draft: Draft, submittedAt: number): Submission {
  const { path } = walk(definition, draft);
  const place = path.map((step) => answerTo(step, draft)).find((answer) => answer?.kind === "place");
  const isBody = (id: string) => path.some((step) => step.id === id && step.kind === "text" && step.body);
  const rows = summaryRows(definition, draft, "ja");
  const body = path.flatMap((step) => {
    const answer = step.kind === "text" && step.body ? answerTo(step, draft) : null;
    return answer?.kind === "text" && answer.text ? [answer.text] : [];
  });
  return {
    conversationId: draft.conversationId,
    scenarioKey: draft.scenarioKey,
    scenarioVersion: draft.version,
    ...categoryIn(definition, draft),
    answers: rows
      .filter(({ step }) => step.kind !== "photo" && !isBody(step.id))
      .map(({ step, label, display }) => ({ stepId: step.id, label, display })),
    body: body.join("\n\n"),
    point: place?.point ?? null,
    address: place?.address ?? null,
    areaKey: place?.areaKey ?? null,
    inside: place?.inside ?? null,
    ...seenIn(definition, draft),
    photos: photosIn(definition, draft),
    startedAt: new Date(draft.startedAt).toISOString(),
    submittedAt: new Date(submittedAt).toISOString(),
  };
}
