import type { Spoken } from "@/db/enums";
import type { Ctx } from "@/lib/core/context";
import type { Content } from "../content";
import { leftOutOf } from "../correction";
import { type BroadcastRecord, getVersion } from "../queries";

/** The words that went out, when there are any frozen. */
export const getSentContent = async (
  ctx: Ctx,
  { row }: { row: Pick<BroadcastRecord, "id" | "version" | "content"> },
): Promise<Content> =>
  row.version === null ? row.content : (await getVersion(ctx, { id: row.id, version: row.version })).content;

/** The languages in which the draft of this correction was made without the end of the first message. */
export async function listLeftOut(
  ctx: Ctx,
  args: { row: BroadcastRecord; corrected: BroadcastRecord },
): Promise<Spoken[]> {
  const { row, corrected } = args;
  if (row.correctionKind === null || corrected.firstAcceptedAt === null) return [];
  const sent = await getSentContent(ctx, { row: corrected });
  return leftOutOf(sent, row.correctionKind, corrected.firstAcceptedAt);
}
