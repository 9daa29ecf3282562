import "server-only";
import { listAudit } from "@/lib/audit/queries";
import { parseAuditSearch } from "@/lib/audit/search";
import { requireStaff } from "@/lib/auth/gate";
import { listStaffNames } from "@/lib/auth/queries";

/** A page of the trail as the address asks for it, and who can be asked for. */
export async function loadAudit(params: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff("audit.view");
  const search = parseAuditSearch(params);
  const [page, people] = await Promise.all([listAudit(ctx, search), listStaffNames(ctx)]);
  return { ...page, search, people, now: ctx.now };
}
