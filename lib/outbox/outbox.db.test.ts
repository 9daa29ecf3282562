import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { friends, outbox } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { newId } from "@/lib/core/id";
import { testDatabase } from "@/lib/core/testing/database";
import { enqueueMail, enqueueReply, type OutboxRow, settleOutbox } from "./commands";
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
