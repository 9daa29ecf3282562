import { enterAsFriend, type FriendCtx } from "@/lib/auth/friend-gate";
import type { PublicCtx } from "@/lib/auth/gate";
import { ok, type Result, refused } from "@/lib/core/result";
import { isOffered } from "../answer";
import type { Change } from "../choices";
import { changeOnPage } from "../commands";
import { type Offer, offerAt } from "../offer";
import { choicesOf, getFriend, loadOffer } from "../queries";
import { type Mine, mineOf } from "./mine";

/** An ID token of LIFF for a session. What is wrong with a token is nobody's business but LINE's. */
export async function enterSettings(
  ctx: PublicCtx,
  input: { idToken: string },
): Promise<Result<null, "refused">> {
  return (await enterAsFriend(ctx, input)) ? ok(null) : refused("refused");
}

const readNow = async (ctx: FriendCtx): Promise<Mine> =>
  mineOf(choicesOf(await getFriend(ctx, ctx.actor.friendId)));

/** One's settings as they are now, whoever changed them. */
export const readSettings = async (ctx: FriendCtx): Promise<Result<Mine, never>> => ok(await readNow(ctx));

function isPossible(offer: Offer, { part, value }: Change): boolean {
  if (part === "stopped") return value === 0 || value === 1;
  if (part === "spoken") return isOffered(offer, "language", value);
  if (part === "age_band" || part === "gender" || part === "area") return isOffered(offer, part, value);
  const isThere = offer.interests.some(({ bit }) => part === `interest:${bit}`);
  return value === 0 || (value === 1 && isThere);
}

/** Saves one change and answers all settings as they are then. */
export async function changeSetting(ctx: FriendCtx, change: Change): Promise<Result<Mine, "over">> {
  const offer = offerAt(await loadOffer(ctx), ctx.now.getTime());
  if (!isPossible(offer, change)) return refused("over");
  await changeOnPage(ctx, { change, isAnswer: change.part !== "stopped" });
  return ok(await readNow(ctx));
}
