import { routeStaff } from "@/lib/auth/gate";
import { AppError } from "@/lib/core/errors";
import { recordOpening } from "@/lib/reports/detail/commands";
import { getPhotoKey } from "@/lib/reports/detail/queries";
import { getStorage } from "@/lib/storage/gateway";

export const dynamic = "force-dynamic";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One rendition of a photo. Looking at it is an opening of its case, in the audit. */
export const GET = routeStaff<{ number: string; photoId: string }>(
  "report.photo.view",
  async (ctx, request, { number, photoId }) => {
    if (!UUID.test(photoId)) throw new AppError("not-found", "photo");
    const size = request.nextUrl.searchParams.get("size") === "thumb" ? "thumb" : "full";
    const { key, report } = await getPhotoKey(ctx, { number, photoId, size });
    const bytes = await getStorage().get(key);
    if (!bytes) throw new AppError("not-found", "stored photo");
    await recordOpening(ctx, { reportId: report.id });
    return new Response(new Uint8Array(bytes), {
      headers: {
        // Both renditions were encoded by us: what a resident sent never leaves as it came.
        "Content-Type": "image/jpeg",
        "Content-Disposition": `inline; filename="${report.number}-${size}.jpg"`,
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
);
