import { type LineMessage, textMessage } from "@/lib/conversations/message";
import { words } from "@/lib/conversations/messages";
import type { Ctx } from "@/lib/core/context";
import { residentCode } from "@/lib/segments/queries";
import { answerTo, planOf, welcome, welcomeBack } from "./answer";
import type { Scene } from "./card";
import { spokenOf } from "./choices";
import { applyChanges } from "./commands";
import { BINDING_WORDS, WORDS } from "./messages";
import { askedOf, type Offer, offerAt } from "./offer";
import type { Operation } from "./operation";
import { choicesOf, getFriend } from "./queries";
import { bindStaffFriend } from "./staff/commands";

/** What the talk needs to know for 受信設定. `settingsUrl` null: there is no page to open. */
export type PreferenceTools = { offer: Offer; settingsUrl: string | null };

/** Does what a tap or typed words ask, inside the caller's transaction, and says how things stand now. */
export async function answerOperation(
  ctx: Ctx,
  tools: PreferenceTools,
  input: { friendId: number; operation: Operation; at: Date },
): Promise<LineMessage[]> {
  const { friendId, operation, at } = input;
  if (operation.kind === "bind") {
    const binding = await bindStaffFriend(ctx, { friendId, code: operation.code, sentAt: at });
    return [textMessage(BINDING_WORDS[binding])];
  }
  if (operation.kind === "code") {
    const language = spokenOf(choicesOf(await getFriend(ctx, friendId)));
    return [textMessage(words(WORDS.code, language, { code: residentCode(ctx, friendId) }))];
  }
  const offer = offerAt(tools.offer, at.getTime());
  const plan = planOf(operation, offer);
  const { choices } = await applyChanges(ctx, {
    friendId,
    changes: plan.changes,
    isAnswer: plan.isAnswer,
    at,
  });
  const scene: Scene = { offer, choices, language: spokenOf(choices), settingsUrl: tools.settingsUrl };
  return answerTo(operation, scene, plan);
}

/**
 * What is said to somebody who has just become a friend: the first question, or to who was asked before the `greeting`,
 * with a word when everything is stopped. Null: the greeting as it is.
 */
export async function greetNewFriend(
  ctx: Ctx,
  tools: PreferenceTools,
  input: { friendId: number; account: string; at: Date; greeting: LineMessage[] },
): Promise<LineMessage[] | null> {
  const row = await getFriend(ctx, input.friendId);
  const offer = offerAt(tools.offer, input.at.getTime());
  const choices = choicesOf(row);
  const scene: Scene = { offer, choices, language: spokenOf(choices), settingsUrl: tools.settingsUrl };
  if (choices.stopped === 1) return welcomeBack(scene, input.greeting);
  if (row.answeredAt !== null || askedOf(offer).length === 0) return null;
  return welcome(scene, input.account);
}
