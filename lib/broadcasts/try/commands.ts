import { and, eq, inArray, isNull } from "drizzle-orm";
import { SPOKEN } from "@/db/enums";
import { friends, staffFriends } from "@/db/schema";
import { takeTurn } from "@/lib/auth/turns";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { ok, type Result, refused } from "@/lib/core/result";
import { findMediaPlaces } from "@/lib/media/queries";
import { enqueuePush } from "@/lib/outbox/commands";
import { refuseShortage } from "../approval/freeze/commands";
import { CONTENT_LIMITS } from "../block";
import { checkContent } from "../check";
import { mediaIdsOf, renderMessages, wordingFor } from "../content";
import { REFUSALS, testNotice, WORDING_NAMES } from "../messages";
import { lockBroadcast } from "../queries";
import { recordHappening } from "../record/commands";
import type { TestInput } from "../schema";
import { canTest, type Refusal } from "../status";

/** Every test is real messages out of the month's quota, on colleagues' phones. */
const LIMIT = { points: 10, seconds: 60 };

const no = <R extends keyof typeof REFUSALS>(reason: R) => refused(reason, REFUSALS[reason]);

/** Where the notice has no room beside the words, it goes ahead of them as a push of its own. */
const NOTICE_AHEAD_MS = 3_000;

/**
 * Sends the broadcast as it stands to registered staff through the outbox, each with a notice that it is a test. This path knows no rule
 * and no audience: whoever is not in staff_friends cannot be reached by it.
 */
export async function sendTest(
  ctx: Ctx<StaffActor>,
  input: TestInput,
): Promise<Result<{ sent: number }, Refusal | "no-testers" | "unsendable" | "too-many" | "quota">> {
  if (!takeTurn(`test:${ctx.actor.staffId}`, LIMIT, ctx.now.getTime())) return no("too-many");
  return ctx.db.transaction(async (tx) => {
    const inner = within(ctx, tx);
    const { row, standing, who } = await lockBroadcast(inner, { id: input.broadcastId });
    const verdict = canTest(standing, who);
    if (!verdict.ok) return no(verdict.reason);
    const places = await findMediaPlaces(inner, {
      ids: mediaIdsOf(row.content),
      base: env().PUBLIC_URL ?? "",
    });
    if (checkContent(row, places).length > 0) return no("unsendable");
    const testers = await tx
      .select({ friendId: staffFriends.friendId, lineUserId: friends.lineUserId })
      .from(staffFriends)
      .innerJoin(friends, eq(friends.id, staffFriends.friendId))
      .where(
        and(
          inArray(staffFriends.staffId, input.staffIds),
          eq(friends.state, "following"),
          isNull(friends.stoppedAt),
        ),
      );
    if (testers.length === 0) return no("no-testers");
    const wordings = SPOKEN.filter((spoken) =>
      input.spoken.some((wanted) => wordingFor(row.content, wanted) === spoken),
    );
    const count = testers.length * wordings.length;
    const short = await refuseShortage(inner, { id: row.id, kind: row.kind, count, due: ctx.now });
    if (short) return short;
    for (const spoken of wordings) {
      const messages = renderMessages(row, spoken, places);
      const notice = { type: "text", text: testNotice(row.title, WORDING_NAMES[spoken]) };
      const isFull = messages.length >= CONTENT_LIMITS.blocks;
      for (const { friendId, lineUserId } of testers) {
        const dedupeKey = `broadcast-test:${input.requestKey}:${friendId}:${spoken}`;
        const to = { friendId, lineUserId };
        if (isFull) await enqueuePush(inner, { ...to, dedupeKey: `${dedupeKey}:notice`, messages: [notice] });
        await enqueuePush(inner, {
          ...to,
          dedupeKey,
          messages: isFull ? messages : [notice, ...messages],
          ...(isFull ? { notBefore: new Date(ctx.now.getTime() + NOTICE_AHEAD_MS) } : {}),
        });
      }
    }
    await recordHappening(inner, {
      broadcastId: row.id,
      kind: "tested",
      version: row.version,
      detail: { testers: testers.length, wordings },
      fields: [],
    });
    return ok({ sent: testers.length });
  });
}
