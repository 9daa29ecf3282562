import { WITHDRAWN } from "./messages";
import { submissionOf } from "./submission";
import type { Answer, Bot, Closed, Draft, Submission } from "./talk";
import { findVersion } from "./trigger";

const comesFrom = (answer: Answer, messageId: string): boolean => answer.messageIds.includes(messageId);

/** An open draft without what came from a message: its question is asked again. */
export function forgetInDraft(draft: Draft, messageId: string): Draft {
  const kept = Object.entries(draft.answers).filter(([, answer]) => !comesFrom(answer, messageId));
  return {
    ...draft,
    answers: Object.fromEntries(kept),
    photos: draft.photos.filter((photo) => photo.messageId !== messageId),
    place: draft.place && comesFrom(draft.place, messageId) ? null : draft.place,
  };
}

/** What stays of an answer in a report that was sent already: that there was one. */
function emptied(answer: Answer): Answer {
  switch (answer.kind) {
    case "text":
      return { ...answer, text: null };
    case "place":
      return { ...answer, point: null, address: WITHDRAWN, areaKey: null, inside: null };
    case "when":
      return { ...answer, instant: null, date: null, text: WITHDRAWN };
    default:
      return answer;
  }
}

/**
 * A conversation that was sent, without what came from a message, and the report as it is then. Null: nothing in it
 * came from that message. `step` does this for the report sent last; with `remove-message` the caller does it for every
 * other one of that resident. Safe to do twice.
 */
export function forgetInReport(
  closed: Closed,
  messageId: string,
  bot: Bot,
): { closed: Closed; submission: Submission } | null {
  const { draft } = closed;
  const definition = findVersion(bot, draft.scenarioKey, draft.version)?.definition;
  const touched =
    draft.photos.some((photo) => photo.messageId === messageId) ||
    Object.values(draft.answers).some((answer) => comesFrom(answer, messageId));
  if (closed.state !== "submitted" || !definition || !touched) return null;
  const answers = Object.fromEntries(
    Object.entries(draft.answers).map(([id, answer]) => [
      id,
      comesFrom(answer, messageId) ? emptied(answer) : answer,
    ]),
  );
  const photos = draft.photos.filter((photo) => photo.messageId !== messageId);
  const after: Closed = { ...closed, draft: { ...draft, answers, photos } };
  return { closed: after, submission: submissionOf(definition, after.draft, closed.closedAt) };
}
