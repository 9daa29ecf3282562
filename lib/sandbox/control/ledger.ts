import type { Hono } from "hono";
import type { LedgerAnswer, RepliesAnswer, RequestsAnswer } from "../protocol";
import type { World } from "../world";
import { pageOf } from "./parse";
import { summarize } from "./summary";
import { viewLedgerRow, viewReplyToken } from "./views";

type Filter = { endpoint: string | undefined; to: string | undefined; retryKey: string | undefined };

function find(world: World, { endpoint, to, retryKey }: Filter, after: number, limit: number): number[] {
  const i = to === undefined ? undefined : (world.register.numberOf(to) ?? -1);
  const found: number[] = [];
  for (let index = after; index < world.ledger.rows.length && found.length < limit; index += 1) {
    const row = world.ledger.rows[index];
    if (!row || (endpoint !== undefined && row.endpoint !== endpoint)) continue;
    if (retryKey !== undefined && row.retryKey?.toLowerCase() !== retryKey.toLowerCase()) continue;
    if (i !== undefined && !row.to.includes(i)) continue;
    found.push(index);
  }
  return found;
}

export function ledgerRoutes(app: Hono, world: () => World): void {
  app.get("/_sandbox/ledger", (c) => {
    const at = world();
    const { after, limit } = pageOf(c, { standard: 100, max: 5000 });
    const { endpoint, to, retryKey, omit } = c.req.query();
    const omitted = (omit ?? "").split(",");
    const found = find(at, { endpoint, to, retryKey }, after, limit);
    const entries = found.flatMap((index) => {
      const row = at.ledger.rows[index];
      const leave = { messages: omitted.includes("messages"), to: omitted.includes("to") };
      return row ? [viewLedgerRow(at, row, index, leave)] : [];
    });
    return c.json({
      entries,
      next: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null,
    } satisfies LedgerAnswer);
  });
  app.get("/_sandbox/ledger/summary", (c) => c.json(summarize(world())));
  app.get("/_sandbox/replies", (c) => {
    const at = world();
    const { after, limit } = pageOf(c, { standard: 1000, max: 50_000 });
    const replies = at.replyTokens.list.slice(after, after + limit).map((token) => viewReplyToken(at, token));
    return c.json({
      replies,
      next: replies.length === limit ? (replies.at(-1)?.n ?? null) : null,
    } satisfies RepliesAnswer);
  });
  app.get("/_sandbox/requests", (c) => {
    const { after, limit } = pageOf(c, { standard: 200, max: 5000 });
    const { entries, next } = world().requests.after(after, limit);
    return c.json({ requests: entries, next } satisfies RequestsAnswer);
  });
}
