import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db";
import type { BroadcastKind } from "@/db/enums";
import { broadcastBatches, broadcasts, broadcastVersions, staff } from "@/db/schema";
import { versionHash } from "@/lib/broadcasts/fingerprint";
import { type Ctx, type StaffActor, systemContext } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import type { LineOutcome } from "@/lib/line/gateway";
import { EVERYONE, type Rule } from "@/lib/segments/rule";
import { acceptBatches, type Batch, claimBatches } from "../batches/commands";
import { ensureChannel } from "../channel/commands";
import { freezeBroadcast, type Render } from "../freeze/commands";
import { attemptBatch, type SendTools } from "../jobs";
import { inEveryLanguage } from "../state";

export const render: Render = async (_ctx, { content }) =>
  inEveryLanguage((spoken) => [{ type: "text", text: `${JSON.stringify(content)} ${spoken}` }]);

export const system = (db: Db): Ctx => systemContext(db, "test");

/** A staff member with these roles in every section. */
export async function person(
  db: Db,
  ...roles: StaffActor["roles"][number]["role"][]
): Promise<Ctx<StaffActor>> {
  const email = `${newId()}@demo.example`;
  const [row] = await db.insert(staff).values({ name: "職員", email }).returning({ id: staff.id });
  const actor: StaffActor = {
    kind: "staff",
    staffId: row?.id ?? 0,
    name: "職員",
    email,
    roles: roles.map((role) => ({ role, sectionId: null })),
    sessionId: newId(),
  };
  return { db, actor, now: new Date() };
}

/** Everything of deliveries, gone. */
export const clear = (db: Db) =>
  db.execute(
    sql`truncate channel_state, channel_shares, broadcast_insights, broadcast_entries, broadcast_batches, broadcast_versions, broadcasts, friends cascade`,
  );

/** What lies in the tables of one broadcast. */
export const lookInto = (at: { readonly db: Db }) => ({
  stateOf: async (id: string) =>
    (await at.db.select().from(broadcasts).where(eq(broadcasts.id, id)))[0]?.state,
  batchesOf: (id: string) =>
    at.db
      .select()
      .from(broadcastBatches)
      .where(eq(broadcastBatches.broadcastId, id))
      .orderBy(broadcastBatches.n),
});

/** So many friends, every fifth of another language. */
export async function addFriends(db: Db, count: number): Promise<void> {
  await db.execute(sql`
    insert into friends (line_user_id, state, spoken, followed_at)
    select 'U' || md5(gen_random_uuid()::text), 'following', case when n % 5 = 0 then 2 else 0 end, now()
    from generate_series(1, ${count}::int) n`);
}

/** A broadcast that was approved and scheduled for `dueInMs` from now. */
export async function schedule(
  db: Db,
  options: {
    kind?: BroadcastKind;
    rule?: Rule;
    dueInMs?: number;
    authorId: number;
    countAtApproval?: number | null;
  },
): Promise<string> {
  const id = newId();
  const kind = options.kind ?? "routine";
  const rule = options.rule ?? EVERYONE;
  const content = { variants: { ja: [{ kind: "text", text: id }] } };
  const common = { kind, title: "お知らせ", content, rule, schedule: { kind: "now" } };
  await db.insert(broadcasts).values({
    id,
    ...common,
    state: "scheduled",
    authorId: options.authorId,
    version: 1,
    dueAt: sql`date_trunc('milliseconds', now()) + make_interval(secs => ${(options.dueInMs ?? 0) / 1000})`,
    countAtApproval: options.countAtApproval ?? null,
  });
  await db.insert(broadcastVersions).values({
    broadcastId: id,
    version: 1,
    ...common,
    hash: versionHash(common),
    submittedBy: options.authorId,
    submittedAt: new Date(),
    decision: "approved",
  });
  return id;
}

/** Frozen in batches of `batchSize` and released. */
export async function release(db: Db, id: string, batchSize = 500): Promise<void> {
  await ensureChannel(system(db));
  await freezeBroadcast(system(db), id, { render, batchSize });
  await db.execute(
    sql`update broadcasts set state = 'sending', released_at = now(), held_until = null where id = ${id}`,
  );
}

export const answered = (status: number, message = ""): LineOutcome => ({
  kind: "answered",
  status,
  message,
  requestId: `request-${status}`,
  sentMessageIds: [],
});
export const SILENT: LineOutcome = { kind: "silent", error: "ECONNRESET" };

/** A platform that answers what it is told, in order, and then 200; `calls` is what it was asked. */
export function linePretending(...outcomes: LineOutcome[]) {
  const calls: { to: string[]; retryKey: string; messages: readonly unknown[] }[] = [];
  let left: number | null = null;
  const line: SendTools["line"] = {
    multicast: async ({ to, messages }, retryKey) => {
      calls.push({ to, retryKey, messages });
      return outcomes.shift() ?? answered(200);
    },
    quotaLeft: async () => left,
  };
  const tools: Omit<SendTools, "accept" | "owner"> = { line, random: () => 0, clock: Date.now };
  return { tools, calls, leave: (n: number | null) => (left = n) };
}

export const claim = (db: Db, owner = "w1", limit = 1): Promise<Batch[]> =>
  claimBatches(system(db), { owner, leaseMs: 20_000, limit });

/** One attempt by this worker; what LINE took is written down at once. */
export function attempt(
  db: Db,
  { tools }: Pick<ReturnType<typeof linePretending>, "tools">,
  batch: Batch,
  owner = "w1",
): ReturnType<typeof attemptBatch> {
  const accept: SendTools["accept"] = async (taken) =>
    (await acceptBatches(system(db), { owner, taken: [taken] }))[0] === true;
  return attemptBatch(system(db), { ...tools, owner, accept }, batch, [{ type: "text", text: "x" }]);
}
