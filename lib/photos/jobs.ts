import type { Ctx } from "@/lib/core/context";
import { newId, sha256 } from "@/lib/core/id";
import { whileLeased } from "@/lib/core/lease";
import { errorFields, log, shortId } from "@/lib/core/log";
import { minutes } from "@/lib/core/time";
import type { LineGateway } from "@/lib/line/gateway";
import { removeFiles } from "@/lib/storage/commands";
import type { Storage } from "@/lib/storage/gateway";
import { claimPhotos, extendPhotos, type PhotoRow, type PhotoSettlement, settlePhoto } from "./commands";
import { renderPhoto } from "./render-gateway";
import { MAX_PHOTO_BYTES, nextFetchAfterMs } from "./verdict";

const again = (photo: PhotoRow, reason: string): PhotoSettlement => {
  const afterMs = nextFetchAfterMs(photo.attempts);
  return afterMs === null ? { state: "failed", reason } : { state: "waiting", reason, afterMs };
};

/** A worker killed between storing a photo and naming it leaves files that nothing names: they go after this time. */
const UNNAMED_FOR_MS = minutes(10);

async function fetchOne(
  ctx: Ctx,
  photo: PhotoRow,
  gateways: { line: LineGateway; storage: Storage },
): Promise<PhotoSettlement> {
  const content = await gateways.line.content(photo.lineMessageId ?? "", MAX_PHOTO_BYTES);
  switch (content.kind) {
    case "preparing":
      return { state: "waiting", reason: "preparing", afterMs: 2_000 };
    case "gone":
      return { state: "deleted", reason: "unsent" };
    case "missing":
      // LINE deletes content after an undisclosed time; a few more tries in case it is only not there yet.
      return photo.attempts >= 5 ? { state: "failed", reason: "gone-from-line" } : again(photo, "not-found");
    case "too-large":
      return { state: "refused", reason: "too-large" };
    case "silent":
      return again(photo, content.error);
    case "ready": {
      const rendered = await renderPhoto(content.bytes);
      if (!rendered.ok) return { state: "refused", reason: rendered.reason };
      const { full, thumb, width, height } = rendered.value;
      // A name of its own for each attempt: what a lost one leaves is removed, and never the winner's files.
      const base = `photos/${photo.id.slice(0, 2)}/${newId()}`;
      const [fullKey, thumbKey] = [`${base}-full.jpg`, `${base}-thumb.jpg`];
      await removeFiles(ctx, { keys: [fullKey, thumbKey], afterMs: UNNAMED_FOR_MS });
      await gateways.storage.put(fullKey, full);
      await gateways.storage.put(thumbKey, thumb);
      return {
        state: "ready",
        fullKey,
        thumbKey,
        width,
        height,
        bytes: full.length,
        contentHash: sha256(full),
      };
    }
  }
}

type PhotoInput = { owner: string; leaseMs: number; limit: number; onChange: (reportId: string) => void };

async function fetchAndSettle(
  ctx: Ctx,
  gateways: { line: LineGateway; storage: Storage },
  input: PhotoInput,
  photo: PhotoRow,
): Promise<void> {
  let result: PhotoSettlement;
  try {
    result = await fetchOne(ctx, photo, gateways);
  } catch (error) {
    log.error({ event: "photo.not-stored", id: shortId(photo.id), ...errorFields(error) });
    result = again(photo, "storage");
  }
  const { settled, reportId } = await settlePhoto(ctx, { photo, owner: input.owner, result });
  if (result.state !== "ready") {
    log.warn({
      event: "photo.not-ready",
      id: shortId(photo.id),
      state: result.state,
      reason: result.reason,
      attempts: photo.attempts,
    });
  }
  // Unsent while it was being fetched: the row was settled by another, our files must not stay.
  if (!settled && result.state === "ready")
    await removeFiles(ctx, { keys: [result.fullKey, result.thumbKey] });
  if (reportId) input.onChange(reportId);
}

/** Fetches the photos that are due. Returns how many were taken; `onChange` hears which reports look different now. */
export async function fetchDuePhotos(
  ctx: Ctx,
  gateways: { line: LineGateway; storage: Storage },
  input: PhotoInput,
): Promise<number> {
  const photos = await claimPhotos(ctx, input);
  const unfinished = new Set(photos.map((photo) => photo.id));
  const extend = () => extendPhotos(ctx, { ...input, ids: [...unfinished] });
  await whileLeased(input.leaseMs, extend, () =>
    Promise.all(
      photos.map((photo) =>
        fetchAndSettle(ctx, gateways, input, photo).finally(() => unfinished.delete(photo.id)),
      ),
    ),
  );
  return photos.length;
}
