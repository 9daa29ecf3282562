import type { LedgerSummary, SendEndpoint } from "../protocol";
import type { World } from "../world";

const ENDPOINTS: SendEndpoint[] = ["reply", "push", "multicast", "broadcast", "narrowcast"];
const EXAMPLES = 20;

export function summarize(world: World): LedgerSummary {
  const accepted = Object.fromEntries(
    ENDPOINTS.map((endpoint) => [endpoint, { requests: 0, recipients: 0, delivered: 0 }]),
  ) as LedgerSummary["accepted"];
  for (const row of world.ledger.rows) {
    const sum = accepted[row.endpoint];
    sum.requests += 1;
    sum.recipients += row.to.length;
    sum.delivered += row.recipients.length - (row.missed?.size ?? 0);
  }
  const tokens = world.replyTokens.list;
  const used = tokens.filter((token) => token.usedBy !== null).length;
  const refused = world.tally.refusedReplies;
  return {
    accepted,
    answers: world.tally.answers,
    replies: {
      tokens: tokens.length,
      used,
      unused: tokens.length - used,
      refusedUsed: refused.used,
      refusedExpired: refused.expired,
      refusedUnknown: refused.unknown,
    },
    duplicates: findDuplicates(world),
    retryKeyConflicts: world.tally.retryKeyConflicts,
  };
}

/** Who was sent equal messages more than once. Counted body by body, so that two million pairs need no table of pairs. */
function findDuplicates(world: World): LedgerSummary["duplicates"] {
  const byBody = new Map<number, number[]>();
  for (const [index, row] of world.ledger.rows.entries()) {
    if (row.endpoint === "reply") continue;
    const rows = byBody.get(row.body);
    if (rows) rows.push(index);
    else byBody.set(row.body, [index]);
  }
  const times = new Uint16Array(world.register.size());
  const examples: LedgerSummary["duplicates"]["examples"] = [];
  let pairs = 0;
  for (const [body, rows] of byBody) {
    const recipients = rows.flatMap((index) => [...(world.ledger.rows[index]?.to ?? [])]);
    if (recipients.length < 2) continue;
    for (const i of recipients) times[i] = (times[i] ?? 0) + 1;
    for (const i of recipients) {
      const count = times[i] ?? 0;
      // Zeroed on the way, so that the next body starts clean and nobody is listed twice.
      times[i] = 0;
      if (count < 2) continue;
      pairs += 1;
      const example = {
        to: world.register.idOf(i),
        messagesHash: world.ledger.body(body).hash,
        times: count,
      };
      if (examples.length < EXAMPLES) examples.push(example);
    }
  }
  return { pairs, examples };
}
