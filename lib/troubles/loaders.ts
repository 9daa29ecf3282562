import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { can } from "@/lib/auth/permission";
import { listParkedEvents } from "@/lib/inbox/queries";
import { countTroubles, listUndelivered } from "./queries";
import { parseTroublesSearch, type TroublesSearch } from "./search";
import type { Page, Troubles } from "./view";

const PAGE = 100;

/** One row more was asked for than a page holds: it says whether there is another page. */
function pageOf<T extends { id: string }>(found: T[]): Page<T> {
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** What the machine could not finish by itself: events that failed, messages that did not arrive. */
export async function loadTroubles(
  params: Record<string, string | string[] | undefined>,
): Promise<Troubles & { search: TroublesSearch }> {
  const ctx = await requireStaff("inbox.view");
  const search = parseTroublesSearch(params);
  const [counts, events, messages] = await Promise.all([
    countTroubles(ctx),
    listParkedEvents(ctx, { limit: PAGE + 1, after: search.eventsAfter }),
    listUndelivered(ctx, { limit: PAGE + 1, after: search.messagesAfter }),
  ]);
  return {
    now: ctx.now,
    counts,
    mayRetry: can(ctx.actor, "inbox.retry").ok,
    events: pageOf(events),
    messages: pageOf(messages),
    search,
  };
}
