import type { Answer, PlaceAnswer, TalkEvent } from "./talk";
import { ask, type Scene, type Turn } from "./turn";
import { walk, withAnswer } from "./walk";

/**
 * A message that the resident took back later: what it said is gone from the inbox, but a replay must still count it as
 * the answer it was. The unsend event that follows takes that answer out.
 */
export function onErased(scene: Scene<Extract<TalkEvent, { kind: "erased" }>>): Turn {
  const { draft, current, event, definition } = scene;
  const messageIds = [event.messageId];
  const nowhere: PlaceAnswer = {
    kind: "place",
    point: null,
    address: null,
    areaKey: null,
    inside: null,
    messageIds,
  };
  if (event.was === "location") {
    const asked = walk(definition, draft).path.findLast((step) => step.kind === "place");
    const step = current.kind === "place" ? current : asked;
    return ask(step ? withAnswer(draft, step.id, nowhere) : { ...draft, place: nowhere });
  }
  const empty: Partial<Record<typeof current.kind, Answer>> = {
    text: { kind: "text", text: null, messageIds },
    place: nowhere,
    when: { kind: "when", instant: null, date: null, text: "", messageIds },
    date: { kind: "when", instant: null, date: null, text: "", messageIds },
  };
  const answer = empty[current.kind];
  return ask(answer ? withAnswer(draft, current.id, answer) : draft);
}
