import { findRoute } from "@/lib/city/queries";
import type { Ctx } from "@/lib/core/context";
import { idFrom } from "@/lib/core/id";
import { enqueueMail } from "@/lib/outbox/commands";
import type { ArrivalPayload } from "./payload";

/**
 * One mail for each address of the report's branch, in the transaction that submits the report; each has a delivery
 * state of its own. A second run adds nothing. Returns how many were added.
 */
export async function enqueueArrivalMails(
  ctx: Ctx,
  input: { reportId: string; categoryKey: string; areaId: number | null },
): Promise<number> {
  let added = 0;
  const route = await findRoute(ctx, input);
  for (const address of new Set(route?.mailTo ?? [])) {
    const key = `mail:arrival:${input.reportId}:${address}`;
    const payload: ArrivalPayload = { type: "arrival", reportId: input.reportId, messageKey: idFrom(key) };
    if (await enqueueMail(ctx, { dedupeKey: key, mailTo: address, reportId: input.reportId, payload }))
      added += 1;
  }
  return added;
}
