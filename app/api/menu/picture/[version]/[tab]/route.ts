import { routeStaff } from "@/lib/auth/gate";
import { AppError } from "@/lib/core/errors";
import { versionPicture } from "@/lib/menus/preview-gateway";

export const dynamic = "force-dynamic";

/** A tab of a published version, as residents see it. Published versions never change, so their pictures may be kept. */
export const GET = routeStaff<{ version: string; tab: string }>("menu.view", async (ctx, _request, asked) => {
  const svg = await versionPicture(ctx, { id: Number(asked.version), tab: Number(asked.tab) });
  if (svg === null) throw new AppError("not-found");
  return new Response(svg, {
    headers: { "content-type": "image/svg+xml; charset=utf-8", "cache-control": "private, max-age=86400" },
  });
});
