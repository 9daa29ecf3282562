import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { seenCursor } from "@/lib/sandbox-client/schema";

export const dynamic = "force-dynamic";

/** What the platform saw since a cursor: requests, webhook deliveries, the ledger. */
export const GET = routeSandbox(async (sandboxUrl, request) => {
  const cursor = seenCursor.parse(Object.fromEntries(request.nextUrl.searchParams));
  return Response.json(await sandboxGateway(sandboxUrl).getSeen(cursor));
});
