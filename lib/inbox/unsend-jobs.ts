import { withdrawQuestions } from "@/lib/chatbot/count/commands";
import { questionId } from "@/lib/chatbot/question";
import { leftOf } from "@/lib/conversations/erased";
import { forgetInReport } from "@/lib/conversations/forget";
import { type Locate, normalise } from "@/lib/conversations/normalise";
import type { Bot } from "@/lib/conversations/talk";
import type { Ctx } from "@/lib/core/context";
import type { Friend } from "@/lib/friends/commands";
import { submitReport, submittedLines } from "@/lib/reports/submit/commands";
import { eraseMessage, saveConversations } from "./commands";
import { listSubmitted } from "./queries";

/**
 * A message was taken back: its words go from the inbox, from what the bot was asked and from every report of its
 * sender, not only the last. Answers what open consoles are told of reports it changed. Safe to do twice.
 */
export async function takeBackMessage(
  ctx: Ctx,
  friend: Friend,
  messageId: string,
  { bot, locate }: { bot: Bot; locate: Locate },
): Promise<string[]> {
  const reading = (raw: unknown) => leftOf(normalise(raw, locate), bot);
  const ids = await eraseMessage(ctx, { lineUserId: friend.lineUserId, messageId, reading });
  await withdrawQuestions(ctx, ids.map(questionId));
  const changed: string[] = [];
  for (const draft of await listSubmitted(ctx, { friendId: friend.id })) {
    const rest = forgetInReport({ state: "submitted", closedAt: draft.lastAt, draft }, messageId, bot);
    if (rest === null) continue;
    await saveConversations(ctx, { friendId: friend.id, conversations: [rest.closed], bot });
    changed.push(...submittedLines(await submitReport(ctx, rest.submission)));
  }
  return changed;
}
