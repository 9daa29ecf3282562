import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { residentId } from "@/lib/sandbox-client/schema";

export const dynamic = "force-dynamic";

/** What the platform saw: its latest requests, webhook deliveries and the ledger (of one resident, when named). */
export const GET = routeSandbox(async (sandboxUrl, request) => {
  const to = request.nextUrl.searchParams.get("to");
  return Response.json(await sandboxGateway(sandboxUrl).getSeen(to === null ? null : residentId.parse(to)));
});
