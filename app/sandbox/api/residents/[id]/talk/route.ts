import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { residentId } from "@/lib/sandbox-client/schema";

export const dynamic = "force-dynamic";

export const GET = routeSandbox<{ id: string }>(async (sandboxUrl, _request, { id }) =>
  Response.json(await sandboxGateway(sandboxUrl).getTalk(residentId.parse(id))),
);
