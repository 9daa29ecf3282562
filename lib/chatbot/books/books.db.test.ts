import { expect, it } from "vitest";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { fillDraft, publishBook, rollBackBook } from "./commands";
import { findDraft, findLive } from "./queries";
import { publishInput } from "./schema";

const database = testDatabase();
const book = "faq" as const;
let minute = 0;
const ctx = () => ({
  ...systemContext(database.db, "test"),
  now: new Date(Date.UTC(2026, 10, 22, 0, minute++)),
});
const fill = (phoneKey: string) => fillDraft(ctx(), { book, content: { phoneKey }, entries: [], note: "" });
const liveId = async () => (await findLive(ctx(), { book }))?.id ?? null;

it("a draft is published only over what was seen as live: a roll-back made meanwhile is not undone", async () => {
  const publish = (draft: { updatedAt: Date }, seen: number | null) =>
    publishBook(ctx(), { book, seenAt: draft.updatedAt, liveId: seen, note: "" });
  expect(await publish(await fill("a"), null)).toMatchObject({ ok: true });
  const first = await liveId();
  const second = await fill("b");
  expect(await publish(second, null)).toMatchObject({ ok: false, reason: "live-changed" });
  expect(await publish(second, first)).toMatchObject({ ok: true });

  const seen = await liveId();
  const third = await fill("c");
  const back = { book, versionId: first ?? 0, liveId: seen ?? 0, note: "" };
  expect(await rollBackBook(ctx(), back)).toMatchObject({ ok: true });
  expect(await publish(third, seen)).toMatchObject({ ok: false, reason: "live-changed" });
  expect((await findLive(ctx(), { book }))?.content).toEqual({ phoneKey: "a" });
  expect((await findDraft(ctx(), { book }))?.id).toBe(third.id);
  expect(await publish(third, await liveId())).toMatchObject({ ok: true });
});

it("who publishes from the console says what they saw as live, also that nothing was", () => {
  const input = { book, seenAt: "2026-11-22T00:00:00.000Z", note: "" };
  expect(publishInput.safeParse(input).success).toBe(false);
  expect(publishInput.safeParse({ ...input, liveId: null }).success).toBe(true);
  expect(publishInput.safeParse({ ...input, liveId: 3 }).success).toBe(true);
});
