import { readJson, routeSandbox } from "@/lib/auth/sandbox-gate";
import { act } from "@/lib/sandbox-client/act";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { residentId } from "@/lib/sandbox-client/schema";

/** One act of a resident: text, tap, place, follow, block … */
export const POST = routeSandbox<{ id: string }>(async (sandboxUrl, request, { id }) => {
  await sandboxGateway(sandboxUrl).act(residentId.parse(id), await readJson(request, act));
  return new Response(null, { status: 204 });
});
