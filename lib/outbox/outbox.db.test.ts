import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { friends, outbox } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { testDatabase } from "@/lib/core/testing/database";
import { enqueueMail, enqueuePush, enqueueReply, type OutboxRow, settleOutbox } from "./commands";
import { deliverDue, type OutboxGateways } from "./jobs";
import type { Decision } from "./outcome";

const database = testDatabase();
const NOW = new Date("2026-11-22T14:40:00Z");
const ctx = () => systemContext(database.db, "test", NOW);
const OWNER = "w1";
const WORDS = "「わたしの住所は秘密です」でよろしいですか";

async function reply(): Promise<OutboxRow> {
  const lineUserId = `U${newId().replaceAll("-", "")}`;
  const [friend] = await database.db.insert(friends).values({ lineUserId }).returning();
  const row = await enqueueReply(ctx(), {
    dedupeKey: newId(),
    friendId: friend?.id ?? 0,
    lineUserId,
    replyToken: "t",
    tokenReceivedAt: NOW,
    messages: [{ type: "text", text: WORDS }],
    owner: OWNER,
    leaseMs: 20_000,
  });
  if (!row) throw new Error("no row");
  return row;
}
const settle = (row: OutboxRow, decision: Decision) =>
  settleOutbox(ctx(), { row, owner: OWNER, decision, httpStatus: 200, requestId: null });
const kept = async (friendId: number | null) =>
  (
    await database.db
      .select()
      .from(outbox)
      .where(eq(outbox.friendId, friendId ?? 0))
      .orderBy(outbox.createdAt)
  ).map((row) => [row.kind, row.state, row.payload.includes("秘密")]);

it.each<[Decision, [string, string, boolean][]]>([
  [{ next: "sent" }, [["reply", "sent", false]]],
  [{ next: "unknown", error: "no-answer" }, [["reply", "unknown", false]]],
  [{ next: "failed", error: "refused-by-line" }, [["reply", "failed", false]]],
  [{ next: "retry", error: "no-answer", afterMs: 1_000, mayHaveArrived: true }, [["reply", "pending", true]]],
  [
    { next: "push", error: "http-400" },
    [
      ["reply", "cancelled", false],
      ["push", "pending", true],
    ],
  ],
])(
  "a message to a resident keeps its words only while they may still be sent: %j",
  async (decision, rows) => {
    const row = await reply();
    expect(await settle(row, decision)).toBe(true);
    expect((await kept(row.friendId)).sort()).toEqual(rows.sort());
  },
);

it("a mail keeps what it is made from: it holds no words, and staff may send it again", async () => {
  const id = await enqueueMail(ctx(), {
    dedupeKey: newId(),
    mailTo: "a@city.example",
    payload: { type: "arrival" },
  });
  const [row] = await database.db
    .update(outbox)
    .set({ state: "attempting", leaseOwner: OWNER })
    .where(eq(outbox.id, id ?? ""))
    .returning();
  if (!row) throw new Error("no row");
  await settle(row, { next: "failed", error: "smtp-550" });
  const [after] = await database.db.select().from(outbox).where(eq(outbox.id, row.id));
  expect(after?.payload).toBe(JSON.stringify({ type: "arrival" }));
});

it("a mail server that hangs holds back no message in LINE, and no other worker sends its mail meanwhile", async () => {
  await database.db.delete(outbox);
  const row = await reply();
  await settle(row, { next: "sent" });
  const now = { ...ctx(), now: new Date() };
  await enqueueMail(now, { dedupeKey: newId(), mailTo: "road@city.example", reportId: null, payload: {} });
  let release = () => {};
  const calls: string[] = [];
  const gateways: OutboxGateways = {
    line: {
      push: async () => {
        calls.push("push");
        return { kind: "answered", status: 200, requestId: null, message: "", sentMessageIds: [] };
      },
    } as unknown as OutboxGateways["line"],
    mail: () =>
      new Promise((resolve) => {
        calls.push("mail");
        release = () => resolve({ kind: "sent" });
      }),
  };
  const chance = { random: () => 0.5, clock: Date.now };
  const leaseMs = 400;
  const hanging = deliverDue(now, gateways, { to: "mailbox", owner: "w1", leaseMs, limit: 4, ...chance });
  await expect.poll(() => calls).toEqual(["mail"]);

  await enqueuePush(now, {
    dedupeKey: newId(),
    friendId: row.friendId ?? 0,
    lineUserId: row.lineUserId ?? "",
    messages: [{ type: "text", text: WORDS }],
  });
  const resident = { to: "resident", owner: "w1", leaseMs, limit: 4, ...chance } as const;
  expect(await deliverDue(now, gateways, resident)).toBe(1);
  expect(calls).toEqual(["mail", "push"]);

  // Three leases later the mail still is the first worker's.
  await new Promise((resolve) => setTimeout(resolve, 3 * leaseMs));
  const other = { to: "mailbox", owner: "w2", leaseMs, limit: 4, ...chance } as const;
  expect(await deliverDue(now, gateways, other)).toBe(0);
  release();
  expect(await hanging).toBe(1);
  const [mail] = await database.db.select().from(outbox).where(eq(outbox.kind, "mail"));
  expect(mail).toMatchObject({ state: "sent", attempts: 1 });
});
