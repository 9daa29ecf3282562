import { NextResponse } from "next/server";
import { readLimited } from "@/lib/auth/body";
import { routeStaff } from "@/lib/auth/gate";
import { assertCan } from "@/lib/auth/permission";
import { takeTurn } from "@/lib/auth/turns";
import { importGarbage } from "@/lib/garbage/import/commands";
import { FILE_REFUSALS, type FileRefusal } from "@/lib/garbage/import/messages";
import { importOptions, MOST_BYTES, MOST_FILES } from "@/lib/garbage/import/schema";
import { alone } from "@/lib/garbage/import/store";

export const dynamic = "force-dynamic";

/** A long table is work; changing a column or an encoding reads it anew. */
const LIMIT = { points: 30, seconds: 60 };

/**
 * A city's garbage tables: read, or read and written to the drafts. Imports are of the whole city; of others the body is
 * not read at all, and of larger ones not to its end.
 */
export const POST = routeStaff("bot.write", async (ctx, request) => {
  assertCan(ctx.actor, "bot.write", { sectionId: null });
  const refuse = (reason: FileRefusal, status: number) =>
    NextResponse.json({ error: reason, message: FILE_REFUSALS[reason] }, { status });
  if (!takeTurn(`garbage:${ctx.actor.staffId}`, LIMIT)) return refuse("too-many", 429);
  const body = await readLimited(request, MOST_BYTES + 64 * 1024).catch(() => null);
  if (!body) return refuse("too-large", 413);
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null);
  const sent = form?.getAll("files").filter((file) => file instanceof File) ?? [];
  if (sent.length === 0 || sent.length > MOST_FILES) return refuse("missing", 400);
  const said = form?.get("options");
  const json = typeof said === "string" ? await new Response(said).json().catch(() => null) : null;
  const options = importOptions.safeParse(json);
  if (!options.success) return refuse("options", 400);
  const files = await Promise.all(
    sent.map(async (file, at) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      encoding: options.data.encodings[at] ?? null,
    })),
  );
  // Only now: a slow upload is not to keep others out.
  const done = await alone(() => importGarbage(ctx, { files, options: options.data }));
  if (!done) return refuse("busy", 503);
  if (done.ok) return NextResponse.json(done.value);
  return NextResponse.json({ error: done.reason, message: done.message, about: done.about }, { status: 422 });
});
