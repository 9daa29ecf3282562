import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, expect, it } from "vitest";
import { reportPhotos, storageRemovals } from "@/db/schema";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import type { LineGateway } from "@/lib/line/gateway";
import type { Storage } from "@/lib/storage/gateway";
import { removeDueFiles } from "@/lib/storage/jobs";
import { discardPhotos, requestPhoto } from "./commands";
import { fetchDuePhotos } from "./jobs";

const database = testDatabase();
const ctx = () => systemContext(database.db, "test");

let files: Map<string, Uint8Array>;
/** A storage in memory whose `breaks` says which operation fails now. */
let breaks: "thumb" | "remove" | null;
const storage: Storage = {
  put: async (key, bytes) => {
    if (breaks === "thumb" && key.includes("thumb")) throw new Error("the disk is full");
    files.set(key, bytes);
  },
  get: async (key) => (files.has(key) ? Buffer.from(files.get(key) ?? []) : null),
  remove: async (key) => {
    if (breaks === "remove") throw new Error("the storage is away");
    files.delete(key);
  },
};
const jpeg = sharp({ create: { width: 40, height: 30, channels: 3, background: "#888" } })
  .jpeg()
  .toBuffer();
const line = { content: async () => ({ kind: "ready", bytes: await jpeg }) } as unknown as LineGateway;
const fetch = () =>
  fetchDuePhotos(
    ctx(),
    { line, storage },
    { owner: "w", leaseMs: 20_000, limit: 4, onChange: () => undefined },
  );
const removals = async () => (await database.db.select().from(storageRemovals)).map((row) => row.key).sort();
const minutesPass = () =>
  database.db.update(storageRemovals).set({ nextAttemptAt: sql`now() - interval '1 second'` });

beforeEach(async () => {
  files = new Map();
  breaks = null;
  await database.db.delete(reportPhotos);
  await database.db.delete(storageRemovals);
  await requestPhoto(ctx(), { conversationId: "talk", messageId: "m1", label: null, position: 0 });
});

it("stores both renditions, names them and forgets that they might have to go", async () => {
  expect(await fetch()).toBe(1);
  const [photo] = await database.db.select().from(reportPhotos);
  expect(photo).toMatchObject({ state: "ready", width: 40, height: 30 });
  expect([...files.keys()].sort()).toEqual([photo?.fullKey, photo?.thumbKey].sort());
  expect(await removals()).toEqual([]);
});

it("is fetched by one worker, however long that takes", async () => {
  let release = () => {};
  const slow = {
    content: () =>
      new Promise((resolve) => {
        release = () => void jpeg.then((bytes) => resolve({ kind: "ready", bytes }));
      }),
  } as unknown as LineGateway;
  const leaseMs = 400;
  const input = { leaseMs, limit: 4, onChange: () => undefined };
  const fetching = fetchDuePhotos(ctx(), { line: slow, storage }, { owner: "w1", ...input });
  await new Promise((resolve) => setTimeout(resolve, 3 * leaseMs));
  expect(await fetchDuePhotos(ctx(), { line, storage }, { owner: "w2", ...input })).toBe(0);
  release();
  expect(await fetching).toBe(1);
  const [photo] = await database.db.select().from(reportPhotos);
  expect(photo).toMatchObject({ state: "ready", attempts: 1 });
});

it("removes what was stored and never named: of a worker that was killed, of a storage that broke off", async () => {
  breaks = "thumb";
  await fetch();
  const [photo] = await database.db.select().from(reportPhotos);
  expect(photo).toMatchObject({ state: "waiting", reason: "storage", fullKey: null });
  const [stored] = [...files.keys()];
  expect(await removals()).toContain(stored);
  // Not at once: it may be the work of a worker that is still at it.
  expect(await removeDueFiles(ctx(), storage)).toBe(0);
  await minutesPass();
  expect(await removeDueFiles(ctx(), storage)).toBe(2);
  expect([files.size, await removals()]).toEqual([0, []]);
});

it("removes the files of a photo that was given up, however often the storage refuses", async () => {
  await fetch();
  expect(await discardPhotos(ctx(), { conversationId: "talk" })).toEqual([]);
  const [photo] = await database.db.select().from(reportPhotos);
  expect(photo).toMatchObject({ state: "deleted", reason: "not-filed", fullKey: null, thumbKey: null });
  breaks = "remove";
  expect(await removeDueFiles(ctx(), storage)).toBe(0);
  expect(files.size).toBe(2);
  expect(await removals()).toHaveLength(2);
  breaks = null;
  await minutesPass();
  expect(await removeDueFiles(ctx(), storage)).toBe(2);
  expect([files.size, await removals()]).toEqual([0, []]);
});

it("is fetched once however often it is asked for, and anew when it was not given up after all", async () => {
  const ask = (conversationId: string) =>
    requestPhoto(ctx(), { conversationId, messageId: "m1", label: "near", position: 1 });
  await fetch();
  await ask("talk");
  expect(await fetch()).toBe(0);
  await discardPhotos(ctx(), { messageId: "m1" });
  await ask("another");
  const [asked] = await database.db.select().from(reportPhotos);
  expect(asked).toMatchObject({ conversationId: "another", state: "waiting", hidden: false, reason: null });
  expect(await fetch()).toBe(1);
  await minutesPass();
  await removeDueFiles(ctx(), storage);
  const [photo] = await database.db.select().from(reportPhotos).where(eq(reportPhotos.state, "ready"));
  // The files of its first life are gone, those of the second stay.
  expect([...files.keys()].sort()).toEqual([photo?.fullKey, photo?.thumbKey].sort());
});
