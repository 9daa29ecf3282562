import { appWaker, edgePool } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { readBody } from "@/lib/line/body";
import { receiveWebhook } from "@/lib/line/commands";

export const dynamic = "force-dynamic";

/** LINE's webhook. The gate is the signature; no session, no other caller. */
export async function POST(request: Request): Promise<Response> {
  const answer = await receiveWebhook(
    { pool: edgePool(), channelSecret: env().LINE_CHANNEL_SECRET, waker: appWaker() },
    {
      body: await readBody(request.body, request.headers.get("content-length")),
      signature: request.headers.get("x-line-signature"),
    },
  );
  return Response.json(
    { message: answer.message },
    { status: answer.status, headers: { "cache-control": "no-store" } },
  );
}
