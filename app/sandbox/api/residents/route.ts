import { readJson, routeSandbox } from "@/lib/auth/sandbox-gate";
import { newResident } from "@/lib/sandbox-client/act";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";

export const dynamic = "force-dynamic";

export const GET = routeSandbox(async (sandboxUrl) =>
  Response.json(await sandboxGateway(sandboxUrl).listResidents()),
);

export const POST = routeSandbox(async (sandboxUrl, request) => {
  const input = await readJson(request, newResident);
  return Response.json(await sandboxGateway(sandboxUrl).addResident(input), { status: 201 });
});
