import path from "node:path";
import sharp from "sharp";
import { openDatabase } from "../../db";
import { startEmbedded } from "../../db/embedded";
import { staff } from "../../db/schema";
import { fillDraft, publishBook } from "../../lib/chatbot/books/commands";
import { findLive, listEntries } from "../../lib/chatbot/books/queries";
import { type StaffActor, systemContext } from "../../lib/core/context";
import { uploadMedia } from "../../lib/media/commands";
import { fileStorage } from "../../lib/storage/gateway";
import type { Stack } from "./stacks";

/** Puts an answer with a picture into the bot's live book, as its other entries stand, for every worker at once. */
export async function publishPicture(
  stack: Stack,
  given: { key: string; title: string; words: string },
): Promise<void> {
  const data = path.join(stack.folder, "data");
  const { url } = await startEmbedded(path.join(data, "pg")); // it runs: this only attaches
  const opened = openDatabase(url, { max: 2, name: "madoguchi-e2e" });
  try {
    const ctx = systemContext(opened.db, "e2e");
    const [someone] = await opened.db.select().from(staff).limit(1);
    if (!someone) throw new Error("the demo has no staff");
    const { id: staffId, name, email } = someone;
    const actor: StaffActor = { kind: "staff", staffId, name, email, roles: [], sessionId: "" };
    const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#2dc7aa" } })
      .png()
      .toBuffer();
    const picture = await uploadMedia({ ...ctx, actor }, fileStorage(path.join(data, "blobs")), { bytes });
    if (!picture.ok) throw new Error(picture.reason);
    const live = await findLive(ctx, { book: "faq" });
    const before = live ? await listEntries(ctx, { versionId: live.id }) : [];
    const { key, title, words } = given;
    await fillDraft(ctx, {
      book: "faq",
      content: live?.content ?? {},
      note: "",
      entries: [
        ...before
          .filter((one) => one.key !== given.key)
          .map(({ position: _, updatedAt: __, updatedBy: ___, ...entry }) => entry),
        {
          key,
          kind: "faq",
          title,
          reading: null,
          synonyms: [],
          category: null,
          note: null,
          answer: { kind: "image", mediaId: picture.value.id, text: { ja: words } },
          validFrom: null,
          validUntil: null,
          sectionId: null,
          reviewedOn: null,
        },
      ],
    });
    const done = await publishBook(ctx, { book: "faq", seenAt: null, note: "" });
    if (!done.ok) throw new Error(done.reason);
    await opened.pool.query("select pg_notify('madoguchi_chatbot', '')");
  } finally {
    await opened.close();
  }
}
