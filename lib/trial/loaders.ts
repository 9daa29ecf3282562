import "server-only";
import { requireStaff } from "@/lib/auth/gate";
import { findDraft } from "@/lib/chatbot/books/queries";
import { readFrame } from "@/lib/chatbot/desk/loaders";
import { findCityProfile } from "@/lib/city/queries";
import { parseTrialSearch } from "./search";

export async function loadTrial(source: Record<string, string | string[] | undefined>) {
  const ctx = await requireStaff("bot.view");
  const [frame, garbage, city] = await Promise.all([
    readFrame(ctx),
    findDraft(ctx, { book: "garbage" }),
    findCityProfile(ctx),
  ]);
  return {
    frame,
    search: parseTrialSearch(source),
    hasDraft: frame.state.draft !== null || garbage !== null,
    accountName: city?.accountName ?? "",
  };
}
