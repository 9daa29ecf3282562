import { cutUnits } from "@/lib/core/text";
import { type Language, say } from "@/lib/scenarios/language";
import type { QuestionStep, ScenarioDefinition } from "@/lib/scenarios/schema";
import { MAP_POINT, NO_ANSWER, PHOTO_COUNT, words } from "./messages";
import { photosOf } from "./photo";
import type { Draft } from "./talk";
import { answerTo, findOption, walk } from "./walk";
import { showWhen } from "./when";

/** One answer as words. */
function showAnswer(step: QuestionStep, draft: Draft, language: Language): string {
  const answer = answerTo(step, draft);
  const none = say(NO_ANSWER, language);
  if (!answer) return none;
  switch (answer.kind) {
    case "choice": {
      const option = findOption(step, answer.value);
      return option ? say(option.label, language) : none;
    }
    case "photo": {
      const n = photosOf(draft, step.id).length;
      return n === 0 ? none : words(PHOTO_COUNT, language, { n });
    }
    case "place":
      return answer.address ?? (answer.point ? say(MAP_POINT, language) : none);
    case "when":
      return showWhen(answer, language) || none;
    case "text":
      return answer.text ?? none;
  }
}

type SummaryRow = { step: QuestionStep; label: string; display: string };

/** The answers on the path, in the order they are asked. */
export const summaryRows = (definition: ScenarioDefinition, draft: Draft, language: Language): SummaryRow[] =>
  walk(definition, draft).path.map((step) => ({
    step,
    label: say(step.label, language),
    display: showAnswer(step, draft, language),
  }));

/** The summary that the resident checks: one line an answer, long words cut (they are sent whole). */
export const summaryText = (rows: readonly SummaryRow[]): string =>
  rows.map(({ label, display }) => `■ ${label}\n${cutUnits(display.replace(/\n+/g, " "), 240)}`).join("\n");
