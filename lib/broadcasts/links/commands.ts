import { takeTurn } from "@/lib/auth/turns";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { ok, type Result, refused } from "@/lib/core/result";
import { createLinkGateway, type LinkGateway } from "../link-gateway";
import { REFUSALS } from "../messages";
import { getBroadcast, getVersion } from "../queries";
import type { OnlyId } from "../schema";
import { isBroken, judgeLink, type LinkVerdict, linksIn } from "./found";

const MOST_LINKS = 40;
const AT_ONCE = 8;
/** So that nobody makes the console knock at doors all day. */
const LIMIT = { points: 6, seconds: 60 };

export type CheckedLink = { uri: string; verdict: LinkVerdict };

/**
 * Opens the links of a broadcast as it is saved, or as it was asked for. Addresses come from the row, never from the
 * request: whoever may write a broadcast may have them opened, nobody else.
 */
export const checkLinksBy =
  (open: LinkGateway) =>
  async (ctx: Ctx<StaffActor>, input: OnlyId): Promise<Result<CheckedLink[], "too-many">> => {
    const { row } = await getBroadcast(ctx, input);
    if (!takeTurn(`links:${ctx.actor.staffId}`, LIMIT, ctx.now.getTime()))
      return refused("too-many", REFUSALS["too-many"]);
    const version = row.version === null ? null : await getVersion(ctx, { id: row.id, version: row.version });
    const waiting = linksIn((version ?? row).content).slice(0, MOST_LINKS);
    const checked = new Map<string, LinkVerdict>();
    const work = async () => {
      for (let uri = waiting.shift(); uri !== undefined; uri = waiting.shift())
        checked.set(uri, isBroken(uri) ? { kind: "broken" } : judgeLink(uri, await open(uri)));
    };
    const order = [...waiting];
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return ok(
      order.map((uri) => ({ uri, verdict: checked.get(uri) ?? { kind: "unknown", why: "unknown" } })),
    );
  };

export const checkLinks = checkLinksBy(createLinkGateway());
