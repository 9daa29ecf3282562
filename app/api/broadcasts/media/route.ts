import { NextResponse } from "next/server";
import { readLimited } from "@/lib/auth/body";
import { routeStaff } from "@/lib/auth/gate";
import { takeTurn } from "@/lib/auth/turns";
import { uploadMedia } from "@/lib/media/commands";
import { MEDIA_REFUSALS } from "@/lib/media/messages";
import { MAX_UPLOAD_BYTES } from "@/lib/media/verdict";
import { getStorage } from "@/lib/storage/gateway";

export const dynamic = "force-dynamic";

/** Each is decoded and drawn anew: work enough. */
const LIMIT = { points: 30, seconds: 60 };

/** A picture for a message, uploaded by somebody who writes messages. */
export const POST = routeStaff("broadcast.write", async (ctx, request) => {
  const refuse = (reason: keyof typeof MEDIA_REFUSALS, status: number) =>
    NextResponse.json({ error: reason, message: MEDIA_REFUSALS[reason] }, { status });
  if (!takeTurn(`media:${ctx.actor.staffId}`, LIMIT)) return refuse("too-many", 429);
  // The form around the file is small; whatever is larger is not read to its end, whatever it says of its length.
  const body = await readLimited(request, MAX_UPLOAD_BYTES + 4_096).catch(() => null);
  if (!body) return refuse("too-large", 413);
  const type = request.headers.get("content-type") ?? "";
  const form = new Response(body, { headers: { "content-type": type } }).formData();
  const file = (await form.catch(() => null))?.get("file");
  if (!(file instanceof File)) return refuse("missing", 400);
  if (file.size > MAX_UPLOAD_BYTES) return refuse("too-large", 413);
  const result = await uploadMedia(ctx, getStorage(), { bytes: Buffer.from(await file.arrayBuffer()) });
  return result.ok ? NextResponse.json(result.value) : refuse(result.reason, 422);
});
