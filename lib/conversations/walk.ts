import type { QuestionStep, ScenarioDefinition, ScenarioOption, ScenarioStep } from "@/lib/scenarios/schema";
import type { Answer, Draft } from "./talk";

export const findStep = (definition: ScenarioDefinition, id: string): ScenarioStep | null =>
  definition.steps.find((step) => step.id === id) ?? null;

export const isQuestion = (step: ScenarioStep | null): step is QuestionStep =>
  step !== null && step.kind !== "confirm" && step.kind !== "stop";

const ANSWER_KINDS = {
  choice: "choice",
  band: "choice",
  photo: "photo",
  place: "place",
  when: "when",
  date: "when",
  text: "text",
} as const;

export function findOption(step: QuestionStep, value: string): ScenarioOption | null {
  if (step.kind !== "choice" && step.kind !== "band") return null;
  return step.options.find((option) => option.key === value) ?? null;
}

/** The answer to a step, if there is one and it fits. */
export function answerTo(step: QuestionStep, draft: Draft): Answer | null {
  const answer = Object.hasOwn(draft.answers, step.id) ? draft.answers[step.id] : undefined;
  if (!answer || answer.kind !== ANSWER_KINDS[step.kind]) return null;
  return answer.kind === "choice" && !findOption(step, answer.value) ? null : answer;
}

function nextOf(step: QuestionStep, answer: Answer): string {
  if (step.kind !== "choice" && step.kind !== "band") return step.next;
  return (answer.kind === "choice" && findOption(step, answer.value)?.next) || step.id;
}

/** The answered questions from the start on, and the first step that is not answered. */
type Walk = { path: QuestionStep[]; current: ScenarioStep };

/**
 * Where a draft stands. It follows from the answers alone, so answers may come in any order: one that came ahead of its
 * question waits, and the question is passed over.
 */
export function walk(definition: ScenarioDefinition, draft: Draft): Walk {
  const path: QuestionStep[] = [];
  let id = definition.start;
  for (let i = 0; i <= definition.steps.length; i++) {
    const step = findStep(definition, id);
    if (!step) break;
    const answer = isQuestion(step) ? answerTo(step, draft) : null;
    if (!isQuestion(step) || !answer) return { path, current: step };
    path.push(step);
    id = nextOf(step, answer);
  }
  throw new Error(`scenario ${definition.key} goes in a circle or to a step that is not there: ${id}`);
}

/** The step that is asked now: the one being corrected, or the first without an answer. */
export function currentStep(definition: ScenarioDefinition, draft: Draft): ScenarioStep {
  const { path, current } = walk(definition, draft);
  return path.find((step) => step.id === draft.editing) ?? current;
}

/** Did the resident give anything yet? */
export const hasAnswers = (draft: Draft): boolean =>
  draft.photos.length > 0 ||
  draft.place !== null ||
  Object.keys(draft.answers).some((id) => !draft.preset.includes(id));

/** With this answer; a correction of the same step is over with it. */
export const withAnswer = (draft: Draft, stepId: string, answer: Answer): Draft => ({
  ...draft,
  answers: { ...draft.answers, [stepId]: answer },
  editing: draft.editing === stepId ? null : draft.editing,
  page: 0,
  asking: null,
});

export function withoutAnswer(draft: Draft, stepId: string): Draft {
  const { [stepId]: _, ...answers } = draft.answers;
  return { ...draft, answers, page: 0, asking: null };
}
