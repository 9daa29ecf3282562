import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { listContent } from "./queries";

export async function loadContent() {
  const ctx = await requireStaff("content.manage");
  return { ...(await listContent(ctx)), now: ctx.now };
}
