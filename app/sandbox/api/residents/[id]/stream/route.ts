import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { residentId, streamCursor } from "@/lib/sandbox-client/schema";

export const dynamic = "force-dynamic";

/** The talk as it happens. A browser that comes back names the last event it saw. */
export const GET = routeSandbox<{ id: string }>(async (sandboxUrl, request, { id }) => {
  const given = request.headers.get("last-event-id") || request.nextUrl.searchParams.get("after");
  const after = streamCursor.parse(given ?? "0");
  const stream = await sandboxGateway(sandboxUrl).openStream(residentId.parse(id), after, request.signal);
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
    },
  });
});
