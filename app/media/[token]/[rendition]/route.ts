import { publicGate } from "@/lib/auth/gate";
import { readMedia } from "@/lib/media/serve/queries";
import { getStorage } from "@/lib/storage/gateway";

export const dynamic = "force-dynamic";

/** Pictures of messages, for LINE and residents' phones: no sign-in, an address nobody can guess, nothing else. */
export async function GET(request: Request): Promise<Response> {
  // Many phones stand behind one address of a carrier.
  const ctx = await publicGate("media", { points: 6_000, seconds: 60 });
  const found = await readMedia(ctx, getStorage(), new URL(request.url).pathname);
  if (!found) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  return new Response(new Uint8Array(found.bytes), { headers: found.headers });
}
