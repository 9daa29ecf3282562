import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { media } from "@/db/schema";
import type { Ctx } from "@/lib/core/context";
import type { MediaPlace, MediaPlaces } from "./place";

/** Where these pictures lie. `base`: PUBLIC_URL for what is sent, empty for the console's own pages. */
export async function findMediaPlaces(
  ctx: Ctx,
  args: { ids: readonly string[]; base: string },
): Promise<MediaPlaces> {
  if (args.ids.length === 0) return {};
  const rows = await ctx.db
    .select({ id: media.id, token: media.token, width: media.width, height: media.height })
    .from(media)
    .where(inArray(media.id, [...args.ids]));
  return Object.fromEntries(
    rows.map(({ id, token, width, height }): [string, MediaPlace] => [
      id,
      {
        base: `${args.base.replace(/\/$/, "")}/media/${token}`,
        width,
        height,
        heightAt1040: Math.max(1, Math.round((height * 1040) / width)),
      },
    ]),
  );
}

const renditions = z.record(z.string(), z.string());

/** The storage key behind a public address; null when there is none. */
export async function findStoredMedia(
  ctx: Pick<Ctx, "db">,
  args: { token: string; rendition: string },
): Promise<string | null> {
  const [row] = await ctx.db
    .select({ renditions: media.renditions })
    .from(media)
    .where(eq(media.token, args.token));
  return (row && renditions.parse(row.renditions)[args.rendition]) ?? null;
}
