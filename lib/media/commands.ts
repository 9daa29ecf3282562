import { media } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import { type Ctx, type StaffActor, within } from "@/lib/core/context";
import { newId, newToken, sha256 } from "@/lib/core/id";
import { ok, type Result, refused } from "@/lib/core/result";
import { isoDate } from "@/lib/core/time";
import type { Storage } from "@/lib/storage/gateway";
import { MEDIA_REFUSALS } from "./messages";
import { renderMedia } from "./render-gateway";
import type { MediaRefusal } from "./verdict";

export type NewMedia = { id: string; base: string; width: number; height: number };

/** Takes an uploaded picture: files first, the row that makes them reachable last. */
export async function uploadMedia(
  ctx: Ctx<StaffActor>,
  storage: Storage,
  input: { bytes: Buffer },
): Promise<Result<NewMedia, MediaRefusal>> {
  const rendered = await renderMedia(input.bytes);
  if (!rendered.ok) return refused(rendered.reason, MEDIA_REFUSALS[rendered.reason]);
  const { files, width, height } = rendered.value;
  const id = newId();
  const token = newToken();
  const folder = `media/${isoDate(ctx.now).slice(0, 7)}/${id}`;
  const keys: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const key = `${folder}/${name.endsWith(".jpg") ? name : `${name}.jpg`}`;
    await storage.put(key, bytes);
    keys[name] = key;
  }
  await ctx.db.transaction(async (tx) => {
    await tx.insert(media).values({
      id,
      token,
      kind: "image",
      renditions: keys,
      width,
      height,
      sha256: sha256(input.bytes),
      altText: "",
      createdBy: ctx.actor.staffId,
      createdAt: ctx.now,
    });
    await recordAudit(within(ctx, tx), { action: "media.upload", subjectKind: "media", subjectId: id });
  });
  return ok({ id, base: `/media/${token}`, width, height });
}
