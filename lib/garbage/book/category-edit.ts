import type { z } from "zod";
import { fold } from "@/lib/scenarios/fold";
import type { GarbageCategory } from "../categories";
import { hashOf } from "../import/keys";
import type { Edit } from "./calendar-edit";
import { printOf } from "./print";
import type { categoryGone, categoryInput } from "./schema";

/** The categories with one changed, or a new one behind them. */
export function savedCategory(
  categories: readonly GarbageCategory[],
  { key, seen, ...input }: z.output<typeof categoryInput>,
): Edit<GarbageCategory[]> {
  const was = key === null ? null : categories.find((one) => one.key === key);
  if (was === undefined) return { ok: false, reason: "gone" };
  if (was && printOf(was) !== seen) return { ok: false, reason: "changed" };
  if (categories.some((one) => one.key !== key && fold(one.label.ja) === fold(input.label.ja)))
    return { ok: false, reason: "taken" };
  if (was) {
    const value = categories.map((one) => (one === was ? { ...input, key: was.key } : one));
    return { ok: true, value, key: was.key };
  }
  if (categories.length >= 200) return { ok: false, reason: "too-many" };
  const made = `c-${hashOf(input.label.ja, String(categories.length))}`;
  return { ok: true, value: [...categories, { ...input, key: made }], key: made };
}

export function deletedCategory(
  categories: readonly GarbageCategory[],
  { key, seen }: z.output<typeof categoryGone>,
): Edit<GarbageCategory[]> {
  const was = categories.find((one) => one.key === key);
  if (!was) return { ok: false, reason: "gone" };
  if (printOf(was) !== seen) return { ok: false, reason: "changed" };
  return { ok: true, value: categories.filter((one) => one !== was), key };
}
