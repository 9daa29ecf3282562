import { routeSandbox } from "@/lib/auth/sandbox-gate";
import { AppError } from "@/lib/core/errors";
import { sandboxGateway } from "@/lib/sandbox-client/gateway";
import { isPictureType, pictureQuery } from "@/lib/sandbox-client/picture";

export const dynamic = "force-dynamic";

/** Pictures of a talk through our own origin; anything that is not a plain picture stays outside. */
export const GET = routeSandbox(async (sandboxUrl, request) => {
  const wanted = pictureQuery.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { contentType, body } = await sandboxGateway(sandboxUrl).getPicture(wanted);
  if (!isPictureType(contentType)) {
    await body.cancel();
    throw new AppError("not-found", "not a picture");
  }
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Cache-Control": wanted.kind === "content" ? "private, no-store" : "private, max-age=300",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Content-Disposition": "inline",
    },
  });
});
