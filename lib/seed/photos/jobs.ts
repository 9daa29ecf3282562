import type { reportPhotos } from "@/db/schema";
import { sha256 } from "@/lib/core/id";
import type { Storage } from "@/lib/storage/gateway";
import type { PlannedDrawing, PlannedPhoto } from "./plan";
import { type Taken, takePhotos } from "./render-gateway";

type PhotoInsert = typeof reportPhotos.$inferInsert;

const SIDE_BY_SIDE = 3;

async function keep(
  planned: PlannedPhoto,
  taken: Taken,
  storage: Pick<Storage, "put">,
): Promise<PhotoInsert> {
  const base = `photos/${planned.id.slice(0, 2)}/${planned.id}`;
  const [fullKey, thumbKey] = [`${base}.jpg`, `${base}-thumb.jpg`];
  await Promise.all([storage.put(fullKey, taken.full), storage.put(thumbKey, taken.thumb)]);
  const { report, photo, position } = planned;
  return {
    id: planned.id,
    conversationId: report.key,
    label: photo.label,
    position,
    state: "ready",
    attempts: 1,
    nextAttemptAt: report.receivedAt,
    fullKey,
    thumbKey,
    width: taken.width,
    height: taken.height,
    bytes: taken.full.length,
    contentHash: sha256(taken.full),
    createdAt: report.receivedAt,
    fetchedAt: new Date(report.receivedAt.getTime() + 900),
  };
}

/** Draws, cuts and stores every planned photo; answers with their rows, not yet tied to a report. */
export async function storePhotos(
  plans: readonly PlannedDrawing[],
  storage: Pick<Storage, "put">,
): Promise<Map<string, PhotoInsert>> {
  const rows = new Map<string, PhotoInsert>();
  const waiting = [...plans];
  const work = async () => {
    for (let plan = waiting.pop(); plan; plan = waiting.pop()) {
      const taken = await takePhotos(
        plan.drawing,
        plan.photos.map((p) => p.id),
      );
      for (const [i, planned] of plan.photos.entries()) {
        const one = taken[i];
        if (one) rows.set(planned.id, await keep(planned, one, storage));
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return rows;
}
