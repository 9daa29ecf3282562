import type pg from "pg";
import { sandboxCall } from "../../support/house";
import type { Deed } from "./resident";
import { workedTwice } from "./witness";

export type Verdict = { problems: string[]; figures: Record<string, number> };
type LedgerEntry = {
  seq: number;
  endpoint: string;
  eventId: string | null;
  retryKey: string | null;
  replyToken: string | null;
};

async function wholeLedger(house: { ports: { sandbox: number } }): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: { entries: LedgerEntry[]; next: number | null } = await sandboxCall(
      house,
      `/ledger?after=${after}&limit=5000&omit=messages,to`,
    );
    all.push(...page.entries);
    after = page.next;
  }
  return all;
}

const few = (what: string, ids: string[]): string[] =>
  ids.length > 0 ? [`${what}: ${ids.length} (${ids.slice(0, 3).join(", ")})`] : [];

/** Holds what the product did against what residents did and the platform saw. */
export async function judge(
  house: { ports: { sandbox: number } },
  db: pg.Client,
  deeds: Deed[],
  acknowledged: Set<string>,
): Promise<Verdict> {
  const problems: string[] = [];
  const ledger = await wholeLedger(house);

  // Every acknowledged event is processed once. The id is read from what LINE sent, not from our key.
  const events = await db.query<{ id: string; state: string; n: string }>(
    `select payload::json ->> 'webhookEventId' as id, min(state) as state, count(*) as n from line_events group by 1`,
  );
  const stored = new Map(events.rows.map((r) => [r.id, r]));
  problems.push(
    ...few(
      "acknowledged events lost",
      [...acknowledged].filter((id) => !stored.has(id)),
    ),
  );
  problems.push(
    ...few(
      "events kept more than once",
      events.rows.filter((r) => Number(r.n) > 1).map((r) => r.id),
    ),
  );
  problems.push(...few("events worked by two workers", await workedTwice(db)));
  problems.push(
    ...few(
      "acknowledged events not processed",
      events.rows.filter((r) => r.state !== "done" && r.state !== "skipped").map((r) => `${r.id} ${r.state}`),
    ),
  );

  // Each report exists once, and holds what the resident gave.
  const found = await db.query<{
    user: string;
    number: string;
    lat: number;
    lng: number;
    body: string;
    photos: string[] | null;
  }>(
    `select f.line_user_id as user, r.number, r.lat, r.lng, r.body,
       (select array_agg(p.line_message_id order by p.line_message_id) from report_photos p where p.report_id = r.id) as photos
     from reports r join friends f on f.id = r.friend_id where r.source = 'line'`,
  );
  for (const deed of deeds) {
    const theirs = found.rows.filter((r) => r.user === deed.residentId);
    const who = deed.residentId.slice(0, 7);
    if (!deed.sent) problems.push(`${who} never got as far as sending`);
    else if (theirs.length !== 1) problems.push(`${who} has ${theirs.length} reports`);
    const [report] = theirs;
    if (!report) continue;
    if (deed.receipt && deed.receipt !== report.number)
      problems.push(`${who} was told ${deed.receipt} for ${report.number}`);
    if ((report.photos ?? []).join() !== [...deed.photoMessageIds].sort().join())
      problems.push(
        `${who} sent ${deed.photoMessageIds.length} photos, the report has ${report.photos?.length ?? 0}`,
      );
    if (Math.abs(report.lat - deed.place.lat) > 1e-6 || Math.abs(report.lng - deed.place.lng) > 1e-6)
      problems.push(`${who}: another place`);
    if (report.body !== (deed.words ?? "")) problems.push(`${who}: other words`);
  }

  // No reply comes twice: not by its token, and not as the push that stands in for it.
  const outbox = await db.query<{
    kind: string;
    key: string;
    state: string;
    token: string | null;
    retry: string | null;
  }>(
    "select kind, dedupe_key as key, state, reply_token as token, retry_key::text as retry from outbox where kind in ('reply', 'push')",
  );
  const acceptedReplies = new Set(ledger.filter((e) => e.endpoint === "reply").map((e) => e.replyToken));
  const acceptedPushes = new Set(ledger.filter((e) => e.endpoint === "push").map((e) => e.retryKey));
  const pushFor = new Map(
    outbox.rows.filter((r) => r.kind === "push").map((r) => [r.key.replace(/:push$/, ""), r]),
  );
  const replies = outbox.rows.filter((r) => r.kind === "reply");
  const arrived = (row: (typeof replies)[number]) =>
    Number(acceptedReplies.has(row.token)) + Number(acceptedPushes.has(pushFor.get(row.key)?.retry ?? "-"));
  problems.push(
    ...few(
      "replies that came twice",
      replies.filter((r) => arrived(r) > 1).map((r) => r.key),
    ),
  );
  const perEvent = new Map<string, number>();
  for (const e of ledger)
    if (e.endpoint === "reply" && e.eventId) perEvent.set(e.eventId, (perEvent.get(e.eventId) ?? 0) + 1);
  problems.push(
    ...few(
      "events answered twice",
      [...perEvent].filter(([, n]) => n > 1).map(([id]) => id),
    ),
  );

  // Each missing reply is listed as unknown, or it failed openly.
  const missing = replies.filter((r) => arrived(r) === 0);
  problems.push(
    ...few(
      "missing replies that are not listed as unknown",
      missing.filter((r) => r.state !== "unknown").map((r) => `${r.key} ${r.state}`),
    ),
  );
  problems.push(
    ...few(
      "messages still open",
      outbox.rows.filter((r) => r.state === "pending" || r.state === "attempting").map((r) => r.key),
    ),
  );

  return {
    problems,
    figures: {
      residents: deeds.length,
      receipts: deeds.filter((d) => d.receipt).length,
      reports: found.rows.length,
      acknowledged: acknowledged.size,
      replies: acceptedReplies.size,
      pushedInstead: replies.filter((r) => acceptedPushes.has(pushFor.get(r.key)?.retry ?? "-")).length,
      unknownReplies: missing.length,
    },
  };
}
