import { errorResponse, publicGate } from "@/lib/auth/gate";
import { AppError } from "@/lib/core/errors";
import { errorFields, log } from "@/lib/core/log";
import { getHealth } from "@/lib/jobs/queries";

/** Every console in a town hall polls from one address. */
const POLLS = { points: 1_200, seconds: 60 };

export const dynamic = "force-dynamic";

const HEADERS = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/**
 * For load balancers and the console's banner: 200 while this process and the database answer, whatever the worker does.
 * Anybody may ask: it tells whether the house works, and nothing of what is in it.
 */
export async function GET(): Promise<Response> {
  try {
    const health = await getHealth(await publicGate("health", POLLS));
    return Response.json(
      {
        status: "ok",
        database: health.database,
        worker: { state: health.worker.state, lastBeatAt: health.worker.lastBeatAt?.toISOString() ?? null },
        outbox: health.outbox,
      },
      { headers: HEADERS },
    );
  } catch (error) {
    if (error instanceof AppError) return errorResponse(error);
    log.error({ event: "health.database-away", ...errorFields(error) });
    return Response.json({ status: "unavailable", database: "away" }, { status: 503, headers: HEADERS });
  }
}
