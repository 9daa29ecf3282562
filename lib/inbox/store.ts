import type { Db } from "@/db";
import { loadAreaFinder } from "@/lib/areas/queries";
import { getCityProfile } from "@/lib/city/queries";
import type { Locate } from "@/lib/conversations/normalise";
import type { Bot } from "@/lib/conversations/talk";
import { systemContext } from "@/lib/core/context";
import { loadOffer } from "@/lib/preferences/queries";
import { listPublishedScenarios, listScenarioVersions } from "@/lib/scenarios/queries";
import type { Content } from "./jobs";

const KEEP_MS = 5_000;

/**
 * The published content a worker answers with, read at most every five seconds. While the database is away the last
 * one serves on.
 */
export function createContentStore(db: Db, settingsUrl: string | null = null): () => Promise<Content> {
  let held: Content | undefined;
  let heldUntil = 0;
  let reading: Promise<Content> | undefined;

  const read = async () => {
    const ctx = systemContext(db, "content");
    const [city, scenarios, published, find, offer] = await Promise.all([
      getCityProfile(ctx),
      listScenarioVersions(ctx),
      listPublishedScenarios(ctx),
      loadAreaFinder(ctx),
      loadOffer(ctx),
    ]);
    const bot: Bot = { city, scenarios, startable: published.map((s) => s.key) };
    const locate: Locate = (point, address) => {
      const { inside, areaKey } = find(point, address);
      return { inside, areaKey };
    };
    held = { bot, locate, findArea: find, preferences: { offer, settingsUrl } };
    heldUntil = Date.now() + KEEP_MS;
    return held;
  };

  return async () => {
    if (held && Date.now() < heldUntil) return held;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    if (!held) return reading;
    return reading.catch((error) => {
      if (held) return held;
      throw error;
    });
  };
}
