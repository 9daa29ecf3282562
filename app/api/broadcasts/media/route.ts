import { NextResponse } from "next/server";
import { routeStaff } from "@/lib/auth/gate";
import { uploadMedia } from "@/lib/media/commands";
import { MEDIA_REFUSALS } from "@/lib/media/messages";
import { MAX_UPLOAD_BYTES } from "@/lib/media/verdict";
import { getStorage } from "@/lib/storage/gateway";

export const dynamic = "force-dynamic";

/** A picture for a message, uploaded by somebody who writes messages. */
export const POST = routeStaff("broadcast.write", async (ctx, request) => {
  const refuse = (reason: keyof typeof MEDIA_REFUSALS, status: number) =>
    NextResponse.json({ error: reason, message: MEDIA_REFUSALS[reason] }, { status });
  // The form around the file is small; whatever claims to be larger is not read at all.
  if (Number(request.headers.get("content-length") ?? 0) > MAX_UPLOAD_BYTES + 4_096)
    return refuse("too-large", 413);
  const file = (await request.formData().catch(() => null))?.get("file");
  if (!(file instanceof File)) return refuse("missing", 400);
  if (file.size > MAX_UPLOAD_BYTES) return refuse("too-large", 413);
  const result = await uploadMedia(ctx, getStorage(), { bytes: Buffer.from(await file.arrayBuffer()) });
  return result.ok ? NextResponse.json(result.value) : refuse(result.reason, 422);
});
