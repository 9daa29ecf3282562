import { erased } from "../erased";
import { forgetInReport } from "../forget";
import { byTime, lateReply, replay, replayStart } from "../replay";
import { step } from "../step";
import type { Bot, ClosedState, Draft, Effect, Submission, Talk, TalkEvent } from "../talk";
import { refusals } from "./line-limits";

type Row = { state: ClosedState | "open"; draft: Draft };

/**
 * What the worker does with one resident's events, in memory: each id once, in the order they come, a replay when one is
 * late. Holds what the database would hold.
 */
export function delivery(bot: Bot, language: string | null = null) {
  const done = new Map<string, TalkEvent>();
  const rows = new Map<string, Row>();
  const reports = new Map<string, Submission>();
  const photos = new Map<string, { conversationId: string; gone: boolean }>();

  const load = (): Talk => {
    const closed = [...rows.values()]
      .filter((row) => row.state !== "open")
      .sort((a, b) => b.draft.lastAt - a.draft.lastAt || b.draft.startedAt - a.draft.startedAt)[0];
    const open = [...rows.values()].find((row) => row.state === "open");
    return {
      language,
      open: open?.draft ?? null,
      last:
        closed && closed.state !== "open"
          ? { state: closed.state, closedAt: closed.draft.lastAt, draft: closed.draft }
          : null,
    };
  };
  const save = (list: Row[]) => {
    for (const { state, draft } of list) rows.set(draft.conversationId, { state, draft });
    if ([...rows.values()].filter((row) => row.state === "open").length > 1)
      throw new Error("two open at once");
  };
  const act = (effects: Effect[]) => {
    for (const effect of effects) {
      switch (effect.kind) {
        case "fetch-photo":
          photos.set(effect.messageId, { conversationId: effect.conversationId, gone: false });
          break;
        case "submit-report":
          reports.set(effect.conversationId, effect.submission);
          break;
        case "withdraw-report":
          reports.delete(effect.conversationId);
          break;
        case "discard-photos":
          for (const photo of photos.values())
            if (photo.conversationId === effect.conversationId) photo.gone = true;
          break;
        case "remove-message": {
          const photo = photos.get(effect.messageId);
          if (photo) photo.gone = true;
          for (const [id, event] of done)
            if ("messageId" in event && event.kind !== "unsend" && event.messageId === effect.messageId)
              done.set(id, erased(event, bot));
          // The engine knows the last report only; the caller looks through all of them.
          for (const { state, draft } of rows.values()) {
            if (state !== "submitted") continue;
            const forgotten = forgetInReport({ state, closedAt: draft.lastAt, draft }, effect.messageId, bot);
            if (!forgotten) continue;
            rows.set(draft.conversationId, { state, draft: forgotten.closed.draft });
            reports.set(draft.conversationId, forgotten.submission);
          }
          break;
        }
        default:
          break;
      }
    }
  };

  return {
    deliver(event: TalkEvent): void {
      if (done.has(event.id)) return;
      const isLate = [...done.values()].some((other) => byTime(other, event) > 0);
      done.set(event.id, event);
      const before = load();
      if (!isLate) {
        const result = step(before, event, bot);
        const { open, last } = result.talk;
        save([...(last ? [last] : []), ...(open ? [{ state: "open" as const, draft: open }] : [])]);
        act(result.effects);
        return;
      }
      const from = replayStart(
        [...done.values()].map((one) => one.at),
        event.at,
      );
      const again = [...done.values()].filter((one) => one.at >= from);
      const result = replay({ language, open: null, last: null }, again, bot);
      for (const [id, row] of rows) {
        if (row.state === "open" && row.draft.startedAt >= from && !result.conversations[id]) rows.delete(id);
        else if (row.state === "open") rows.set(id, { ...row, state: "expired" });
      }
      save(Object.values(result.conversations));
      act(result.effects);
      const refused = refusals(lateReply(before, result.talk, event, bot).replies);
      if (refused.length > 0) throw new Error(`LINE would refuse: ${refused.join("; ")}`);
    },
    load,
    /** What the city holds in the end: the reports, and the photos that are in them. */
    get held() {
      return [...reports.entries()].sort().map(([id, submission]) => ({
        id,
        submission,
        photos: submission.photos.map(({ messageId }) => ({
          messageId,
          kept: photos.get(messageId)?.gone === false,
        })),
      }));
    },
  };
}
