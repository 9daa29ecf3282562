import type { Ctx } from "@/lib/core/context";
import { sha256 } from "@/lib/core/id";
import { errorFields, log, shortId } from "@/lib/core/log";
import type { LineGateway } from "@/lib/line/gateway";
import type { Storage } from "@/lib/storage/gateway";
import { claimPhotos, type PhotoRow, type PhotoSettlement, settlePhoto } from "./commands";
import { renderPhoto } from "./render-gateway";
import { MAX_PHOTO_BYTES, nextFetchAfterMs } from "./verdict";

const again = (photo: PhotoRow, reason: string): PhotoSettlement => {
  const afterMs = nextFetchAfterMs(photo.attempts);
  return afterMs === null ? { state: "failed", reason } : { state: "waiting", reason, afterMs };
};

async function fetchOne(
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
      // A name of its own for each attempt: cleaning up after a lost lease never touches the winner's files.
      const base = `photos/${photo.id.slice(0, 2)}/${photo.id}-${photo.attempts}`;
      await gateways.storage.put(`${base}-full.jpg`, full);
      await gateways.storage.put(`${base}-thumb.jpg`, thumb);
      return {
        state: "ready",
        fullKey: `${base}-full.jpg`,
        thumbKey: `${base}-thumb.jpg`,
        width,
        height,
        bytes: full.length,
        contentHash: sha256(full),
      };
    }
  }
}

/** Fetches the photos that are due. Returns how many were taken; `onChange` hears which reports look different now. */
export async function fetchDuePhotos(
  ctx: Ctx,
  gateways: { line: LineGateway; storage: Storage },
  input: { owner: string; leaseMs: number; limit: number; onChange: (reportId: string) => void },
): Promise<number> {
  const photos = await claimPhotos(ctx, input);
  await Promise.all(
    photos.map(async (photo) => {
      let result: PhotoSettlement;
      try {
        result = await fetchOne(photo, gateways);
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
      if (!settled && result.state === "ready") {
        await Promise.all([
          gateways.storage.remove(result.fullKey),
          gateways.storage.remove(result.thumbKey),
        ]);
      }
      if (reportId) input.onChange(reportId);
    }),
  );
  return photos.length;
}
