import { readLimited } from "@/lib/auth/body";
import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { AppError } from "@/lib/core/errors";
import { MAX_UPLOAD_BYTES } from "@/lib/sandbox-client/act";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { residentId } from "@/lib/sandbox-client/schema";

/** Photos a resident sends, handed on as they are: what is in them is for the product to judge, as with LINE. */
export const POST = routeSandbox<{ id: string }>(async (sandboxUrl, request, { id }) => {
  const contentType = request.headers.get("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data;"))
    throw new AppError("invalid", "not multipart/form-data");
  const body = await readLimited(request, MAX_UPLOAD_BYTES);
  await sandboxGateway(sandboxUrl).sendPhotos(residentId.parse(id), contentType, body);
  return new Response(null, { status: 204 });
});
